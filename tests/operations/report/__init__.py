"""Tests of ``surveyor_app.operations.report``."""
