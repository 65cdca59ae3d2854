"""The claim and its tasks as the office gives them, and the reports that answer them.

Uses the room of the journal.
"""
