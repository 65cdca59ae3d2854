"""What every room of the window stands on: look, words, icons, lanes of work, the base of pages, and plain widgets.

Uses no other room.
"""
