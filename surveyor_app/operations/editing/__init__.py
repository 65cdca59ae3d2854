"""Edits of records: written, drafted, ordered, undone, and what a person may not change. The lowest room of operations."""
