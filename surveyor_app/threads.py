"""How the program's threads share the interpreter; set once by each entry, window and command line."""

from __future__ import annotations

import sys

SWITCH_S = 0.0005
"""Python's own 5 ms a thread let three busy threads keep the window waiting for 60 ms, and a thread that reads row by row
waiting for most of the time that another computes."""


def share_fairly() -> None:
    """Let a waiting thread have its turn soon."""
    sys.setswitchinterval(SWITCH_S)
