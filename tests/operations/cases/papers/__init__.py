"""Papers of hand-signed statements, checked alone and beside their bag or case, by those who forge them."""
