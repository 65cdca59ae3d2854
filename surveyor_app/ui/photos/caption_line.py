"""The line for captions: completes from the captions of the case, and offers placeholders."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class CaptionCompleter(QCompleter):
    """Completes a caption from the ones before, anywhere in their text."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line.setCompleter(self)

    def offer(self, captions: Iterable[str]) -> None:
        """Offer these; each once, the latest first."""
        words = list(dict.fromkeys(captions))
        if words != self._words.stringList():
            self._words.setStringList(words)
