"""One group of a form: its heading with what its amounts come to, a line of what lists say, and its fields in columns."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.wording.field_places import FormGroup
from surveyor_app.wording.translation import current_language, tr

MOST_COLUMNS = 3


class GroupBox(QObject):
    """Lays out the editors it is given; those that are not asked for leave no gap."""

    def __init__(self, group: FormGroup, form: QWidget, body: QVBoxLayout, place: int) -> None:
        """Put the group into ``body``."""
        super().__init__(form)
        self.group = group
        self.editors: list[FieldEditor] = []
        self._unasked: frozenset[FieldEditor] = frozenset()
        self._columns, self._is_shown = 0, True
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(10)
        self.frame: QFrame | None = None
        self.parent_widget: QWidget = form
        if group.title is None:
            body.insertLayout(place, self.grid)
            return
        self.frame = QFrame(form)
        self.frame.setProperty("role", "card")
        self.parent_widget = self.frame
        self.title = looks.label("section", parent=self.frame)
        self.sum = looks.label("section", parent=self.frame)
        self.sum.setVisible(group.sums)
        self.beside = looks.label("help", wrap=True, parent=self.frame)
        self.beside.hide()
        inner = self._inner = QVBoxLayout(self.frame)
        inner.setSpacing(10)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.addLayout(looks.row(self.title, None, self.sum, spacing=12))
        inner.addWidget(self.beside)
        inner.addLayout(self.grid)
        body.insertWidget(place, self.frame)

    def add(self, widget: QWidget) -> None:
        """Put something above the fields of a group that has a frame."""
        if self.frame is not None:
            self._inner.insertWidget(self._inner.count() - 1, widget)

    def fill(self, columns: int, *, anew: bool = False) -> None:
        """Lay the editors out in so many columns."""
        if columns == self._columns and not anew:
            return
        self._columns = columns
        row = column = 0
        for editor in self.editors:
            self.grid.removeWidget(editor)
            if editor in self._unasked:
                continue
            if editor.WIDE and column:
                row, column = row + 1, 0
            span = columns if editor.WIDE else 1
            self.grid.addWidget(editor, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= columns:
                row, column = row + 1, 0
        for index in range(MOST_COLUMNS):
            self.grid.setColumnStretch(index, 1 if index < columns else 0)

    def show_asked(self, asked: Sequence[FieldEditor]) -> None:
        """Show those of the editors that are asked for, each in its place."""
        unasked = frozenset(self.editors) - frozenset(asked)
        if unasked == self._unasked:
            return
        for editor in unasked ^ self._unasked:
            editor.setVisible(editor not in unasked)
        self._unasked = unasked
        if self._columns:
            self.fill(self._columns, anew=True)

    def set_visible(self, is_visible: bool) -> None:
        """Show or hide the whole group."""
        if self.frame is not None and is_visible is not self._is_shown:
            self._is_shown = is_visible
            self.frame.setVisible(is_visible)

    def amount(self) -> Decimal:
        """Return what the amounts come to as they are typed."""
        amounts = [editor.value() for editor in self.editors if editor.spec.is_money]
        return sum((amount for amount in amounts if isinstance(amount, Decimal)), Decimal(0))

    def say_sum(self, total: Decimal | None) -> None:
        """Write what the amounts come to, and all groups together where that is told."""
        said = tr("Sum {amount}", amount=formats.money(self.amount()))
        if total is not None:
            said += f" · {tr('all together {amount}', amount=formats.money(total))}"
        self.sum.setText(said)

    def say_beside(self, text: str, tone: str) -> None:
        """Write what lists say about the fields of this group."""
        if self.frame is not None:
            self.beside.setText(text)
            self.beside.setVisible(bool(text))
            looks.set_tone(self.beside, tone)

    def retitle(self) -> None:
        """Write the heading in the window's language."""
        if self.group.title is not None:
            self.title.setText(self.group.title.in_(current_language()))
