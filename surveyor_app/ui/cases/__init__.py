"""What is done with a whole case from the list: its menu, reading a damaged one into a new file, removing one."""
