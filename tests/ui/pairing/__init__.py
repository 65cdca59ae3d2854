"""Tests of the pairing in the window."""
