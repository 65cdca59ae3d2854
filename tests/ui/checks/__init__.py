"""Tests of ``surveyor_app.ui.checks``."""
