"""Calculating a case, keeping what came out, and doing it again years later. Uses the rooms of the cases and of editing."""
