"""Report (报告): preview, contents, signing, and what was issued.

Uses the rooms of base and forms.
"""
