"""The journal and its parts: entries and their canonical bytes, fields of records, instants, identifiers, ranks, roots.

The lowest room of the domain.
"""
