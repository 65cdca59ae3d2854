"""The statements in the survey report: head with who was present, answers with their corrections, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.confidentiality import Hidden
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.field_rows import TITLED, FieldRows
from surveyor_app.operations.statements.contents import belonging_to, numbers_of, with_words
from surveyor_app.operations.statements.paper import correction_line
from surveyor_app.report.data import QuestionAnswer, ReportLanguage, Row, StatementSection
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.report_languages import report_languages
from surveyor_app.wording.statement_words import StatementWords, language_name, statement_words
from surveyor_app.wording.words import word

_NAMED = Text.same("{name}{details}")


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
        title = paper_text("statement_number").filled(n=number)
        if statement.id in self.hidden.statements:
            return StatementSection(TITLED.filled(what=title, name=word("confidential")), (), ())
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
        return StatementSection(title, head, pairs)

    def _head(self, statement: Statement) -> Iterable[Row]:
        rows = FieldRows(self.labels)
        people: dict[str, Text | str] = {person.id: self._name(person) for person in self.contents.everybody}
        if statement.subject_uid in people:
            yield rows.row(Statement.KIND, "subject_uid", people[statement.subject_uid])
        yield from rows.of(statement, "head")
        if statement.language:
            yield rows.row(Statement.KIND, "language", language_name(statement.language))
        present = belonging_to(statement, self.contents.participants)
        # Names as older versions wrote them stand only where nobody is recorded as present.
        yield from self._present(present, people) if present else rows.of(statement, "staff")
        yield from rows.of(statement, "course")
        yield from rows.of(statement, "ending", "internal")

    def _present(self, present: Sequence[Participant], people: Mapping[str, Text | str]) -> Iterable[Row]:
        for item in present:
            name = people.get(item.person_uid or "") or item.name or "—"
            if item.role != "subject":
                label = self.labels.value_text("statement_role", item.role)
                details = "".join(f" · {part}" for part in (item.employer, item.credential_shown) if part)
                yield Row(label, _NAMED.filled(name=name, details=details))

    def _name(self, person: Person) -> Text | str:
        return word("confidential") if person.id in self.hidden.people else person.name or ""

    def _corrections(
        self, corrections: Iterable[Correction], numbered: Mapping[str, int], answer: Answer
    ) -> Iterable[str]:
        for item in corrections:
            if item.answer_uid == answer.id:
                yield correction_line(self._words(), numbered[item.id], item)

    def _words(self) -> StatementWords:
        return statement_words(resources_dir(), report_languages(self.language)[0])


def _numbered(answers: Sequence[Answer], corrections: Iterable[Correction]) -> dict[str, int]:
    """Return the number of each correction as the statement's own paper counts them: by answer, questions first."""
    order: list[str] = [answer.id for answer in answers]
    mine = [item for item in corrections if item.answer_uid in order]
    mine.sort(key=lambda item: (order.index(item.answer_uid or ""), item.part != "question"))
    return {item.id: number for number, item in enumerate(mine, start=1)}
