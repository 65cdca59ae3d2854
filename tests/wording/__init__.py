"""Tests of ``surveyor_app.wording``."""
