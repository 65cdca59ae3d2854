"""Samples: one case file per released format, made by that release."""
