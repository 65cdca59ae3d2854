"""The record form (查勘记录) in the report: its groups, its checks, how much is attached (domain §3, §13.1 no. 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.record_checks import RecordCheck
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.field_rows import TITLED, FieldRows
from surveyor_app.operations.report.tables import Cell
from surveyor_app.report.data import Column, LossTable, Row, RowGroup
from surveyor_app.wording.findings.record_form import FormGroup, FormPlace
from surveyor_app.wording.paper_texts import paper_text

_JOINED = Text.same("{one}; {other}")


@dataclass(frozen=True, slots=True)
class FormSections:
    """Makes the sections; ``groups`` are those of the printed form."""

    rows: FieldRows
    contents: CaseContents
    groups: Sequence[FormGroup]

    def head(self) -> tuple[RowGroup, ...]:
        """Return the groups before the checks."""
        return tuple(self._of_place(FormPlace.HEAD))

    def foot(self) -> tuple[RowGroup, ...]:
        """Return the groups behind them, and how many pages of statements and photos there are."""
        pages = sum(statement.pages or 0 for statement in self.contents.statements)
        photos = sum(item.evidence_class == "photo" for item in self.contents.evidence)
        attached = [("statement_count", pages), ("photo_count", photos)]
        counts = tuple(Row(paper_text(name), str(count)) for name, count in attached)
        return (*self._of_place(FormPlace.FOOT), RowGroup(paper_text("form_attachments"), counts))

    def checks(self) -> LossTable | None:
        """Return the checks with their answers in the order of the form; ``None`` while none is answered."""
        checks = self.contents.tables.record_checks
        answers = self.contents.facts.answers
        if checks is None or not answers:
            return None
        labels = self.rows.labels
        columns = (
            Column(paper_text("line_no"), weight=0.4),
            Column(paper_text("check"), weight=2.4),
            Column(labels.field_text(CheckAnswer.KIND, "answer"), weight=1.4),
            Column(labels.field_text(CheckAnswer.KIND, "note"), weight=1.6),
        )
        lines = [
            (str(check.number), check.name, self._reply(check, answers[check.id]), answers[check.id].note or "")
            for check in checks.checks
            if check.id in answers
        ]
        return LossTable(columns, tuple(lines))

    # ------------------------------------------------------------------------------------------ pieces

    def _of_place(self, place: FormPlace) -> Iterable[RowGroup]:
        for group in self.groups:
            if group.place is place:
                for name, record in self._records(group):
                    said = tuple(
                        self.rows.row(record.KIND, field, value)
                        for field in group.fields
                        if (value := self.rows.value(record, field))
                    )
                    if said:
                        title = paper_text(f"form_{group.id}")
                        yield RowGroup(TITLED.filled(what=title, name=name) if name else title, said)

    def _records(self, group: FormGroup) -> Iterable[tuple[str, Record]]:
        """Yield the records a group is about, with the plate where it is about one vehicle of several."""
        contents = self.contents
        if group.vehicles is None:
            first: Mapping[str, Sequence[Record]] = {"claim": contents.claims, "task": contents.tasks}
            yield from (("", record) for record in first[group.kind][:1])
            return
        for vehicle in contents.vehicles:
            if vehicle.category == group.vehicles:
                driver = contents.driver_of(vehicle)
                if group.kind == vehicle.KIND:
                    yield vehicle.plate_no or "", vehicle
                elif driver is not None:
                    yield vehicle.plate_no or "", driver

    def _reply(self, check: RecordCheck, answer: CheckAnswer) -> Cell:
        labels = self.rows.labels
        parts: list[Cell] = []
        if answer.answer:
            parts.append(labels.value_text("check_reply", answer.answer))
        chosen = [*([answer.choice] if answer.choice else []), *(answer.choices or ())]
        parts += [labels.value_text(check.enumeration or "", value) for value in chosen]
        if answer.none_apply:
            parts.append(labels.field_text(CheckAnswer.KIND, "none_apply"))
        if answer.other_text:
            parts.append(answer.other_text)
        said = parts[0] if parts else ""
        for part in parts[1:]:
            said = _JOINED.filled(one=said, other=part)
        if check.counts and (answer.injured_n is not None or answer.dead_n is not None):
            return paper_text("casualties").filled(reply=said, injured=answer.injured_n or 0, dead=answer.dead_n or 0)
        return said
