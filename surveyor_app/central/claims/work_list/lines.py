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
from surveyor_app.central.claims.standing import receipted_reports
from surveyor_app.central.claims.task_standing import DONE, standing_of
from surveyor_app.central.claims.work_marks import note_change
from surveyor_app.central.storage.schema import opened_cases, work_list, work_marks
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Claim, Task
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.process.facts import ProcessFacts
from surveyor_app.domain.process.reviewing import ReviewState, reviews_of
from surveyor_app.domain.process.stages import Standing, State, Waits, standings
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.records.summaries.overviews import records_of
from surveyor_app.wording.findings.process_times import load_process_times
from surveyor_app.wording.findings.time_limits import service_limits

VERSION = 2
"""Of how lines are worked out; those of another version are worked out anew."""
AT_ONCE = 500
NEVER = "9999"
"""When a claim is due that is not: after all that are."""
FOR_SOMEBODY = frozenset({State.WAITING, State.RETURNED, State.RESUBMITTED})
"""States of a stage in which somebody is to do something."""
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
    reports, remarks = records_of(session, Report, opened), records_of(session, Remark, opened)
    reviews, samples = records_of(session, Review, opened), records_of(session, Sample, opened)
    rows = []
    for case in sorted(opened):
        held, issued = tasks.get(case, ()), reports.get(case, ())
        facts = ProcessFacts(
            claim=next(iter(claims.get(case, ())), None),
            tasks=held,
            documents=documents.get(case, ()),
            notices=notices.get(case, ()),
            received=frozenset(task.id for task in held if standing_of(session, case, task) == DONE),
            reports=issued,
            remarks=remarks.get(case, ()),
            reviews=reviews.get(case, ()),
            samples=samples.get(case, ()),
            receipted=receipted_reports(session, case, issued, held) if issued else {},
            times=load_process_times(resources_dir()),
        )
        rows.append({"case_id": case, "opened_at": opened[case], "version": VERSION, **_line(facts, now)})
    return rows


def _line(facts: ProcessFacts, now: datetime) -> dict[str, Any]:
    waiting = [standing for standing in standings(facts) if standing.state in FOR_SOMEBODY]
    returned = {review.task.id for review in reviews_of(facts) if review.state is ReviewState.RETURNED}
    held = [task for task in facts.tasks if task.task_status not in GIVEN_AWAY]
    open_tasks = [task for task in held if task.id not in facts.received or task.id in returned]
    claim = facts.claim
    return {
        "report_no": (claim.report_no if claim else None) or "",
        "loss_cause": (claim.loss_cause if claim else None) or "",
        "waiting": words(standing.stage for standing in waiting),
        "waits_for": words({standing.waits_for or "" for standing in waiting}),
        "holders": words({task.owner or "" for task in open_tasks}),
        "is_unassigned": any(standing.waits_for is Waits.DISPATCHER for standing in waiting),
        "is_returned": bool(returned) or any(task.task_status in RETURNED for task in open_tasks),
        "due_at": _due(facts, open_tasks, waiting, now),
        "stages": json.dumps([_told(standing) for standing in waiting], ensure_ascii=False),
    }


def words(parts: Iterable[str]) -> str:
    """Return words as a column holds them in which each is looked for: between spaces."""
    found = sorted(str(part) for part in parts if part)
    return f" {' '.join(found)} " if found else ""


def _told(standing: Standing) -> list[Any]:
    return [standing.stage.value, standing.waits_for or "", standing.who or "", standing.count]


def _due(facts: ProcessFacts, open_tasks: Sequence[Task], waiting: Collection[Standing], now: datetime) -> str:
    """Return the nearest due time of what still waits: of a task, or by the insurer's own standard."""
    dues = [task.due_at.utc for task in open_tasks if task.due_at is not None]
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


def stages_told(text: str) -> Sequence[StageOf]:
    """Return the waiting stages of a line."""
    return [StageOf(*item) for item in json.loads(text)]
