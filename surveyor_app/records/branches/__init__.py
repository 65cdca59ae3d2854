"""The chains of a case: where each ends, which branch of a forked one counts, how many entries there are.

Uses the tables and the parsed lines; knows nothing of what the entries do.
"""
