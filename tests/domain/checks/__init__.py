"""Tests of ``surveyor_app.domain.checks``."""
