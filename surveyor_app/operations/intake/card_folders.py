"""How the folder of a camera card or a phone is recognised, and which of its folders cameras write to.

DCIM is the folder of the "Design rule for Camera File system" (JEITA CP-3461, DCF); PRIVATE and its like are where AVCHD and
XAVC cameras keep video beside it.
"""

from __future__ import annotations

import re
from pathlib import Path

DCIM = "DCIM"
CAMERA_FOLDERS = frozenset({DCIM, "PRIVATE", "AVCHD", "M4ROOT", "MP_ROOT"})
CARD, PHONE = "card", "phone"
"""The values of ``evidence_origin`` for them."""

_APPLE = re.compile(r"\d{3}APPLE")


def dcim_in(folder: Path) -> Path | None:
    """Return the DCIM folder at the top of ``folder``; FAT may write it in small letters."""
    return next((item for item in _folders(folder) if item.name.upper() == DCIM), None)


def camera_folders(root: Path) -> list[Path]:
    """Return the folders at the top of a card that cameras write to, by name."""
    return [item for item in _folders(root) if item.name.upper() in CAMERA_FOLDERS]


def kind_of(dcim: Path) -> str:
    """Tell a phone from a camera's card: Android's own folder lies beside, or a phone's folders lie inside."""
    beside = {item.name for item in _folders(dcim.parent)}
    inside = {item.name for item in _folders(dcim)}
    is_phone = "Android" in beside or "Camera" in inside or any(_APPLE.fullmatch(name) for name in inside)
    return PHONE if is_phone else CARD


def dcim_above(file: Path) -> Path | None:
    """Return the DCIM folder a file lies in, the outermost of several."""
    return next((folder for folder in reversed(file.parents) if folder.name.upper() == DCIM), None)


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(item for item in folder.iterdir() if item.is_dir())
    except OSError:
        return []
