"""Damage (定损): the marks on each vehicle, seen from above and as a table; totals always visible."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Page, Side
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.damage.mark_texts import AMOUNTS, MarkTexts
from surveyor_app.ui.damage.marks_panel import MarksPanel
from surveyor_app.ui.damage.totals import TotalsBar
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.photo_numbers import PhotoNumbersEditor
from surveyor_app.ui.forms.record_form import RecordForm
from surveyor_app.ui.forms.withdrawing import Withdrawal
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.translation import current_language, mark, tr


class DamagePage(Page):
    """Vehicle, table and totals; the current mark's form is the inspector."""

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
        self._texts = MarkTexts(self._parts, desk.labels)
        self.marks = MarksPanel(desk, self._parts, self._texts, self)
        self.model, self.table = self.marks.model, self.marks.table
        self.totals = TotalsBar([title for title, _ in AMOUNTS])
        self._side = Side()
        self.form = RecordForm(
            desk,
            DamageMark,
            {
                "vehicle_uid": lambda: record_access.vehicle_options(desk.case),
                "part_id": self._part_options,
                "matches_mark": self._mark_options,
            },
            {"photos": partial(PhotoNumbersEditor, order=self._evidence_order)},
            self._side.body,
        )
        self._form_title = looks.label("heading")
        self._side.body.setLayout(looks.column(self._form_title, self.form, spacing=12, margin=14))
        self.add_button = looks.button("primary", self.add)
        self.withdrawal = Withdrawal(desk, DamageMark, self.table)
        self.head_actions.addWidget(self.withdrawal.button)
        self.head_actions.addWidget(self.add_button)
        self.content.addWidget(self.marks, 1)
        self.content.addWidget(self.totals)
        self.marks.current_changed.connect(self._on_current_changed)
        self.marks.loaded.connect(self._say)
        self.add_action(mark("New damage"), "Ctrl+N", self.add)
        self.add_action(mark("Find a part"), "Ctrl+F", self.marks.finder.start)
        self.add_action(mark("Next line, same field"), "Ctrl+Down", lambda: self._step(1))
        self.add_action(mark("Line before, same field"), "Ctrl+Up", lambda: self._step(-1))
        self.add_action(mark("Withdraw"), "Del", self.withdrawal.ask, self.table)
        self.setFocusProxy(self.marks.picture)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.add_button, tr("New damage"))
        self.add_button.setIcon(icons.icon("add", "on_accent"))
        self.withdrawal.retranslate()
        self._form_title.setText(tr("Damaged part"))
        self.marks.retranslate()
        self._say()

    def load(self) -> None:
        self.marks.load()
        self.form.show_record(self.table.current_id() or None)
        self.form.reload()

    def apply(self, changes: Changes) -> None:
        self.marks.apply(changes)
        self.form.apply(changes)
        if changes.touches(DamageMark.KIND) and self.table.has_lost(self.form.record_id):
            self.form.show_record(self.table.current_id() or None)

    def commit(self) -> None:
        self.form.commit()

    def inspector(self) -> QWidget | None:
        return self._side

    def has_details(self) -> bool:
        return self.model.rowCount() > 0

    def show_record(self, record_id: str, field: str) -> None:
        if record_id:
            self.marks.select(record_id)
        if field:
            self.form.focus_field(field)

    def add(self) -> None:
        """Make a new line for the vehicle shown, in the zone that is chosen, and ask for the part."""
        self.commit()
        self.marks.add()

    def _step(self, by: int) -> None:
        """Go to another line with the keyboard in the same field."""
        focused = self.window().focusWidget()
        field = next((name for name, editor in self.form.editors.items() if editor.isAncestorOf(focused)), "")
        self.commit()
        self.marks.step(by)
        if field:
            self.form.focus_field(field)

    def _on_current_changed(self, mark_id: str) -> None:
        self.form.show_record(mark_id or None)
        self.side_changed.emit()

    def _say(self) -> None:
        marks = self.marks.marks
        self.totals.setVisible(bool(marks))
        self.withdrawal.button.setEnabled(self.model.rowCount() > 0)
        self.side_changed.emit()
        self.totals.show_amounts([sum((read(item) or Decimal(0) for item in marks), Decimal(0)) for _, read in AMOUNTS])
        self.set_state(tr("%n damaged part(s)", n=len(marks)) if marks else tr("No damage here yet"))

    def _part_options(self) -> list[tuple[object, str]]:
        return [(part.id, part.label.in_(current_language())) for part in self._parts.values()]

    def _mark_options(self) -> list[tuple[object, str]]:
        """Offer the marks of the other vehicles: one of the same vehicle is no counterpart."""
        own = self.marks.vehicle.vehicle_id
        names: dict[str | None, str] = {item.id: record_access.vehicle_name(item) for item in self.marks.vehicles}
        others = [item for item in self.marks.marks if item.vehicle_uid != own]
        return [
            (item.id, f"{names.get(item.vehicle_uid, formats.EMPTY)} · {self._texts.line(item)}") for item in others
        ]

    def _evidence_order(self) -> list[str]:
        with self.desk.case.read() as session:
            return list(reading.ids(session, self.desk.case.case_id, Evidence))
