"""Editors of numbers, amounts, dates and instants: free typing in a line, checked when the field is left."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.forms import field_hints, field_limits
from surveyor_app.ui.forms.field_editors import FieldEditor, show_text
from surveyor_app.wording.translation import tr


class UnitLine(QLineEdit):
    """A line with a unit inside at its right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: QLabel | None = None

    def show_unit(self, unit: str) -> None:
        """Show a unit in the window's language; empty for none."""
        if unit and self._unit is None:
            self._unit = QLabel(self)
            self._unit.setProperty("role", "help")
        if self._unit is not None:
            self._unit.setText(unit)
            self.setTextMargins(0, 0, self.fontMetrics().horizontalAdvance(unit) + 4, 0)
            self._place_unit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_unit()

    def _place_unit(self) -> None:
        if self._unit is not None:
            self._unit.adjustSize()
            self._unit.move(self.width() - self._unit.width() - 10, (self.height() - self._unit.height()) // 2)


class LineEditor(FieldEditor):
    """Base of editors that read a value from one line; the text stays as typed until it can be read."""

    def make_control(self) -> QWidget:
        return self.make_line(self)

    def make_line(self, parent: QWidget) -> QWidget:
        """Return the line."""
        self._shown: object = None
        self._written = ""
        self.line = UnitLine(parent)
        self.line.textEdited.connect(lambda: self.edited.emit())
        return self.line

    def parse(self, text: str) -> object:
        """Return the value of a non-empty text, ``None`` when it is none."""
        raise NotImplementedError

    def write(self, value: object) -> str:
        """Return a value as it is typed."""
        return str(value)

    def complaint(self) -> str:
        """Return what to say about a text that cannot be read."""
        raise NotImplementedError

    def value(self) -> object:
        if self.line.text() == self._written:
            return self._shown  # unchanged: it keeps what the text does not show, such as seconds
        text = self.line.text().strip()
        return self.parse(text) if text else None

    def set_value(self, value: object) -> None:
        self._shown = value
        self._written = "" if value is None else self.write(value)
        show_text(self.line, self._written)

    def retranslate(self) -> None:
        super().retranslate()
        self.line.show_unit(field_hints.unit(self.spec))
        if self.line.text() == self._written:
            self.set_value(self._shown)  # dates and numbers are written as the language has it

    def problem(self) -> str:
        value = self.value()
        if self.line.text().strip() and value is None:
            return self.complaint()
        return field_limits.fault(self.kind, self.spec, value)

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        looks.repolish(self.line)

    def check(self) -> None:
        super().check()
        has_problem = bool(self.problem())
        if self.line.property("problem") != has_problem:
            self.line.setProperty("problem", has_problem)
            looks.repolish(self.line)


class IntegerEditor(LineEditor):
    """A whole number."""

    def parse(self, text: str) -> object:
        cleaned = text.replace(",", "").replace(" ", "")
        return int(cleaned) if cleaned.lstrip("-").isascii() and cleaned.lstrip("-").isdigit() else None

    def complaint(self) -> str:
        return tr("Please enter a whole number")


class DecimalEditor(LineEditor):
    """A decimal or an amount; amounts have two places and stand at the right."""

    def make_control(self) -> QWidget:
        control = super().make_control()
        if self.spec.is_money:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return control

    def parse(self, text: str) -> object:
        value = formats.read_decimal(text, self.spec.places)
        return formats.as_amount(value) if value is not None and self.spec.is_money else value

    def write(self, value: object) -> str:
        return formats.plain_decimal(value) if isinstance(value, Decimal) else str(value)

    def complaint(self) -> str:
        return tr("Please enter a number with at most {places} decimal places", places=self.spec.places or 0)


class DateEditor(LineEditor):
    """A calendar date."""

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(formats.date_hint())

    def parse(self, text: str) -> object:
        return formats.read_day(text)

    def write(self, value: object) -> str:
        return formats.day(value) if isinstance(value, date) else str(value)

    def complaint(self) -> str:
        return tr("Please enter a date, for example {example}", example=formats.day(_today()))


class InstantEditor(LineEditor):
    """Date and time to the minute, with a button for now."""

    def make_control(self) -> QWidget:
        self._face = QWidget(self)
        control = self.make_line(self._face)
        self._now = looks.button("", self._on_now_clicked, self._face)
        layout = QHBoxLayout(self._face)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(control, 1)
        layout.addWidget(self._now)
        return control

    def face(self) -> QWidget:
        return self._face

    def stops(self) -> list[QWidget]:
        return [self.line, self._now]

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(f"{formats.date_hint()} {tr('HH:MM')}")
        looks.face(self._now, tr("Now"))

    def parse(self, text: str) -> object:
        return formats.read_instant(text, _today())

    def write(self, value: object) -> str:
        return formats.instant(value) if isinstance(value, Instant) else str(value)

    def complaint(self) -> str:
        return tr("Please enter date and time, or a time of today, for example {example}", example="14:03")

    def set_read_only(self, is_read_only: bool) -> None:
        super().set_read_only(is_read_only)
        self._now.setVisible(not is_read_only)

    def _on_now_clicked(self) -> None:
        now = datetime.now().astimezone()
        offset = now.utcoffset()
        self.set_value(Instant(now.astimezone(UTC), round(offset.total_seconds() / 60) if offset else 0, Trust.SYSTEM))
        self.edited.emit()
        self.finished.emit()


def _today() -> date:
    return datetime.now().astimezone().date()
