"""How many files and connections the system lets this process have open at once."""

from __future__ import annotations

import sys
from contextlib import suppress

WANTED = 8192


def raise_limit() -> int:
    """Raise the limit as far as the system allows and as is wanted, and return it."""
    if sys.platform == "win32":
        return WANTED  # Sockets are not counted as files there.
    import resource  # it exists on these systems alone

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= WANTED:
        return WANTED
    wanted = WANTED if hard == resource.RLIM_INFINITY else min(WANTED, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return wanted
    return soft
