"""Tests of the operations: what a user can do, done to real files."""
