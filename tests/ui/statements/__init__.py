"""Tests of ``surveyor_app.ui.statements``."""
