"""Papers to the parties: the one-time notice as PDF/A."""
