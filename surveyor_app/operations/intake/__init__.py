"""Evidence coming in: files, cards, watched folders and the laptop's own devices; stored before it is called stored.

Uses the room of editing.
"""
