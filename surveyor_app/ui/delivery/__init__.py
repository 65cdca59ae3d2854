"""Delivery (交付): where everything is, enrolment, receipts.

Uses the rooms of base and forms.
"""
