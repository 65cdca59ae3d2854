"""Tests of signatures: making, opening credentials."""
