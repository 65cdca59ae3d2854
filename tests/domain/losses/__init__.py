"""Tests of ``surveyor_app.domain.losses``."""
