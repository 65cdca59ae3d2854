"""Changes one file of a bag and covers the tracks in its lists."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from tests.operations.cases.forged.forger import HANDOVER


def change_file(bag: Path, path: str, edit: Callable[[bytes], bytes]) -> None:
    """Change a file and make the manifests agree again, as someone would who wants to hide it."""
    (bag / HANDOVER).unlink(missing_ok=True)
    target = bag / path
    old = hashlib.sha256(target.read_bytes()).hexdigest()
    target.write_bytes(edit(target.read_bytes()))
    new = hashlib.sha256(target.read_bytes()).hexdigest()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        before = (bag / manifest).read_bytes()
        after = before.replace(old.encode(), new.encode())
        (bag / manifest).write_bytes(after)
        old, new = hashlib.sha256(before).hexdigest(), hashlib.sha256(after).hexdigest()
