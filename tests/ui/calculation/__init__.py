"""Tests of :mod:`surveyor_app.ui.calculation`."""
