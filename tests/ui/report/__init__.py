"""Tests of the report page: signing and who signs."""
