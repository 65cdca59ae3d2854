"""Rule packs as they lie in files: read, checked against their form, and named with line and reason where one is wrong."""
