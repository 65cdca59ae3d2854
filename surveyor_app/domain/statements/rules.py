"""Rules of statements (询问笔录规则): what a statement should have and lacks; domain §6.2.

How grave each is says ``resources/checks.toml``; none keeps anybody from asking and writing. Staff of a statement that an older
version took stand in its own fields; where there are participants, they alone count.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Participant, Statement, StatementPage

FULL_AGE = 18
"""Years; whoever is younger has a guardian beside them (domain §6.2 st_minor)."""


@dataclass(frozen=True, slots=True)
class StatementsTaken:
    """The statements of a case with what belongs to them, withdrawn records left out.

    ``paper_languages`` are the tags of languages in which papers can be written, by how a statement may name them.
    """

    statements: Sequence[Statement]
    participants: Sequence[Participant]
    answers: Sequence[Answer]
    people: Sequence[Person]
    pages: Sequence[StatementPage] = ()
    inks: Sequence[Ink] = ()
    paper_languages: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def counted(self) -> Iterator[tuple[int, Statement]]:
        """Yield each statement that counts with its place in the list, from 1."""
        for number, statement in enumerate(self.statements, start=1):
            if statement.status != "void":
                yield number, statement

    def present(self, statement: Statement, *roles: str) -> list[Participant]:
        """Return who was there in one of the roles, in order."""
        return [item for item in self.participants if item.statement_uid == statement.id and item.role in roles]

    def asked(self, statement: Statement) -> list[Answer]:
        """Return the questions of one statement, in order."""
        return [item for item in self.answers if item.statement_uid == statement.id]

    def laid_out(self, statement: Statement) -> list[StatementPage]:
        """Return the pages of one statement as they wait for signatures, in order; none before it was read."""
        return sorted(
            (item for item in self.pages if item.statement_uid == statement.id), key=lambda page: page.no or 0
        )

    def is_signed(self, statement: Statement, page: StatementPage) -> bool:
        """Tell whether the person questioned signed a page as it stands, by hand or by fingerprint."""
        return any(
            (ink.purpose, ink.role, ink.target_uid, ink.bound_sha256) == ("page", "subject", page.id, page.bound_sha256)
            and ink.person_uid == statement.subject_uid
            for ink in self.inks
        )

    def person(self, person_uid: str | None) -> Person | None:
        """Return a person of the case."""
        return next((item for item in self.people if item.id == person_uid), None)

    def name_of(self, participant: Participant) -> str:
        """Return the name of someone present, empty where none is known."""
        person = self.person(participant.person_uid)
        return ((person.name if person else None) or participant.name or "").strip()

    def questioners(self, statement: Statement) -> list[str]:
        """Return the names of the questioners, each once."""
        names = [self.name_of(item) for item in self.present(statement, "questioner")]
        if not any(item.statement_uid == statement.id for item in self.participants):
            names = [(name or "").strip() for name in (statement.questioner_1, statement.questioner_2)]
        return list(dict.fromkeys(name for name in names if name))


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a rule found: in which statement, and the names its sentence needs."""

    statement_id: str
    data: Mapping[str, str] = dataclasses.field(default_factory=dict)


Rule = Callable[[StatementsTaken], Iterator[Doubt]]


