"""Files that leave the case: written whole or not at all, to a place that was asked for before the work was done."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.atomic_write import atomic_write
from surveyor_app.casefile.translation import system_translated
from surveyor_app.domain.errors import NotFound, TargetExists

HANDED_OUT_MODE = 0o644
"""Whoever gets the file may read it; the case itself stays private."""


def require_place(path: Path) -> None:
    """Make sure that a new file can be made at ``path``: before a signature, which cannot be taken back.

    Raises:
        TargetExists: there is something already; it is never overwritten.
        NotFound: there is no such folder.
    """
    if path.exists():
        raise TargetExists(path=str(path))
    if not path.absolute().parent.is_dir():
        raise NotFound(what="folder", path=str(path.parent))


OFFICE_MODE = 0o600
"""What is internal is the person's own file: who else reads it is that person's decision."""


def hand_out(path: Path, data: bytes, mode: int = HANDED_OUT_MODE) -> None:
    """Write a file for others, in place of an earlier one.

    Raises:
        DiskFull, StorageFailed: nothing was written; what is in the case is safe.
    """
    with system_translated(path):
        atomic_write(path, data, mode=mode)
