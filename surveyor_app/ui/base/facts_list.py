"""Pairs of heading and text, one under the other; the text can be selected and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.ui.base import looks


class FactsList(QWidget):
    """Small headings with their values; values may be as long as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        self._pairs: list[tuple[str, str]] = []

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these pairs in place of what was there."""
        if list(pairs) == self._pairs:
            return
        self._pairs = list(pairs)
        looks.clear(self._body)
        for heading, text in pairs:
            value = looks.label("", _breakable(text), wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            value.setAccessibleName(f"{heading}: {text}")
            self._body.addLayout(looks.column(looks.label("field", heading), value, spacing=0))


def _breakable(text: str) -> str:
    """Let long hashes and paths wrap: a break is allowed after each eight characters of a word without blanks."""
    if max((len(word) for word in text.split()), default=0) <= 28:
        return text
    pieces = [text[start : start + 8] for start in range(0, len(text), 8)]
    return "\u200b".join(pieces)
