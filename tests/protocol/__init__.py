"""Tests of the messages between laptop and centre."""
