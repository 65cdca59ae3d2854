"""The shot list as a tree: a group for each vehicle, person and damage, the shots in it with state, count and key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QTreeView

from surveyor_app.domain.photos.shot_needs import Need, NeedGroup, Progress
from surveyor_app.ui.photos.evidence_model import DRAGGED, dragged_ids
from surveyor_app.ui.photos.shot_delegate import ARROW_PX, DIGIT_ROLE, GROUP_ROLE, NEED_ROLE, ShotDelegate
from surveyor_app.wording.translation import mark, tr, tr_marked

KEYS = 9
STATES = {
    Progress.TAKEN: mark("taken"),
    Progress.PARTLY: mark("partly taken"),
    Progress.NOT_APPLICABLE: mark("not applicable"),
    Progress.MISSING: mark("missing"),
}


class ShotTree(QTreeView):
    """Shows groups of needs; photos dropped on a shot are assigned to it."""

    chosen = Signal()
    """Another shot or group is current."""
    dropped = Signal(list, object)
    """Ids of photos and the need they were dropped on."""
    activated_need = Signal(object)
    """A shot was double-clicked, or Enter pressed on it."""

    def __init__(self, name_of_group: Callable[[NeedGroup], str], name_of_need: Callable[[Need], str]) -> None:
        super().__init__()
        self._name_of_group = name_of_group
        self._name_of_need = name_of_need
        self._groups: list[NeedGroup] = []
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        self.setItemDelegate(ShotDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setIndentation(ARROW_PX)
        self.setProperty("role", "bare")
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAcceptDrops(True)
        self.setDragDropMode(QTreeView.DragDropMode.DropOnly)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_clicked)

    # ------------------------------------------------------------------------------------------- show

    def show_groups(self, groups: Sequence[NeedGroup]) -> None:
        """Show how far the shots are; what is current and what is collapsed stays."""
        before = [self._shape(group) for group in self._groups]
        self._groups = list(groups)
        if before == [self._shape(group) for group in groups]:
            for row, group in enumerate(groups):
                self._fill(self.items.item(row), group)
        else:
            self._rebuild()
        self._number()

    def need(self) -> Need | None:
        """Return the current shot."""
        found = self.currentIndex().data(NEED_ROLE)
        return found if isinstance(found, Need) else None

    def group(self) -> NeedGroup | None:
        """Return the group of the current shot, the first one when none is current."""
        index = self.currentIndex()
        top = index.parent() if index.parent().isValid() else index
        if not self._groups:
            return None
        return self._groups[top.row()] if top.isValid() else self._groups[0]

    def numbered(self) -> list[Need]:
        """Return the shots that the keys 1 to 9 stand for: nine of the current group, those around the current one."""
        group, need = self.group(), self.need()
        if group is None:
            return []
        place = group.needs.index(need) if need in group.needs else 0
        start = place // KEYS * KEYS
        return list(group.needs[start : start + KEYS])

    def select(self, key: str, subject: str) -> bool:
        """Make a shot current and bring it into view; tell whether it is in the list."""
        for item in self._need_items():
            need: Need = item.data(NEED_ROLE)
            if need.shot.key == key and need.subject == subject:
                self.setCurrentIndex(item.index())
                self.scrollTo(item.index())
                return True
        return False

    def select_missing(self) -> Need | None:
        """Make a shot current that blocks finishing: the current one, else the next after it; return it."""
        current = self.need()
        if current is not None and current.blocks:
            return current
        items = list(self._need_items())
        here = next((place for place, item in enumerate(items) if item.index() == self.currentIndex()), -1)
        for item in (*items[here + 1 :], *items[: here + 1]):
            need: Need = item.data(NEED_ROLE)
            if need.blocks:
                self.setCurrentIndex(item.index())
                self.scrollTo(item.index())
                return need
        return None

    # ---------------------------------------------------------------------------------------- inside

    def _shape(self, group: NeedGroup) -> tuple[str, str, tuple[str, ...]]:
        return group.kind, group.subject, tuple(need.shot.key for need in group.needs)

    def _rebuild(self) -> None:
        closed = {
            item.data(GROUP_ROLE)
            for item in (self.items.item(row) for row in range(self.items.rowCount()))
            if not self.isExpanded(item.index())
        }
        need, was_empty = self.need(), self.items.rowCount() == 0
        self.items.clear()
        for group in self._groups:
            top = QStandardItem()
            top.setData((group.kind, group.subject), GROUP_ROLE)
            for _ in group.needs:
                top.appendRow(QStandardItem())
            self._fill(top, group)
            self.items.appendRow(top)
            is_open = group.missing > 0 or group.kind == "scene"
            self.setExpanded(top.index(), is_open if was_empty else top.data(GROUP_ROLE) not in closed)
        if need is not None:
            self.select(need.shot.key, need.subject)

    def _fill(self, top: QStandardItem, group: NeedGroup) -> None:
        name = self._name_of_group(group)
        top.setText(name)
        top.setData(group, NEED_ROLE)
        top.setToolTip(tr("%n required shot(s) missing", n=group.missing) if group.missing else name)
        top.setAccessibleText(f"{name}, {top.toolTip()}")
        for row, need in enumerate(group.needs):
            item = top.child(row)
            item.setData(need, NEED_ROLE)
            item.setText(self._name_of_need(need))
            item.setToolTip(f"{item.text()} · {tr_marked(STATES[need.progress])}")

    def _number(self) -> None:
        """Write the keys beside the shots they stand for now."""
        numbered = self.numbered()
        for item in self._need_items():
            need: Need = item.data(NEED_ROLE)
            digit = str(numbered.index(need) + 1) if need in numbered else ""
            if item.data(DIGIT_ROLE) != digit:
                item.setData(digit, DIGIT_ROLE)
            item.setAccessibleText(
                ", ".join(part for part in (item.toolTip(), tr("key {key}", key=digit) if digit else "") if part)
            )

    def _need_items(self) -> Iterator[QStandardItem]:
        for row in range(self.items.rowCount()):
            top = self.items.item(row)
            yield from (top.child(place) for place in range(top.rowCount()))

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._number()
        self.chosen.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        need = index.data(NEED_ROLE)
        if isinstance(need, Need):
            self.activated_need.emit(need)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))

    # ------------------------------------------------------------------------------------------- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.mimeData().hasFormat(DRAGGED) and isinstance(index.data(NEED_ROLE), Need):
            self.setCurrentIndex(index)  # shows where the photos would go
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        need = self.indexAt(event.position().toPoint()).data(NEED_ROLE)
        ids = dragged_ids(event.mimeData())
        if ids and isinstance(need, Need):
            self.dropped.emit(ids, need)
            # The grid must not take anything out by itself.
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
        else:
            event.ignore()
