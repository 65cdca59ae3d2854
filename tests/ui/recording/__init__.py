"""Tests of ``surveyor_app.ui.recording``."""
