"""Tests of ``surveyor_app.ui.forms``."""
