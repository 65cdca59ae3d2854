"""The page where evidence is checked."""
