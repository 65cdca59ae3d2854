"""Tests of :mod:`surveyor_app.domain.claim`."""
