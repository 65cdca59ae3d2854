"""Tables of the report from records: a line a record, numbered, with what their amounts come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import R
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.field_rows import FieldRows
from surveyor_app.report.data import Column, LossTable, Row, RowGroup
from surveyor_app.wording.formatting import format_money
from surveyor_app.wording.paper_texts import paper_text

COLUMNS = "columns"
Cell = Text | str
_WEIGHTS = {
    ("document", "item"): 2.0,
    **{("document", name): 1.4 for name in ("requested_at", "received_at")},
    **{("document", name): 0.7 for name in ("pages", "evidence")},
    ("property_item", "name"): 1.6,
    ("cover", "kind"): 1.4,
    ("salvage", "item"): 1.6,
    ("fee", "code"): 1.4,
}
"""How wide a column is against the others, where its values want more or less room than most."""


def table_of(
    rows: FieldRows,
    records: Sequence[R],
    amount: Callable[[R], Decimal | None] | None = None,
    cells: Mapping[str, Callable[[R], Cell]] | None = None,
) -> LossTable | None:
    """Return the table of a kind's columns, ``None`` without records; ``cells`` makes those that are no field's own value."""
    if not records:
        return None
    kind = type(records[0])
    names = rows.labels.places.section(kind.KIND, COLUMNS)
    made = cells or {}
    columns = [
        Column(paper_text("line_no"), weight=0.4),
        *(_column(rows, kind, name) for name in names),
    ]
    lines = tuple(
        (str(number), *(made[name](record) if name in made else rows.value(record, name) for name in names))
        for number, record in enumerate(records, start=1)
    )
    totals: tuple[Row, ...] = ()
    if amount is not None:
        known = [found for record in records if (found := amount(record)) is not None]
        totals = (Row(paper_text("total"), format_money(sum(known, Decimal(0)))),)
    return LossTable(tuple(columns), lines, totals)


def _column(rows: FieldRows, kind: type[Record], name: str) -> Column:
    is_money = spec_of(kind, name).is_money
    weight = _WEIGHTS.get((kind.KIND, name), 1.3 if is_money else 1.0)
    return Column(rows.labels.field_text(kind.KIND, name), numeric=is_money, weight=weight)


def details_of(rows: FieldRows, records: Sequence[Record], names: Mapping[str, Cell]) -> tuple[RowGroup, ...]:
    """Return a block for each record of which there is more to say than its line in the table, under the same number."""
    groups = []
    for number, record in enumerate(records, start=1):
        said = tuple(rows.details(record))
        if said:
            groups.append(RowGroup(NUMBERED.filled(n=number, name=names.get(record.id) or ""), said))
    return tuple(groups)


NUMBERED = Text.same("{n} · {name}")
