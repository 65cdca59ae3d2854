"""The full-screen viewer of photos: looking closely, comparing, and drawing the layer of annotations.

Uses the room of base; the photos use it.
"""
