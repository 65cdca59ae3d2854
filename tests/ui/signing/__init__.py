"""Tests of ``surveyor_app.ui.signing``."""
