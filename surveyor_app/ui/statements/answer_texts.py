"""The questions and answers of a statement that is only read: frozen to be signed, or signed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from surveyor_app.domain.statements.statements import Answer
from surveyor_app.operations.statements.contents import StatementContents, numbers_of
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.statements.answer_text import AnswerText
from surveyor_app.wording.labels import Labels


class AnswerTexts(QObject):
    """What was taken down, with corrections; nothing in it is edited, so all of it is built anew, one by one."""

    play_wanted = Signal(str, int)
    """Please play a recording (its evidence) from so many ms on."""

    def __init__(self, body: QVBoxLayout, labels: Labels, parent: QObject) -> None:
        super().__init__(parent)
        self._body = body
        self._labels = labels
        self._texts: list[AnswerText] = []
        self._slices = Slices(self)

    def all(self) -> list[AnswerText]:
        """Return all of them in order; those that are not built yet are built now."""
        self._slices.finish()
        return self._texts

    def show(self, contents: StatementContents) -> None:
        """Show what a statement says."""
        self.clear()
        numbers = numbers_of(contents.asked)
        for place, answer in enumerate(contents.asked):
            self._slices.add(partial(self._put_text, place, answer, numbers[answer.id], contents))

    def clear(self) -> None:
        """Show none."""
        self._slices.clear()
        for text in self._texts:
            text.hide()
            text.deleteLater()
        self._texts = []

    def _put_text(self, place: int, answer: Answer, number: str, contents: StatementContents) -> None:
        text = AnswerText(answer, number, contents, self._labels, self._body.parentWidget())
        text.play_wanted.connect(self.play_wanted)
        self._body.insertWidget(place, text)
        self._texts.append(text)
