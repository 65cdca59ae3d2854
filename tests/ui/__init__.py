"""The window with real case files, and where it matters a live centre."""
