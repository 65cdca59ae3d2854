"""The accessible copy of a report: PDF/A-3a and PDF/UA-1, unsigned; its bytes are the beginning of the signed report.

A signature field that is invisible, or stands outside the structure of the text, breaks PDF/UA-1, so the signed file cannot
claim it. What was laid out before any field was appended can, and appending leaves those bytes as they are: the copy is cut
off the signed report again, which covers it with its signature, states length and hash, and prints both.
"""
