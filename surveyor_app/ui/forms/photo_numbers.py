"""Editor of linked photos: their numbers as people see them, such as 3, 7-9."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.ui.base import looks
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import tr

Order = Callable[[], list[str]]
"""Returns the ids of all evidence in order; number 1 is the first."""


class PhotoNumbersEditor(FieldEditor):
    """Numbers typed with commas, ranges with a hyphen; kept as ids, so a later reordering changes nothing."""

    def __init__(
        self, kind: str, spec: FieldSpec, labels: Labels, parent: QWidget | None = None, *, order: Order
    ) -> None:
        self._order = order
        self._hidden: tuple[str, ...] = ()
        self._written = ""
        self._shown: tuple[str, ...] | None = None
        super().__init__(kind, spec, labels, parent)

    def make_control(self) -> QWidget:
        self.line = QLineEdit()
        self.line.textEdited.connect(lambda: self.edited.emit())
        return self.line

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(tr("Numbers, for example 3, 7-9"))

    def value(self) -> object:
        if self.line.text() == self._written:
            return (
                self._shown
            )  # nothing was typed: no look at the order, which a form of many fields would ask for often
        order = self._order()
        chosen = {order[number - 1] for number in self._numbers() or () if 0 < number <= len(order)}
        return tuple(sorted(chosen | set(self._hidden))) or None

    def set_value(self, value: object) -> None:
        ids = value if isinstance(value, tuple) else ()
        # Without an id there is no number to look up.
        places = {id_: number for number, id_ in enumerate(self._order(), start=1)} if ids else {}
        self._hidden = tuple(id_ for id_ in ids if id_ not in places)
        self._written = _ranges(sorted(places[id_] for id_ in ids if id_ in places))
        self._shown = ids or None
        self.line.setText(self._written)

    def problem(self) -> str:
        if self.line.text() == self._written:
            return ""  # as above: what was shown was looked up
        numbers = self._numbers()
        if numbers is None:
            return tr("Please enter photo numbers, for example 3, 7-9")
        known = len(self._order()) if numbers else 0
        beyond = [number for number in numbers if not 0 < number <= known]
        return tr("There is no photo {number}", number=beyond[0]) if beyond else ""

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        looks.repolish(self.line)

    def _numbers(self) -> list[int] | None:
        found: list[int] = []
        text = self.line.text().replace("，", ",").replace("、", ",").replace("–", "-")
        for part in (part.strip() for part in text.replace(" ", ",").split(",")):
            first, dash, last = part.partition("-")
            if not part:
                continue
            if not first.isdigit() or (dash and not last.isdigit()):
                return None
            found.extend(range(int(first), min(int(last or first), int(first) + 999) + 1))
        return found


def _ranges(numbers: list[int]) -> str:
    parts: list[str] = []
    start = 0
    for index, number in enumerate(numbers):
        if index + 1 < len(numbers) and numbers[index + 1] == number + 1:
            continue
        first = numbers[start]
        parts.append(str(first) if first == number else f"{first}-{number}")
        start = index + 1
    return ", ".join(parts)
