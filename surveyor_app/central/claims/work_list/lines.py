"""Works out the lines of the work list: which stages of a claim wait, for whom and until when (domain/process).

The stages follow from the records and are never stored; a line is only what was last worked out, for finding and counting among
many thousand claims, and is worked out anew before a list is shown whenever something in the claim changed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.standing import full_receipts
from surveyor_app.central.claims.task_standing import DONE, standing_of
from surveyor_app.central.claims.work_marks import note_change
from surveyor_app.central.storage.schema import opened_cases, work_list, work_marks
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Claim, Task
from surveyor_app.domain.claim.contacts import Complaint
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.instants import Instant, utc_text
from surveyor_app.domain.process.complaining import open_ones
from surveyor_app.domain.process.facts import ProcessFacts, receipted
from surveyor_app.domain.process.reviewing import ReviewState, reviews_of
from surveyor_app.domain.process.stages import UNDER_WAY, Standing, State, Waits, standings
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.records.summaries.overviews import creation_numbers_of, records_of
from surveyor_app.wording.findings.complaint_times import load_complaint_times
from surveyor_app.wording.findings.process_times import load_process_times
from surveyor_app.wording.findings.time_limits import service_limits

VERSION = 2
"""Of how lines are worked out; those of another version are worked out anew."""
AT_ONCE = 500
NEVER = "9999"
"""When a claim is due that is not: after all that are."""
STOPPED = "cancelled"
"""Stands where the stages stand that a claim waits in, of one that was cancelled."""
COMPLAINED = "complaint"
"""Stands beside them where a complaint is not answered yet."""
Complaints = Sequence[tuple[Complaint, Instant | None]]
"""Complaints that are not answered, each with until when."""
RETURNED = frozenset({"returned", "done_then_returned"})


def bring_up_to_date(centre: Centre) -> int:
    """Work out the lines of all claims in which something changed, and return how many those were."""
    count = 0
    while True:
        with centre.database.glance() as session:
            is_done = session.scalar(select(work_marks.c.mark).limit(1)) is None
        if is_done:
            return count
        with centre.database.write() as session:
            count += _work_out_some(session, centre.now())


def renew(centre: Centre) -> None:
    """Leave a mark for each line that another version of this program worked out; asked once, when a centre begins to serve."""
    with centre.database.write() as session:
        stale = session.scalars(select(work_list.c.case_id).where(work_list.c.version != VERSION)).all()
        for case in stale:
            note_change(session, case)


def _work_out_some(session: Session, now: datetime) -> int:
    marks = session.execute(select(work_marks).order_by(work_marks.c.mark).limit(AT_ONCE)).all()
    # In one order, so that two nodes that do this at the same moment wait for each other and for nothing else.
    found = sorted({row.case_id for row in marks})
    rows = _rows(session, found, now)
    if rows:
        session.execute(_upsert(session, work_list, ("case_id",)), rows)
    session.execute(delete(work_marks).where(work_marks.c.mark.in_([row.mark for row in marks])))
    return len(found)


def _rows(session: Session, found: Sequence[str], now: datetime) -> list[dict[str, Any]]:
    opened = {
        row.case_id: row.opened_at
        for row in session.execute(select(opened_cases).where(opened_cases.c.case_id.in_(found)))
    }
    claims, tasks = records_of(session, Claim, opened), records_of(session, Task, opened)
    documents, notices = records_of(session, Document, opened), records_of(session, Notice, opened)
    complaints = records_of(session, Complaint, opened)
    reports, reviews = records_of(session, Report, opened), records_of(session, Review, opened)
    remarks, samples = records_of(session, Remark, opened), records_of(session, Sample, opened)
    numbers, given = creation_numbers_of(session, Report, reports), full_receipts(session, reports)
    rows = []
    for case in sorted(opened):
        held = tasks.get(case, ())
        facts = ProcessFacts(
            claim=next(iter(claims.get(case, ())), None),
            tasks=held,
            documents=documents.get(case, ()),
            notices=notices.get(case, ()),
            received=frozenset(task.id for task in held if standing_of(session, case, task) == DONE),
            reports=reports.get(case, ()),
            remarks=remarks.get(case, ()),
            reviews=reviews.get(case, ()),
            samples=samples.get(case, ()),
            times=load_process_times(resources_dir()),
            receipted=receipted(reports.get(case, ()), held, numbers, given.get(case, ())),
        )
        waited = open_ones(complaints.get(case, ()), load_complaint_times(resources_dir()))
        rows.append({"case_id": case, "opened_at": opened[case], "version": VERSION, **_line(facts, waited, now)})
    return rows


def _line(facts: ProcessFacts, complaints: Complaints, now: datetime) -> dict[str, Any]:
    waiting = [standing for standing in standings(facts) if standing.state in UNDER_WAY]
    returned = {review.task.id for review in reviews_of(facts) if review.state is ReviewState.RETURNED}
    held = [task for task in facts.tasks if task.task_status not in GIVEN_AWAY]
    open_tasks = [task for task in held if task.id not in facts.received or task.id in returned]
    claim = facts.claim
    is_stopped = claim is not None and claim.is_cancelled
    return {
        "report_no": (claim.report_no if claim else None) or "",
        "loss_cause": (claim.loss_cause if claim else None) or "",
        "waiting": words(
            [*([STOPPED] if is_stopped else [item.stage for item in waiting]), *([COMPLAINED] if complaints else [])]
        ),
        "waits_for": words({*(item.waits_for or "" for item in waiting), *([Waits.HANDLER] if complaints else [])}),
        "holders": words({task.owner or "" for task in open_tasks}),
        "is_unassigned": any(standing.waits_for is Waits.DISPATCHER for standing in waiting),
        "is_returned": any(task.task_status in RETURNED for task in open_tasks)
        or any(standing.state is State.RETURNED for standing in waiting),
        "due_at": _due(facts, open_tasks, waiting, complaints, now),
        "stages": json.dumps(
            [*map(_told, waiting), *([[COMPLAINED, Waits.HANDLER, "", len(complaints), ""]] if complaints else [])],
            ensure_ascii=False,
        ),
    }


def words(parts: Iterable[str]) -> str:
    """Return words as a column holds them in which each is looked for: between spaces."""
    found = sorted(str(part) for part in parts if part)
    return f" {' '.join(found)} " if found else ""


def _told(standing: Standing) -> list[Any]:
    state = "" if standing.state is State.WAITING else standing.state.value
    return [standing.stage.value, standing.waits_for or "", standing.who or "", standing.count, state]


def _due(
    facts: ProcessFacts,
    open_tasks: Sequence[Task],
    waiting: Collection[Standing],
    complaints: Complaints,
    now: datetime,
) -> str:
    """Return the nearest due time of what still waits: of a task, or by the insurer's own standard."""
    promised = [due.utc for _, due in complaints if due is not None]
    if facts.claim is not None and facts.claim.is_cancelled:
        return utc_text(min(promised)) if promised else NEVER
    dues = promised + [task.due_at.utc for task in open_tasks if task.due_at is not None]
    if any(standing.waits_for in (Waits.DISPATCHER, Waits.SURVEYOR) for standing in waiting):
        known = CaseFacts(claim=facts.claim, task=next(iter(open_tasks), None))
        limits = service_limits(known, resources_dir(), f"{now:%Y-%m-%d}")
        dues += [limit.due for limit in limits if limit.due is not None and limit.ended is None]
    return utc_text(min(dues)) if dues else NEVER


def _upsert(session: Session, table: Any, key: Sequence[str]) -> Any:
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    others = [column.name for column in table.columns if column.name not in key]
    return statement.on_conflict_do_update(
        index_elements=list(key), set_={name: statement.excluded[name] for name in others}
    )


@dataclass(frozen=True, slots=True)
class StageOf:
    """A stage of a line that waits: for whom, by what name, and for how many things."""

    stage: str
    waits_for: str
    who: str
    count: int
    state: str = ""
    """How far it is, where it does not simply wait."""


def stages_told(text: str) -> Sequence[StageOf]:
    """Return the waiting stages of a line."""
    return [StageOf(*item) for item in json.loads(text)]
