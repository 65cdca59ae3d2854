"""Tests of :mod:`surveyor_app.operations.calculation`."""
