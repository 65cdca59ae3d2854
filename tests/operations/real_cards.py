"""A card that can be put in and pulled out: a small memory disk of its own."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_CLONE_NEWNS = 0x00020000
_MS_REC_PRIVATE = 0x4000 | 0x40000


def keep_mounts_private() -> None:
    """Give this process mounts of its own, so that tests running beside it do not see its cards; root on Linux only.

    Called before the first thread is started: threads that are there already would keep the mounts of all.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    library = ctypes.CDLL(None)
    if library.unshare(_CLONE_NEWNS) == 0:
        library.mount(None, b"/", None, _MS_REC_PRIVATE, None)


@contextmanager
def card_in(folder: Path, size: str = "64m") -> Iterator[Path]:
    """Mount an empty card at ``folder``; skip the test where only the system's administrator may."""
    put_in(folder, size)
    try:
        yield folder
    finally:
        if folder.is_mount():
            pull_out(folder)


def put_in(folder: Path, size: str = "64m") -> None:
    """Mount an empty card."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a card")
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "card", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting is not allowed here")


def pull_out(folder: Path) -> None:
    """Take the card away, whoever is reading it."""
    subprocess.run(["umount", "--lazy", folder], check=True)
