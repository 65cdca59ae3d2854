"""What an auditor and the lead look at: who saw what, and how old claims are and how fast they were answered."""
