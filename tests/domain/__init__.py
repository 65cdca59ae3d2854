"""Tests of the domain; none of them needs a file, a database or Qt."""
