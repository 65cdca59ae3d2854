"""What was damaged: vehicles and the marks on them.

Uses the room of the journal.
"""
