"""A form over one record: groups of fields in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Generic

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.domain.kinds import SPECS, R
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling.keeping_in_view import reveal
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.forms import field_hints
from surveyor_app.ui.forms.choice_editors import ChoiceEditor, IdsEditor, ManyEditor, Options, RecordEditor, YesNoEditor
from surveyor_app.ui.forms.field_editors import FieldEditor, LongTextEditor, TextEditor
from surveyor_app.ui.forms.form_group import MOST_COLUMNS, GroupBox
from surveyor_app.ui.forms.record_binder import RecordBinder
from surveyor_app.ui.forms.typed_editors import DateEditor, DecimalEditor, InstantEditor, IntegerEditor
from surveyor_app.wording.field_places import FormGroup
from surveyor_app.wording.labels import Labels

COLUMN_PX = 230
LONG_TEXT = 240
"""Text fields that may be this long or longer get several lines."""
Complete = Callable[[Mapping[str, object], Mapping[str, object]], Mapping[str, object]]
"""Given what the form shows and what is about to be written, returns the fields to write besides."""
EditorMaker = Callable[[str, FieldSpec, Labels, QWidget | None], FieldEditor]
_TYPED: dict[FieldType, EditorMaker] = {
    FieldType.INTEGER: IntegerEditor,
    FieldType.DECIMAL: DecimalEditor,
    FieldType.BOOLEAN: YesNoEditor,
    FieldType.DATE: DateEditor,
    FieldType.INSTANT: InstantEditor,
    FieldType.ENUM: ChoiceEditor,
}


def make_editor(kind: str, spec: FieldSpec, labels: Labels, parent: QWidget | None) -> FieldEditor:
    """Return the editor that fits a field's type."""
    if spec.type is FieldType.MULTI:
        return (ManyEditor if spec.enumeration else IdsEditor)(kind, spec, labels, parent)
    if spec.type is FieldType.TEXT:
        return (LongTextEditor if (spec.max_length or 0) >= LONG_TEXT else TextEditor)(kind, spec, labels, parent)
    return _TYPED[spec.type](kind, spec, labels, parent)


