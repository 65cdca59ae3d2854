"""Notices cards and phones that are put in and taken out while a case is open. Looks on the pool, never on the UI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.operations.intake import cards
from surveyor_app.operations.intake.cards import Card
from surveyor_app.ui.base.desk import Desk

FIRST_MS = 1_500
"""After the case was opened: its first page comes first."""
EVERY_MS = 2_500

_Found = tuple[frozenset[tuple[str, str]], list[Card]]


class CardWatch(QObject):
    """The cards that are there now."""

    changed = Signal()
    arrived = Signal(object)
    """A :class:`Card` that was put in and has files that were not taken in yet."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._volumes: frozenset[tuple[str, str]] | None = None
        self._mounted: list[Card] = []
        self._chosen: dict[Path, Card] = {}
        self._is_looking = False
        self._look_again = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.look)
        self._first.start(FIRST_MS)

    def stop(self) -> None:
        """Look no more."""
        self._first.stop()
        self._timer.stop()

    def cards(self) -> list[Card]:
        """Return the cards that are mounted, then the folders a person pointed at."""
        roots = {card.root for card in self._mounted}
        return [*self._mounted, *(card for root, card in self._chosen.items() if root not in roots)]

    def card(self, root: Path) -> Card | None:
        """Return the card at a place."""
        return next((card for card in self.cards() if card.root == root), None)

    def look(self) -> None:
        """Find out whether volumes came or went, and then what is on them."""
        self._look(self._volumes)

    def refresh(self) -> None:
        """Count anew what is on all cards: files were taken in."""
        self._look(None)

    def add(self, card: Card) -> None:
        """Keep a card that a person pointed at in the list, as long as it is there."""
        self._chosen[card.root] = card
        self.changed.emit()

    def _look(self, known: frozenset[tuple[str, str]] | None) -> None:
        if self._is_looking:
            self._look_again = self._look_again or known is None
            return
        self._is_looking = True
        profile, chosen = self._desk.profile, list(self._chosen)

        def work() -> tuple[_Found | None, dict[Path, Card | None]]:
            now = cards.volumes_now()
            gone = [root for root in chosen if known is None or not root.is_dir()]
            again = {root: cards.card_at(profile, root) for root in gone}
            return (None if now == known else (now, cards.find_cards(profile))), again

        self._desk.jobs.run(lambda _report: work(), self, self._on_looked, self._on_failed)

    def _on_looked(self, result: tuple[_Found | None, dict[Path, Card | None]]) -> None:
        self._is_looking = False
        found, again = result
        before = {card.root for card in self._mounted}
        for root, card in again.items():
            if card is None:
                self._chosen.pop(root, None)
            else:
                self._chosen[root] = card
        if found is not None:
            self._volumes, self._mounted = found
        if found is not None or again:
            self.changed.emit()
        for card in self._mounted:
            if card.root not in before and card.new:
                self.arrived.emit(card)
        if self._look_again:
            self._look_again = False
            self.refresh()

    def _on_failed(self, error: BaseException) -> None:
        # Said once and not every few seconds.
        self._timer.stop()
        self._is_looking = False
        self._desk.jobs.failed.emit(error)
