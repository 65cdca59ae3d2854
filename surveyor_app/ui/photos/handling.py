"""What is done with the photos selected: another place in the order, withdrawal and its opposite, and the menu of it all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.moving import move_together
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import withdrawing
from surveyor_app.ui.photos.grid import PhotoGrid


class PhotoHandling(QObject):
    """Works on the selection of the grid, through the edits."""

    def __init__(self, desk: Desk, grid: PhotoGrid, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._grid = grid
        self._page = page
        grid.evidence.moved.connect(self.move)

    def move(self, ids: Sequence[str], before: str) -> None:
        """Move photos before another, or to the end, as one operation."""
        case = self._desk.case
        self._desk.edits.do(lambda: move_together(case, Evidence, ids, before or None))

    def shift(self, by: int) -> None:
        """Move the photos selected one place on or back."""
        model, ids = self._grid.evidence, self._grid.selected_ids()
        rows = [row for id_ in ids if (row := model.row_of(id_)) is not None]
        if not rows or not model.can_reorder():
            return
        target = rows[0] + by if by < 0 else rows[-1] + by + 1
        if target >= 0:
            self.move(ids, model.id_at(target) or "")

    def is_withdrawn(self) -> bool:
        """Tell whether all photos selected are withdrawn ones."""
        lines = [line for id_ in self._grid.selected_ids() if (line := self._grid.evidence.known.line(id_))]
        return bool(lines) and all(line.withdrawn for line in lines)

    def withdraw_or_restore(self, at: QPoint) -> None:
        """Ask at a place of the screen why the photos are withdrawn; what is withdrawn is restored."""
        ids, case = self._grid.selected_ids(), self._desk.case
        if self.is_withdrawn():
            self._desk.edits.do(lambda: records.restore(case, Evidence, ids))
        else:
            withdrawing.ask(self._page, at, self._desk, Evidence, ids)

    def open_menu(self, at: QPoint, fill: Callable[[QMenu], None]) -> None:
        """Open a menu for the photos selected; ``fill`` says what is in it."""
        if self._grid.current_id():
            menu = QMenu(self._page)
            fill(menu)
            menu.popup(at)
