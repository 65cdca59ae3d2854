"""Asks for one signature after the other: who, for what, and a pad; a signature counts once the case holds it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.operations.statements.signing import Need
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.ink.pad import InkPad
from surveyor_app.ui.signing.needs_texts import ask, correction_line, sentence, signer_line
from surveyor_app.ui.signing.turned import turn
from surveyor_app.ui.signing.work import State
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.statement_words import statement_words
from surveyor_app.wording.translation import mark, said_in

LOW_PX, HIGH_PX = 230, 250
"""Height of the pad for a signature, and for the sentence that is written by hand."""
CLEAR, NEXT = mark("Clear"), mark("Next")
FINGERPRINT, PROGRESS = mark("Fingerprint…"), mark("{place} of {count}")


class AskingPanel(QWidget):
    """``given`` with the need, what was written and with what; ``print_wanted`` for a fingerprint."""

    given = Signal(object, object, str)
    print_wanted = Signal(object)

    def __init__(self, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.need: Need | None = None
        self.progress = looks.label("secondary")
        self.what = looks.label("large", wrap=True)
        # Small: an instruction, nothing that could be taken for what the person wrote.
        self.sentence = looks.label("secondary", wrap=True)
        self.old = looks.label("", wrap=True)
        self.new = looks.label("", wrap=True)
        font = self.old.font()
        font.setStrikeOut(True)
        self.old.setFont(font)
        font = self.new.font()
        font.setUnderline(True)
        self.new.setFont(font)
        self.pad = InkPad(self)
        self.clear_button = looks.button("", self.pad.clear)
        self.print_button = looks.button("", self._on_print)
        self.next_button = looks.button("primary", self.finish)
        self._button_widgets = (self.clear_button, self.print_button, self.next_button)
        self._buttons = looks.row(self.clear_button, self.print_button, None, self.progress, self.next_button)
        self._body: QVBoxLayout = looks.column(
            self.what, self.sentence, self.old, self.new, self.pad, self._buttons, None, spacing=8
        )
        self.setLayout(self._body)
        self.pad.changed.connect(self._allow)
        self._allow()

    def show_state(self, state: State, place: int) -> None:
        """Ask for the need at ``place``; a pad that is being written on stays."""
        need = state.needs[place]
        same = self.need is not None and (self.need.target_uid, self.need.signer, self.need.purpose) == (
            need.target_uid,
            need.signer,
            need.purpose,
        )
        self.need = need
        language = state.language
        words = statement_words(resources_dir(), language)
        self.what.setText(ask(need, language))
        self.sentence.setText(sentence(need, words))
        self.sentence.setVisible(need.purpose == "closing")
        correction = correction_line(need, state.contents)
        for label, text in zip((self.old, self.new), correction or ("", ""), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.pad.set_caption(signer_line(need, language, self._labels))
        self.pad.setFixedHeight(HIGH_PX if need.purpose == "closing" else LOW_PX)
        self.progress.setText(said_in(language, PROGRESS, place=place + 1, count=len(state.needs)))
        looks.face(self.clear_button, said_in(language, CLEAR), "undo")
        looks.face(self.next_button, said_in(language, NEXT))
        self.next_button.setIcon(icons.icon("sign", "on_accent"))
        looks.face(self.print_button, said_in(language, FINGERPRINT), "fingerprint")
        self.print_button.setVisible(need.signer.role == "subject" and need.purpose in ("page", "correction"))
        if not same:
            self.pad.clear()
        self.pad.setFocus()
        self._allow()

    def set_turned(self, is_turned: bool) -> None:
        """Turn all of it upside down, and its order too, for the person opposite."""
        self.pad.set_turned(is_turned)
        for widget in (self.what, self.sentence, self.old, self.new, self.progress, *self._button_widgets):
            turn(widget, is_turned)
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        up, back = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.RightToLeft
        self._body.setDirection(up if is_turned else down)
        self._buttons.setDirection(back if is_turned else along)

    def finish(self) -> None:
        """Hand over what was written, once."""
        if self.need is not None and self.next_button.isEnabled():
            self.next_button.setEnabled(False)
            drawing: Drawing = self.pad.drawing()
            self.given.emit(self.need, drawing, self.pad.pointer())

    def again(self) -> None:
        """Let the same signature be handed over again, after it could not be kept."""
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            super().keyPressEvent(event)

    def _on_print(self) -> None:
        if self.need is not None:
            self.print_wanted.emit(self.need)

    def _allow(self) -> None:
        self.next_button.setEnabled(not self.pad.is_blank())
        self.clear_button.setEnabled(not self.pad.is_blank())
