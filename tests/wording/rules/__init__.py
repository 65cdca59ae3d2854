"""Tests of :mod:`surveyor_app.wording.rules`."""
