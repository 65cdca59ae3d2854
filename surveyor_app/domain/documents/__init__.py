"""Papers of a claim (单证), what the parties are told of them, and what is asked of others.

Uses the rooms of the survey, claim, losses, people and the journal.
"""
