"""The sheet of a calculation (理算书) as PDF: internal, never a party's."""
