"""What is run by ``make faults`` alone: campaigns that kill at every step there is. The short ones run with all tests."""

from __future__ import annotations

import os

import pytest


def is_long() -> bool:
    """Tell whether this run is one of the long campaigns."""
    return os.environ.get("SURVEYOR_FAULTS") == "long"


LONG = pytest.mark.skipif(not is_long(), reason="the long campaign: make faults")
