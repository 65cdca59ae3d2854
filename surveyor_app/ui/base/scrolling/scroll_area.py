"""A body that scrolls: pages, inspectors and dialogs hold what they show in one. Sideways only where words are too long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from surveyor_app.ui.base.scrolling.keeping_in_view import KeepInView


class ScrollArea(QScrollArea):
    """Scrolls up and down, and keeps what is typed in it in sight.

    What it holds is made with ``area.viewport()`` as parent and then given to :meth:`hold`. A tree of widgets is made from
    the top down throughout: each change of parent has Qt go through the styles of everything below once more.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def hold(self, inner: QWidget) -> None:
        """Show ``inner``."""
        inner.setProperty("role", "body")
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        KeepInView(self, inner)
