"""Takes the value of a figure that is put in by hand: an amount, a rate, a choice, a yes, or several under one word."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from surveyor_app.domain.calculation.evaluating import LARGEST_FIGURE, Given
from surveyor_app.domain.calculation.packs import Word
from surveyor_app.domain.calculation.terms import Unit
from surveyor_app.domain.texts import Language
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.tick_box import TickBox
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.wording.translation import tr

Value = Decimal | str | bool | Sequence[Decimal] | Sequence[str]
_PLACES = {Unit.MONEY: 2, Unit.PERCENT: 4, Unit.NUMBER: 6}
_SPLITS = (";", "；")


class ValueEditor(QWidget):
    """``value`` is what was put in, ``None`` while it is none that this figure can have."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word: Word | None = None
        self.line = QLineEdit(self)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.choice = QuietCombo(self)
        self.choice.activated.connect(lambda _row: self.changed.emit())
        self._boxes = looks.column(spacing=4)
        self.boxes: dict[str, TickBox] = {}
        self.help = looks.label("help", wrap=True, parent=self)
        self.setLayout(looks.column(self.line, self.choice, self._boxes, self.help, spacing=4))

    def ask(self, word: Word, now: Given | None, language: Language) -> None:
        """Ask for a figure; what stands there now is offered."""
        self._word = word
        value = now.value if now is not None else word.default
        looks.clear(self._boxes)
        self.boxes = {}
        is_choice, is_ticked = bool(word.choices or word.is_flag), bool(word.is_many and word.table)
        self.line.setVisible(not is_choice and not is_ticked)
        self.choice.setVisible(is_choice)
        self.help.setText("" if is_choice or is_ticked else self._unit(word))
        self.help.setVisible(bool(self.help.text()))
        if is_choice:
            self._offer(word, value, language)
        elif is_ticked:
            self._tick(word, value, language)
        else:
            self.line.setText(_typed(value))

    def set_name(self, name: str) -> None:
        """Say to readers of the screen what is put in."""
        for control in (self.line, self.choice):
            control.setAccessibleName(name)

    def value(self) -> Value | None:
        """Return what was put in."""
        word = self._word
        if word is None:
            return None
        if word.choices or word.is_flag:
            found: Value | None = self.choice.currentData()
            return found
        if word.is_many and word.table:
            return [name for name, box in self.boxes.items() if box.isChecked()]
        if word.is_many:
            return self._several(word)
        return self._number(word, self.line.text())

    def first_stop(self) -> QWidget:
        """Return where the keyboard goes."""
        if not self.choice.isHidden():
            return self.choice
        return next(iter(self.boxes.values()), self.line)

    def _several(self, word: Word) -> Sequence[Decimal] | None:
        text = self.line.text()
        for sign in _SPLITS:
            text = text.replace(sign, "\n")
        parts = [self._number(word, part) for part in text.split("\n") if part.strip()]
        known = [part for part in parts if part is not None]
        return known if known and len(known) == len(parts) else None

    def _number(self, word: Word, text: str) -> Decimal | None:
        read = formats.read_decimal(text, _PLACES[word.term.unit])
        return read if read is not None and 0 <= read < LARGEST_FIGURE else None

    def _offer(self, word: Word, value: object, language: Language) -> None:
        self.choice.clear()
        if word.is_flag:
            self.choice.addItem(tr("yes"), True)
            self.choice.addItem(tr("no"), False)
        for choice in word.choices:
            self.choice.addItem(choice.name.in_(language), choice.id)
        self.choice.setCurrentIndex(max(self.choice.findData(value), 0))

    def _tick(self, word: Word, value: object, language: Language) -> None:
        chosen = {value} if isinstance(value, str) else set(value) if isinstance(value, Sequence) else set()
        for name in word.table or {}:
            said = (word.table_names or {}).get(name)
            box = TickBox(name if said is None else said.in_(language))
            box.setChecked(name in chosen)
            box.toggled.connect(lambda _on: self.changed.emit())
            self.boxes[name] = box
            self._boxes.addWidget(box)

    @staticmethod
    def _unit(word: Word) -> str:
        if word.is_many:
            return tr("Several are parted by a semicolon.")
        return {Unit.PERCENT: tr("In percent"), Unit.MONEY: tr("An amount with at most two decimals")}.get(
            word.term.unit, ""
        )


def _typed(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(_typed(part) for part in value)
    return ""
