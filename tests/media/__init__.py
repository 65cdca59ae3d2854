"""Tests of what the bytes of media say and of the workers that read them."""
