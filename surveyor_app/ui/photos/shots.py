"""Brings the shot list and the grid together: keys, drops and suggestions assign the photos that are selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from surveyor_app.domain.photos.shot_needs import Need
from surveyor_app.domain.photos.shot_suggestions import Suggestion
from surveyor_app.ui.base import icons
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.ui.photos.shot_panel import WIDE_PX, WIDTH_PX, ShotPanel
from surveyor_app.ui.photos.shot_work import ShotWork
from surveyor_app.wording.translation import mark, tr

PANEL_FROM_PX, WIDE_FROM_PX = 700, 1000
"""Below the first width of the page the panel is behind its button; from the second on it is wider."""


class PhotoShots(QObject):
    """Owns the panel and the line with a suggestion; knows which photos are selected."""

    def __init__(self, work: ShotWork, grid: PhotoGrid, button: QAbstractButton, page: QWidget) -> None:
        """Work over ``grid``; ``button`` shows and hides the panel."""
        super().__init__(page)
        self._work = work
        self._model = grid.evidence
        self._grid = grid
        self._button = button
        self._page = page
        self._wanted: bool | None = None
        self._ids: list[str] = []
        self._suggested: Suggestion | None = None
        self._awaited: tuple[str, str] | None = None
        self.panel = ShotPanel(work)
        self.note = Note()
        self.note.button.clicked.connect(lambda: self.accept())
        self.panel.assign_wanted.connect(lambda need: self._assign(self._ids, need))
        self.panel.tree.dropped.connect(self._assign)
        work.changed.connect(self._on_board_read)
        button.clicked.connect(lambda: self._want(not self.panel.isVisibleTo(page)))

    def place(self, width: int) -> None:
        """Show or hide the panel as a page of this width has room, unless a person decided."""
        shown = width >= PANEL_FROM_PX if self._wanted is None else self._wanted
        self.panel.setFixedWidth(WIDE_PX if width >= WIDE_FROM_PX else WIDTH_PX)
        self.panel.setVisible(shown)
        self._button.setChecked(shown)

    def add_actions(self, page: Page) -> None:
        """Offer the keys, in the grid and in the list: digits are typed everywhere else."""
        first = page.add_action(
            mark("Assign the shot with this number (1 to 9)"), "1", lambda: self.press(1), self._grid
        )
        clear = page.add_action(mark("Take off the shot"), "0", self.clear, self._grid)
        take = page.add_action(mark("Accept the suggestion"), "Return", self.accept, self._grid)
        self.panel.tree.addActions([first, clear])
        page.add_action(mark("Next missing shot does not apply…"), "N", self.panel.skip_missing, self.panel.tree)
        page.add_action(mark("To the shot list"), "Ctrl+G", self.go_to_list)
        for digit in range(2, 10):
            for widget in (self._grid, self.panel.tree):
                key = QShortcut(QKeySequence(str(digit)), widget)
                key.setContext(Qt.ShortcutContext.WidgetShortcut)
                key.activated.connect(lambda digit=digit: self.press(digit))
        take.setAutoRepeat(False)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.panel.retranslate()
        self._suggest()

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Take which photos are selected."""
        self._ids = list(ids)
        self.panel.show_chosen(len(self._counting(ids)))
        self._suggest()

    def go_to_list(self) -> None:
        """Put the keyboard into the shot list, at the first shot that is missing."""
        self._want(True)
        self.panel.tree.select_missing()
        self.panel.tree.setFocus()

    def show_shot(self, key: str, subject: str) -> None:
        """Make a shot current, at once or when the list is read, and show the panel."""
        self._want(True)
        self._awaited = None if self.panel.tree.select(key, subject) else (key, subject)
        self.panel.tree.setFocus()

    def press(self, digit: int) -> None:
        """Assign the photos selected to the shot with a number."""
        numbered = self.panel.tree.numbered()
        if digit <= len(numbered):
            need = numbered[digit - 1]
            self.panel.tree.select(need.shot.key, need.subject)
            self._assign(self._ids, need)

    def clear(self) -> None:
        """Take the photos selected off their shots."""
        self._work.assign([id_ for id_ in self._ids if self._has_shot(id_)], "", "")

    def accept(self) -> None:
        """Assign what is suggested."""
        if self._suggested is not None:
            self._work.assign(self._ids, self._suggested.shot_key, self._suggested.subject)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer in a menu what the keys do."""
        inner = menu.addMenu(icons.icon("shots"), tr("Shot"))
        for digit, need in enumerate(self.panel.tree.numbered(), start=1):
            text = f"{digit}  {self._work.name(need.shot.key, need.subject)}"
            inner.addAction(text.replace("&", "&&"), lambda digit=digit: self.press(digit))  # type: ignore[misc]  # bound now
        menu.addAction(tr("Take off the shot"), self.clear).setEnabled(any(self._has_shot(id_) for id_ in self._ids))

    def _want(self, is_wanted: bool) -> None:
        self._wanted = is_wanted
        self.place(self._page.width())

    def _has_shot(self, id_: str) -> bool:
        line = self._model.known.line(id_)
        return line is not None and bool(line.shot_key or line.subject_uid)

    def _assign(self, ids: Sequence[str], need: Need) -> None:
        self._work.assign(self._counting(ids), need.shot.key, need.subject)

    def _counting(self, ids: Sequence[str]) -> list[str]:
        """Return those that are not withdrawn."""
        return [id_ for id_ in ids if (line := self._model.known.line(id_)) is not None and not line.withdrawn]

    def _on_board_read(self) -> None:
        if self._awaited is not None and self.panel.tree.select(*self._awaited):
            self._awaited = None

    def _suggest(self) -> None:
        """Say what the photo selected probably shows; quiet, and never done by itself."""
        line = self._model.known.line(self._ids[0]) if len(self._ids) == 1 else None
        self._suggested = self._work.suggestion(line)
        if self._suggested is None:
            self.note.say("")
            return
        name = self._work.name(self._suggested.shot_key, self._suggested.subject)
        self.note.say(tr("Suggested: {shot}", shot=name), "", tr("Accept (Enter)"))
