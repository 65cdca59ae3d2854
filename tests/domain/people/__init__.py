"""Tests of ``surveyor_app.domain.people``."""
