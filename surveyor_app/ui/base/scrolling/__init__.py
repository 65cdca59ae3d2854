"""What scrolls where a screen is too small: a frame for pages, an area for lists, and how the part worked on stays in view.

Uses Qt alone; everything else of the window may use it.
"""
