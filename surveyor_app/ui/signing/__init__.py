"""The window in which a statement is read back, corrected, signed page by page and closed."""
