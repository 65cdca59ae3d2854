"""A list of records beside the form of the current one, with adding and withdrawing: people, vehicles, damage marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import R
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import EmptyState
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms import withdrawing
from surveyor_app.ui.forms.choice_editors import Options
from surveyor_app.ui.forms.record_form import Complete, EditorMaker, RecordForm
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.ui.forms.record_table import Column, RecordTableModel
from surveyor_app.wording.translation import current_language, tr, tr_marked


@dataclass(frozen=True, slots=True)
class BookTexts:
    """Texts of a book, marked for translation."""

    add: str
    empty: str
    why: str


class RecordBook(QWidget, Generic[R]):
    """List, form and the actions on both. ``first_fields`` gives what a new record starts with."""

    current_changed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        record_class: type[R],
        columns: Sequence[Column[R]],
        texts: BookTexts,
        *,
        icon: str,
        focus: str,
        references: Mapping[str, Callable[[], Options]] | None = None,
        first_fields: Callable[[], Mapping[str, object]] = dict,
        list_width: int = 300,
        is_behind: bool = False,
        complete: Complete | None = None,
        makers: Mapping[str, EditorMaker] | None = None,
        accepts: Callable[[R], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build list and form; only the records are listed that it ``accepts``."""
        super().__init__(parent)
        self._desk = desk
        self._class = record_class
        self._texts = texts
        self._focus = focus
        self._first_fields = first_fields
        self.model = RecordTableModel(desk.case, record_class, columns, self, accepts)
        self._pile = QStackedLayout(self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._left = QWidget(self._split)
        area = ScrollArea(self._split)
        self.list = RecordList(self.model, parent=self._left)
        self.form = RecordForm(
            desk,
            record_class,
            references,
            makers,
            parent=area.viewport(),
            is_behind=is_behind,
            complete=complete,
        )
        area.hold(self.form)
        self.add_button = looks.button("", self.add)
        self.withdraw_button = looks.tool(self.withdraw)
        self.empty = EmptyState(icon, self.add, self)
        self.list.current_changed.connect(self._on_current_changed)
        self.model.rowsInserted.connect(self._show_emptiness)
        self.model.rowsRemoved.connect(self._show_emptiness)
        self._lay_out(list_width)
        self.retranslate()
        self._show_emptiness()

    def retranslate(self) -> None:
        """Write texts and icons anew."""
        looks.face(self.add_button, tr_marked(self._texts.add), "add")
        looks.name(self.withdraw_button, tr("Withdraw…"), "withdraw")
        self.empty.say(tr_marked(self._texts.empty), tr_marked(self._texts.why), tr_marked(self._texts.add))
        self.empty.start.setIcon(icons.icon("add", "on_accent"))
        self.list.setAccessibleName(self._desk.labels.kind(self._class.KIND, current_language()))
        self.model.touch_all()

    def load(self) -> None:
        """Read the list and the form again."""
        self.list.reload(self.form)
        self._show_emptiness()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.model.apply(changes)
        if changes.touches(self._class.KIND) and self.list.has_lost(self.form.record_id):
            self._on_current_changed(self.list.current_id())
        self.form.apply(changes)

    def select(self, record_id: str, field: str = "") -> None:
        """Show a record and go to a field; either may be empty."""
        if record_id:
            self.list.select(record_id)
        if field:
            self.form.focus_field(field)

    def commit(self) -> None:
        """Write what is being edited."""
        self.form.commit()

    def add(self) -> None:
        """Make a new record and put the cursor into its first field."""
        self.commit()
        case, record_class, fields = self._desk.case, self._class, self._first_fields()

        def on_done(created: Created) -> None:
            self.select(created.id, self._focus)

        self._desk.edits.do(lambda: records.create(case, record_class, fields), on_done, None, self)

    def withdraw(self) -> None:
        """Ask why and withdraw the selected records."""
        at = withdrawing.below(self.withdraw_button)
        withdrawing.ask(self, at, self._desk, self._class, self.list.selected_ids())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self, list_width: int) -> None:
        self.head = looks.row(self.add_button, None, self.withdraw_button)
        self._left.setLayout(looks.column(self.head, self.list, spacing=8))
        self.list.setMinimumWidth(200)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(16)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([list_width, 600])
        self._pile.addWidget(self._split)
        self._pile.addWidget(self.empty)

    def _show_emptiness(self) -> None:
        self._pile.setCurrentWidget(self._split if self.model.rowCount() else self.empty)

    def _on_current_changed(self, record_id: str) -> None:
        self.form.show_record(record_id or None)
        self.current_changed.emit(record_id)
