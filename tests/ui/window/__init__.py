"""Tests of ``surveyor_app.ui.window``."""
