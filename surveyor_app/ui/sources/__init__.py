"""Where evidence comes in: files, cards, phones, watched folders, and what became of each file.

Uses the rooms of base and forms.
"""
