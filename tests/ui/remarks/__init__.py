"""Tests of :mod:`surveyor_app.ui.remarks`."""
