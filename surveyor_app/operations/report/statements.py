"""The statements in the survey report: head with who was present, answers with their corrections, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.checking import CaseContents
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.confidentiality import Hidden
from surveyor_app.domain.statements.rules import PAPER_LANGUAGES
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement
from surveyor_app.operations.statements.contents import belonging_to, numbers_of, with_words
from surveyor_app.operations.statements.paper import correction_line
from surveyor_app.report.data import QuestionAnswer, ReportLanguage, Row, StatementSection
from surveyor_app.wording.formatting import format_value
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, english, languages
from surveyor_app.wording.statement_words import StatementWords, statement_words
from surveyor_app.wording.words import word


@dataclass(frozen=True, slots=True)
class StatementSections:
    """Makes the sections of all statements of a case."""

    labels: Labels
    contents: CaseContents
    language: ReportLanguage
    hidden: Hidden = field(default_factory=Hidden)

    def sections(self) -> tuple[StatementSection, ...]:
        """Return the statements in order."""
        return tuple(self._section(n, item) for n, item in enumerate(self.contents.statements, start=1))

    def _section(self, number: int, statement: Statement) -> StatementSection:
        if statement.id in self.hidden.statements:
            zh, en = _confidential()
            return StatementSection(f"询问笔录 {number} · {zh}", f"Statement {number} · {en}", (), ())
        corrections = belonging_to(statement, self.contents.corrections)
        answers = with_words(belonging_to(statement, self.contents.answers), corrections)
        numbers, numbered = numbers_of(answers), _numbered(answers, corrections)
        pairs = tuple(
            QuestionAnswer(
                numbers[answer.id],
                answer.question or "",
                answer.answer or "",
                tuple(self._corrections(corrections, numbered, answer)),
            )
            for answer in answers
        )
        head = tuple(self._head(statement))
        return StatementSection(f"询问笔录 {number}", f"Statement {number}", head, pairs)

    def _head(self, statement: Statement) -> Iterable[Row]:
        people: dict[str, str] = {person.id: self._name(person) for person in self.contents.everybody}
        if statement.subject_uid in people:
            zh, en = (self.labels.field("statement", "subject_uid", language) for language in (chinese(), english()))
            yield Row(zh, en, people[statement.subject_uid])
        yield from self._rows(statement, "head")
        if statement.language:
            zh, en = (self.labels.field("statement", "language", language) for language in (chinese(), english()))
            known = PAPER_LANGUAGES.get(statement.language, statement.language)
            names = {language.tag: language.name for language in languages(resources_dir())}
            yield Row(zh, en, names.get(known, known))
        present = belonging_to(statement, self.contents.participants)
        if present:
            yield from self._present(present, people)
        else:
            # Names as older versions wrote them.
            yield from self._rows(statement, "staff")
        yield from self._rows(statement, "course")
        yield from self._rows(statement, "ending")

    def _present(self, present: Sequence[Participant], people: dict[str, str]) -> Iterable[Row]:
        for item in present:
            name = people.get(item.person_uid or "") or item.name or "—"
            if item.role != "subject":
                shown = " · ".join(part for part in (name, item.employer, item.credential_shown) if part)
                zh, en = (
                    self.labels.value("statement_role", item.role, language) for language in (chinese(), english())
                )
                yield Row(zh, en, shown)

    def _name(self, person: Person) -> str:
        if person.id in self.hidden.people:
            return " ".join(_confidential())
        return person.name or ""

    def _corrections(
        self, corrections: Iterable[Correction], numbered: Mapping[str, int], answer: Answer
    ) -> Iterable[str]:
        for item in corrections:
            if item.answer_uid == answer.id:
                yield correction_line(self._words(), numbered[item.id], item)

    def _words(self) -> StatementWords:
        return statement_words(resources_dir(), english() if self.language == "en" else chinese())

    def _rows(self, statement: Statement, section: str) -> Iterable[Row]:
        specs = {spec.name: spec for spec in SPECS[Statement.KIND]}
        for name in self.labels.places.section(Statement.KIND, section):
            value = getattr(statement, name)
            said, said_en = (
                format_value(specs[name], value, self.labels, language) for language in (chinese(), english())
            )
            if said:
                zh, en = (self.labels.field(Statement.KIND, name, language) for language in (chinese(), english()))
                yield Row(zh, en, said, said_en if said_en != said else "")


def _numbered(answers: Sequence[Answer], corrections: Iterable[Correction]) -> dict[str, int]:
    """Return the number of each correction as the statement's own paper counts them: by answer, questions first."""
    order: list[str] = [answer.id for answer in answers]
    mine = [item for item in corrections if item.answer_uid in order]
    mine.sort(key=lambda item: (order.index(item.answer_uid or ""), item.part != "question"))
    return {item.id: number for number, item in enumerate(mine, start=1)}


def _confidential() -> tuple[str, str]:
    zh, en = (word("confidential").in_(language) for language in (chinese(), english()))
    return zh, en
