"""Everything that belongs to one statement, read at once, and what follows from it.

Of a sealed statement only what was sealed with it counts: whatever came later, from wherever, is not part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.kinds import R
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage
from surveyor_app.records import reading

STAFF_ROLES = ("questioner", "recorder")


@dataclass(frozen=True, slots=True)
class StatementContents:
    """One statement whole: answers, corrections and participants in their order, pages by number, inks as given."""

    statement: Statement
    subject: Person | None
    people: Mapping[str, Person]
    participants: tuple[Participant, ...]
    answers: tuple[Answer, ...]
    corrections: tuple[Correction, ...]
    pages: tuple[StatementPage, ...]
    inks: tuple[Ink, ...]
    consents: tuple[Consent, ...]

    def corrections_of(self, answer_id: str, part: str) -> tuple[Correction, ...]:
        """Return the corrections of one text, the first first."""
        return tuple(
            item for item in self.corrections if item.answer_uid == answer_id and (item.part or "answer") == part
        )

    @property
    def asked(self) -> tuple[Answer, ...]:
        """What is read back and printed: every line with words."""
        return with_words(self.answers, self.corrections)


def with_words(answers: Iterable[Answer], corrections: Iterable[Correction]) -> tuple[Answer, ...]:
    """Return the lines that say something, or did before a correction.

    Enter after the last answer makes an empty line, which is no question yet.
    """
    corrected = {item.answer_uid for item in corrections}
    return tuple(answer for answer in answers if answer.question or answer.answer or answer.id in corrected)


def belonging_to(statement: Statement, records: Iterable[R]) -> list[R]:
    """Return those of the records that are part of a statement: of a sealed one, what was sealed with it."""
    mine = [item for item in records if getattr(item, "statement_uid", None) == statement.id]
    return [item for item in mine if item.sealed or not statement.sealed]


def load_contents(case: CaseFile, statement_id: str) -> StatementContents:
    """Read a statement.

    Raises:
        NotFound: there is none with this id.
    """
    with case.read() as session:
        return contents_of(session, case.case_id, statement_id)


def contents_of(session: Session, case_id: str, statement_id: str) -> StatementContents:
    """Read a statement in the caller's transaction; errors as :func:`load_contents`."""
    statement = reading.get(session, case_id, Statement, RecordId(statement_id))
    if statement is None:
        raise NotFound(what=Statement.KIND, id=statement_id)

    def own(record_class: type[R]) -> list[R]:
        return belonging_to(statement, reading.list_records(session, case_id, record_class))

    # Withdrawn ones too: who signed has a name for ever, also where the person was merged into another since.
    everybody = reading.list_records(session, case_id, Person, include_withdrawn=True)
    people = {str(person.id): person for person in everybody}
    return StatementContents(
        statement=statement,
        subject=people.get(statement.subject_uid or ""),
        people=people,
        participants=tuple(own(Participant)),
        answers=tuple(own(Answer)),
        corrections=tuple(own(Correction)),
        pages=tuple(sorted(own(StatementPage), key=lambda page: page.no or 0)),
        inks=tuple(own(Ink)),
        consents=tuple(
            item
            for item in reading.list_records(session, case_id, Consent)
            if item.statement_uid == statement_id or (item.person_uid and item.person_uid == statement.subject_uid)
        ),
    )


def text_now(answer: Answer, part: str, corrections: Iterable[Correction]) -> str:
    """Return a question or an answer as it stands after its corrections; the record itself keeps the words first taken."""
    text = (answer.question if part == "question" else answer.answer) or ""
    for item in corrections:
        if item.answer_uid == answer.id and (item.part or "answer") == part:
            text = item.new or ""
    return text


def name_of(contents: StatementContents, participant: Participant) -> str:
    """Return the name of someone present, empty where none is known."""
    person = contents.people.get(participant.person_uid or "")
    return (person.name if person else None) or participant.name or ""


def present(contents: StatementContents, *roles: str) -> list[Participant]:
    """Return who is present in one of the roles, in order."""
    return [item for item in contents.participants if item.role in roles]


def names_of(contents: StatementContents, role: str) -> list[str]:
    """Return the names in one role; staff of a statement without participants stand in its own fields (older versions)."""
    names = [name_of(contents, item) for item in present(contents, role)]
    if names or contents.participants:
        return [name for name in names if name]
    statement = contents.statement
    old = {"questioner": (statement.questioner_1, statement.questioner_2), "recorder": (statement.recorder,)}
    return [name for name in old.get(role, ()) if name]


def numbers_of(answers: Iterable[Answer]) -> dict[str, str]:
    """Return the printed number of each question: 1, 2, 2.1 for the first follow-up (追问) to 2, and so on."""
    numbers: dict[str, str] = {}
    follow_ups: dict[str, int] = {}
    main = 0
    for answer in answers:
        parent = answer.follows_uid if answer.follows_uid in numbers else None
        if parent is None:
            main += 1
            numbers[answer.id] = str(main)
        else:
            follow_ups[parent] = follow_ups.get(parent, 0) + 1
            numbers[answer.id] = f"{numbers[parent]}.{follow_ups[parent]}"
    return numbers
