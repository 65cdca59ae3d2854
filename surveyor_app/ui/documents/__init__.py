"""The page of papers (单证): checklist, scans, one-time notice, enquiries.

Uses the rooms sources, forms, ink and base.
"""
