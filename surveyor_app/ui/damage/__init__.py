"""Damage (定损): the page and its totals.

Uses the rooms of base and forms.
"""
