"""Cases at the centre: who may see which, entries in and out, the inbox, and the office's own acts."""
