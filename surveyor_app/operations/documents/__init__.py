"""Papers of the claim: the checklist of an open case, scans of them, the one-time notice, and what was asked of others.

Uses the rooms of cases, people, photos, statements, intake and editing.
"""
