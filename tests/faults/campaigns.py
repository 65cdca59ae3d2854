"""What is run by ``make faults`` alone: campaigns that kill at every step there is. The short ones run with all tests."""

from __future__ import annotations

import os

import pytest

LONG = pytest.mark.skipif(os.environ.get("SURVEYOR_FAULTS") != "long", reason="the long campaign: make faults")
