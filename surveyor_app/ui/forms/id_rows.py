"""Brings a model's list of ids up to date without losing selection or scroll position."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex

MOST_RUNS = 40
"""So many places may come and go one after the other; each costs the view a look at all rows, a reset only one."""


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
        """Show ``wanted``: rows are removed and inserted in runs, and moved only where the order really differs.

        When very many places differ (another filter), the model is reset, and its view restores what was selected.
        """
        new = list(wanted)
        if new == self.ids:
            return
        keep, known = set(new), set(self.ids)
        gone, come = _runs([id_ not in keep for id_ in self.ids]), _runs([id_ not in known for id_ in new])
        if len(gone) + len(come) > MOST_RUNS:
            self._model.beginResetModel()
            self.ids = new
            self._index()
            self._model.endResetModel()
            return
        for first, last in reversed(gone):
            self._model.beginRemoveRows(QModelIndex(), first, last)
            del self.ids[first : last + 1]
            self._index()
            self._model.endRemoveRows()
        common = [id_ for id_ in new if id_ in known]
        if common != self.ids:
            self._reorder(common)
        for first, last in come:
            self._model.beginInsertRows(QModelIndex(), first, last)
            self.ids[first:first] = new[first : last + 1]
            self._index()
            self._model.endInsertRows()

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


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """Return first and last place of each run of true flags."""
    runs: list[tuple[int, int]] = []
    for place, flag in enumerate(flags):
        if not flag:
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))
    return runs
