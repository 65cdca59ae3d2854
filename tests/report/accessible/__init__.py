"""The accessible copy of a report."""
