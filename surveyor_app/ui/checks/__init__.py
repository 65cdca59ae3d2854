"""The checks of the record form (查勘项): answered by keyboard alone, one after the other.

Uses the forms and the base of the window.
"""
