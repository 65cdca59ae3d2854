"""Tests of the laptop's side of the wire, against a live centre."""
