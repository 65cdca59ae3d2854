"""Volumes on macOS: what lies under /Volumes, described by ``diskutil``."""

from __future__ import annotations

import os
import plistlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

from surveyor_app.operations.volumes.volume import Volume, made

VOLUMES = Path("/Volumes")
LONGEST_S = 5.0
"""A disk that is being unplugged keeps diskutil waiting; an import does not wait for a name."""


def volume_of(path: Path) -> Volume | None:
    """Return the volume that holds ``path`` (absolute, links resolved)."""
    root = path
    while not os.path.ismount(root) and root != root.parent:
        root = root.parent
    return described(root)


def all_volumes() -> Iterator[Volume]:
    """Yield the volumes beside the system's own."""
    try:
        folders = sorted(VOLUMES.iterdir())
    except OSError:
        return
    for folder in folders:
        if os.path.ismount(folder) and not folder.is_symlink():
            yield described(folder)


def described(root: Path) -> Volume:
    """Return a volume with what ``diskutil`` says of it; where it says nothing, its folder's name."""
    try:
        told = subprocess.run(
            ["/usr/sbin/diskutil", "info", "-plist", str(root)], capture_output=True, check=True, timeout=LONGEST_S
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return made(root, label=root.name)
    return from_plist(root, told)


def from_plist(root: Path, told: bytes) -> Volume:
    """Read ``diskutil info -plist``."""
    try:
        found = plistlib.loads(told)
    except (plistlib.InvalidFileException, ValueError):
        found = {}
    words = {name: value for name, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}
    return made(
        root,
        label=words.get("VolumeName") or root.name,
        serial=words.get("VolumeUUID"),
        file_system=words.get("FilesystemName") or words.get("FilesystemType"),
        device=words.get("MediaName") or words.get("IORegistryEntryName"),
    )
