"""The custody list (保管链): who did what to which original or report, when and why, made from the journal and nothing else.

A bag carries it to be read; whoever checks the bag makes it again and compares.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.same_bytes import NoteLine, is_found_again
from surveyor_app.report.bag.content import CustodyEvent

SOURCE_FIELDS = ("origin", "source", "volume", "device", "file_modified_at", "importer")


EMPTY_FILE = "empty file, 0 bytes"
"""Said of what has a name and no content: its hash is that of every other empty file."""


class CustodyLine(NoteLine, Protocol):
    """What the list needs of one line of the journal."""

    @property
    def hash(self) -> str:
        """The entry's hash."""

    @property
    def at(self) -> str:
        """UTC with microseconds, as signed."""

    @property
    def actor(self) -> str:
        """Who wrote it."""

    @property
    def id(self) -> str:
        """The record."""


def custody_events(
    lines: Iterable[CustodyLine], evidence: Sequence[Evidence], reports: Sequence[Report]
) -> list[CustodyEvent]:
    """Return the events of originals and reports in the order of the journal: taken in, found again, changed, withdrawn, signed.

    What was found again is named as it was named there.
    """
    names: dict[str, tuple[str, str]] = {
        **{item.id: (item.file_name or "", item.sha256 or "") for item in evidence},
        **{item.id: (item.report_doc_no or "", item.sha256 or "") for item in reports},
    }
    taken_in: dict[str, Evidence] = {item.id: item for item in evidence}
    return [_event(line, *names[line.id], taken_in) for line in lines if line.id in names]


def custody_csv(events: Iterable[CustodyEvent]) -> bytes:
    """Return the list as CSV; the mark at its start tells spreadsheets that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["at", "actor", "action", "item", "sha256", "note"])
    for event in events:
        cells = [event.at, event.actor, event.action, event.item, event.sha256, event.note]
        writer.writerow([_inert(cell) for cell in cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _event(line: CustodyLine, item: str, sha256: str, taken_in: Mapping[str, Evidence]) -> CustodyEvent:
    if is_found_again(line):
        fields = line.fields or {}
        parts = [f"same bytes as {item}", *_places(fields)]
        item = str(fields.get("file_name") or item)
    else:
        parts = [line.reason or "", *_source(line, taken_in)]
    note = "; ".join(part for part in (*parts, f"entry {line.hash}") if part)
    return CustodyEvent(line.at, line.actor, str(line.action), item, sha256, note)


def _source(line: CustodyLine, taken_in: Mapping[str, Evidence]) -> list[str]:
    """Return where an original came from, for the event that took it in."""
    item = taken_in.get(line.id)
    if item is None or line.action is not Action.CREATE:
        return []
    told = _places({name: getattr(item, name) for name in SOURCE_FIELDS})
    return [EMPTY_FILE, *told] if item.size_bytes == 0 else told


def _places(fields: Mapping[str, object]) -> list[str]:
    return [f"{name} {value}" for name in SOURCE_FIELDS if (value := fields.get(name))]


def _inert(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula (CWE-1236); the journal holds the exact text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
