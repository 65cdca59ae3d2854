"""The editor of one question: whole and wrapped, for it is read aloud; completed from the question bank while typing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QWidget

from surveyor_app.ui.forms.field_editors import LongTextEditor
from surveyor_app.wording.translation import tr

SHORTEST = 2
"""Characters typed before the bank is offered; a single one finds nearly everything."""


def is_open(completer: QCompleter) -> bool:
    """Tell whether the list of a completer is shown."""
    popup = completer.popup()
    return popup is not None and popup.isVisible()


class _Area(QPlainTextEdit):
    """Leaves Enter to the list of the bank while that is open."""

    def __init__(self, completer: QCompleter, parent: QWidget) -> None:
        super().__init__(parent)
        self._completer = completer
        completer.setWidget(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_open(self._completer) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class QuestionEditor(LongTextEditor):
    """The question; any part of a wording of the bank finds it."""

    LABELLED = False
    LOW_PX = 44

    def make_control(self) -> QWidget:
        self.bank: Mapping[str, str] = {}
        """The wordings offered, with their ids."""
        self._wordings = QStringListModel(self)
        self._completer = QCompleter(self._wordings, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._on_activated)
        made = super().make_control()
        self.edited.connect(self._complete)
        return made

    def make_area(self) -> QPlainTextEdit:
        return _Area(self._completer, self)

    def retranslate(self) -> None:
        super().retranslate()
        self.area.setPlaceholderText(tr("Question"))

    def offer(self, bank: Mapping[str, str]) -> None:
        """Complete from these wordings, each with its id in the bank."""
        self.bank = bank
        self._wordings.setStringList(list(bank))

    def is_choosing(self) -> bool:
        """Tell whether the list of the question bank is open."""
        return is_open(self._completer)

    def takes_enter(self, event: QKeyEvent) -> bool:
        return False

    def _complete(self) -> None:
        typed = self.area.toPlainText().strip()
        self._completer.setCompletionPrefix(typed)
        if len(typed) >= SHORTEST and typed not in self.bank and self._completer.completionCount():
            self._completer.complete()
        elif (popup := self._completer.popup()) is not None:
            popup.hide()

    def _on_activated(self, text: str) -> None:
        self.area.setPlainText(text)
        self.area.moveCursor(QTextCursor.MoveOperation.End)
