"""Tests of the office desk: its pages, read and used as a browser does."""
