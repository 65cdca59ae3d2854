"""Volumes on Windows: drives by letter, their labels and serial numbers from the system's own calls."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from surveyor_app.operations.volumes.volume import Volume, made

_TEXT = 261
_UNMOUNTED = frozenset({0, 1})
"""Kinds of drive (GetDriveTypeW) without a volume: unknown, no root."""

_FAIL_QUIETLY = 1
"""SEM_FAILCRITICALERRORS: an empty card reader is an answer and no reason for the system to ask for a disk."""

if sys.platform == "win32":
    import ctypes

    def volume_of(path: Path) -> Volume | None:
        """Return the volume that holds ``path`` (absolute)."""
        root = ctypes.create_unicode_buffer(_TEXT)
        if not ctypes.windll.kernel32.GetVolumePathNameW(str(path), root, _TEXT):
            return None
        label, system = ctypes.create_unicode_buffer(_TEXT), ctypes.create_unicode_buffer(_TEXT)
        serial = ctypes.c_ulong()
        told = ctypes.windll.kernel32.GetVolumeInformationW(
            root, label, _TEXT, ctypes.byref(serial), None, None, system, _TEXT
        )
        if not told:
            return made(Path(root.value))
        number = f"{serial.value >> 16:04X}-{serial.value & 0xFFFF:04X}"
        return made(Path(root.value), label=label.value, serial=number, file_system=system.value)

    def all_volumes() -> Iterator[Volume]:
        """Yield all drives that hold a volume now; an empty card reader has none."""
        ctypes.windll.kernel32.SetThreadErrorMode(_FAIL_QUIETLY, None)
        letters = ctypes.windll.kernel32.GetLogicalDrives()
        for number in range(26):
            root = f"{chr(ord('A') + number)}:\\"
            if letters >> number & 1 and ctypes.windll.kernel32.GetDriveTypeW(root) not in _UNMOUNTED:
                volume = volume_of(Path(root))
                if volume is not None and volume.file_system is not None:
                    yield volume
