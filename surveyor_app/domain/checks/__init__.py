"""What is still missing or wrong before leaving: the rules over all records of a case.

Uses every other room of the domain.
"""
