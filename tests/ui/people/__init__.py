"""Tests of ``surveyor_app.ui.people``."""
