"""Volumes of each system, read from what it writes."""
