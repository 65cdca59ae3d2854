"""The marks on a vehicle (车辆痕迹): the vehicle from above, the finder of parts, the table, and photos to link.

A press on a zone makes a mark there at once, unless it has one: then that is shown, and the next part named makes the next mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.losses.zones import zone_states
from surveyor_app.operations.editing import damage_marks
from surveyor_app.operations.editing.records import Created
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.damage.known_losses import KnownLosses
from surveyor_app.ui.damage.level_bar import LevelBar
from surveyor_app.ui.damage.mark_table import MarkTable
from surveyor_app.ui.damage.mark_texts import MarkTexts
from surveyor_app.ui.damage.part_finder import PartFinder
from surveyor_app.ui.damage.photo_strip import PhotoStrip
from surveyor_app.ui.damage.vehicle_choice import VehicleChoice
from surveyor_app.ui.damage.zone_picture import ZonePicture, word_in_zone
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_table import RecordTableModel
from surveyor_app.wording.outlines import load_outlines
from surveyor_app.wording.part_search import areas_of_mark
from surveyor_app.wording.parts import Part
from surveyor_app.wording.translation import current_language, tr

LEVELS = ("top", "upper", "middle", "lower", "underside")
PICTURE_PX = 236
STRIP_FROM_PX = 430
"""So high the panel is at least where the photos show without being asked for."""


class MarksPanel(QWidget):
    """One vehicle at a time; the page's inspector shows the current mark."""

    current_changed = Signal(str)
    needed = Signal()
    """Somebody works here: what is left to be read later is needed now."""

    def __init__(
        self, desk: Desk, parts: Mapping[str, Part], texts: MarkTexts, known: KnownLosses, parent: QWidget
    ) -> None:
        """Build over the lists of ``known``, which the page reads, now or later, and keeps up to date."""
        super().__init__(parent)
        self._desk, self.parts = desk, parts
        outlines = load_outlines(desk.resources)
        self._known = known
        self.vehicle = VehicleChoice(outlines, self)
        self.picture = ZonePicture(outlines, self._zone_name, lambda zone: word_in_zone(zone, self._value), self)
        self.levels = LevelBar(LEVELS, lambda level: self._value("damage_level", level), self)
        self.model = RecordTableModel(desk.case, DamageMark, texts.columns(), self, self._is_shown, known.marks)
        self._right = QWidget(self)
        self.table = MarkTable(self.model, self._right)
        self.finder = PartFinder(parts, self._right)
        self.hint = looks.label("secondary", wrap=True, parent=self._right)
        self.strip = PhotoStrip(desk, self)
        self.strip_button = looks.tool(self._toggle_strip, parent=self._right)
        self.strip_button.setCheckable(True)
        self._strip_wanted: bool | None = None
        self._lay_out()
        self.picture.zone_chosen.connect(self.press_zone)
        self.levels.changed.connect(lambda levels: self._change({"level": levels}))
        self.finder.part_chosen.connect(lambda part_id: self.name_part({"part_id": part_id}))
        self.finder.text_chosen.connect(lambda text: self.name_part({"part_text": text}))
        self.finder.left.connect(self.picture.setFocus)
        self.vehicle.changed.connect(self._on_vehicle_changed)
        self.vehicle.outline_changed.connect(lambda: self.picture.show_outline(self.vehicle.outline()))
        self.table.current_changed.connect(self._on_current_changed)
        self.table.photos_dropped.connect(self.link_photos)
        self.strip.link_wanted.connect(self._link_to_current)
        self.table.severity_typed.connect(lambda value: self._change({"severity": value}))

    # ------------------------------------------------------------------------------------------ reading

    def load(self) -> None:
        """Read the photos, and show vehicles and marks as they are known now."""
        self.strip.load()
        self.show_known()

    def show_known(self) -> None:
        """Show vehicles and marks as they are known now."""
        self._show_vehicles()
        self.model.refilter()
        self._show_marks()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.strip.apply(changes)
        if not changes.touches(Vehicle.KIND, DamageMark.KIND):
            return
        before = self.vehicle.vehicle_id
        self.model.apply(changes)
        self._show_vehicles()
        if self.vehicle.vehicle_id != before:
            self.model.refilter()
        self._show_marks()

    def _show_vehicles(self) -> None:
        self.vehicle.show_vehicles(self.vehicles, dict(Counter(mark.vehicle_uid for mark in self.marks)))
        self.picture.show_outline(self.vehicle.outline())

    @property
    def marks(self) -> list[DamageMark]:
        """The marks on all vehicles."""
        return self.model.known.all()

    @property
    def vehicles(self) -> list[Vehicle]:
        """The vehicles of the case."""
        return self._known.vehicles.all()

    def select(self, mark_id: str) -> None:
        """Show a mark, and its vehicle."""
        self.needed.emit()
        found = self.model.known.by_id.get(mark_id)
        if found is None:
            return
        if found.vehicle_uid != self.vehicle.vehicle_id:
            self.vehicle.choose(found.vehicle_uid)
            self._on_vehicle_changed()
        self.table.select(mark_id)

    def current(self) -> DamageMark | None:
        """Return the current mark."""
        return self.model.record_at(self.table.currentIndex().row())

    # ------------------------------------------------------------------------------------------ making

    def press_zone(self, zone: str) -> None:
        """Make a mark in a zone that has none, show the ones it has, and ask for the part."""
        self.needed.emit()
        here = [mark for mark in self._of_vehicle() if zone in (mark.areas or ())]
        self.picture.choose(zone)
        self._show_zone()
        self.finder.start()
        if not here:
            self._made(lambda: damage_marks.add_mark(self._desk.case, self.vehicle.vehicle_id, (zone,)))
            return
        unnamed = [mark for mark in here if not (mark.part_id or mark.part_text)]
        current = self.current()
        if unnamed or current is None or zone not in (current.areas or ()):
            self.table.select((unnamed or here)[0].id)

    def add(self) -> None:
        """Make a mark in the chosen zone, or one whose zone is not known, and ask for its part."""
        self.needed.emit()
        zone, vehicle = self.picture.zone, self.vehicle.vehicle_id
        self.finder.start()
        self._made(lambda: damage_marks.add_mark(self._desk.case, vehicle, (zone,) if zone else ()))

    def name_part(self, part: Mapping[str, str]) -> None:
        """Name the part of the current mark, or make the next one with it; the finder is ready for another."""
        self.needed.emit()
        current, vehicle = self.current(), self.vehicle.vehicle_id
        areas = areas_of_mark(self.parts.get(part.get("part_id", "")), self.picture.zone)
        unnamed = current.id if current is not None and self._belongs(current, areas) else None
        self._made(lambda: damage_marks.name_part(self._desk.case, unnamed, vehicle, areas, part))

    def link_photos(self, mark_id: str, photos: list[str]) -> None:
        """Add photos to a mark."""
        self._desk.edits.do(lambda: damage_marks.link_photos(self._desk.case, mark_id, photos))

    def step(self, by: int) -> None:
        """Go to the next mark, or the one before."""
        self.needed.emit()
        row = max(0, min(self.model.rowCount() - 1, self.table.currentIndex().row() + by))
        if (mark_id := self.model.id_at(row)) is not None:
            self.table.select(mark_id)

    def retranslate(self) -> None:
        """Write the texts in the window's language."""
        looks.name(self.strip_button, tr("Photos of the case"), "photos")
        for part in (self.vehicle, self.picture, self.levels, self.finder, self.strip):
            part.retranslate()
        self.table.setAccessibleName(tr("Damage"))
        self.hint.setText(tr("Touch where the vehicle is hit. Each damaged part is one line with what it costs."))
        self.model.touch_all()
        self._show_zone()

    # ----------------------------------------------------------------------------------------- inside

    def _lay_out(self) -> None:
        self.picture.setFixedWidth(PICTURE_PX)
        left = looks.column(self.vehicle, looks.row(self.picture, self.levels, spacing=6), spacing=8)
        left.setStretch(1, 1)
        head = looks.row(self.finder, self.strip_button, spacing=6)
        right = looks.column(head, self.hint, self.table, spacing=8)
        right.setStretch(2, 1)
        self._right.setLayout(right)
        row = looks.row(left, self._right, spacing=14)
        row.setStretch(1, 1)
        whole = looks.column(row, self.strip, spacing=8)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._strip_wanted is None:
            self._show_strip(self.height() >= STRIP_FROM_PX)

    def _toggle_strip(self) -> None:
        self._strip_wanted = self.strip_button.isChecked()
        self._show_strip(self._strip_wanted)

    def _show_strip(self, is_shown: bool) -> None:
        self.strip.setVisible(is_shown)
        self.strip_button.setChecked(is_shown)

    def _link_to_current(self, photos: list[str]) -> None:
        if (current := self.current()) is not None:
            self.link_photos(current.id, photos)

    def _made(self, work: Callable[[], Created]) -> None:
        self._desk.edits.do(work, lambda created: self.select(created.id), None, self)

    def _change(self, fields: Mapping[str, object]) -> None:
        case, ids = self._desk.case, self.table.selected_ids()
        if ids:
            self._desk.edits.do(lambda: damage_marks.change_marks(case, ids, fields))

    def _belongs(self, mark: DamageMark, areas: tuple[str, ...]) -> bool:
        """Tell whether what is named next may be the part of a mark: it is where the part shows, or nowhere yet."""
        return not areas or not mark.areas or bool(set(areas) & set(mark.areas))

    def _is_shown(self, mark: DamageMark) -> bool:
        return mark.vehicle_uid == self.vehicle.vehicle_id

    def _of_vehicle(self) -> list[DamageMark]:
        if not self._known.is_read:
            return []
        vehicle = self.vehicle.vehicle_id
        return [mark for mark in self.marks if mark.vehicle_uid == vehicle]

    def _on_vehicle_changed(self) -> None:
        self.picture.show_outline(self.vehicle.outline())
        self.picture.choose(None)
        self.model.refilter()
        self._show_marks()

    def _show_marks(self) -> None:
        marks = self._of_vehicle()
        self.picture.show_states(zone_states(marks))
        self.hint.setVisible(not marks)
        self._show_zone()
        before = self.table.current_id()
        self.table.select_first()
        if self.table.current_id() == before:  # else the change of it has shown it
            self._show_current()

    def _on_current_changed(self, mark_id: str) -> None:
        self._show_current()
        self.current_changed.emit(mark_id)

    def _show_current(self) -> None:
        current = self.current()
        self.picture.show_mark(current.areas or () if current else ())
        writable = frozenset[str]()
        if current is not None:
            _, writable = record_access.get_with_rights(self._desk.case, DamageMark, current.id, ["level"])
        self.strip.show_linked(current.photos or () if current else ())
        self.levels.show_levels(current.level or () if current else (), bool(writable))

    def _show_zone(self) -> None:
        zone = self.picture.zone
        named = {mark.part_id for mark in self._of_vehicle() if mark.part_id}
        self.finder.show_zone(zone, self._zone_name(zone) if zone else "", named)

    def _zone_name(self, zone: str) -> str:
        return self._value("damage_area", zone)

    def _value(self, enumeration: str, value: str) -> str:
        return self._desk.labels.value(enumeration, value, current_language())
