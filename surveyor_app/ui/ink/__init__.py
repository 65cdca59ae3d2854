"""Paper to write on in the window: a pad for pen, finger or mouse.

Uses the room of base.
"""
