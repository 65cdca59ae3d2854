"""Ctrl+K: every action of the window and the page, found by typing. F1: the shortcuts of this page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QWidget

from surveyor_app.ui.base import looks
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.screen_room import room_for
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.wording.translation import tr

ACTION_ROLE = Qt.ItemDataRole.UserRole + 1


class ActionPalette(QDialog):
    """Type a part of a name, Enter does it."""

    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("All actions"))
        self._is_done = False
        self.resize(QSize(480, 420).boundedTo(room_for(self)))
        model = QStandardItemModel(self)
        for action in actions:
            if not action.isEnabled() or not action.text():
                continue
            keys = action.shortcut().toString()
            item = QStandardItem(f"{action.text()}    {keys}" if keys else action.text())
            item.setData(action, ACTION_ROLE)
            item.setEditable(False)
            model.appendRow(item)
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(model)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What do you want to do?"))
        self.line.setAccessibleName(tr("What do you want to do?"))
        self.line.textChanged.connect(self._on_text_changed)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self.found)
        self.list.setAccessibleName(tr("All actions"))
        self.list.setSpacing(1)
        self.list.setStyleSheet("QListView::item { min-height: 34px; }")
        self.list.activated.connect(lambda _index: self.run())
        self.list.clicked.connect(lambda _index: self.run())
        self.setLayout(looks.column(self.line, self.list, spacing=8, margin=12))
        self._on_text_changed("")
        self.line.setFocus()

    def run(self) -> None:
        """Do the chosen action, once: some desktops take a click for the choice and for the deed."""
        if self._is_done:
            return
        self._is_done = True
        action = self.list.currentIndex().data(ACTION_ROLE)
        self.accept()
        if isinstance(action, QAction):
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                row = max(0, min(self.found.rowCount() - 1, self.list.currentIndex().row() + step))
                self.list.setCurrentIndex(self.found.index(row, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run()
                return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, text: str) -> None:
        self.found.setFilterFixedString(text)
        self.list.setCurrentIndex(self.found.index(0, 0))


class ShortcutSheet(ScrollingDialog):
    """The keys of a page and of the window."""

    def __init__(self, parent: QWidget, groups: Sequence[tuple[str, Sequence[QAction]]]) -> None:
        super().__init__(parent, 440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Shortcuts"))
        parts: list[QWidget] = []
        for title, actions in groups:
            facts = FactsList()
            facts.show_pairs(
                [(action.text(), action.shortcut().toString()) for action in actions if not action.shortcut().isEmpty()]
            )
            parts += [looks.label("section", title), facts]
        close = looks.button("primary", self.accept)
        looks.face(close, tr("Close"))
        self.lay_out(looks.column(*parts, None, spacing=10), None, close)
