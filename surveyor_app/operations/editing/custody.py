"""The custody list (保管链): who did what to which original or report, when and why, made from the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.intake.found_again import is_found_again
from surveyor_app.records.reading import HistoryLine
from surveyor_app.report.bag_content import CustodyEvent

SOURCE_FIELDS = ("origin", "source", "volume", "device", "file_modified_at", "importer")

EMPTY_FILE = "empty file, 0 bytes"
"""Said of what has a name and no content: its hash is that of every other empty file."""


def custody_events(
    lines: Sequence[HistoryLine], evidence: Sequence[Evidence], reports: Sequence[Report]
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


def _event(line: HistoryLine, item: str, sha256: str, taken_in: Mapping[str, Evidence]) -> CustodyEvent:
    if is_found_again(line):
        fields = line.fields or {}
        parts = [f"same bytes as {item}", *_places(fields)]
        item = str(fields.get("file_name") or item)
    else:
        parts = [line.reason or "", *_source(line, taken_in)]
    note = "; ".join(part for part in (*parts, f"entry {line.hash}") if part)
    return CustodyEvent(line.at, line.actor, line.action.value, item, sha256, note)


def _source(line: HistoryLine, taken_in: Mapping[str, Evidence]) -> list[str]:
    """Return where an original came from, for the event that took it in."""
    item = taken_in.get(line.id)
    if item is None or line.action is not Action.CREATE:
        return []
    told = _places({name: getattr(item, name) for name in SOURCE_FIELDS})
    return [EMPTY_FILE, *told] if item.size_bytes == 0 else told


def _places(fields: Mapping[str, object]) -> list[str]:
    return [f"{name} {value}" for name in SOURCE_FIELDS if (value := fields.get(name))]
