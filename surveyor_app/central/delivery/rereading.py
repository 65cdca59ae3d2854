"""Blobs are read again for every receipt: it stands only for bytes that came back from the store since it was asked for.

Who asks for a receipt opens a *round*, numbered upwards within the case. Each blob remembers the newest round that was open when
its last reading began, so that one reading serves everyone who asked before it. Reading happens in no transaction, and what was
read is noted when a request's time is over: a large case takes several requests, and a restart goes on where it was.

A round ends with its receipt. One that nobody came back for is opened anew: what was read for it then may have gone since.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.storage import assembling, uploads
from surveyor_app.central.storage.schema import blobs, receipt_rounds
from surveyor_app.central.storage.uploads import STORED, Upload
from surveyor_app.domain.errors import BlobDamaged, BlobMissing
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.instants import parse_utc, utc_text
from surveyor_app.records.cases import lock_case

REREAD_S = 10.0
"""How long one request goes on reading blobs again before it asks the laptop to come back."""

ABANDONED_AFTER = timedelta(minutes=10)
"""A laptop that waits for its receipt comes back at once."""

_WHOSE = ("case_id", "kind", "task_id", "user")


@dataclass(frozen=True, slots=True)
class Round:
    """One receipt being prepared: its number, and the newest of the case, which a blob read now is marked with."""

    number: int
    newest: int

    def has_read(self, upload: Upload) -> bool:
        """Tell whether a blob is stored and was read again since the receipt was asked for."""
        return upload.state == STORED and upload.reread_in is not None and upload.reread_in >= self.number


def open_round(session: Session, key: Mapping[str, str], now: datetime) -> Round:
    """Return the round of the receipt with this key (that of the ``receipts`` table), opened now unless it is under way."""
    case = key["case_id"]
    lock_case(session, case)
    mine = _this(key)
    row = session.execute(select(receipt_rounds).where(mine)).one_or_none()
    newest = _newest(session, case)
    number = newest + 1
    if row is not None and row.delivery_root == key["delivery_root"]:
        away = now - parse_utc(row.seen_at)
        if timedelta() <= away <= ABANDONED_AFTER:
            number = row.number
    session.execute(delete(receipt_rounds).where(mine))
    session.execute(insert(receipt_rounds).values(**key, number=number, seen_at=utc_text(now)))
    return Round(number, max(newest, number))


def close_round(session: Session, key: Mapping[str, str]) -> None:
    """End a round: its receipt is there, the next one needs a reading of its own."""
    session.execute(delete(receipt_rounds).where(_this(key)))


def read_again(centre: Centre, case: str, unread: Collection[Upload], now: Round) -> None:
    """Read stored blobs again as far as the time of one request goes, at least one, and note what came of it.

    What changed or vanished is asked for again from its beginning.
    """
    started = time.monotonic()
    intact: list[Upload] = []
    lost: list[Upload] = []
    for upload in unread:
        try:
            assembling.require_intact(centre.store, case, upload.sha256)
            intact.append(upload)
        except (BlobDamaged, BlobMissing):
            lost.append(upload)
        if time.monotonic() - started > REREAD_S:
            break
    if not intact and not lost:
        return
    reach("reread.before_noted")
    with centre.database.write() as session:
        uploads.mark_reread(session, intact, now.newest)
        for upload in lost:
            uploads.lose(session, upload)
    reach("reread.after_noted")


def _newest(session: Session, case: str) -> int:
    opened = session.scalar(select(func.max(receipt_rounds.c.number)).where(receipt_rounds.c.case_id == case))
    marked = session.scalar(select(func.max(blobs.c.reread_in)).where(blobs.c.case_id == case))
    return max(opened or 0, marked or 0)


def _this(key: Mapping[str, str]) -> ColumnElement[bool]:
    return and_(*(receipt_rounds.c[name] == key[name] for name in _WHOSE))
