"""Calculating (理算), for the office alone: what was put in, every step, the result, and what it would be by another rule."""
