"""What the office copy alone says: covers, prompts, estimates, proposals, consents, shots left out (domain §13.1 no. 11, 13).

A copy for a party is made of the same sections; its contents hold nothing of this, so they come out empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.prompts import Fact, Raised, raised_prompts
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.proposals import Proposal
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.survey.prompts import Prompts
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.field_rows import FieldRows
from surveyor_app.operations.report.tables import Cell, table_of
from surveyor_app.report.data import Column, LossTable, Row, RowGroup
from surveyor_app.wording.formatting import format_money
from surveyor_app.wording.paper_texts import paper_text

_FACT = Text.same("{name}: {value}")
_FACTS = Text.same("{one}; {other}")
ESTIMATES = "estimate_"
"""How the groups of the form are called that are added up."""


@dataclass(frozen=True, slots=True)
class OfficeSections:
    """Makes the sections; ``prompts`` are those that may be asked, none in a copy for a party."""

    rows: FieldRows
    contents: CaseContents
    prompts_table: Prompts | None

    def policies(self) -> tuple[RowGroup, ...]:
        """Return the policies; a party sees number, line, insurer and insured of each."""
        return tuple(
            RowGroup(policy.policy_no or policy.insurer or "—", tuple(self.rows.details(policy)))
            for policy in self.contents.policies
        )

    def covers(self) -> LossTable | None:
        """Return the covers with limits and deductibles."""
        return table_of(self.rows, [cover for cover in self.contents.covers if cover.kind is not None])

    def prompts(self) -> LossTable | None:
        """Return the prompts that something raised or somebody answered, with what raised them; never a score."""
        if self.prompts_table is None:
            return None
        raised = raised_prompts(self.prompts_table, self.contents)
        told = [item for item in raised if item.is_raised or item.answer is not None]
        if not told:
            return None
        label = self.rows.labels.field_text
        columns = (
            Column(paper_text("prompt"), weight=1.6),
            Column(paper_text("prompt_facts"), weight=2),
            Column(label(PromptAnswer.KIND, "answer"), weight=0.7),
            Column(label(PromptAnswer.KIND, "note"), weight=1.6),
            Column(label(PromptAnswer.KIND, "evidence"), weight=0.7),
        )
        return LossTable(columns, tuple(self._prompt(item) for item in told))

    def estimate(self) -> LossTable | None:
        """Return the estimates of the form, group by group, then those of vehicles and injured persons."""
        task = self.contents.tasks[0] if self.contents.tasks else None
        lines = [*(self._of_form(task) if task else ()), *self._of_subjects()]
        if not lines:
            return None
        columns = (
            Column(paper_text("estimate"), weight=1.4),
            Column(paper_text("item"), weight=2),
            Column(paper_text("persons"), weight=0.6),
            Column(paper_text("amount"), numeric=True),
        )
        return LossTable(columns, tuple(line for line, _ in lines), tuple(self._sums(lines)))

    def proposals(self) -> LossTable | None:
        """Return what was proposed beside values of the office."""
        proposals = [
            item for item in self.contents.proposals if item.target_field is not None or item.value is not None
        ]
        table = table_of(self.rows, proposals)
        if table is None:
            return None
        column = Column(self.rows.labels.field_text(Proposal.KIND, "target_field"))
        lines = (
            (line[0], self.rows.labels.field_text(item.target_kind or "", item.target_field or ""), *line[1:])
            for line, item in zip(table.rows, proposals, strict=True)
        )
        return LossTable((table.columns[0], column, *table.columns[1:]), tuple(lines))

    def consents(self) -> tuple[RowGroup, ...]:
        """Return who consented to what."""
        purposes = self.contents.purposes
        return tuple(
            RowGroup(purposes.get(consent.purpose or "") or consent.purpose or "—", said)
            for consent in self.contents.consents
            if (said := tuple(self.rows.of(consent)))
        )

    def left_shots(self) -> LossTable | None:
        """Return the shots of the list that were not taken, with the reason."""
        states = [item for item in self.contents.shot_states if item.shot_key is not None]
        if not states:
            return None
        label = self.rows.labels.field_text
        columns = tuple(Column(label(ShotState.KIND, name)) for name in ("shot_key", "subject_uid", "state", "reason"))
        return LossTable(columns, tuple(self._shot(item) for item in states))

    # ------------------------------------------------------------------------------------------ pieces

    def _prompt(self, item: Raised) -> tuple[Cell, ...]:
        said: Cell = ""
        for fact in item.facts:
            one = self._fact(fact)
            said = _FACTS.filled(one=said, other=one) if said else one
        if item.answer is None:
            return (item.prompt.name, said, "", "", "")
        value = self.rows.value
        return (item.prompt.name, said, *(value(item.answer, name) for name in ("answer", "note", "evidence")))

    def _fact(self, fact: Fact) -> Text:
        """Return a fact as the field it stands in and its value, in words where it is one of a list."""
        specs = {spec.name: spec for spec in SPECS.get(fact.kind, ())}
        checks = self.contents.tables.record_checks
        check = checks.by_id().get(fact.field) if checks else None
        name = check.name if check else self.rows.labels.field_text(fact.kind, fact.field)
        spec = specs.get(fact.field)
        value: Cell = fact.value
        if check is not None:
            value = self.rows.labels.value_text("check_reply", str(fact.value))
        elif spec is not None and spec.enumeration and isinstance(value, str):
            value = self.rows.labels.value_text(spec.enumeration, value)
        return _FACT.filled(name=name, value=value)

    def _of_form(self, task: Task) -> Iterable[tuple[tuple[Cell, ...], tuple[Cell, Decimal]]]:
        """Yield the lines of each group of amounts; a number of persons stands beside the amount that follows it."""
        for group in self.rows.labels.places.form(Task.KIND):
            if not group.key.startswith(ESTIMATES) or group.title is None:
                continue
            persons: Cell = ""
            for name in group.names:
                value = getattr(task, name)
                if isinstance(value, int) and not spec_of(Task, name).is_money:
                    persons = str(value)
                elif isinstance(value, Decimal):
                    label = self.rows.labels.field_text(Task.KIND, name)
                    yield (group.title, label, persons, format_money(value)), (group.title, value)
                    persons = ""

    def _of_subjects(self) -> Iterable[tuple[tuple[Cell, ...], tuple[Cell, Decimal]]]:
        """Yield the estimates of single vehicles and injured persons, which the form's amounts hold already."""
        estimates = [
            *((item.KIND, item.id, item.estimate) for item in self.contents.vehicles),
            *((item.KIND, item.person_uid, item.estimate) for item in self.contents.injuries),
        ]
        for kind_id, about, amount in estimates:
            if amount is not None:
                kind = self.rows.labels.kinds[kind_id]
                yield (kind, self.rows.names.get(about or "", "—"), "", format_money(amount)), (kind, amount)

    @staticmethod
    def _sums(lines: Iterable[tuple[tuple[Cell, ...], tuple[Cell, Decimal]]]) -> Iterable[Row]:
        sums: dict[Cell, Decimal] = {}
        for _, (title, amount) in lines:
            sums[title] = sums.get(title, Decimal(0)) + amount
        for title, amount in sums.items():
            yield Row(paper_text("total_of").filled(vehicle=title), format_money(amount))

    def _shot(self, item: ShotState) -> tuple[Cell, ...]:
        lists = self.contents.shot_lists
        shot = lists.shots.get(item.shot_key or "") if lists else None
        name: Cell = (
            shot.name if shot else (lists.names.get(item.shot_key or "") if lists else None) or item.shot_key or ""
        )
        subject = self.contents.subject_names.get(item.subject_uid or "", "")
        return (name, subject, *(self.rows.value(item, field) for field in ("state", "reason")))
