"""Losses in the report: property, injured persons, rescue, salvage, and what all comes to (domain §13.1 no. 8, §13.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.totals import (
    Losses,
    LossGroup,
    SubjectLoss,
    by_cover,
    line_amount,
    overall,
    subject_losses,
)
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.field_rows import FieldRows
from surveyor_app.operations.report.tables import Cell, details_of, table_of
from surveyor_app.report.data import Column, LossTable, Row, RowGroup
from surveyor_app.wording.formatting import format_money
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.words import word

_ABOUT = {LossGroup.VEHICLES: "vehicle"}
"""What a loss is of, where that is not the kind of the records that say it."""
_ESTIMATED = Text.same("{name} ({how})")


@dataclass(frozen=True, slots=True)
class LossSections:
    """Makes the sections; ``rows`` knows labels, names and numbers."""

    rows: FieldRows
    contents: CaseContents

    def property_items(self) -> LossTable | None:
        """Return the property item by item with the sum of what was found; for the office that of what is claimed, too."""
        items = self.contents.property_items
        table = table_of(self.rows, items, line_amount)
        claimed = [item.claimed_amount for item in items if item.claimed_amount is not None]
        if table is None or not claimed:
            return table
        asked = Row(paper_text("total_claimed"), format_money(sum(claimed, Decimal(0))))
        return replace(table, totals=(asked, *table.totals))

    def property_details(self) -> tuple[RowGroup, ...]:
        """Return what else is known of each item: whose, where, which photos; for the office values and claimed figures too."""
        names: dict[str, Cell] = {item.id: item.name or "" for item in self.contents.property_items}
        return details_of(self.rows, self.contents.property_items, names)

    def injuries(self) -> tuple[RowGroup, ...]:
        """Return one block an injured person, with the visits in order; none of who wants confidentiality."""
        return tuple(
            RowGroup(self._injured(injury, n), tuple([*self.rows.details(injury), *self._visits(injury)]))
            for n, injury in enumerate(self.contents.injuries, start=1)
        )

    def fees(self) -> LossTable | None:
        """Return what the treatment and absence of injured persons cost; for the office alone."""
        return table_of(self.rows, self._told(self.contents.fees), lambda fee: fee.amount)

    def rescue(self) -> LossTable | None:
        """Return the rescue cost with its sum."""
        return table_of(self.rows, self.contents.rescue_costs, lambda item: item.amount)

    def rescue_details(self) -> tuple[RowGroup, ...]:
        """Return what was rescued and by which bills; for the office whether it was needed and what it is shared with."""
        labels = self.rows.labels
        names: dict[str, Cell] = {
            item.id: labels.value_text("rescue_kind", item.rescue_kind) for item in self.contents.rescue_costs
        }
        return details_of(self.rows, self.contents.rescue_costs, names)

    def salvage(self) -> LossTable | None:
        """Return what is left of damaged things, with its worth."""
        return table_of(self.rows, self.contents.salvages, lambda item: item.value)

    def salvage_details(self) -> tuple[RowGroup, ...]:
        """Return what it was left of, and its photos."""
        names: dict[str, Cell] = {item.id: item.item or "" for item in self.contents.salvages}
        return details_of(self.rows, self.contents.salvages, names)

    def loss_totals(self) -> LossTable | None:
        """Return a line a subject and what all of them come to; ``None`` where there is at most one."""
        found = self._losses()
        if len(found) < 2:
            return None
        columns = (
            Column(paper_text("line_no"), weight=0.4),
            Column(paper_text("losses")),
            Column(paper_text("item"), weight=2),
            Column(paper_text("amount"), numeric=True),
        )
        names = self._names()
        lines = tuple(
            (
                str(n),
                self.rows.labels.kinds[_ABOUT.get(loss.group, loss.group.value)],
                self._named(loss, names),
                format_money(loss.amount),
            )
            for n, loss in enumerate(found, start=1)
        )
        return LossTable(columns, lines, (Row(paper_text("total"), format_money(overall(found))),))

    def cover_totals(self) -> LossTable | None:
        """Return the same by cover, where covers are named; which is for the office to know."""
        sums = by_cover(self._losses())
        if not [cover for cover in sums if cover]:
            return None
        labels = self.rows.labels
        columns = (Column(paper_text("covers"), weight=2), Column(paper_text("amount"), numeric=True))
        lines = tuple(
            (labels.value_text("cover", cover) if cover else paper_text("no_cover"), format_money(amount))
            for cover, amount in sums.items()
        )
        return LossTable(columns, lines, ())

    # ------------------------------------------------------------------------------------------ pieces

    @staticmethod
    def _told(fees: Sequence[Fee]) -> list[Fee]:
        """Leave out what says nothing to this reader."""
        return [fee for fee in fees if fee.code is not None or fee.amount is not None]

    def _losses(self) -> list[SubjectLoss]:
        contents = self.contents
        return subject_losses(
            Losses(
                vehicles=contents.vehicles,
                marks=contents.damage_marks,
                items=contents.property_items,
                injuries=contents.injuries,
                fees=contents.fees,
                rescue=contents.rescue_costs,
                salvage=contents.salvages,
            )
        )

    def _names(self) -> Mapping[str, Cell]:
        labels, contents = self.rows.labels, self.contents
        names: dict[str, Cell] = {**self.rows.names}
        names |= {item.id: self._injured(item, n) for n, item in enumerate(contents.injuries, start=1)}
        names |= {item.id: labels.value_text("rescue_kind", item.rescue_kind) for item in contents.rescue_costs}
        names |= {item.id: item.item or "" for item in contents.salvages}
        return names

    def _named(self, loss: SubjectLoss, names: Mapping[str, Cell]) -> Cell:
        name = names.get(loss.subject or "") or "—"
        return _ESTIMATED.filled(name=name, how=paper_text("is_estimate")) if loss.is_estimate else name

    def _injured(self, injury: Injury, number: int) -> Cell:
        return self.rows.names.get(injury.person_uid or "") or word("person").filled(n=number)

    def _visits(self, injury: Injury) -> Iterable[Row]:
        for visit in self.contents.injury_visits:
            if visit.injury_uid == injury.id:
                yield from self.rows.details(visit)
