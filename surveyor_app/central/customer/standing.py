"""What a customer is told of their claim: where it stands in plain words, what is still needed of them, notices to read.

Only what is named here is shown; a claim holds much of other parties, and none of it comes near this page: of a record about
somebody else the name of the paper alone is told, and a notice is shown to whom it is addressed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.checklists import facts_of
from surveyor_app.central.claims.customer_links import CustomerLink
from surveyor_app.central.claims.customer_papers import may_send
from surveyor_app.central.claims.standing import stages_of
from surveyor_app.central.claims.telling import notices_to
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_ZONE
from surveyor_app.central.storage.schema import accounts, opened_cases
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Claim, Task
from surveyor_app.domain.documents.documents import RECEIVED, Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.process.stages import Stage, Standing, State, Waits
from surveyor_app.records import reading
from surveyor_app.wording.customer_words import load_customer_words
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.time_limits import legal_limits

DECISION = "decision"
ASKED_OF_REPORTER = ("accident_at", "accident_place", "loss_cause")
"""What is unclear in a report and a customer can tell; a report number they cannot."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence about where the claim stands; ``is_done`` says that nothing more is to come of this."""

    text: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper: what it is called, what is wrong with the copy that is there, whether it is still needed, when it came."""

    id: str
    name: str
    wrong: str
    is_needed: bool
    received: str
    may_send: bool


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One notice that can be read."""

    id: str
    name: str
    no: str
    issued: str


@dataclass(frozen=True, slots=True)
class CustomerView:
    """The whole page."""

    number: str
    lines: Sequence[Line]
    limits: Sequence[str]
    papers: Sequence[PaperLine]
    notices: Sequence[NoticeLine]

    @property
    def needed(self) -> Sequence[PaperLine]:
        """Return the papers that are still to come."""
        return [paper for paper in self.papers if paper.is_needed]

    @property
    def there(self) -> Sequence[PaperLine]:
        """Return the papers that are there and in order as far as anybody looked."""
        return [paper for paper in self.papers if not paper.is_needed and paper.received]


def customer_view(session: Session, pages: DeskPages, link: CustomerLink, phone: str = "") -> CustomerView:
    """Read what the customer of a link is shown; ``phone`` is where they may call."""
    case = link.case
    claim = claim_of(session, case)
    papers = [_paper(pages, paper, own) for paper, own in _papers(session, case, claim)]
    if claim is not None and claim.is_cancelled:
        # Nothing is asked of anybody any more; what they sent stays theirs to see.
        papers = [paper for paper in papers if not paper.is_needed]
    telling = _Telling(session, pages, case, claim, phone, [paper.name for paper in papers if paper.is_needed])
    return CustomerView(
        number=(claim.report_no if claim else None) or "",
        lines=list(telling.lines()),
        limits=list(telling.limits()),
        papers=papers,
        notices=[_notice_line(pages, notice) for notice in notices_of(session, link, claim)],
    )


def notices_of(session: Session, link: CustomerLink, claim: Claim | None) -> list[Notice]:
    """Return the notices that were issued to whom the link is for, the newest first."""
    return notices_to(session, link.case, link.party, claim)


def name_of(pages: DeskPages, paper: Document) -> str:
    """Return what a paper is called."""
    named = next((item.name for item in load_papers(resources_dir()).papers if item.id == paper.item), None)
    return named.in_(pages.language) if named else (paper.title or paper.item or "—")


def day_text(moment: datetime) -> str:
    """Return a day as the customer lives it."""
    return f"{moment.astimezone(OFFICE_ZONE):%Y-%m-%d}"


