"""Statements (询问笔录): taken down, read back, corrected, signed page by page, sealed and printed.

Uses the room of editing.
"""
