"""A form over one record: groups of fields in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from surveyor_app.domain.changes import Changes
from surveyor_app.domain.fields import FieldSpec, FieldType
from surveyor_app.domain.kinds import SPECS, R
from surveyor_app.operations.labels import Labels
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.translation import tr_marked
from surveyor_app.ui.widgets import looks
from surveyor_app.ui.widgets.choice_editors import (
    ChoiceEditor,
    IdsEditor,
    ManyEditor,
    Options,
    RecordEditor,
    YesNoEditor,
)
from surveyor_app.ui.widgets.field_editors import FieldEditor, LongTextEditor, TextEditor
from surveyor_app.ui.widgets.record_binder import RecordBinder
from surveyor_app.ui.widgets.typed_editors import DateEditor, DecimalEditor, InstantEditor, IntegerEditor

COLUMN_PX = 230
MOST_COLUMNS = 3
LONG_TEXT = 249
"""Text fields that may be this long or longer get several lines."""
EditorMaker = Callable[[str, FieldSpec, Labels], FieldEditor]
_TYPED: dict[FieldType, EditorMaker] = {
    FieldType.INTEGER: IntegerEditor,
    FieldType.DECIMAL: DecimalEditor,
    FieldType.BOOLEAN: YesNoEditor,
    FieldType.DATE: DateEditor,
    FieldType.INSTANT: InstantEditor,
    FieldType.ENUM: ChoiceEditor,
}


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one heading; ``title`` is marked for translation, empty for none."""

    title: str
    names: tuple[str, ...]


def make_editor(kind: str, spec: FieldSpec, labels: Labels) -> FieldEditor:
    """Return the editor that fits a field's type."""
    if spec.type is FieldType.MULTI:
        return (ManyEditor if spec.enumeration else IdsEditor)(kind, spec, labels)
    if spec.type is FieldType.TEXT:
        return (LongTextEditor if (spec.max_length or 0) >= LONG_TEXT else TextEditor)(kind, spec, labels)
    return _TYPED[spec.type](kind, spec, labels)


class RecordForm(QWidget, Generic[R]):
    """Edits the fields of one record. ``references`` gives the options of fields that name other things."""

    def __init__(
        self,
        desk: Desk,
        record_class: type[R],
        groups: Sequence[Group],
        references: Mapping[str, Callable[[], Options]] | None = None,
        makers: Mapping[str, EditorMaker] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "body")
        self._groups = groups
        self._columns = 0
        self._titles: list[QLabel] = []
        self._grids: list[tuple[QGridLayout, list[FieldEditor]]] = []
        kind, specs = record_class.KIND, {spec.name: spec for spec in SPECS[record_class.KIND]}
        self.editors: dict[str, FieldEditor] = {}
        for name in (name for group in groups for name in group.names):
            find = (references or {}).get(name)
            if find is not None:
                self.editors[name] = RecordEditor(kind, specs[name], desk.labels, find)
            else:
                maker = (makers or {}).get(name, make_editor)
                self.editors[name] = maker(kind, specs[name], desk.labels)
        self.binder: RecordBinder[R] = RecordBinder(desk, record_class, self.editors, self)
        self._lay_out()

    @property
    def record_id(self) -> str | None:
        """The record shown."""
        return self.binder.record_id

    def show_record(self, record_id: str | None) -> None:
        """Show another record; what was edited before is committed first."""
        self.binder.show_record(record_id)

    def reload(self) -> None:
        """Read the record again; what is being edited stays."""
        self.binder.reload()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.binder.apply(changes)

    def commit(self) -> None:
        """Write what was edited as one entry."""
        self.binder.commit()

    def focus_field(self, name: str) -> None:
        """Bring a field into view and put the cursor there."""
        editor = self.editors.get(name)
        if editor is None:
            return
        above = editor.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(editor, 24, 80)
        editor.control.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow(max(1, min(MOST_COLUMNS, self.width() // COLUMN_PX)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        for group in self._groups:
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(10)
            self._grids.append((grid, [self.editors[name] for name in group.names]))
            title = looks.label("section")
            self._titles.append(title)
            if group.title:
                inner = looks.column(title, grid, spacing=10)
                inner.setContentsMargins(16, 12, 16, 16)
                body.addWidget(looks.card(inner))
            else:
                body.addLayout(grid)
        body.addStretch(1)
        self._flow(2)
        self._retitle()

    def _flow(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for grid, editors in self._grids:
            row = column = 0
            for editor in editors:
                if editor.WIDE and column:
                    row, column = row + 1, 0
                span = columns if editor.WIDE else 1
                grid.addWidget(editor, row, column, 1, span)
                column += span
                if column >= columns:
                    row, column = row + 1, 0
            for index in range(MOST_COLUMNS):
                grid.setColumnStretch(index, 1 if index < columns else 0)

    def _retitle(self) -> None:
        for group, title in zip(self._groups, self._titles, strict=True):
            title.setText(tr_marked(group.title) if group.title else "")
