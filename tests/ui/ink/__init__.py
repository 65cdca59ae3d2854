"""Tests of ``surveyor_app.ui.ink``."""
