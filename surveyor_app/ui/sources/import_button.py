"""The primary button of the photos: a menu of the ways in which evidence comes into the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from surveyor_app.ui.base import icons, looks
from surveyor_app.wording.translation import tr, tr_marked

Way = tuple[str, Callable[[], object]]
"""A text marked for translation, and what it does."""


class ImportButton(QPushButton):
    """Opens the menu; each group of ways stands under a line of its own."""

    def __init__(self, *groups: Sequence[Way]) -> None:
        super().__init__()
        self.setProperty("role", "primary")
        self.setIconSize(QSize(20, 20))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        menu = QMenu(self)
        self._ways: list[tuple[QAction, str]] = []
        for place, group in enumerate(groups):
            if place:
                menu.addSeparator()
            self._ways += [(menu.addAction("", work), text) for text, work in group]
        self.setMenu(menu)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        looks.face(self, tr("Import"))
        self.setIcon(icons.icon("import", "on_accent"))
        for action, text in self._ways:
            action.setText(tr_marked(text))
