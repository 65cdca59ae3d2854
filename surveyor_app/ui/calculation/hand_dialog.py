"""Puts a figure into a calculation by hand, with the reason, which stands on the sheet beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import put_by_hand, reason_by_hand
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.calculation.hand_places import WEIGHT_NAME, HandPlace
from surveyor_app.ui.calculation.rows import FigureAt
from surveyor_app.ui.calculation.value_editor import ValueEditor
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.wording.rules.sheet_words import SheetWords
from surveyor_app.wording.translation import current_language, tr

LONGEST_REASON, LONGEST_NAME = 200, 60


class HandFigureDialog(ScrollingDialog):
    """Accepted, ``at()`` is which figure and ``given()`` what it is; ``None`` where the records' own shall stand again."""

    def __init__(
        self,
        places: Sequence[HandPlace],
        wanted: FigureAt | None,
        words: SheetWords,
        source: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, 620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("A figure by hand"))
        self._places, self._words, self._source = places, words, source
        self._is_recorded = False
        self.place = QuietCombo()
        for item in places:
            self.place.addItem(item.name)
        self.figure = QuietCombo()
        self.insurer = QLineEdit()
        self.insurer.setMaxLength(LONGEST_NAME)
        self.insurer_label = looks.label("field", tr("Name of the insurer"))
        self.value = ValueEditor()
        self.recorded = looks.label("help", wrap=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.use_button = looks.button("primary", self.accept)
        looks.face(self.use_button, tr("Use this figure"))
        self.use_button.setDefault(True)
        self.back_button = looks.button("", self._take_back)
        looks.face(self.back_button, tr("As recorded"), "undo")
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        for button in (self.back_button, cancel):
            button.setAutoDefault(False)
        labels = [looks.label("field", text) for text in (tr("Cover"), tr("Figure"), tr("What it is"), tr("Reason"))]
        for control, label in ((self.place, labels[0]), (self.figure, labels[1]), (self.reason, labels[3])):
            control.setAccessibleName(label.text())
        self.insurer.setAccessibleName(self.insurer_label.text())
        told = looks.label("secondary", tr("The reason stands on the sheet; the records stay as they are."), wrap=True)
        body = looks.column(
            told, labels[0], self.place, labels[1], self.figure, self.insurer_label, self.insurer,
            labels[2], self.value, self.recorded, labels[3], self.reason, None, spacing=6,
        )  # fmt: skip
        self.lay_out(body, self.back_button, None, cancel, self.use_button)
        self.place.activated.connect(lambda _row: self._show_place())
        self.figure.activated.connect(lambda _row: self._show_figure())
        self.insurer.textEdited.connect(lambda _text: self._allow())
        self.value.changed.connect(self._allow)
        self.reason.textEdited.connect(lambda _text: self._allow())
        self._begin(wanted)

    def at(self) -> FigureAt:
        """Return which figure it is."""
        return self._place().at(self.figure.currentData(), self.insurer.text().strip())

    def given(self) -> Given | None:
        """Return what was put in."""
        value = self.value.value()
        return None if self._is_recorded or value is None else put_by_hand(value, self.reason.text())

    def accept(self) -> None:
        if self.use_button.isEnabled():
            super().accept()

    def _take_back(self) -> None:
        self._is_recorded = True
        super().accept()

    def _begin(self, wanted: FigureAt | None) -> None:
        if wanted is not None:
            keys = [(item.cover, item.subject) for item in self._places]
            self.place.setCurrentIndex(keys.index((wanted.cover, wanted.subject)))
        self._show_place()
        if wanted is not None:
            self.figure.setCurrentIndex(max(self.figure.findData(wanted.name), 0))
            self._show_figure()
        (self.place if wanted is None else self.value.first_stop()).setFocus()

    def _place(self) -> HandPlace:
        return self._places[self.place.currentIndex()]

    def _show_place(self) -> None:
        self.figure.clear()
        language = current_language()
        for name, word in self._place().words.items():
            self.figure.addItem(word.term.name.in_(language), name)
        self._show_figure()

    def _show_figure(self) -> None:
        place, name = self._place(), str(self.figure.currentData())
        is_share = name == WEIGHT_NAME and place.is_shared
        self.insurer.setVisible(is_share)
        self.insurer_label.setVisible(is_share)
        word, now = place.words[name], place.now(name, self.insurer.text().strip())
        self.value.ask(word, now, current_language())
        self.value.set_name(word.term.name.in_(current_language()))
        reason = None if now is None else reason_by_hand(now.source)
        self.reason.setText(reason or "")
        self.back_button.setVisible(reason is not None)
        recorded = now if reason is None else now.instead if now is not None else None
        self.recorded.setText("" if recorded is None else self._said(place, name, recorded))
        self.recorded.setVisible(recorded is not None)
        self._allow()

    def _said(self, place: HandPlace, name: str, recorded: Given) -> str:
        value = self._words.value(place.words[name], recorded.value)
        said = self._words.words["instead_of"].filled(value=value, source=self._source(recorded.source))
        return said.in_(current_language())

    def _allow(self) -> None:
        is_named = self.insurer.isHidden() or bool(self.insurer.text().strip())
        self.use_button.setEnabled(self.value.value() is not None and bool(self.reason.text().strip()) and is_named)
