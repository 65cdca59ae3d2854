"""Whether a claim goes on: what is barred while it was cancelled."""
