"""Brings a model's list of ids up to date without losing selection or scroll position."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex


class IdRows:
    """The ids of a flat model in order; changes go through the model's own begin and end calls."""

    def __init__(self, model: QAbstractItemModel, columns: int = 1) -> None:
        self._model = model
        self._columns = columns
        self.ids: list[str] = []
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def place(self, id_: str) -> int | None:
        """Return the row of an id, ``None`` when it is not shown."""
        return self._places.get(id_)

    def update(self, wanted: Sequence[str]) -> None:
        """Show ``wanted``: rows are removed, inserted in runs, and moved only where the order really differs."""
        new = list(wanted)
        if new == self.ids:
            return
        keep = set(new)
        for row in range(len(self.ids) - 1, -1, -1):
            if self.ids[row] not in keep:
                self._model.beginRemoveRows(QModelIndex(), row, row)
                del self.ids[row]
                self._index()
                self._model.endRemoveRows()
        known = set(self.ids)
        common = [id_ for id_ in new if id_ in known]
        if common != self.ids:
            self._reorder(common)
        self._insert(new, known)

    def _insert(self, new: list[str], known: set[str]) -> None:
        row = 0
        while row < len(new):
            if new[row] in known:
                row += 1
                continue
            end = row
            while end + 1 < len(new) and new[end + 1] not in known:
                end += 1
            self._model.beginInsertRows(QModelIndex(), row, end)
            self.ids[row:row] = new[row : end + 1]
            self._index()
            self._model.endInsertRows()
            row = end + 1

    def _reorder(self, order: list[str]) -> None:
        self._model.layoutAboutToBeChanged.emit()
        before = self._model.persistentIndexList()
        names = [self.ids[index.row()] for index in before]
        self.ids = order
        self._index()
        after = [
            self._model.index(self._places[name], index.column()) for name, index in zip(names, before, strict=True)
        ]
        self._model.changePersistentIndexList(before, after)
        self._model.layoutChanged.emit()

    def _index(self) -> None:
        self._places = {id_: row for row, id_ in enumerate(self.ids)}
