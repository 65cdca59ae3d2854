"""Tests of :mod:`surveyor_app.domain.calculation`."""
