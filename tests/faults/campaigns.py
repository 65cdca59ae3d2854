"""What is run by ``make faults`` alone: campaigns that kill at every step there is. The short ones run with all tests."""

from __future__ import annotations

import os

import pytest

IS_LONG = os.environ.get("SURVEYOR_FAULTS") == "long"
"""Whether this run is one of the long campaigns."""

LONG = pytest.mark.skipif(not IS_LONG, reason="the long campaign: make faults")
