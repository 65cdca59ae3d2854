"""Laptop and live centre together."""
