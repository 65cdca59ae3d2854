"""The work list at the desk: found, counted, kept as filters, and acted upon together."""
