"""Tests of the case file: real encrypted files in a temporary folder, real keys, no mocks."""
