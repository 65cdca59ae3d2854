"""Tests of ``surveyor_app.operations.statements``."""
