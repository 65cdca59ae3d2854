"""What the drawn pictures of the sample cases show.

Uses nothing else of the program.
"""
