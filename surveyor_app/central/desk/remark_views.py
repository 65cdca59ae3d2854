"""Remarks as the desk shows them: each thread with what it is about, how far it is, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from surveyor_app.central.claims.remark_acts import task_holders
from surveyor_app.central.desk.record_texts import record_rows
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import moment_text
from surveyor_app.domain.claim.remarks import Remark, Thread, threads
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.process.stages import Waits
from surveyor_app.records import reading

MOST_NAME = 40
FOR_THE_DESK = (Waits.HANDLER, Waits.VERIFIER, Waits.DISPATCHER, Waits.INTAKE)
"""Whom at the office a remark may be meant for."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: who and when, what was said, and the evidence that came with it (id and what it is called)."""

    by: str
    text: str
    evidence: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ThreadView:
    """One remark in words; ``link`` leads to what it is about."""

    id: str
    about: str
    link: str
    by: str
    to: str
    asks: str
    text: str
    due: str
    is_late: bool
    state: str
    state_id: str
    is_settled: bool
    answers: Sequence[Answered]


@dataclass(frozen=True, slots=True)
class RemarkForm:
    """What a new remark can be: about what, what it asks for, and to whom."""

    action: str
    asks: Sequence[tuple[str, str]]
    to: Sequence[tuple[str, str]]


def thread_views(
    session: Session, pages: DeskPages, case: str, now: datetime, kind: str = "", record: str = ""
) -> list[ThreadView]:
    """Return the threads of a case, or those about one record: what is not settled first, the newest of each first."""
    found = threads(reading.list_records(session, case, Remark))
    if record:
        found = [thread for thread in found if (thread.remark.about_kind, thread.remark.about_uid) == (kind, record)]
    ids = reading.ids(session, case, Evidence) if found else []
    numbers: dict[str, int] = {id_: number for number, id_ in enumerate(ids, start=1)}
    found = sorted(found, key=lambda thread: thread.remark.id, reverse=True)
    found = sorted(found, key=lambda thread: thread.is_settled)
    return [_view(session, pages, case, thread, now, numbers) for thread in found]


def remark_form(session: Session, pages: DeskPages, case: str, kind: str, record: str) -> RemarkForm:
    """Return the form for a remark about a record."""
    labels, language = pages.labels, pages.language
    surveyor = labels.value("process_waits", Waits.SURVEYOR, language)
    people = dict.fromkeys(
        (f"user:{task.owner}", f"{surveyor} · {task.owner_name or task.owner}") for task in task_holders(session, case)
    )
    roles = [(f"role:{role.value}", labels.value("process_waits", role, language)) for role in FOR_THE_DESK]
    asks = [(choice.id, choice.label.in_(language)) for choice in labels.choices("remark_asks")]
    return RemarkForm(f"/claims/{case}/records/{kind}/{record}/remark", asks, [*people, *roles])


def record_link(case: str, kind: str, record: str) -> str:
    """Return where a record is shown."""
    return f"/claims/{case}/photos/{record}" if kind == Evidence.KIND else f"/claims/{case}/records/{kind}/{record}"


def _view(
    session: Session, pages: DeskPages, case: str, thread: Thread, now: datetime, numbers: dict[str, int]
) -> ThreadView:
    labels, language, remark = pages.labels, pages.language, thread.remark
    kind, record = remark.about_kind or "", remark.about_uid or ""
    role = labels.value("process_waits", remark.to_role, language)
    return ThreadView(
        id=remark.id,
        about=_name(session, pages, case, kind, record, numbers),
        link=record_link(case, kind, record) if kind in KINDS else "",
        by=_signed(remark),
        to=" · ".join(filter(None, (role, remark.to_user))),
        asks=labels.value("remark_asks", remark.asks, language),
        text=remark.text or "",
        due=moment_text(remark.due_at),
        is_late=thread.waits_for_answer and remark.due_at is not None and remark.due_at.utc < now,
        state=labels.value("remark_state", thread.state, language),
        state_id=thread.state,
        is_settled=thread.is_settled,
        answers=[
            Answered(
                _signed(answer),
                answer.text or "",
                [(id_, _name(session, pages, case, Evidence.KIND, id_, numbers)) for id_ in answer.evidence or ()],
            )
            for answer in thread.answers
        ],
    )


def _name(session: Session, pages: DeskPages, case: str, kind: str, record: str, numbers: dict[str, int]) -> str:
    if kind not in KINDS:
        return kind
    found = reading.get(session, case, KINDS[kind], record)
    parts = [pages.labels.kind(kind, pages.language)]
    if isinstance(found, Evidence):
        parts += [str(numbers.get(record, "")), found.caption or found.file_name or ""]
    elif found is not None:
        parts += [row.text[:MOST_NAME] for row in record_rows(pages, found)[:1]]
    return " · ".join(filter(None, parts))


def _signed(remark: Remark) -> str:
    return " · ".join(filter(None, (remark.written_by, moment_text(remark.written_at))))
