"""Tests of ``surveyor_app.domain.journal``."""
