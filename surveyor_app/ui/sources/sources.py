"""Where photos come from besides files: cards, phones, watched folders; their strip above the grid and their menu entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from surveyor_app.operations.intake import cards
from surveyor_app.operations.intake.cards import Card
from surveyor_app.operations.intake.source_custody import SCANNER, WATCHED
from surveyor_app.ui.base import icons
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.sources.card_lines import CardLines
from surveyor_app.ui.sources.card_watch import CardWatch
from surveyor_app.ui.sources.folder_watch import FolderWatch
from surveyor_app.ui.sources.importing import FOLDERS, READ_ONLY, Importing
from surveyor_app.ui.sources.source_strip import SourceStrip
from surveyor_app.ui.sources.watch_lines import WatchLines
from surveyor_app.wording.translation import tr


class Sources(QObject):
    """Offers other sources on the page of photos, once :meth:`follow` was told who watches for them."""

    def __init__(self, desk: Desk, importing: Importing, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._importing = importing
        self._page = page
        self.strip = SourceStrip(page)
        self._cards: CardWatch | None = None
        self._folders: FolderWatch | None = None
        self.card_lines: CardLines | None = None
        self._watch_lines: WatchLines | None = None
        self._menu: QMenu | None = None
        self._entries: list[QAction] = []

    def follow(self, card_watch: CardWatch, folder_watch: FolderWatch) -> None:
        """Show what these find and do."""
        self._cards, self._folders = card_watch, folder_watch
        self.card_lines = CardLines(self._desk, self._importing, self.strip, card_watch, self._page)
        self._watch_lines = WatchLines(self.strip, folder_watch, self._page)

    def fill(self, menu: QMenu) -> None:
        """Keep the entries of all sources at the end of ``menu``; the cards are those of the moment it is opened."""
        self._menu = menu
        menu.aboutToShow.connect(self._write_entries)

    def retranslate(self) -> None:
        """Write the lines anew in the window's language and theme."""
        for lines in (self.card_lines, self._watch_lines):
            if lines is not None:
                lines.say()

    def import_card(self, card: Card) -> None:
        """Import what is new on a card."""
        if self.card_lines is not None:
            self.card_lines.import_new(card)

    def choose_card(self) -> None:
        """Let the person point at a card or phone the program did not find by itself."""
        name = self._folder(tr("Camera card or phone folder"))
        if not name:
            return
        profile, folder = self._desk.profile, Path(name)
        self._desk.jobs.run(
            lambda _report: cards.card_at(profile, folder), self, lambda card: self._on_card_chosen(folder, card)
        )

    def choose_watched(self) -> None:
        """Let the person choose a folder to be watched, or stop watching."""
        self._choose(WATCHED, tr("Watch a folder"))

    def choose_scanner(self) -> None:
        """Let the person choose the folder a scanner writes to, or stop watching it."""
        self._choose(SCANNER, tr("The scanner's folder"))

    def _choose(self, origin: str, title: str) -> None:
        if self._folders is None:
            return
        if origin in self._folders.watches:
            self._folders.stop(origin)
            return
        name = self._folder(title)
        if name:
            self._folders.start(origin, Path(name))

    def _on_card_chosen(self, folder: Path, card: Card | None) -> None:
        if card is None:
            self._desk.messages.tell(
                tr("There is no DCIM folder in {name}, so it is no camera card.", name=folder.name or str(folder)),
                tr("Import all of it"),
                lambda: self._importing.import_paths([folder]),
                tone="warn",
            )
        elif self._cards is not None:
            self._cards.add(card)
            self.import_card(card)

    def _folder(self, title: str) -> str:
        return QFileDialog.getExistingDirectory(self._page, title, str(Path.home()), options=READ_ONLY | FOLDERS)

    def _write_entries(self) -> None:
        menu = self._menu
        if menu is None or self._cards is None or self._folders is None:
            return
        for entry in self._entries:
            menu.removeAction(entry)
            entry.deleteLater()
        self._entries = [menu.addSeparator()]
        for card in self._cards.cards():
            text = tr("{name}: import {new} new of {total}", name=card.name, new=len(card.new), total=card.total)
            self._add("phone" if card.kind == "phone" else "card", text, partial(self.import_card, card))
            self._entries[-1].setEnabled(bool(card.new))
        self._add("card", tr("Camera card or phone folder…"), self.choose_card)
        for origin, icon, start, stop, choose in (
            (WATCHED, "watch", tr("Watch a folder…"), tr("Stop watching the folder"), self.choose_watched),
            (SCANNER, "scanner", tr("The scanner's folder…"), tr("Stop watching the scanner's folder"), self.choose_scanner),
        ):  # fmt: skip
            self._add(icon, stop if origin in self._folders.watches else start, choose)

    def _add(self, icon: str, text: str, act: Callable[[], None]) -> None:
        assert self._menu is not None
        entry = self._menu.addAction(icons.icon(icon), text)
        entry.triggered.connect(lambda: act())
        self._entries.append(entry)
