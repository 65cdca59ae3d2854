"""Tests of ``surveyor_app.operations.people``."""
