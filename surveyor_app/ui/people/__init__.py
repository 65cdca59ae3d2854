"""People (人员): the page, merging, consents, witness records.

Uses the rooms of base and forms.
"""
