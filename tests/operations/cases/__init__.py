"""Tests of ``surveyor_app.operations.cases``."""
