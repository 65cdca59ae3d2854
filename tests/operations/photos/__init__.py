"""Tests of ``surveyor_app.operations.photos``."""