class RecordForm(QWidget, Generic[R]):
    """Edits the fields of one record. ``references`` gives the options of fields that name other things.

    Only the first group is built at once, the others one a turn of the event loop: a long form takes longer than a person
    notices, and than the window may stand still.
    """

    entered = Signal(str)
    """The keyboard came into this field."""

    def __init__(
        self,
        desk: Desk,
        record_class: type[R],
        references: Mapping[str, Callable[[], Options]] | None = None,
        makers: Mapping[str, EditorMaker] | None = None,
        parent: QWidget | None = None,
        *,
        is_behind: bool = False,
        slices: Slices | None = None,
        complete: Complete | None = None,
        holds: Callable[[str], bool] | None = None,
    ) -> None:
        """Build the form of the kind, as the table of fields has it.

        One that stands ``is_behind`` another tab has time for its first group too. With ``slices`` of its page it is built
        in turn with what else is left to later there.

        ``complete`` adds to the values about to be written what follows from them. ``holds`` tells whether a condition of the
        case holds, under which a group is asked for; without it all groups are.
        """
        super().__init__(parent)
        self.setProperty("role", "body")
        self._columns = 2
        self._groups: dict[str, GroupBox] = {}
        self._beside: dict[str, tuple[str, str]] = {}
        self._beside_fields: Mapping[str, str] = {}
        self._added: dict[str, QWidget] = {}
        self._forced: set[str] = set()
        """Fields that somebody was led to although nothing asks for them."""
        self._kind, self._labels = record_class.KIND, desk.labels
        self._specs = {spec.name: spec for spec in SPECS[record_class.KIND]}
        self._references, self._makers = references or {}, makers or {}
        self._editors: dict[str, FieldEditor] = {}
        self._last_stop: QWidget | None = None
        self._complete, self._holds = complete, holds
        groups = self._labels.places.form(self._kind)
        names = [name for group in groups for name in group.names]
        self.binder: RecordBinder[R] = RecordBinder(
            desk, record_class, {}, self, names, self._completed if complete else None
        )
        self._needs = self._labels.places.needs_of(self._kind)
        self.binder.shown.connect(self.follow)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self._body.addStretch(1)
        self._slices = slices or Slices(self)
        for place, group in enumerate(groups):
            if place or is_behind:
                self._slices.add(partial(self._build, group))
            else:
                self._build(group)

    @property
    def editors(self) -> Mapping[str, FieldEditor]:
        """All editors by field; what is not built yet is built now."""
        self._slices.finish()
        return self._editors

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
        self._forced.add(name)
        self.follow()
        reveal(editor)
        editor.control.setFocus()

    def say_beside(self, group: str, text: str, tone: str = "") -> None:
        """Write under the heading of a group what lists say about its fields; empty for nothing."""
        self._beside[group] = (text, tone)
        if group in self._groups:
            self._groups[group].say_beside(text, tone)

    def say_beside_fields(self, texts: Mapping[str, str]) -> None:
        """Write below these fields what stands beside their values, and below all others nothing."""
        self._beside_fields = texts
        for name, editor in self._editors.items():
            editor.say_beside(texts.get(name, ""))

    def add_to_group(self, group: str, widget: QWidget) -> None:
        """Put something above the fields of a group, now or when the group is built."""
        self._added[group] = widget
        if group in self._groups:
            self._groups[group].add(widget)
        else:
            widget.hide()

    def offer_in_group(self, group: str, is_offered: bool) -> None:
        """Show or hide what was put above the fields of a group."""
        self._added[group].setEnabled(is_offered)
        if group in self._groups:
            self._added[group].setVisible(is_offered)

    def put(self, values: Mapping[str, object]) -> None:
        """Write values into fields as if they were typed, as one entry."""
        for name, value in values.items():
            if name in self.binder.writable:
                self.editors[name].set_value(value)
                self.editors[name].edited.emit()
        self.commit()

    def follow(self) -> None:
        """Show what is asked for now, and what amounts come to."""
        summing = [box for box in self._groups.values() if box.group.sums]
        for box in self._groups.values():
            box.show_asked([editor for editor in box.editors if self._is_asked(editor)])
            when = box.group.when
            is_asked = when is None or self._holds is None or self._holds(when)
            box.set_visible(is_asked or any(self._is_kept(editor) for editor in box.editors))
            if box.group.sums:
                total = sum((item.amount() for item in summing), Decimal(0)) if box is summing[-1] else None
                box.say_sum(total if len(summing) > 1 else None)

    def _is_asked(self, editor: FieldEditor) -> bool:
        need = self._needs.get(editor.spec.name)
        if need is None or need.field not in self._editors:
            return True
        return self._editors[need.field].value() == need.value or self._is_kept(editor)

    def _is_kept(self, editor: FieldEditor) -> bool:
        """Tell whether a field shows although nothing asks for it: it says something, or somebody wants it."""
        return editor.value() is not None or bool(editor.problem()) or editor.spec.name in self._forced

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow(max(1, min(MOST_COLUMNS, self.width() // COLUMN_PX)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()

    def _build(self, group: FormGroup) -> None:
        """Make a group with its editors, below those there are."""
        box = GroupBox(group, self, self._body, self._body.count() - 1)  # the last item is the stretch
        self._groups[group.key] = box
        added = self._added.get(group.key)
        if added is not None:
            box.add(added)
            added.setVisible(added.isEnabled())
            for stop in added.findChildren(QWidget):
                # The list of a choice is a window of its own.
                if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.window() is self.window():
                    self._stop_at(stop)
        box.editors = [self._make_editor(name, box.parent_widget) for name in group.names]
        box.fill(self._columns)
        box.retitle()
        box.say_beside(*self._beside.get(group.key, ("", "")))
        self.binder.check()
        self.follow()

    def _make_editor(self, name: str, parent: QWidget) -> FieldEditor:
        kind, spec, labels = self._kind, self._specs[name], self._labels
        find = self._references.get(name)
        if find is not None:
            editor: FieldEditor = RecordEditor(kind, spec, labels, parent, find=find)
        else:
            editor = self._makers.get(name, make_editor)(kind, spec, labels, parent)
        self._editors[name] = editor
        editor.neighbours = self._shown
        editor.say_beside(self._beside_fields.get(name, ""))
        editor.entered.connect(lambda: self.entered.emit(name))
        self.binder.add(name, editor)
        editor.finished.connect(lambda: self._check_neighbours(name))
        if editor.spec.is_money or any(need.field == name for need in self._needs.values()):
            editor.edited.connect(self.follow)
        # Made later than what stands below the form, it comes after that by itself.
        for stop in editor.stops():
            self._stop_at(stop)
        return editor

    def _stop_at(self, stop: QWidget) -> None:
        """Have the Tab key come to a control after the one before in the form."""
        if self._last_stop is not None:
            QWidget.setTabOrder(self._last_stop, stop)
        self._last_stop = stop

    def _shown(self) -> dict[str, object]:
        """Return what the fields built so far say; a text that cannot be read counts as itself."""
        return {name: editor.problem() or editor.value() for name, editor in self._editors.items()}

    def _check_neighbours(self, name: str) -> None:
        for other, names in field_hints.NEIGHBOURS.items():
            if name in names and other in self._editors:
                self._editors[other].check()

    def _completed(self, _record_id: str, values: dict[str, object]) -> dict[str, object]:
        if self._complete is None:
            return values
        more = self._complete(self._shown(), values)
        return {name: value for name, value in more.items() if name in self.binder.writable} | values

    def _flow(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for box in self._groups.values():
            box.fill(columns)

    def _retitle(self) -> None:
        for box in self._groups.values():
            box.retitle()
        self.follow()
