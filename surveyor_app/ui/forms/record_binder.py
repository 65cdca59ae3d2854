"""Binds field editors to one record: shows it, keeps drafts while typing, writes when a field is left, settles conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import R
from surveyor_app.operations.editing import drafting, records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.forms import conflict_chooser, record_access
from surveyor_app.ui.forms.choice_editors import RecordEditor
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.ui.forms.notices import conflicting_values

DRAFT_MS = 400
"""Drafts are kept at most this long after the first unsaved key; the promise is 500 ms."""


class RecordBinder(QObject, Generic[R]):
    """The life of an edit: key → draft → one entry when the field is left. One record at a time."""

    shown = Signal()
    """The record was read and stands in the editors."""

    def __init__(
        self,
        desk: Desk,
        record_class: type[R],
        editors: Mapping[str, FieldEditor],
        parent: QObject,
        names: Sequence[str] = (),
        prepare: Callable[[str, dict[str, object]], dict[str, object]] | None = None,
    ) -> None:
        """Bind ``editors``, and those of the other ``names`` when they are added.

        ``prepare`` is given a record's id and the values typed, and returns those to be written.
        """
        super().__init__(parent)
        self._prepare = prepare
        self._desk = desk
        self._class = record_class
        self._editors = dict(editors)
        self._names = [*editors, *(name for name in names if name not in editors)]
        self._id: str | None = None
        self._record: R | None = None
        self.writable: frozenset[str] = frozenset()
        """The fields that may be edited now."""
        self._dirty: set[str] = set()
        self._pending: Counter[str] = Counter()
        self._typed: Counter[str] = Counter()
        """How often each field was typed in: what is stored may be older than what stands there by then."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._keep_drafts)
        for name, editor in editors.items():
            self._connect(name, editor)

    def add(self, name: str, editor: FieldEditor) -> None:
        """Bind another editor, and show what the record was last read to say."""
        self._editors[name] = editor
        self._connect(name, editor)
        self._show(name, editor)
        if name not in self._dirty:
            editor.check()

    @property
    def record_id(self) -> str | None:
        """The record shown."""
        return self._id

    @property
    def record(self) -> R | None:
        """The record as it was last read."""
        return self._record

    def show_record(self, record_id: str | None) -> None:
        """Show another record; what was edited before is committed first."""
        if record_id != self._id:
            self.commit()
            self._forget_typed()
            self._pending.clear()
            self._id = record_id
        self.reload()

    def adopt(self, record_id: str) -> None:
        """Show the record that was made for what is being typed while there was none; what is typed stays and goes to it."""
        self._id = record_id
        self.reload()
        if self._dirty:
            self._timer.start()

    def reload(self) -> None:
        """Read the record again; what is being edited stays."""
        self._record, self.writable = None, frozenset()
        if self._id is not None:
            found = record_access.get_with_rights(self._desk.case, self._class, self._id, self._names)
            self._record, self.writable = found
        for name, editor in self._editors.items():
            self._show(name, editor)
        self.check()
        self.shown.emit()

    def check(self) -> None:
        """Show what is wrong with each value; where that depends on other fields, all of them are shown by now."""
        for name, editor in self._editors.items():
            if name not in self._dirty:
                editor.check()

    def _show(self, name: str, editor: FieldEditor) -> None:
        record = self._record
        if name not in self._dirty and not self._pending[name]:
            editor.set_value(getattr(record, name) if record else None)
        editor.set_read_only(name not in self.writable)
        editor.mark_conflict(record is not None and name in record.conflicts)

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        # What is being written now is read again once it is.
        if self._id in changes.touched.get(self._class.KIND, ()) and not +self._pending:
            self.reload()
        for editor in self._editors.values():
            if isinstance(editor, RecordEditor) and changes.touches(editor.spec.target or ""):
                editor.refill()

    def is_dirty(self) -> bool:
        """Tell whether something typed is not yet written."""
        return bool(self._dirty or +self._pending)

    def is_edited(self, name: str) -> bool:
        """Tell whether a field was edited since it was written last."""
        return name in self._dirty

    def commit(self) -> None:
        """Write what was edited as one entry; a text that cannot be read stays in its field with the reason."""
        self._timer.stop()
        record_id = self._id
        names = sorted(name for name in self._dirty if not self._editors[name].problem())
        if record_id is None or not names:
            return
        values = {name: self._editors[name].value() for name in names}
        if self._prepare is not None:
            values = self._prepare(record_id, values)
        self._dirty.difference_update(names)
        self._pending.update(names)
        typed = [(name, self._typed[name]) for name in names]
        case, record_class = self._desk.case, self._class

        def work() -> Changes:
            changes = records.change(case, record_class, record_id, values)
            for name in names:
                drafting.drop_draft(case, record_class.KIND, record_id, name)
            return changes

        def on_done(_changes: Changes) -> None:
            for name, count in typed:
                self._on_stored(name, count)
            if self._id == record_id:
                self._pending.subtract(names)
                self.reload()

        def on_failed(error: BaseException) -> None:
            if self._id == record_id:
                self._pending.subtract(names)
                self._dirty.update(names)
                self.reload()
            self._desk.messages.tell(words(error), tone="bad")

        self._desk.edits.do(work, on_done, on_failed, self)

    def _connect(self, name: str, editor: FieldEditor) -> None:
        editor.edited.connect(lambda: self._on_edited(name))
        editor.finished.connect(self.commit)
        editor.conflict_opened.connect(lambda: self._on_conflict_opened(name))

    def _forget_typed(self) -> None:
        """What cannot be read as a value of its field is not kept beyond the record it was typed for."""
        for name in self._dirty:
            self._desk.edits.note_stored(id(self), name)
        self._dirty.clear()

    def _on_edited(self, name: str) -> None:
        self._dirty.add(name)
        self._typed[name] += 1
        self._desk.edits.note_typed(id(self), name)
        if not self._timer.isActive():
            self._timer.start()

    def _keep_drafts(self) -> None:
        if self._id is None:
            return
        for name in sorted(self._dirty):
            editor = self._editors[name]
            if not editor.problem():
                stored = partial(self._on_stored, name, self._typed[name])
                self._desk.edits.keep(self._draft(self._id, name, editor.value()), stored)

    def _on_stored(self, name: str, typed: int) -> None:
        """What was typed up to then is stored; what was typed since is not."""
        if self._typed[name] == typed:
            self._desk.edits.note_stored(id(self), name)

    def _draft(self, record_id: str, name: str, value: object) -> Callable[[], None]:
        case, kind = self._desk.case, self._class.KIND
        return lambda: drafting.keep_draft(case, kind, record_id, name, value)

    def _on_conflict_opened(self, name: str) -> None:
        record_id, case, record_class = self._id, self._desk.case, self._class
        if record_id is None:
            return
        editor = self._editors[name]
        conflict_chooser.choose(
            editor.conflict_anchor(),
            editor.spec,
            self._desk.labels,
            conflicting_values(case, record_class.KIND, record_id, name),
            lambda value: self._desk.edits.do(lambda: records.settle(case, record_class, record_id, name, value)),
        )
