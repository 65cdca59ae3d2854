"""Checking evidence: a PDF, a bag or a case is put before the program, and it says what holds and who vouches for it."""
