"""A new case made of the rows that are still there: the journal and the originals as they are, every table from the journal.

Lines after a gap in this laptop's own chain are written again in a new epoch, as after a restored backup; those of others wait
for the line before them, which the centre sends.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text
from sqlalchemy.orm import Session

from surveyor_app.casefile import elsewhere
from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.engine import transaction
from surveyor_app.casefile.mirror import make_empty
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.salvage.finds import Finds, FoundLine, FoundPart
from surveyor_app.casefile.salvage.results import LostOriginal, Salvaged
from surveyor_app.casefile.schema import blob, draft, preview, receipt, this_case
from surveyor_app.casefile.schema import elsewhere as elsewhere_table
from surveyor_app.casefile.sealed_pages import SealedPages
from surveyor_app.casefile.translation import translated
from surveyor_app.domain.errors import DamagedFile
from surveyor_app.domain.journal.entries import Body, SignedEntry
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.progress import Progress, ReportProgress
from surveyor_app.records import journal
from surveyor_app.records.journal import Head
from surveyor_app.records.naming import named_bytes
from surveyor_app.records.schema import PROJECTIONS, devices
from surveyor_app.records.schema import erased as erased_table

SALVAGED = "salvaged from a damaged file"
_BATCH_LINES = 500


def rebuild(profile: Profile, path: Path, pages: SealedPages, unfinished: Path, progress: ReportProgress) -> Salvaged:
    """Make a case at ``unfinished`` of what the rows on the pages prove; ``progress`` counts on from the check of the pages.

    Raises:
        DamagedFile: nothing can be read.
    """
    key = make_empty(profile, unfinished)
    finds, parts = Finds(), 0
    with translated(unfinished), transaction(unfinished, key) as connection:
        for number in range(1, pages.count + 1):
            progress(Progress(pages.count + number, pages.count * 2))
            for large in finds.take(pages, number):
                if isinstance(large, FoundPart):
                    parts += _put_part(connection, large)
                else:
                    row = {name: getattr(large, name) for name in ("sha256", "kind", "jpeg_sha256", "jpeg")}
                    connection.execute(insert(preview).prefix_with("OR IGNORE").values(row))
    case_id = _case_of(profile, path, pages, finds)
    with translated(unfinished), transaction(unfinished, key) as connection:
        made_at = finds.case_ids.get(case_id) or utc_text(system_clock().at)
        connection.execute(insert(this_case).values(id=1, case_id=case_id, made_at=made_at))
        originals = _finish_originals(connection, finds)
        session = Session(connection)
        counted = _write_journal(profile, session, case_id, finds)
        _write_beside(profile, session, case_id, finds)
        lost = _lost_originals(session, case_id)
        head = journal.head_of(session, case_id, profile.device_key.device_id)
        session.flush()
    return Salvaged(
        case_id,
        pages.count,
        len(pages.mended),
        len(pages.damaged),
        originals=originals,
        lost_originals=lost,
        head=head,
        **counted,
    )


def _case_of(profile: Profile, path: Path, pages: SealedPages, finds: Finds) -> CaseId:
    """Return the case the file is of: as it says itself, as its lines say, or as the profile remembers.

    Raises:
        DamagedFile: nothing says it, for nothing can be read.
    """
    by_salt = [known.case_id for known in profile.registry.cases() if known.salt == pages.key.salt]
    said = [*by_salt, *finds.case_ids, *(line.entry.case for line in finds.lines.values())]
    if not said or not (finds.lines or finds.originals or finds.case_ids):
        raise DamagedFile(path=str(path), reason="nothing can be read")
    return CaseId(said[0])


def _put_part(connection: Connection, part: FoundPart) -> int:
    ids = {"id": part.blob_id, "n": part.n}
    connection.execute(text("INSERT OR IGNORE INTO blob (id, state) VALUES (:id, 'writing')"), ids)
    row = {**ids, "sha256": part.sha256, "data": part.data}
    statement = text("INSERT OR IGNORE INTO blob_part (blob_id, n, sha256, data) VALUES (:id, :n, :sha256, :data)")
    return connection.execute(statement, row).rowcount


def _finish_originals(connection: Connection, finds: Finds) -> int:
    """Keep the originals of which every part is there and whose bytes have their hash; return how many those are."""
    stored: set[str] = set()
    for blob_id in connection.execute(text("SELECT id FROM blob ORDER BY id")).scalars().all():
        whole, size = hashlib.sha256(), 0
        query = text("SELECT data FROM blob_part WHERE blob_id = :id ORDER BY n")
        for (data,) in connection.execute(query, {"id": blob_id}):
            whole.update(data)
            size += len(data)
        sha256 = whole.hexdigest()
        known = finds.originals.get(blob_id)
        # Where the list of originals is lost, a record that names the hash says as much.
        is_known = known is None or known[:2] == (sha256, size)
        if is_known and sha256 not in stored:
            stored_at = (known and known[2]) or utc_text(system_clock().at)
            values = {"state": "stored", "sha256": sha256, "size": size, "stored_at": stored_at}
            connection.execute(blob.update().where(blob.c.id == blob_id).values(values))
            stored.add(sha256)
        else:
            connection.execute(text("DELETE FROM blob_part WHERE blob_id = :id"), {"id": blob_id})
            connection.execute(text("DELETE FROM blob WHERE id = :id"), {"id": blob_id})
    return len(stored)


def _write_journal(profile: Profile, session: Session, case_id: CaseId, finds: Finds) -> dict[str, int]:
    """Take in the lines as if they came from elsewhere: their tables follow. Returns what is to be counted."""
    own = profile.device_key.device_id
    journal.register_device(session, own, profile.device_key.public_key, Role.SURVEYOR, profile.user)
    for device in finds.devices.values():
        row = {name: getattr(device, name) for name in ("id", "public_key", "role", "holder", "certificate")}
        session.execute(insert(devices).prefix_with("OR IGNORE").values(row))
    named = {line.entry.body for line in finds.lines.values()}
    rows = [{"case_id": case_id, "body_hash": digest} for digest in finds.erased & (named - finds.bodies.keys())]
    if rows:
        session.execute(insert(erased_table), rows)
    lines = sorted((line for line in finds.lines.values() if line.entry.case == case_id), key=lambda line: line.pos)
    waiting: set[str] = set()
    for start in range(0, len(lines), _BATCH_LINES):
        batch = [_signed(line, finds.bodies) for line in lines[start : start + _BATCH_LINES]]
        received = journal.receive(session, case_id, batch)
        waiting = (waiting | set(received.waiting)) - set(received.applied)
    again = _say_again(profile, session, case_id, finds, waiting)
    own_waiting = sum(finds.lines[item].entry.device == own for item in waiting)
    return {
        "entries": len(lines) - len(waiting),
        "lost_entries": _lost_lines(lines, profile.registry.head(case_id)),
        "lost_bodies": sum(
            line.entry.body not in finds.bodies and line.entry.body not in finds.erased for line in lines
        ),
        "said_again": again,
        "waiting": len(waiting) - own_waiting,
    }


def _signed(line: FoundLine, bodies: Mapping[str, tuple[bytes, bytes]]) -> SignedEntry:
    found = bodies.get(line.entry.body)
    body = None if found is None else Body.from_content(*found)
    return SignedEntry(line.line, line.signature, body, line.number)


def _lost_lines(lines: list[FoundLine], known: Head | None) -> int:
    """Return how many lines are missing between those that are there, chain by chain, and up to the head that is known."""
    chains: dict[tuple[str, int], set[int]] = {}
    for line in lines:
        chains.setdefault((line.entry.device, line.entry.epoch), set()).add(line.entry.seq)
    lost = 0
    if known is not None:
        places = chains.setdefault((known.device, known.epoch), set())
        lost += max(0, known.seq - max(places, default=0))
    for (_, epoch), places in chains.items():
        first = 1 if epoch == 0 else min(places, default=1)
        lost += max(places, default=0) - first + 1 - len(places) if places else 0
    return lost


def _say_again(profile: Profile, session: Session, case_id: CaseId, finds: Finds, waiting: set[str]) -> int:
    """Write again what this laptop wrote after a gap; returns how many lines of it."""
    own = profile.device_key.device_id
    after_gap = [finds.lines[item] for item in waiting if finds.lines[item].entry.device == own]
    after_gap.sort(key=lambda line: (line.entry.epoch, line.entry.seq))
    beyond = [_signed(line, finds.bodies) for line in after_gap]
    known = profile.registry.head(case_id)
    heads = [] if known is None else [known]
    if journal.head_of(session, case_id, own) is None:
        journal.begin_again(session, case_id, profile.author(), beyond)
    elif beyond or journal.restored(session, case_id, heads):
        journal.open_epoch(session, case_id, profile.author(), None, SALVAGED, known_heads=heads, beyond=beyond)
    return len(beyond)


def _write_beside(profile: Profile, session: Session, case_id: CaseId, finds: Finds) -> None:
    """Write what hangs on no line: receipts, what was being typed, and which originals never were on this laptop."""
    for kept in finds.receipts:
        row = {name: getattr(kept, name) for name in ("kind", "receipt", "cms", "received_at")}
        session.execute(insert(receipt).values(row))
    for kind, record_id, name, value, saved_at in finds.drafts:
        row = {"kind": kind, "record_id": record_id, "field": name, "value": value, "saved_at": saved_at}
        session.execute(insert(draft).prefix_with("OR IGNORE").values(row))
    for sha256, came in finds.elsewhere.items():
        session.execute(insert(elsewhere_table).prefix_with("OR IGNORE").values(sha256=sha256, came=came))
    elsewhere.note_absent_of_others(session, case_id, profile.device_key.device_id)


def _lost_originals(session: Session, case_id: CaseId) -> tuple[LostOriginal, ...]:
    held = {sha256 for (sha256,) in session.execute(text("SELECT sha256 FROM blob WHERE state = 'stored'"))}
    away = {item.sha256 for item in elsewhere.absent(session, case_id)}
    return tuple(_named(session, case_id, held | away))


def _named(session: Session, case_id: CaseId, here: set[str]) -> Iterator[LostOriginal]:
    for item in named_bytes(session, case_id):
        if item.sha256 not in here and item.kind != CASE_KIND:
            table: Any = PROJECTIONS[item.kind]
            name = None
            if "file_name" in table.c:
                query = table.select().where(table.c.case_id == case_id, table.c.id == item.record_id)
                name = session.execute(query).mappings().one()["file_name"]
            yield LostOriginal(item.kind, item.record_id, item.sha256, name)
