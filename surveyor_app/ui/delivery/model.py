"""Where each original and report of a case is, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from surveyor_app.operations.cases.delivery_states import DeliveryItem
from surveyor_app.ui.base import formats, icons, theme
from surveyor_app.ui.base.state_texts import state_text
from surveyor_app.ui.forms.id_table import Head, IdTable, Index
from surveyor_app.wording.translation import mark, tr

HEADS = (Head(mark("No."), right=True), Head(mark("What")), Head(mark("Size"), right=True), Head(mark("State")))
_ICONS = {
    "local": ("local", "secondary"),
    "sending": ("sending", "accent"),
    "stored": ("stored", "accent"),
    "receipted": ("receipt", "ok"),
}


class DeliveryModel(IdTable):
    """Items by hash, in the order of the case; states change in place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(HEADS, parent)
        self._items: dict[str, DeliveryItem] = {}
        self._numbers: dict[str, int] = {}

    def show_items(self, items: Sequence[DeliveryItem]) -> None:
        """Show these items; selection and scroll position stay."""
        before, wanted = self._items, {item.sha256: item for item in items}
        self._items = before | wanted  # rows about to leave are still asked for
        self.rows.update(list(wanted))
        self._items = wanted
        numbers = {key: number for number, key in enumerate(wanted, start=1)}
        if numbers != self._numbers:
            self._numbers = numbers
            before = {}
        changed = [row for row, key in enumerate(self.rows.ids) if before.get(key) != self._items[key]]
        # One notice: each costs the view a look at the widths of all columns.
        if changed:
            self.touch_rows(changed[0], changed[-1])

    def item_at(self, row: int) -> DeliveryItem | None:
        """Return the item in a row."""
        id_ = self.id_at(row)
        return self._items[id_] if id_ is not None else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item_at(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(item)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item.name}\nSHA-256 {item.sha256}"
        if index.column() == len(HEADS) - 1:
            name, token = _ICONS[item.state]
            if role == Qt.ItemDataRole.DecorationRole:
                return icons.icon(name, token)
            if role == Qt.ItemDataRole.ForegroundRole:
                return theme.colour(token)
        return None

    def _texts(self, item: DeliveryItem) -> tuple[str, str, str, str]:
        name = tr("Report {number}", number=item.name) if item.report_id else item.name
        return (
            str(self._numbers.get(item.sha256, "")),
            name,
            formats.size(item.size),
            state_text(item.state, item.sent_bytes, item.size),
        )
