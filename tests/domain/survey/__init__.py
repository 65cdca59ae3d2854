"""Tests of ``surveyor_app.domain.survey``."""
