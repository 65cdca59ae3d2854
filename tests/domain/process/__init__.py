"""Tests of the seven stages."""
