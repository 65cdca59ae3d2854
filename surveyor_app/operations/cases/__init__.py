"""Whole cases: opened, listed, checked before leaving, delivered, verified, exported and backed up.

Uses every room of operations but the report's.
"""
