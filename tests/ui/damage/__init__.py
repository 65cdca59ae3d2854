"""Tests of ``surveyor_app.ui.damage``."""
