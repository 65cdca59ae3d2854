"""Damage (定损): what was lost. Marks on vehicles, property, injured people, rescue, salvage; totals always visible."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import Losses, by_group, overall, subject_losses
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases.facts import facts_of
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.damage.known_losses import KnownLosses, LossesRead
from surveyor_app.ui.damage.loss_names import LossNames
from surveyor_app.ui.damage.loss_tabs import LossTabs, Tab
from surveyor_app.ui.damage.mark_side import MarkSide
from surveyor_app.ui.damage.mark_texts import MarkTexts
from surveyor_app.ui.damage.marks_panel import MarksPanel
from surveyor_app.ui.damage.totals import TotalsBar
from surveyor_app.ui.damage.totals_view import GROUPS
from surveyor_app.ui.forms.withdrawing import Withdrawal
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.translation import mark, tr

COUNTED = (DamageMark, PropertyItem, Injury, RescueCost, Salvage)
FACILITY = {"property_class": "public_facility", "party": "ground"}
"""What stands at the roadside: barriers, lamps, signs, trees."""
TAB_OF_KIND = {
    PropertyItem.KIND: Tab.PROPERTY,
    Injury.KIND: Tab.INJURIES,
    InjuryVisit.KIND: Tab.INJURIES,
    Fee.KIND: Tab.INJURIES,
    RescueCost.KIND: Tab.RESCUE,
    Salvage.KIND: Tab.SALVAGE,
}


class DamagePage(Page):
    """Tabs by kind of loss over a bar of totals; the current mark's form is the inspector."""

    PLACE: ClassVar[Place] = Place(
        name="damage",
        title=mark("Damage"),
        icon="damage",
        shows=(DamageMark.KIND, *TAB_OF_KIND),
        follows=(DamageMark.KIND, *TAB_OF_KIND, Vehicle.KIND, Person.KIND, Evidence.KIND),
        counted=COUNTED,
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        parts = load_parts(desk.resources)
        texts = MarkTexts(parts, desk.labels)
        self._known = KnownLosses(desk.case)
        # Hundreds of lines take as long to read as the page to build: it stands meanwhile, and is painted before they show.
        self._later = Slices(self)
        self._later.add(self._place_marks)
        self._is_keyboard_due = False
        desk.jobs.run(
            lambda _report: self._known.fetch(),
            self,
            self._on_read,
        )
        self.marks = MarksPanel(desk, parts, texts, self._known, self)
        self.model, self.table = self.marks.model, self.marks.table
        self.tabs = LossTabs(desk, self.marks, LossNames(self._known, desk.labels), self)
        self.totals = TotalsBar([*GROUPS.values(), mark("All losses")])
        self._side = MarkSide(desk, self.marks, texts, self._later)
        # Goes with the page, whether or not it was ever shown beside it: built in turns, it would else outlive the page.
        self._side.setParent(self)
        self._side.hide()
        self.form = self._side.form
        self.add_button = looks.button("primary", self.add)
        self.facility_button = looks.button("", self.add_facility)
        self.withdrawal = Withdrawal(desk, DamageMark, self.table)
        self.head_actions.addWidget(self.facility_button)
        self.head_actions.addWidget(self.withdrawal.button)
        self.head_actions.addWidget(self.add_button)
        self.content.addWidget(self.tabs, 1)
        self.content.addWidget(self.totals)
        self.marks.current_changed.connect(lambda _id: self.side_changed.emit())
        self.tabs.record_wanted.connect(self.record_wanted)
        self.tabs.changed.connect(self._on_tab_changed)
        self.add_tab_keys(self.tabs.bar)
        self.add_action(mark("New line"), "Ctrl+N", self.add)
        self.add_action(mark("New road facility"), "Ctrl+Shift+N", self.add_facility)
        self.add_action(mark("Find a part"), "Ctrl+F", self._find)
        self.add_action(mark("To the vehicle"), "Ctrl+G", self._to_vehicle)
        self.add_action(mark("Next line, same field"), "Ctrl+Down", lambda: self.step(1))
        self.add_action(mark("Line before, same field"), "Ctrl+Up", lambda: self.step(-1))
        self.add_action(mark("Withdraw"), "Del", self.withdrawal.ask, self.table)
        self.marks.needed.connect(self.finish)
        self.retranslate()
        self._on_tab_changed()

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.add_button, tr("New damage"))
        self.add_button.setIcon(icons.icon("add", "on_accent"))
        looks.face(self.facility_button, tr("New road facility"), "add")
        self.withdrawal.retranslate()
        self._side.retranslate()
        self.tabs.retranslate()
        self._say()

    def load(self) -> None:
        self.finish()
        self._known.read()
        self._show(self.tabs.load)

    def finish(self) -> None:
        """Read now what is left to later turns: somebody needs it."""
        if not self._known.is_read:
            self._show_read(self._known.fetch())

    def _on_read(self, read: LossesRead) -> None:
        self._later.add_first(partial(self._show_read, read))
        if not self.tabs.has_marks:
            self._later.add_first(self._place_marks)

    def _place_marks(self) -> None:
        self.tabs.place_marks()
        if self._is_keyboard_due and self.window().focusWidget() is self:
            self.marks.picture.setFocus()
        self._is_keyboard_due = False

    def _show_read(self, read: LossesRead) -> None:
        if self._known.is_read:
            return  # somebody needed it earlier; this may be older
        self._place_marks()
        self._known.take(read)
        had_keyboard = self.window().focusWidget() is self.marks.picture
        # Books that are built by now have read theirs.
        self._show(self.marks.show_known)
        self._begin()
        if had_keyboard and self.tabs.tab is not Tab.VEHICLES:
            self.take_keyboard()

    def _show(self, show_lists: Callable[[], None]) -> None:
        """Show what is known, in all that is built."""
        before = self.form.record_id
        show_lists()
        current = self.table.current_id() or None
        if current == before or self.form.record_id != current:  # else the form has read what became current
            self.form.show_record(current)
        self._say()

    def apply(self, changes: Changes) -> None:
        self.finish()
        is_loss = self._known.apply(changes)
        self.tabs.apply(changes)
        self.form.apply(changes)
        if changes.touches(DamageMark.KIND) and self.table.has_lost(self.form.record_id):
            self.form.show_record(self.table.current_id() or None)
        if is_loss:
            self._say()

    def commit(self) -> None:
        self.form.commit()
        self.tabs.commit()

    def inspector(self) -> QWidget | None:
        return self._side

    def has_details(self) -> bool:
        return self.tabs.tab is Tab.VEHICLES and self.model.rowCount() > 0

    def take_keyboard(self) -> None:
        if self.tabs.tab is Tab.VEHICLES and not self.tabs.has_marks:
            self._is_keyboard_due = True
            self.setFocus()
        elif self.tabs.tab is Tab.VEHICLES:
            self.marks.picture.setFocus()
        else:
            super().take_keyboard()

    def show_record(self, record_id: str, field: str) -> None:
        self.finish()
        if record_id:
            self.tabs.select(record_id, field)
        if field and self.tabs.tab is Tab.VEHICLES:
            self.form.focus_field(field)

    def show_kind(self, kind: str, field: str) -> None:
        self.finish()
        self.tabs.show_tab(TAB_OF_KIND.get(kind, Tab.VEHICLES))

    def add(self) -> None:
        """Make a new line on the tab shown: for a vehicle, in the zone that is chosen, and ask for the part."""
        self.finish()
        self.commit()
        if self.tabs.tab is Tab.TOTALS:
            return
        if self.tabs.tab is Tab.VEHICLES:
            self.marks.add()
        else:
            self.tabs.book(self.tabs.tab).add()

    def add_facility(self) -> None:
        """Make an item for something that stands at the road."""
        self.finish()
        self.commit()
        self.tabs.show_tab(Tab.PROPERTY)
        case, book = self.desk.case, self.tabs.book(Tab.PROPERTY)

        def on_done(created: Created) -> None:
            book.select(created.id, "name")

        self.desk.edits.do(lambda: records.create(case, PropertyItem, FACILITY), on_done, None, book)

    def step(self, by: int) -> None:
        """Go to another mark with the keyboard in the same field."""
        if self.tabs.tab is not Tab.VEHICLES:
            return
        field = self._side.field_with_keyboard()
        self.commit()
        self.marks.step(by)
        if field:
            self.form.focus_field(field)

    def _begin(self) -> None:
        """Begin where this kind of case has its losses: a store that burned is no vehicle to be marked."""
        known = self._known
        if self.tabs.tab is not Tab.VEHICLES:
            return  # somebody went elsewhere meanwhile
        if known.vehicles.by_id or known.marks.by_id:
            return
        if known.items.by_id or not facts_of(self.desk.case).is_motor:
            self.tabs.show_tab(Tab.PROPERTY)

    def _find(self) -> None:
        self.finish()
        self.tabs.show_tab(Tab.VEHICLES)
        self.marks.finder.start()

    def _to_vehicle(self) -> None:
        self.finish()
        self.tabs.show_tab(Tab.VEHICLES)
        self.marks.picture.setFocus()

    def _on_tab_changed(self) -> None:
        tab = self.tabs.tab
        for control in (self.add_button, self.withdrawal.button):
            control.setVisible(tab is Tab.VEHICLES)
        self.facility_button.setVisible(tab is Tab.PROPERTY)
        self.side_changed.emit()

    def _say(self) -> None:
        self.withdrawal.button.setEnabled(self.model.rowCount() > 0)
        if not self._known.is_read:
            self.tabs.show_losses(Losses())  # names alone; nobody knows yet how many there are
            return
        losses = self._known.losses()
        self.tabs.show_losses(losses)
        found = subject_losses(losses)
        self.totals.show_amounts([*by_group(found).values(), overall(found)])
        self.side_changed.emit()
        count = _count(losses)
        self.set_state(tr("%n line(s)", n=count) if count else tr("No losses here yet"))


def _count(losses: Losses) -> int:
    return sum(map(len, (losses.marks, losses.items, losses.injuries, losses.rescue, losses.salvage)))
