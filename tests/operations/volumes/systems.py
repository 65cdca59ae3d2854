"""A Linux system as its own files describe it, laid out in a folder."""

from __future__ import annotations

import os
from pathlib import Path


class MadeSystem:
    """Writes ``proc``, ``dev`` and ``sys`` below a folder, as the kernel and udev do."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lines: list[bytes] = [b"27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw"]
        (root / "proc/self").mkdir(parents=True)
        self._write()

    def mount(
        self, point: Path | bytes, *, number: str = "8:17", system: str = "vfat", source: str = "/dev/sdb1"
    ) -> None:
        """Mount something; a blank in the place is escaped as the kernel does it."""
        place = (point if isinstance(point, bytes) else os.fsencode(point)).replace(b" ", rb"\040")
        line = b"90 27 %s / %s rw shared:7 - %s %s rw" % (number.encode(), place, system.encode(), source.encode())
        self._lines.append(line)
        self._write()

    def unmount_last(self) -> None:
        """Take the last mount away."""
        self._lines.pop()
        self._write()

    def name_disk(self, device: str, *, label: bytes = b"", uuid: str = "") -> None:
        """Give a device the links udev makes."""
        for folder, name in (("by-label", label), ("by-uuid", uuid.encode())):
            if name:
                links = self.root / "dev/disk" / folder
                links.mkdir(parents=True, exist_ok=True)
                (links / os.fsdecode(name)).symlink_to(f"../../{device}")

    def hardware(self, number: str, disk: str, part: str, **words: str) -> None:
        """Describe the disk a block device lies on."""
        device = self.root / "sys/devices" / disk
        (device / part).mkdir(parents=True)
        (device / "device").mkdir()
        for name, word in words.items():
            (device / "device" / name).write_text(word + "\n")
        (self.root / "sys/dev/block").mkdir(parents=True, exist_ok=True)
        (self.root / "sys/dev/block" / number).symlink_to(device / part)

    def _write(self) -> None:
        (self.root / "proc/self/mountinfo").write_bytes(b"\n".join(self._lines) + b"\n")
