"""Damage (定损): one row a damaged part, with action and amounts; totals always visible."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.records import reading
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import EmptyState
from surveyor_app.ui.base.page import Page, Side
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.damage.totals import TotalsBar
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.photo_numbers import PhotoNumbersEditor
from surveyor_app.ui.forms.record_form import RecordForm
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.ui.forms.record_table import Column, RecordTableModel
from surveyor_app.ui.forms.withdrawing import Withdrawal
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.translation import current_language, mark, tr

AMOUNTS: tuple[tuple[str, Callable[[DamageMark], Decimal | None]], ...] = (
    (mark("Parts"), lambda item: item.part_price),
    (mark("Labour"), lambda item: item.labour),
    (mark("Paint"), lambda item: item.paint),
    (mark("Salvage"), lambda item: item.salvage),
    (mark("Total"), lambda item: item.net),
)


class DamagePage(Page):
    """Table and totals; the current mark's form is the inspector."""

    PLACE: ClassVar[Place] = Place(
        name="damage",
        title=mark("Damage"),
        icon="damage",
        shows=(DamageMark.KIND,),
        follows=(DamageMark.KIND, Vehicle.KIND, Evidence.KIND),
        counted=(DamageMark,),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._parts = load_parts(desk.resources)
        self.model = RecordTableModel(desk.case, DamageMark, self._columns(), self)
        self.table = RecordList(self.model, parent=self)
        self.totals = TotalsBar([title for title, _ in AMOUNTS])
        self._side = Side()
        self.form = RecordForm(
            desk,
            DamageMark,
            {"vehicle_uid": lambda: record_access.vehicle_options(desk.case), "part_id": self._part_options},
            {"photos": partial(PhotoNumbersEditor, order=self._evidence_order)},
            self._side.body,
        )
        self._form_title = looks.label("heading")
        self._side.body.setLayout(looks.column(self._form_title, self.form, spacing=12, margin=14))
        self.add_button = looks.button("primary", self.add)
        self.withdrawal = Withdrawal(desk, DamageMark, self.table)
        self.head_actions.addWidget(self.withdrawal.button)
        self.head_actions.addWidget(self.add_button)
        self.empty = EmptyState("damage", self.add)
        self._pile = QStackedLayout()
        self._pile.addWidget(self.table)
        self._pile.addWidget(self.empty)
        self.content.addLayout(self._pile, 1)
        self.content.addWidget(self.totals)
        self.table.current_changed.connect(lambda id_: self.form.show_record(id_ or None))
        self.add_action(mark("New damage"), "Ctrl+N", self.add)
        self.add_action(mark("Withdraw"), "Del", self.withdrawal.ask, self.table)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.add_button, tr("New damage"))
        self.add_button.setIcon(icons.icon("add", "on_accent"))
        self.withdrawal.retranslate()
        self._form_title.setText(tr("Damaged part"))
        self.table.setAccessibleName(tr("Damage"))
        self.empty.say(
            tr("No damage here yet"),
            tr("Each damaged part is one line with what is to be done and what it costs."),
            tr("New damage"),
            "add",
        )
        self.model.touch_all()
        self._say()

    def load(self) -> None:
        self.table.reload(self.form)
        self._say()

    def apply(self, changes: Changes) -> None:
        self.model.apply(changes)
        self.form.apply(changes)
        if changes.touches(Vehicle.KIND):
            self.model.touch_all()
        if changes.touches(DamageMark.KIND):
            if self.table.has_lost(self.form.record_id):
                self.form.show_record(self.table.current_id() or None)
            self._say()

    def commit(self) -> None:
        self.form.commit()

    def inspector(self) -> QWidget | None:
        return self._side

    def has_details(self) -> bool:
        return self.model.rowCount() > 0

    def show_record(self, record_id: str, field: str) -> None:
        if record_id:
            self.table.select(record_id)
        if field:
            self.form.focus_field(field)

    def add(self) -> None:
        """Make a new line for the vehicle of the current one, or the first vehicle."""
        self.commit()
        case, current = self.desk.case, self.model.record_at(self.table.currentIndex().row())
        vehicles = record_access.list_all(case, Vehicle)
        vehicle = current.vehicle_uid if current else (vehicles[0].id if vehicles else None)

        def on_done(created: Created) -> None:
            self.table.select(created.id)
            self.form.focus_field("part_id")

        fields = {"vehicle_uid": vehicle} if vehicle else {}
        self.desk.edits.do(lambda: records.create(case, DamageMark, fields), on_done, None, self)

    def _columns(self) -> tuple[Column[DamageMark], ...]:
        def amount(read: Callable[[DamageMark], Decimal | None]) -> Callable[[DamageMark], str]:
            return lambda item: formats.money(read(item))

        return (
            Column(mark("Part"), self._part_name),
            Column(mark("Action"), self._action),
            *(Column(title, amount(read), right=True) for title, read in AMOUNTS),
            Column(mark("Photos"), lambda item: str(len(item.photos)) if item.photos else formats.EMPTY, right=True),
        )

    def _say(self) -> None:
        marks = [item for row in range(self.model.rowCount()) if (item := self.model.record_at(row))]
        self._pile.setCurrentWidget(self.table if marks else self.empty)
        self.totals.setVisible(bool(marks))
        self.withdrawal.button.setEnabled(bool(marks))
        self.side_changed.emit()
        self.totals.show_amounts([sum((read(item) or Decimal(0) for item in marks), Decimal(0)) for _, read in AMOUNTS])
        self.set_state(tr("%n damaged part(s)", n=len(marks)) if marks else "")

    def _part_name(self, item: DamageMark) -> str:
        part = self._parts.get(item.part_id or "")
        names = [part.label.in_(current_language()) if part else item.part_id, item.part_text]
        return " ".join(name for name in names if name) or tr("(no part yet)")

    def _action(self, item: DamageMark) -> str:
        return self.desk.labels.value("damage_action", item.action, current_language()) or formats.EMPTY

    def _part_options(self) -> list[tuple[object, str]]:
        return [(part.id, part.label.in_(current_language())) for part in self._parts.values()]

    def _evidence_order(self) -> list[str]:
        with self.desk.case.read() as session:
            return list(reading.ids(session, self.desk.case.case_id, Evidence))
