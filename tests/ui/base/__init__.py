"""Tests of ``surveyor_app.ui.base``."""
