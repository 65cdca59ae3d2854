"""Tests of ``surveyor_app.domain.photos``."""
