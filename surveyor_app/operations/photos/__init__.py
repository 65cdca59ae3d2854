"""Work on photos that are stored: shots, captions, annotations, camera clocks, doubts and copies for receivers.

Uses the rooms of editing, intake and statements.
"""