def age_at(birth: date, on: date) -> int:
    """Return the age in full years."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def is_minor(statement: Statement, subject: Person | None) -> bool:
    """Tell whether the person questioned was under age when the statement began; no where birth or start is not known."""
    if subject is None or subject.birth is None or statement.started_at is None:
        return False
    return age_at(subject.birth, statement.started_at.local.date()) < FULL_AGE


def _few_staff(taken: StatementsTaken) -> Iterator[Doubt]:
    """V76: fewer than two questioners."""
    for number, statement in taken.counted():
        if len(taken.questioners(statement)) < 2:
            yield Doubt(statement.id, {"n": str(number)})


def _credentials(taken: StatementsTaken) -> Iterator[Doubt]:
    """st_two_staff: that each questioner showed credentials, and which, is written into the head."""
    for number, statement in taken.counted():
        for item in taken.present(statement, "questioner"):
            if not item.credential_shown:
                yield Doubt(statement.id, {"n": str(number), "name": taken.name_of(item) or "—"})


def _notice_late(taken: StatementsTaken) -> Iterator[Doubt]:
    """st_notice_first: the notice is read before the first question is put."""
    for number, statement in taken.counted():
        asked = taken.asked(statement)
        times = [item.asked_at.utc for item in asked if item.asked_at is not None]
        read_at = statement.notice_read_at
        if asked and (read_at is None or (times and read_at.utc > min(times))):
            yield Doubt(statement.id, {"n": str(number)})


def _overlap(taken: StatementsTaken) -> Iterator[Doubt]:
    """st_separate: nobody questions two people at the same time."""
    windows = [(number, statement, _window(taken, statement)) for number, statement in taken.counted()]
    for (first, one, mine), (second, other, theirs) in combinations(windows, 2):
        if mine is None or theirs is None or not (mine[0] < theirs[1] and theirs[0] < mine[1]):
            continue
        both = [name for name in taken.questioners(one) if name in taken.questioners(other)]
        if both:
            yield Doubt(other.id, {"a": str(first), "b": str(second), "name": both[0]})


def _window(taken: StatementsTaken, statement: Statement) -> tuple[datetime, datetime] | None:
    """Return from when to when somebody was questioned; one that is not ended yet lasts to its last question."""
    if statement.started_at is None:
        return None
    start = statement.started_at.utc
    if statement.ended_at is not None:
        return start, statement.ended_at.utc
    return start, max(
        (item.asked_at.utc for item in taken.asked(statement) if item.asked_at is not None), default=start
    )


def _no_guardian(taken: StatementsTaken) -> Iterator[Doubt]:
    """V89, st_minor: a guardian is called; where none came, why is noted."""
    for number, statement in taken.counted():
        if not is_minor(statement, taken.person(statement.subject_uid)):
            continue
        if not taken.present(statement, "guardian") and not statement.guardian_absent_reason:
            yield Doubt(statement.id, {"n": str(number)})


def _interpreter_unknown(taken: StatementsTaken) -> Iterator[Doubt]:
    """st_interpreter: name, address, employer and phone of whoever interprets are noted."""
    for number, statement in taken.counted():
        for item in taken.present(statement, "interpreter", "sign_interpreter"):
            person = taken.person(item.person_uid)
            known = person is not None and all((person.name, person.address, person.phone))
            if not known or not ((person.employer if person else None) or item.employer):
                yield Doubt(statement.id, {"n": str(number), "name": taken.name_of(item) or "—"})


def _no_interpreter(taken: StatementsTaken) -> Iterator[Doubt]:
    """st_interpreter: the paper or the notice is not in the language spoken, and nobody interprets."""
    for number, statement in taken.counted():
        if not statement.language or taken.present(statement, "interpreter", "sign_interpreter"):
            continue
        paper = taken.paper_languages.get(statement.language)
        if paper is None or statement.notice_language not in (None, paper):
            yield Doubt(statement.id, {"n": str(number), "language": statement.language})


def _remote(taken: StatementsTaken) -> Iterator[Doubt]:
    """st_remote: identity is checked at the far side and the whole is recorded."""
    for number, statement in taken.counted():
        if not statement.remote_channel:
            continue
        is_recorded = any(item.media_uid for item in taken.asked(statement))
        if not statement.far_side_identity_check_by or not is_recorded:
            yield Doubt(statement.id, {"n": str(number)})


def _page_unsigned(taken: StatementsTaken) -> Iterator[Doubt]:
    """V75, st_page_sign: a page of an open statement that the person neither signed nor refused to.

    What was said and is not laid out yet stands on a first page at least, and nobody signed that.
    """
    for number, statement in taken.counted():
        if statement.sealed or statement.refused_at is not None:
            continue
        pages = taken.laid_out(statement)
        for page in pages:
            if not taken.is_signed(statement, page):
                yield Doubt(statement.id, {"n": str(number), "p": str(page.no)})
        if not pages and any(item.question or item.answer for item in taken.asked(statement)):
            yield Doubt(statement.id, {"n": str(number), "p": "1"})


def _not_closed(taken: StatementsTaken) -> Iterator[Doubt]:
    """st_page_sign, st_refusal: signed or refused by the person, but not by all who sign, so it is not closed yet."""
    unsigned = {doubt.statement_id for doubt in _page_unsigned(taken)}
    for number, statement in taken.counted():
        if not statement.sealed and statement.id not in unsigned and taken.laid_out(statement):
            yield Doubt(statement.id, {"n": str(number)})


STATEMENT_RULES: Mapping[str, Rule] = {
    "one_questioner": _few_staff,
    "credentials_not_noted": _credentials,
    "notice_late": _notice_late,
    "statements_overlap": _overlap,
    "guardian_missing": _no_guardian,
    "interpreter_unknown": _interpreter_unknown,
    "interpreter_missing": _no_interpreter,
    "remote_unchecked": _remote,
    "page_unsigned": _page_unsigned,
    "not_closed": _not_closed,
}
"""By the names that ``resources/checks.toml`` uses."""
