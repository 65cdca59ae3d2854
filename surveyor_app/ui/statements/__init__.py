"""Statements (询问笔录) in the window: head, notice, questions and answers, the interview's recording.

Uses the rooms of base, forms, people, recording and signing.
"""
