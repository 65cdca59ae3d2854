"""Uploads: tus as the standard has it, bundles, and what becomes of those that nobody finishes."""
