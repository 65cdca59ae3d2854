r"""Volumes on Linux: ``/proc/self/mountinfo``, ``/dev/disk/by-*`` and ``/sys``, read as files and without a helper program.

Phones and cameras without a file system appear as folders of one mount of GNOME's file bridge: ``mtp:host=…``, ``afc:host=…``,
``gphoto2:host=…``; each is taken as a volume of its own. Field meanings: proc(5); ``\040`` escapes there, ``\x20`` in /dev/disk.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from surveyor_app.operations.volumes.volume import Volume, made

SYSTEM_ROOT = Path("/")
BRIDGE = "fuse.gvfsd-fuse"
_PHONE = re.compile(r"(?:mtp|afc):host=(.+)")
_CAMERA = re.compile(r"gphoto2:host=(.+)")
_OCTAL = re.compile(rb"\\([0-7]{3})")
_HEX = re.compile(rb"\\x([0-9a-fA-F]{2})")

VIRTUAL = frozenset({
    "autofs", "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs", "devpts", "devtmpfs", "efivarfs", "fusectl",
    "hugetlbfs", "mqueue", "nsfs", "proc", "pstore", "ramfs", "rpc_pipefs", "securityfs", "selinuxfs", "squashfs", "sysfs",
    "tracefs",
})  # fmt: skip
"""File systems that hold nothing a camera wrote; looking for cards passes them by."""

NETWORK = frozenset({"9p", "afs", "ceph", "cifs", "fuse.sshfs", "nfs", "nfs4", "smb3"})
"""Looking into one whose server is away would wait for minutes."""


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of mountinfo."""

    point: Path
    number: str
    file_system: str
    source: str


def mounts(system_root: Path = SYSTEM_ROOT) -> list[Mount]:
    """Return what is mounted, in the order of mounting; of several at one place the last is the one seen."""
    try:
        lines = (system_root / "proc/self/mountinfo").read_bytes().splitlines()
    except OSError:
        return []
    return [found for line in lines if (found := _mount(line)) is not None]


def volume_of(path: Path, found: list[Mount], system_root: Path = SYSTEM_ROOT) -> Volume | None:
    """Return the volume that holds ``path`` (absolute, links resolved), ``None`` where the system does not tell."""
    holding = [mount for mount in found if path == mount.point or mount.point in path.parents]
    if not holding:
        return None
    # Of equally deep ones the later was mounted over the earlier.
    mount = max(reversed(holding), key=lambda item: len(item.point.parts))
    if mount.file_system == BRIDGE:
        inside = path.relative_to(mount.point).parts
        return _bridged(mount.point / inside[0]) if inside else None
    return _disk(mount, system_root)


def all_volumes(found: list[Mount], system_root: Path = SYSTEM_ROOT) -> Iterator[Volume]:
    """Yield the volumes on which a camera may have written."""
    for mount in {mount.point: mount for mount in found}.values():
        if mount.file_system == BRIDGE:
            for folder in _folders(mount.point):
                volume = _bridged(folder)
                if volume is not None:
                    yield volume
        elif mount.file_system not in VIRTUAL | NETWORK and mount.point != SYSTEM_ROOT:
            yield _disk(mount, system_root)


def _mount(line: bytes) -> Mount | None:
    before, separator, after = line.partition(b" - ")
    left, right = before.split(b" "), after.split(b" ")
    if not separator or len(left) < 6 or len(right) < 2:
        return None
    point = Path(os.fsdecode(_unescaped(left[4], _OCTAL, 8)))
    return Mount(point, left[2].decode("ascii", "replace"), os.fsdecode(right[0]),
                 os.fsdecode(_unescaped(right[1], _OCTAL, 8)))  # fmt: skip


def _disk(mount: Mount, system_root: Path) -> Volume:
    """Return a volume on a block device; one without (tmpfs, a network folder) has its file system and place only."""
    is_block = mount.source.startswith("/dev/")
    return made(
        mount.point,
        label=_disk_name(mount.source, system_root / "dev/disk/by-label") if is_block else None,
        serial=os.fsdecode(_disk_name(mount.source, system_root / "dev/disk/by-uuid") or b"") if is_block else None,
        file_system=mount.file_system,
        device=_hardware(mount.number, system_root)
        if is_block
        else None
        if mount.source == mount.file_system
        else mount.source,
    )


def _disk_name(source: str, folder: Path) -> bytes | None:
    """Return the name of the link in ``folder`` that leads to the device ``source``."""
    wanted = Path(source).name
    try:
        links = sorted(folder.iterdir())
    except OSError:
        return None
    for link in links:
        try:
            leads_to = link.readlink().name
        except OSError:
            continue
        if leads_to == wanted:
            return _unescaped(os.fsencode(link.name), _HEX, 16)
    return None


def _hardware(number: str, system_root: Path) -> str | None:
    """Return vendor and model of the disk a block device (``major:minor``) lies on."""
    try:
        block = (system_root / "sys/dev/block" / number).resolve(strict=True)
    except OSError:
        return None
    for folder in (block, block.parent):
        told = {name: _line(folder / "device" / name) for name in ("vendor", "model", "name")}
        # A vendor alone is a number of a bus.
        if told["model"] or told["name"]:
            return " ".join(word for word in (told["vendor"], told["model"] or told["name"]) if word)
    return None


def _line(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def _bridged(folder: Path) -> Volume | None:
    phone, camera = _PHONE.fullmatch(folder.name), _CAMERA.fullmatch(folder.name)
    found = phone or camera
    if found is None:
        return None
    name = unquote(found[1])
    label = name.replace("_", " ")
    return made(folder, label=label, serial=name, device=label, file_system=folder.name.partition(":")[0],
                is_phone=phone is not None)  # fmt: skip


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(item for item in folder.iterdir() if item.is_dir())
    except OSError:
        return []


def _unescaped(raw: bytes, escape: re.Pattern[bytes], base: int) -> bytes:
    return escape.sub(lambda match: bytes([int(match[1], base) & 0xFF]), raw)
