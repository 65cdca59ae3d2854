"""Tests of what a user can do: real profiles, real case files, a live centre."""
