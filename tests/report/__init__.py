"""Tests of the report: layout, signatures, verification, bags."""
