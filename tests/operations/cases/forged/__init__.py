"""Bags that were changed by someone who writes everything unsigned anew: said to be changed, and where."""
