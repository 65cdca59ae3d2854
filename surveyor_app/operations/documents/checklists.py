"""The checklist of an open case (单证清单), and what is noted of each paper with one key; domain §10.1, §10.2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.documents.asking import NO_SETTLEMENT, POLICE_ONLY, not_of_customer
from surveyor_app.domain.documents.checklist import PaperLine, checklist
from surveyor_app.domain.documents.documents import NOT_APPLICABLE, RECEIVED, REJECTED, REQUESTED, Document
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.operations.cases.facts import facts_in
from surveyor_app.operations.editing.records import Created, differences
from surveyor_app.records import reading
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.police_grounds import load_police_grounds

WITH_REASON = frozenset({REJECTED, NOT_APPLICABLE})
"""States that say why."""

BY_SURVEYOR = "surveyor"


@dataclass(frozen=True, slots=True)
class Checklist:
    """The lines of a case, the papers beside the list (``others``), and the facts that the list follows from."""

    lines: Sequence[PaperLine]
    others: Sequence[Document]
    facts: CaseFacts

    @property
    def wanted(self) -> int:
        """Return how many papers this case is about."""
        return sum(line.is_wanted for line in self.lines) + len(self.others)

    @property
    def open(self) -> int:
        """Return about how many of them something is still to be done."""
        of_list = sum(line.is_wanted and not line.is_settled for line in self.lines)
        return of_list + sum(not other.is_decided or other.is_lacking for other in self.others)

    def line_of(self, item: str) -> PaperLine | None:
        """Return the line of a paper."""
        return next((line for line in self.lines if line.paper.id == item), None)

    def refusal(self, line: PaperLine) -> str | None:
        """Return why the customer must not be asked for a paper, ``None`` where the customer may be."""
        return not_of_customer(line, self.facts, load_police_grounds(resources_dir()))

    def lacking(self) -> list[Document]:
        """Return what the one-time notice names: of the list in its order, then the others."""
        of_list = [document for line in self.lines for document in line.documents]
        return [document for document in (*of_list, *self.others) if document.is_lacking]


def read_checklist(case: CaseFile) -> Checklist:
    """Read the checklist in one consistent view."""
    with case.read() as session:
        return checklist_in(case, session)


def checklist_in(case: CaseFile, session: Session) -> Checklist:
    """Read the same in a session that reads more."""
    facts = facts_in(case, session)
    documents = reading.list_records(session, case.case_id, Document)
    lines = checklist(load_papers(resources_dir()), facts, documents)
    listed = {document.id for line in lines for document in line.documents}
    return Checklist(lines, [document for document in documents if document.id not in listed], facts)


def note_state(case: CaseFile, item: str, document_id: str | None, state: str, reason: str = "") -> Created:
    """Note what becomes of a paper: its record, or a new one where there is none yet.

    When and by whom it was asked for or received is noted with it, once; undoing takes all of it back.

    Raises:
        InputError: the state wants a reason and there is none, or the customer must not be asked for this paper.
        NotFound, Sealed, NotOwner: as for any change.
    """
    if state in WITH_REASON and not reason.strip():
        raise InputError(field="document.reason", reason="empty")
    record_id = document_id or new_record_id()

    def plan(session: Session) -> list[Step]:
        known = reading.get(session, case.case_id, Document, document_id) if document_id else None
        if state == REQUESTED:
            _require_askable(case, session, item)
        values = noted(case, known, state, reason)
        if document_id is None:
            made = {"item": item or None, **values}
            made = {name: value for name, value in made.items() if value is not None}
            return [Step(Action.CREATE, Document.KIND, record_id, encode_fields(Document.KIND, made))]
        different = differences(case, session, Document, record_id, values)
        return [Step(Action.CHANGE, Document.KIND, record_id, different)] if different else []

    label = f"{'change' if document_id else 'create'}_{Document.KIND}"
    return Created(RecordId(record_id), case.apply_planned(plan, label))


def _require_askable(case: CaseFile, session: Session, item: str) -> None:
    found = checklist_in(case, session)
    line = found.line_of(item)
    refusal = found.refusal(line) if line else None
    if refusal == POLICE_ONLY:
        raise InputError(field="document.state", reason="only the police can give it")
    if refusal == NO_SETTLEMENT:
        raise InputError(field="document.state", reason="the parties may not settle this alone")


def noted(case: CaseFile, known: Document | None, state: str, reason: str = "") -> Mapping[str, object]:
    """Return what is written when a paper gets a state: of asking and receiving the first time and person stay."""
    now, who = case.author.clock().instant(), case.profile.display_name
    values: dict[str, object] = {"state": state, "reason": reason.strip() or None}
    if state == REQUESTED and (known is None or known.requested_at is None):
        values |= {"requested_at": now, "requested_by": who}
    if state in (RECEIVED, REJECTED) and (known is None or known.received_at is None):
        values |= {"received_at": now, "received_by": who}
        if known is None or known.channel is None:
            values["channel"] = BY_SURVEYOR
    return values
