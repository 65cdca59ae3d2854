"""Tests of ``surveyor_app.domain.places``."""
