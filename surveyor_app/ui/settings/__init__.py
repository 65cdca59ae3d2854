"""The settings of the program and of the profile, and what the program is made of."""
