"""The kinds of sample cases there are, each with a story in ``resources/samples`` and pictures drawn for it."""

from __future__ import annotations

MOTOR = "motor"
"""Told where no kind is asked for."""

SAMPLE_KINDS = (MOTOR, "fire", "flood", "injury")
