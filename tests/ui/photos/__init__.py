"""Tests of ``surveyor_app.ui.photos``."""
