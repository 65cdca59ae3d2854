"""Tests of the journal, the tables and the queries over them, on SQLite and PostgreSQL."""
