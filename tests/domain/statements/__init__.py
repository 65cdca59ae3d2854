"""Tests of ``surveyor_app.domain.statements``."""
