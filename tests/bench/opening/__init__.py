"""How soon something is seen: a command, the window, a case, a page."""
