"""Tests of the pairing with a phone."""
