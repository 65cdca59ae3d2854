"""The delivery root: one hash over everything a case holds, computed by laptop and centre from the same records.

It is the RFC 6962 Merkle root over sorted lines, each once:

- ``<sha256>  originals/<evidence id>`` for every evidence record that names an original, withdrawn ones included;
- ``<sha256>  reports/<report id>`` for every issued report;
- ``<sha256>  statements/<record id>`` for every signed statement, page picture and piece of handwriting;
- ``<entry hash>  journal/<device>/<epoch>/<seq>`` for the head of every chain of the case.

Previews are derived and do not take part. The root does not depend on which bytes have arrived: whether they have is what the
receipt's kind says. What only the newer of two versions understands is listed as the laptop understands it (``about`` and
``named`` of :class:`~surveyor_app.protocol.delivery.DeliverRequest`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from surveyor_app.domain.journal.merkle import head_line, manifest_line, root_of_lines


@dataclass(frozen=True, slots=True)
class HeadMark:
    """The last entry of one chain."""

    device: str
    epoch: int
    seq: int
    hash: str


def delivery_lines(named: Iterable[tuple[str, str, str]], heads: Iterable[HeadMark]) -> list[str]:
    """Return the sorted lines; ``named`` are triples of folder, record id and SHA-256."""
    lines = {manifest_line(sha256, f"{folder}/{record_id}") for folder, record_id, sha256 in named}
    lines |= {head_line(head.device, head.epoch, head.seq, head.hash) for head in heads}
    return sorted(lines, key=str.encode)


def delivery_root(lines: Iterable[str]) -> str:
    """Return the hexadecimal root over :func:`delivery_lines`."""
    return root_of_lines(lines)
