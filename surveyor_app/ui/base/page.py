"""The base of pages of an open case: header with title, one line of state and the primary action, then content."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QTabBar, QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.wording.translation import mark, tr_marked

MARGIN_PX = 20


class Page(QWidget):
    """One screen. Subclasses build their content, translate it, load it and follow changes."""

    PLACE: ClassVar[Place]

    go = Signal(str, str, str)
    """Please open the page of a name, showing a record (id or empty) and a field (name or empty)."""

    record_wanted = Signal(str, str, str)
    """Please show a record where its kind is shown: the kind, its id (empty: one still to be made) and a field (or empty)."""

    side_changed = Signal()
    """The inspector has something to show now, or nothing any more."""

    side_wanted = Signal()
    """Please show the inspector, even where there is little room: somebody is about to write in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.desk = desk
        self.is_stale = False
        self.title_label = looks.label("title")
        self.state_label = looks.label("state", wrap=True)
        self.head_actions = QHBoxLayout()
        self.head_actions.setSpacing(8)
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        self._actions: list[tuple[QAction, str]] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(MARGIN_PX, 14, MARGIN_PX, 14)
        self._body.setSpacing(12)
        titles = looks.column(self.title_label, self.state_label, spacing=2)
        self._body.addLayout(looks.row(titles, self.head_actions, spacing=16))
        self._body.itemAt(0).layout().setStretch(0, 1)  # type: ignore[union-attr]  # the row added just above
        self._body.addLayout(self.content, 1)

    # ------------------------------------------------------------------------------- for subclasses

    def retranslate(self) -> None:
        """Write all texts and icons in the window's language and theme."""
        self.title_label.setText(tr_marked(self.PLACE.title))
        for action, text in self._actions:
            action.setText(tr_marked(text))

    def load(self) -> None:
        """Read everything anew; called when the page is shown."""

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed; called while the page is shown. It is loaded anew when it is shown again."""

    def miss(self, changes: Changes) -> None:
        """Take note of changes while another page is shown: this one is loaded anew when it is shown again."""
        self.is_stale = self.is_stale or bool(changes.touched) or changes.delivery

    def commit(self) -> None:
        """Write what is being edited; called when the page is left and before the window closes."""

    def inspector(self) -> QWidget | None:
        """Return what stands in the right column beside this page."""
        return None

    def has_details(self) -> bool:
        """Tell whether the inspector has something to show."""
        return True

    def show_record(self, record_id: str, field: str) -> None:
        """Select a record and go to a field; either may be empty."""

    def show_kind(self, kind: str, field: str) -> None:
        """Go to where a record of a kind would be made, and to a field (or empty) there."""
        self.show_record("", field)

    # ------------------------------------------------------------------------------------ for all

    def take_keyboard(self) -> None:
        """Have the keyboard begin in the page's work: at the first stop of its content, if the page does not know better.

        Qt is asked to go there. A look along its chain with nextInFocusChain (PySide6 6.11.3) left objects of the window that
        Python took for deleted, its menu of themes among them; why is not known.
        """
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        for _ in range(self.head_actions.count() + 1):
            self.focusNextPrevChild(True)
            here = self.window().focusWidget()
            if here is None or not self.isAncestorOf(here):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if not _is_in(self.head_actions, here):
                return

    def set_state(self, text: str) -> None:
        """Set the line of state under the title."""
        self.state_label.setText(text)
        self.state_label.setVisible(bool(text))

    def add_action(self, text: str, shortcut: str, on_triggered: object, only_in: QWidget | None = None) -> QAction:
        """Offer an action of this page in the palette and by key; ``text`` is marked for translation.

        A key without a modifier that controls use themselves (Space presses buttons) works ``only_in`` one of them.
        """
        action = QAction(self)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            # In the whole window while this page shows: after a click in the rail the keyboard is there and not in the page.
            # An editor keeps its own keys (Del, paste) by Qt's shortcut override.
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(on_triggered)
        if only_in is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        (only_in or self).addAction(action)
        self._actions.append((action, text))
        return action

    def add_tab_keys(self, bar: QTabBar) -> None:
        """Have Ctrl+PgDown and Ctrl+PgUp go through the tabs of this page; from there the Tab key leads into what is shown."""

        def step(by: int) -> None:
            bar.setCurrentIndex((bar.currentIndex() + by) % bar.count())
            bar.setFocus(Qt.FocusReason.TabFocusReason)

        self.add_action(mark("Next tab"), "Ctrl+PgDown", lambda: step(1))
        self.add_action(mark("Tab before"), "Ctrl+PgUp", lambda: step(-1))

    def page_actions(self) -> list[QAction]:
        """Return the actions of this page."""
        return [action for action, _ in self._actions]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _is_in(layout: QLayout, widget: QWidget) -> bool:
    items = (layout.itemAt(place) for place in range(layout.count()))
    return any(item is not None and item.widget() is widget for item in items)


class Side(QFrame):
    """The frame of an inspector: a body that scrolls, to be laid out by its owner."""

    def __init__(self) -> None:
        super().__init__()
        area = ScrollArea(self)
        self.body = QWidget(area.viewport())
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(area)
        area.hold(self.body)
