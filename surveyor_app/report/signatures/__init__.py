"""Signatures on a report: who signs with what, and how the signature comes into a prepared field."""
