"""What a person must know about a case's journal: conflicts, entries set aside or made by a newer version, and the like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.vocabulary import NEWER_VERSION
from surveyor_app.records import cases, reading
from surveyor_app.records.branches import counting


class NoticeKind(Enum):
    """What a notice is about."""

    CONFLICT = "conflict"
    SET_ASIDE = "set_aside"
    NEWER = "newer"
    EPOCH = "epoch"
    ALIAS = "alias"
    ONLY_HERE = "only_here"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. ``detail`` is the field of a conflict, the reason of a set-aside entry, the other id of an alias."""

    kind: NoticeKind
    record_kind: str = ""
    record_id: str = ""
    detail: str = ""
    count: int = 1


def collect(case: CaseFile) -> list[Notice]:
    """Return all notices of a case, those a person can settle first."""
    with case.read() as session:
        conflicts = reading.conflicts_of(session, case.case_id)
        set_aside = reading.quarantine_of(session, case.case_id)
        heads = reading.heads(session, case.case_id)
        ids = cases.resolve(session, case.case_id)
        only_here = counting.count_lost(session, case.case_id)
    found = [Notice(NoticeKind.CONFLICT, item.kind, item.id, item.field, len(item.values)) for item in conflicts]
    aside: dict[tuple[str, str, str], int] = {}
    newer = sum(entry.reason == NEWER_VERSION for entry in set_aside)
    if newer:
        # All of them at once: what each is about, only the newer version can say.
        found.append(Notice(NoticeKind.NEWER, count=newer))
    for entry in set_aside:
        if entry.reason == NEWER_VERSION:
            continue
        key = (entry.kind, entry.id, entry.reason)
        aside[key] = aside.get(key, 0) + 1
    found += [Notice(NoticeKind.SET_ASIDE, kind, id_, reason, count) for (kind, id_, reason), count in aside.items()]
    found += [Notice(NoticeKind.EPOCH, detail=str(head.epoch)) for head in heads if head.epoch > 0]
    found += [Notice(NoticeKind.ALIAS, detail=other) for other in ids[1:]]
    if only_here:
        found.append(Notice(NoticeKind.ONLY_HERE, count=only_here))
    return found


def conflicting_values(case: CaseFile, kind: str, record_id: str, field: str) -> list[Json]:
    """Return the values of a field that stand side by side, as they stand in the journal."""
    with case.read() as session:
        for conflict in reading.conflicts_of(session, case.case_id):
            if (conflict.kind, conflict.id, conflict.field) == (kind, record_id, field):
                return [value for _, value in conflict.values]
    return []
