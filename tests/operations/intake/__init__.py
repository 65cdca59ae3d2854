"""Tests of ``surveyor_app.operations.intake``."""
