"""The window itself: gate, home, an open case with its rail, the pages of claim, arrival and leaving.

The highest room of the window: it may use all others.
"""
