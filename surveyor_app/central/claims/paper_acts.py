"""Papers (单证) at the office: asked for, received, and reviewed with what is wrong with them (domain §10, §18.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.claims.flow.guarding import require_flow
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.documents.documents import NOT_APPLICABLE, RECEIVED, REJECTED, REQUESTED, Document
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.permissions import Act
from surveyor_app.records import reading
from surveyor_app.records.cases import lock_case
from surveyor_app.wording.findings.papers import load_papers

YES: Final = "yes"
UNREAD: Final = dict.fromkeys(("authentic", "lawful", "relevant", "reviewed_by", "reviewed_at"))
"""The review of an earlier copy says nothing of the one that came now."""


def ask_for(centre: Centre, actor: str, case: str, items: Sequence[str]) -> int:
    """Ask for papers of the checklist by their ids; those asked for or there already are passed over. Return how many were new.

    Raises:
        InputError: an id is empty. ActBarred: the claim is cancelled.
    """
    with centre.database.write() as session:
        require_flow(session, case, Act.REQUEST_PAPERS)
        known = {document.item for document in reading.list_records(session, case, Document)}
        now, steps = centre.now(), []
        for item in dict.fromkeys(items):
            if item in known:
                continue
            fields: dict[str, Json] = {
                "item": item,
                "state": REQUESTED,
                "requested_at": Instant(now, 0, Trust.CENTRE).to_json(),
                "requested_by": actor,
            }
            require_fields(Document.KIND, fields)
            steps.append(Step(Action.CREATE, Document.KIND, new_record_id(), fields))
        if steps:
            write_entries(session, case, steps, actor, now)
    return len(steps)


def receive(centre: Centre, actor: str, case: str, paper: str, *, form: str, channel: str, pages: int | None) -> None:
    """Note that a paper arrived: in what form, by which way, how many pages.

    Raises:
        NotFound: there is no such paper in the case.
        InputError: form or way are none of their lists, or the pages are no number from 1 on.
    """
    fields = _received(centre, actor, form, channel, pages)
    _change(centre, actor, case, paper, fields)


def receive_unasked(
    centre: Centre, actor: str, case: str, item: str, *, form: str, channel: str, pages: int | None
) -> None:
    """Note that a paper of the list arrived which nobody asked for; the rest as for :func:`receive`.

    Raises:
        InputError: the list has no such paper, or it was taken up already: then that one is received.
    """
    if item not in {paper.id for paper in load_papers(resources_dir()).papers}:
        raise InputError(field="item", reason="unknown value")
    fields = {"item": item, **_received(centre, actor, form, channel, pages)}
    given = {name: value for name, value in fields.items() if value is not None}
    require_fields(Document.KIND, given)
    with centre.database.write() as session:
        lock_case(session, case)
        known = reading.list_records(session, case, Document)
        if any(document.item == item and document.is_decided for document in known):
            raise InputError(field="item", reason="there already")
        step = Step(Action.CREATE, Document.KIND, new_record_id(), given)
        write_entries(session, case, [step], actor, centre.now())


def _received(centre: Centre, actor: str, form: str, channel: str, pages: int | None) -> dict[str, Json]:
    if pages is not None and pages < 1:
        raise InputError(field="pages", reason="not positive")
    now = centre.now()
    return {
        "state": RECEIVED,
        "form": form,
        "channel": channel,
        "pages": pages,
        "received_at": Instant(now, 0, Trust.CENTRE).to_json(),
        "received_by": actor,
        # Whatever was wrong with an earlier copy is not known of this one.
        "defects": [],
        "defect_text": None,
        **UNREAD,
    }


def review(
    centre: Centre,
    actor: str,
    case: str,
    paper: str,
    *,
    defects: Sequence[str] = (),
    defect_text: str = "",
    judged: tuple[str | None, str | None, str | None] = (None, None, None),
) -> None:
    """Note what the review of a received paper found; ``judged``: is it authentic, lawful, relevant (yes, no, unknown).

    A paper with defects is rejected and named by the next one-time notice.

    Raises:
        NotFound: there is no such paper in the case.
        InputError: it was not received, or a value is none of its list.
    """
    authentic, lawful, relevant = judged
    fields: dict[str, Json] = {
        "state": REJECTED if defects else RECEIVED,
        "defects": sorted(defects),
        "defect_text": defect_text.strip() or None,
        "authentic": authentic,
        "lawful": lawful,
        "relevant": relevant,
        "reviewed_by": actor,
        "reviewed_at": Instant(centre.now(), 0, Trust.CENTRE).to_json(),
    }
    _change(centre, actor, case, paper, fields, wanted=frozenset({RECEIVED, REJECTED}))


def waive(centre: Centre, actor: str, case: str, paper: str, reason: str) -> None:
    """Do without a paper, for a reason that is kept.

    Raises:
        NotFound: there is no such paper in the case.
        InputError: no reason is given.
    """
    if not reason.strip():
        raise InputError(field="reason", reason="empty")
    _change(centre, actor, case, paper, {"state": NOT_APPLICABLE, "waived_reason": reason.strip()})


def _change(
    centre: Centre,
    actor: str,
    case: str,
    paper: str,
    fields: dict[str, Json],
    wanted: frozenset[str] | None = None,
) -> None:
    require_fields(Document.KIND, fields)
    with centre.database.write() as session:
        found = _get(session, case, paper)
        if wanted is not None and found.state not in wanted:
            raise InputError(field="state", reason="not received")
        write_entries(session, case, [Step(Action.CHANGE, Document.KIND, found.id, fields)], actor, centre.now())


def _get(session: Session, case: str, paper: str) -> Document:
    found = reading.get(session, case, Document, RecordId(paper))
    if found is None or found.withdrawn:
        raise NotFound(what=Document.KIND, id=paper)
    return found
