"""Tests of ``surveyor_app.operations.editing``."""
