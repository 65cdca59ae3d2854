"""Tests of ``surveyor_app.ui.delivery``."""
