"""Evidence and what is known of a photo: times, clocks, shots, layers, likeness, and the checks over it.

Uses the rooms of journal, claim, losses and people.
"""
