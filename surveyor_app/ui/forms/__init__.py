"""Forms over records: editors of fields, drafts while typing, tables and lists of records.

Uses the room of base.
"""