@dataclass(frozen=True, slots=True)
class _Telling:
    session: Session
    pages: DeskPages
    case: str
    claim: Claim | None
    phone: str
    needed: Sequence[str]

    def lines(self) -> Iterator[Line]:
        """Yield a sentence for each stage that was begun; domain §18.4. Of a cancelled claim only that it is."""
        if self.claim is not None and self.claim.is_cancelled:
            yield Line(self._cancelled(self.claim), is_done=False)
            return
        tell = {
            Stage.REPORT_INTAKE: self._report,
            Stage.REGISTRATION: self._registration,
            Stage.DOCUMENTS: self._documents,
            Stage.SURVEY: self._survey,
        }
        for standing in stages_of(self.session, self.case):
            if standing.state is not State.NOT_BEGUN and standing.stage in tell:
                yield Line(tell[standing.stage](standing), standing.state is State.DONE)

    def limits(self) -> Iterator[str]:
        """Yield when the time limit of the decision ends, as far as it runs."""
        if self.claim is not None and self.claim.is_cancelled:
            return
        facts = facts_of(self.session, self.case)
        for limit in legal_limits(facts, resources_dir()):
            if limit.id == DECISION and limit.paused_since is not None:
                yield self._say("paused", date=day_text(limit.paused_since.utc))
            elif limit.id == DECISION and limit.due is not None:
                yield self._say("decision", date=day_text(limit.due))

    def _say(self, name: str, /, **values: object) -> str:
        text = load_customer_words(resources_dir())[name]
        return (text.filled(**values) if values else text).in_(self.pages.language)

    def _cancelled(self, claim: Claim) -> str:
        if claim.flow_at is None:
            return self._say("cancelled_some_day")
        return self._say("cancelled", date=day_text(claim.flow_at.utc))

    def _report(self, standing: Standing) -> str:
        unclear = [name for name in standing.lacks if name in ASKED_OF_REPORTER]
        if not unclear:
            return self._say("report")
        named = (self.pages.labels.field(Claim.KIND, name, self.pages.language) for name in unclear)
        return self._say("report_unclear", fields=self.pages.language.joined(named))

    def _registration(self, standing: Standing) -> str:
        if standing.state is not State.DONE:
            return self._say("opening")
        handler = self._handler()
        if self.phone:
            return self._say("opened", handler=handler, phone=self.phone)
        return self._say("opened_no_phone", handler=handler)

    def _documents(self, standing: Standing) -> str:
        if self.needed:
            return self._say("papers", papers=self.pages.language.joined(self.needed))
        return self._say("papers_done" if standing.state is State.DONE else "papers_reading")

    def _survey(self, standing: Standing) -> str:
        # What waits for its reviewer was done at the scene: nobody calls the customer for it.
        if standing.state is State.DONE or standing.waits_for is Waits.VERIFIER:
            return self._say("survey_done")
        name = standing.who or "—"
        if self._has_begun():
            return self._say("survey_under_way", name=name)
        if standing.due is not None:
            return self._say("survey_at", name=name, time=_minute_text(standing.due))
        return self._say("survey_coming", name=name)

    def _has_begun(self) -> bool:
        tasks = reading.list_records(self.session, self.case, Task)
        return any(task.contacted_at or task.arrived_at for task in tasks if task.task_status not in GIVEN_AWAY)

    def _handler(self) -> str:
        """Return who gave the claim its number, else who opened it; the centre's name where neither was a person of the office.

        A loss that a customer reported was opened by nobody: whoever took the claim over then looks after it.
        """
        query = select(accounts.c.display_name)
        opened = query.join(opened_cases, opened_cases.c.opened_by == accounts.c.user)
        found = self.session.scalar(query.where(accounts.c.user == self._numbered_by()))
        return found or self.session.scalar(opened.where(opened_cases.c.case_id == self.case)) or self.pages.centre

    def _numbered_by(self) -> str:
        lines = reading.history(self.session, self.case, Claim.KIND, action=Action.CHANGE)
        by = (line.actor for line in lines if line.set_aside is None and "claim_no" in (line.fields or {}))
        return next(by, "")


def _papers(session: Session, case: str, claim: Claim | None) -> Iterator[tuple[Document, bool]]:
    """Yield the papers that were taken up, and whether each is the customer's own."""
    own = _own_subjects(session, case, claim)
    for document in reading.list_records(session, case, Document):
        if document.is_decided:
            yield document, document.subject_uid is None or document.subject_uid in own


def _own_subjects(session: Session, case: str, claim: Claim | None) -> Collection[str]:
    """Return the ids of the insured's own vehicles, and of the insured."""
    insured = claim.insured_name if claim else None
    vehicles = {item.id for item in reading.list_records(session, case, Vehicle) if item.category == "insured"}
    people = {item.id for item in reading.list_records(session, case, Person) if item.name and item.name == insured}
    return vehicles | people


def _paper(pages: DeskPages, paper: Document, is_own: bool) -> PaperLine:
    labels, language = pages.labels, pages.language
    known = {choice.id: choice.label.in_(language) for choice in labels.choices("document_defect")}
    defects = [known[code] for code in paper.defects or () if code in known]
    told = (language.joined(defects), paper.defect_text or paper.reason if is_own else "")
    is_there = paper.state == RECEIVED and not paper.is_lacking
    return PaperLine(
        id=paper.id,
        name=name_of(pages, paper),
        wrong=" · ".join(filter(None, told)) if paper.is_lacking and paper.received_at is not None else "",
        is_needed=paper.is_lacking,
        received=day_text(paper.received_at.utc) if is_there and paper.received_at is not None else "",
        may_send=may_send(paper),
    )


def _notice_line(pages: DeskPages, notice: Notice) -> NoticeLine:
    issued = day_text(notice.issued_at.utc) if notice.issued_at else ""
    name = pages.labels.value("notice_kind", notice.kind, pages.language)
    return NoticeLine(notice.id, name, notice.no or "", issued)


def _minute_text(moment: Instant) -> str:
    return f"{moment.utc.astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}"
