"""The list of what wants a reason before a report is signed, as a file that people fill in: as the window asks it (domain §4)."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.domain.checks.gaps import is_gap, written
from surveyor_app.domain.errors import InputError
from surveyor_app.operations.cases.gaps import Standing
from surveyor_app.operations.editing.handing_out import OFFICE_MODE, hand_out
from surveyor_app.wording.translation import current_language


def write_list(path: Path, standing: Standing) -> int:
    """Write what is open and wants a reason, those given before filled in; return how many have none yet.

    Raises:
        DiskFull, StorageFailed: nothing was written.
    """
    wanted = [finding for finding in standing.open if finding.check.wants_reason]
    text = written(wanted, standing.reasons, current_language())
    hand_out(path, f"{text}\n".encode() if text else b"", OFFICE_MODE)
    return len(standing.wanting)


def read_list(path: Path) -> str:
    """Return a list as it was filled in; a line that looks like a gap and is none is refused, for it would excuse all others.

    Raises:
        InputError: it cannot be read, or a line of it was damaged.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(field="--reasons", reason=error.strerror or "not understood", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise InputError(field="--reasons", reason="not understood", path=str(path)) from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("-") and not is_gap(line):
            raise InputError(field="--reasons", reason="not understood", path=str(path), line=number)
    return text
