"""Two records of one person side by side, with a choice where they differ."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from surveyor_app.domain.journal.fields import FieldSpec, specs_of
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.same_people import MERGED_INTO, ROLES, differing_fields, taken_over
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms import value_texts
from surveyor_app.ui.people.wrapping_chip import WrappingChip
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

MOST_CHARACTERS = 240
"""Of a value on a button; all of it is in its tool tip."""


class MergeDialog(ScrollingDialog):
    """Accepted, ``chosen()`` are the fields of which the value of the one that goes is right."""

    def __init__(self, kept: Person, other: Person, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent, 820)
        self.setWindowTitle(tr("Merge two people"))
        self._labels = labels
        self.choices: dict[str, tuple[QPushButton, QPushButton]] = {}
        self._groups: list[QButtonGroup] = []
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(6)
        for column, stretch in enumerate((2, 3, 3)):
            self._rows.setColumnStretch(column, stretch)
        heads = (tr("Field"), tr("Entered first (stays)"), tr("Entered later (is withdrawn)"))
        for column, head in enumerate(heads):
            self._rows.addWidget(looks.label("field", head, wrap=True), 0, column)
        for spec in specs_of(Person):
            if spec.name != MERGED_INTO:
                self._add(spec, kept, other)
        differing = bool(self.choices)
        what = tr("Choose the right value where the two differ; what only one of them says is kept.")
        same = tr("The two differ in nothing; what only one of them says is kept.")
        then = tr(
            "Whatever names the one that goes names the other from then on; what is signed stays as it was signed."
        )
        self.merge_button = looks.button("primary", self.accept)
        looks.face(self.merge_button, tr("Merge"))
        self.merge_button.setIcon(icons.icon("people", "on_accent"))
        self.merge_button.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        body = looks.column(
            looks.label("title", tr("Merge two people"), wrap=True),
            looks.label("secondary", f"{what if differing else same}\n{then}", wrap=True),
            self._rows,
            None,
            spacing=12,
        )
        self.lay_out(body, None, cancel, self.merge_button)
        self.merge_button.setFocus()

    def chosen(self) -> list[str]:
        """Return the fields whose value of the one that goes was chosen."""
        return [name for name, (_stays, goes) in self.choices.items() if goes.isChecked()]

    def _add(self, spec: FieldSpec, kept: Person, other: Person) -> None:
        values = [getattr(person, spec.name) for person in (kept, other)]
        if values == [None, None]:
            return
        row = self._rows.rowCount()
        name = self._labels.field(Person.KIND, spec.name, current_language())
        self._rows.addWidget(looks.label("", name, wrap=True), row, 0)
        texts = [value_texts.text_of(spec, value, self._labels) for value in values]
        if spec.name in differing_fields(kept, other):
            self._add_choice(spec.name, name, texts, row)
        elif spec.name == ROLES:
            joined = taken_over(kept, other).get(ROLES, kept.roles)
            self._add_text(tr("{value} (both together)", value=value_texts.text_of(spec, joined, self._labels)), row, 2)
        elif values[0] == values[1]:
            self._add_text(texts[0], row, 2)
        else:
            for column, text in enumerate(texts, start=1):
                self._rows.addWidget(self._text(text), row, column)

    def _add_text(self, text: str, row: int, span: int) -> None:
        self._rows.addWidget(self._text(text), row, 1, 1, span)

    def _text(self, text: str) -> QWidget:
        label = looks.label("", text, wrap=True)
        label.setMinimumHeight(32)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return label

    def _add_choice(self, field: str, name: str, texts: list[str], row: int) -> None:
        group = QButtonGroup(self)
        buttons = []
        for column, text in enumerate(texts, start=1):
            button = WrappingChip()
            button.say(text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…")
            button.setToolTip(text)
            button.setAccessibleName(tr("{field}: {value}", field=name, value=text))
            button.toggled.connect(_marking(button))
            group.addButton(button, column)
            self._rows.addWidget(button, row, column)
            buttons.append(button)
        buttons[0].setChecked(True)
        self._groups.append(group)
        self.choices[field] = (buttons[0], buttons[1])


def _marking(button: QPushButton) -> Callable[[bool], None]:
    """Return what puts a tick beside the value that is chosen: colour alone says too little."""
    return lambda is_on: button.setIcon(icons.icon("check", "text") if is_on else QIcon())
