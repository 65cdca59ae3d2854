"""Papers of the claim, on real cases."""
