"""The number and path of each original in manifest and bag, and the lines whose root a report states.

What an issued report has numbered keeps its number for ever: the manifest attached to the report names the files of every
later bag. What came since is numbered on, withdrawn evidence last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from surveyor_app.domain.journal.merkle import head_line, manifest_line
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.report.bag.names import original_path


class Head(Protocol):
    """The last entry of one chain of the journal."""

    @property
    def device(self) -> str:
        """The device that wrote the chain."""

    @property
    def epoch(self) -> int:
        """Which of its chains."""

    @property
    def seq(self) -> int:
        """The entry's place in it."""

    @property
    def hash(self) -> str:
        """The entry's hash."""


_ORIGINAL = re.compile(r"([0-9a-f]{64})  data/originals/([0-9]{4,})-")


def number_originals(evidence: Iterable[Evidence], issued: bytes | None) -> list[tuple[int, Evidence]]:
    """Return all evidence with bytes and its number; ``issued`` is the manifest of the last report, if there is one."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for sha256, number in _ORIGINAL.findall((issued or b"").decode("utf-8", "replace")):
        numbers[sha256].append(int(number))
    free = max((number for known in numbers.values() for number in known), default=0) + 1
    numbered = []
    for item in sorted(evidence, key=lambda item: item.withdrawn):
        if item.sha256 is None:
            continue
        if known := numbers.get(item.sha256):
            number = known.pop(0)
        else:
            number, free = free, free + 1
        numbered.append((number, item))
    return sorted(numbered, key=lambda pair: pair[0])


def evidence_manifest(originals: Iterable[tuple[int, Evidence]], heads: Iterable[Head]) -> bytes:
    """Return the sorted lines of the evidence root: every original under its path in the bag, and every chain's head."""
    lines = {manifest_line(item.sha256 or "", original_path(n, item.file_name or "")) for n, item in originals}
    lines |= {head_line(head.device, head.epoch, head.seq, head.hash) for head in heads}
    return "".join(sorted(lines, key=str.encode)).encode()
