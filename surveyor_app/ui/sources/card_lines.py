"""What the window offers for each card: import what is new, and whether the card may be formatted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.errors import Cancelled
from surveyor_app.operations.intake.card_checks import CardState, card_state
from surveyor_app.operations.intake.card_folders import PHONE
from surveyor_app.operations.intake.cards import Card
from surveyor_app.operations.intake.evidence import ImportResult
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.sources.card_watch import CardWatch
from surveyor_app.ui.sources.import_outcome import CardFiles, shown_names
from surveyor_app.ui.sources.importing import Importing
from surveyor_app.ui.sources.source_strip import LineContent, Offer, SourceStrip
from surveyor_app.wording.translation import tr

KIND = "card"


class CardLines(QObject):
    """One line a card in the strip above the photos."""

    def __init__(self, desk: Desk, importing: Importing, strip: SourceStrip, watch: CardWatch, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._importing = importing
        self._strip = strip
        self._watch = watch
        self._page = page
        self._busy: set[Path] = set()
        self._closed: set[Path] = set()
        self._checked: dict[Path, tuple[Card, CardState]] = {}
        watch.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Write all lines anew."""
        here = {card.root: card for card in self._watch.cards()}
        self._closed &= set(here)
        # A verdict holds for the card as it was: what was written to it since, or another card, is not covered.
        self._checked = {root: kept for root, kept in self._checked.items() if here.get(root) == kept[0]}
        lines = {f"{KIND}:{root}": self._line(card) for root, card in here.items() if root not in self._closed}
        self._strip.show_lines(KIND, lines)

    def import_new(self, card: Card) -> None:
        """Import what was not taken in from this card yet, as it is now: an offer may be older."""
        now = self._watch.card(card.root)
        if now is not None and now.new and now.root not in self._busy:
            self._import(now, list(now.new))

    def check(self, card: Card) -> None:
        """Find out whether the card may be formatted: reads all of it, and what is stored, again."""
        if card.root in self._busy:
            return
        self._busy.add(card.root)
        case = self._desk.case
        self._desk.jobs.run(
            lambda report: card_state(case, card.root, report),
            self,
            lambda state: self._on_checked(card, state),
            lambda error: self._on_check_failed(card, error),
            title=tr("Checking {name}", name=card.name),
        )
        self.say()

    def _import(self, card: Card, files: list[Path]) -> None:
        self._busy.add(card.root)
        self._closed.discard(card.root)
        self._importing.import_paths(
            files,
            origin=card.kind,
            title=tr("Importing from {name}", name=card.name),
            done=lambda result: self._on_imported(card, result),
        )
        self.say()

    def _on_imported(self, card: Card, _result: ImportResult) -> None:
        self._busy.discard(card.root)
        self._checked.pop(card.root, None)
        self._watch.refresh()
        self.say()

    def _on_checked(self, card: Card, state: CardState) -> None:
        self._busy.discard(card.root)
        self._checked[card.root] = (card, state)
        self.say()

    def _on_check_failed(self, card: Card, error: BaseException) -> None:
        self._busy.discard(card.root)
        if not isinstance(error, Cancelled):
            self._desk.messages.tell(words(error), tone="bad")
        self._watch.refresh()
        self.say()

    def _close(self, card: Card) -> None:
        self._closed.add(card.root)
        self.say()

    def _line(self, card: Card) -> LineContent:
        icon = "phone" if card.kind == PHONE else "card"
        if card.root in self._busy:
            return LineContent(icon, tr("{name}: being read. Please do not take it out.", name=card.name))
        checked = self._checked.get(card.root)
        if checked is not None:
            return self._verdict(card, checked[1])
        offers = []
        if card.new:
            text = tr("{name}: {new} new of {total} files", name=card.name, new=len(card.new), total=card.total)
            offers.append(Offer(tr("Import %n new", n=len(card.new)), lambda: self.import_new(card)))
        else:
            text = tr("{name}: all {total} files were taken in before", name=card.name, total=card.total)
        if card.kind != PHONE:
            offers.append(Offer(tr("Safe to format?"), lambda: self.check(card)))
        return LineContent(icon, text, "", tuple(offers), lambda: self._close(card))

    def _verdict(self, card: Card, state: CardState) -> LineContent:
        show = Offer(tr("Show them"), lambda: CardFiles(self._page, state).open())
        if state.empty and not state.missing:
            text = _with_hidden(_about_empty(card, state), state)
            return LineContent("alert", text, "warn", (show,), lambda: self._close(card))
        if state.is_safe:
            text = tr(
                "{name} is safe to format: all {total} files are stored and were read back.",
                name=card.name,
                total=len(state.files),
            )
            return LineContent("ok", _with_hidden(text, state), "ok", (), lambda: self._close(card))
        if not state.files:
            text = tr("There is no file on {name}, or it cannot be read.", name=card.name)
            return LineContent("alert", text, "warn", (), lambda: self._close(card))
        text = tr(
            "{name} is not safe to format: {missing} of {total} files are not stored.",
            name=card.name,
            missing=len(state.missing),
            total=len(state.files),
        )
        if state.empty:
            text += " " + tr("%n file(s) are empty, kept by name.", n=len(state.empty))
        left = [item.path for item in state.missing if item.state == "not_stored"]
        offers = [show]
        if left:
            offers.append(Offer(tr("Import %n", n=len(left)), lambda: self._import(card, left)))
        return LineContent("alert", _with_hidden(text, state), "warn", tuple(offers), lambda: self._close(card))


def _with_hidden(text: str, state: CardState) -> str:
    """Say beside a verdict which files it is not about: formatting deletes them too."""
    if not state.hidden:
        return text
    names = shown_names([path.name for path in state.hidden])
    return f"{text} {tr('%n hidden or trashed file(s) are not taken in: {names}.', n=len(state.hidden), names=names)}"


def _about_empty(card: Card, state: CardState) -> str:
    """Return that all else is stored, and which files have nothing in them: it may be missed only after formatting."""
    stored = len(state.files) - len(state.empty)
    if not stored:
        return tr(
            "All {total} files of {name} are empty: the card may be damaged. Do not format it yet.",
            name=card.name,
            total=len(state.files),
        )
    return tr(
        "{name}: the {total} files with content are stored and were read back, but %n file(s) are empty: {names}. "
        "If the camera should have recorded there, do not format yet.",
        n=len(state.empty),
        name=card.name,
        total=stored,
        names=shown_names([item.path.name for item in state.empty]),
    )
