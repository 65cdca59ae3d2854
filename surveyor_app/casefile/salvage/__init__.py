"""What can still be read of a damaged case file, page by page and without SQLite, and a new case made of it."""
