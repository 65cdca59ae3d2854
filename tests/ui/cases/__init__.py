"""What is done with a whole case from the list."""
