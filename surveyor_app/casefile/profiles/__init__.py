"""The profile: one surveyor on one laptop, its slots and keys, and what it remembers beyond the life of a case file.

Uses the engine, the keys and the clocks of the package; knows nothing of an open case.
"""
