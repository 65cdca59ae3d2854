"""People of a case, witnesses, and the numbers on their papers and vehicles.

Uses the room of the journal.
"""
