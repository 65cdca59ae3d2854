"""Tests of the bag: written, checked by its own instructions and by us."""
