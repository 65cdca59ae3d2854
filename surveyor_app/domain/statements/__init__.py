"""Statements (询问笔录), consents and handwriting: what they are, and what a signature is bound to.

Uses the rooms of journal and people.
"""
