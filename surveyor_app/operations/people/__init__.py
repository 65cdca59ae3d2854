"""People of a case: merged, consenting, witnessing.

Uses the rooms of editing, intake and statements.
"""
