"""What a decoding worker may use of the machine, and how that is held.

A worker limits itself where the operating system can do that (address space and processor time on Linux and, for
processor time, macOS). The program watches from outside: wall time everywhere, resident memory on Linux. On Windows
and macOS memory is bounded by the pixel limits of :mod:`surveyor_app.media.pictures` only.
"""

from __future__ import annotations

import math
import os
import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource

_PROC = Path("/proc")
_NICENESS = 5
"""With two workers on two processors the window else waited up to 90 ms for its turn."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one worker; None means unlimited.

    Attributes:
        address_space_bytes: Held by the system in the worker itself. The libraries alone reserve 160 MiB.
        resident_bytes: Watched by the program.
    """

    address_space_bytes: int | None = 1536 << 20
    resident_bytes: int | None = 1536 << 20


def limit_address_space(limits_bytes: int | None) -> None:
    """Let this process have at most so much address space; does nothing where the system has no such limit."""
    if sys.platform == "linux" and limits_bytes is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limits_bytes, hard))


def forbid_core_dumps() -> None:
    """Keep a crash of this process from leaving evidence in plain on the disk."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def give_way() -> None:
    """Let the program go first where both want a processor: it has a window to keep alive."""
    if sys.platform != "win32":
        os.nice(_NICENESS)


def allow_processor_time(more_s: float) -> None:
    """Let this process use so many seconds of processor time from now on; the system ends it after that."""
    if sys.platform != "win32":
        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        wanted = math.ceil(usage.ru_utime + usage.ru_stime + more_s) + 1
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def resident_bytes(pid: int) -> int | None:
    """Return how much memory a process occupies, None where the system does not tell."""
    try:
        pages = (_PROC / str(pid) / "statm").read_text("ascii").split()[1]
    except (OSError, IndexError):
        return None
    return int(pages) * resource.getpagesize() if sys.platform != "win32" else None
