"""The laptop's own devices, and playing what was recorded straight from the encrypted case.

Uses the room of base.
"""
