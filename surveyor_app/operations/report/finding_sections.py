"""Sections of the report for what was answered, lost, handed in and asked: domain §13.1 no. 2, 8, 9, 10; §13.2 no. 7, 8.

Made from contents that are stripped already where the copy is a party's (:mod:`surveyor_app.domain.party_copy`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.documents.checklist import Papers
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.statements.confidentiality import Hidden
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.record_checks import RecordCheck
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.field_rows import TITLED, FieldRows
from surveyor_app.report.data import Column, LossTable, Row, RowGroup
from surveyor_app.wording.formatting import format_money, value_text
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.words import word

COLUMNS = "columns"
Cell = Text | str
_JOINED = Text.same("{one}; {other}")


@dataclass(frozen=True, slots=True)
class FindingSections:
    """Makes the sections; ``numbers`` gives each piece of evidence its number, ``papers`` the names of papers."""

    labels: Labels
    contents: CaseContents
    papers: Papers
    numbers: Mapping[str, str]
    hidden: Hidden = field(default_factory=Hidden)

    def record_form(self) -> LossTable | None:
        """Return the checks with their answers in the order of the form; ``None`` while none is answered."""
        checks = self.contents.tables.record_checks
        answers = self.contents.facts.answers
        if checks is None or not answers:
            return None
        columns = (
            Column(paper_text("line_no"), weight=0.4),
            Column(paper_text("check"), weight=2.4),
            Column(self.labels.field_text(CheckAnswer.KIND, "answer"), weight=1.4),
            Column(self.labels.field_text(CheckAnswer.KIND, "note"), weight=1.6),
        )
        rows = [
            (str(check.number), check.name, self._reply(check, answers[check.id]), answers[check.id].note or "")
            for check in checks.checks
            if check.id in answers
        ]
        return LossTable(columns, tuple(rows))

    def property_items(self) -> LossTable | None:
        """Return the property item by item, with the sum of what was written down."""
        return self._table(self.contents.property_items, lambda item: item.amount)

    def rescue(self) -> LossTable | None:
        """Return the rescue cost with its sum."""
        return self._table(self.contents.rescue_costs, lambda item: item.amount)

    def salvage(self) -> LossTable | None:
        """Return what is left of damaged things, with its worth."""
        return self._table(self.contents.salvages, lambda item: item.value)

    def injuries(self) -> tuple[RowGroup, ...]:
        """Return one block an injured person, with the visits in order; none of who wants confidentiality."""
        names: dict[str, str] = {person.id: person.name or "" for person in self.contents.everybody}
        groups = []
        for number, injury in enumerate(self.contents.injuries, start=1):
            if injury.person_uid in self.hidden.people:
                continue
            name = names.get(injury.person_uid or "") or word("person").filled(n=number)
            groups.append(RowGroup(name, tuple([*self._rows.of(injury), *self._visits(injury)])))
        return tuple(groups)

    def documents(self) -> LossTable | None:
        """Return the papers with their states in the order of the checklist."""
        order = {paper.id: place for place, paper in enumerate(self.papers.papers)}
        documents = sorted(self.contents.documents, key=lambda item: (order.get(item.item or "", len(order)), item.id))
        return self._table(documents, None)

    def notices(self) -> tuple[RowGroup, ...]:
        """Return the notices that were issued, each with its number and how it was delivered."""
        return tuple(
            RowGroup(self.labels.value_text("notice_kind", notice.kind), tuple(self._rows.of(notice)))
            for notice in self.contents.notices
        )

    def enquiries(self) -> tuple[RowGroup, ...]:
        """Return the enquiries: sent, answered, open."""
        return tuple(
            RowGroup(
                TITLED.filled(what=str(number), name=self.labels.value_text("enquiry_kind", enquiry.kind)),
                tuple(self._rows.of(enquiry)),
            )
            for number, enquiry in enumerate(self.contents.enquiries, start=1)
            if enquiry.person_uid not in self.hidden.people
        )

    # ------------------------------------------------------------------------------------------ pieces

    @property
    def _rows(self) -> FieldRows:
        return FieldRows(self.labels)

    def _visits(self, injury: Injury) -> Iterable[Row]:
        for visit in self.contents.injury_visits:
            if visit.injury_uid == injury.id:
                yield from self._rows.of(visit)

    def _reply(self, check: RecordCheck, answer: CheckAnswer) -> Cell:
        parts: list[Cell] = []
        if answer.answer:
            parts.append(self.labels.value_text("check_reply", answer.answer))
        chosen = [*([answer.choice] if answer.choice else []), *(answer.choices or ())]
        parts += [self.labels.value_text(check.enumeration or "", value) for value in chosen]
        if answer.other_text:
            parts.append(answer.other_text)
        said = parts[0] if parts else ""
        for part in parts[1:]:
            said = _JOINED.filled(one=said, other=part)
        if check.counts and (answer.injured_n is not None or answer.dead_n is not None):
            return paper_text("casualties").filled(reply=said, injured=answer.injured_n or 0, dead=answer.dead_n or 0)
        return said

    def _table(self, records: Sequence[Record], amount: Callable[..., Decimal | None] | None) -> LossTable | None:
        if not records:
            return None
        kind = type(records[0])
        names = self.labels.places.section(kind.KIND, COLUMNS)
        columns = [
            Column(paper_text("line_no"), weight=0.4),
            *(Column(self.labels.field_text(kind.KIND, name), numeric=spec_of(kind, name).is_money) for name in names),
        ]
        rows = tuple(
            (str(number), *(self._cell(record, name) for name in names))
            for number, record in enumerate(records, start=1)
        )
        totals: tuple[Row, ...] = ()
        if amount is not None:
            known = [found for record in records if (found := amount(record)) is not None]
            totals = (Row(paper_text("total"), format_money(sum(known, Decimal(0)))),)
        return LossTable(tuple(columns), rows, totals)

    def _cell(self, record: Record, name: str) -> Cell:
        value = getattr(record, name)
        if (record.KIND, name) == ("document", "item"):
            named = {paper.id: paper.name for paper in self.papers.papers}
            return getattr(record, "title", None) or named.get(value or "") or value or ""
        return value_text(spec_of(type(record), name), value, self.labels)
