"""Which vehicle the page is about, and how it is drawn: car, van, lorry and so on, at first by its kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.ui.base import looks
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.wording.outlines import Outline, Outlines
from surveyor_app.wording.translation import current_language, tr


class VehicleChoice(QWidget):
    """A box of vehicles with the number of marks on each, and a button for the drawing."""

    changed = Signal()
    outline_changed = Signal()

    def __init__(self, outlines: Outlines, parent: QWidget) -> None:
        super().__init__(parent)
        self._outlines = outlines
        self._vehicles: dict[str, Vehicle] = {}
        self._counts: dict[str | None, int] = {}
        self._drawn: dict[str | None, str] = {}
        """What somebody chose for a vehicle; how it is drawn is nobody's finding and stays with the window."""
        self.box = QuietCombo(self)
        self.box.activated.connect(lambda _index: self.changed.emit())
        self.draw_button = looks.tool(self._ask, parent=self)
        self._menu: QMenu | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box, 1)
        row.addWidget(self.draw_button)

    @property
    def vehicle_id(self) -> str | None:
        """The vehicle chosen, ``None`` for marks of none."""
        found = self.box.currentData()
        return found if isinstance(found, str) else None

    def choose(self, vehicle_id: str | None) -> None:
        """Choose a vehicle without saying so."""
        place = self.box.findData(vehicle_id)
        if place >= 0:
            self.box.setCurrentIndex(place)

    def show_vehicles(self, vehicles: Sequence[Vehicle], counts: dict[str | None, int]) -> None:
        """Offer the vehicles, and none where there is none yet or marks belong to none; the choice stays."""
        before = self.vehicle_id
        self._counts = dict(counts)
        self._vehicles = {vehicle.id: vehicle for vehicle in vehicles}
        names: list[tuple[str | None, str]] = [(item.id, record_access.vehicle_name(item)) for item in vehicles]
        lost = {vehicle_id for vehicle_id in counts if vehicle_id is not None and vehicle_id not in self._vehicles}
        names += [(vehicle_id, tr("Withdrawn vehicle")) for vehicle_id in sorted(lost)]
        if None in counts or not names:
            names.append((None, tr("No vehicle named")))
        self.box.clear()
        for vehicle_id, name in names:
            count = counts.get(vehicle_id, 0)
            self.box.addItem(f"{name} ({count})" if count else name, vehicle_id)
        self.choose(before)

    def outline(self) -> Outline:
        """Return how the vehicle is drawn."""
        chosen = self._drawn.get(self.vehicle_id)
        if chosen is not None:
            return self._outlines.called(chosen)
        vehicle = self._vehicles.get(self.vehicle_id or "")
        return self._outlines.of_kind(vehicle.vehicle_kind if vehicle else None)

    def draw_as(self, outline_id: str) -> None:
        """Draw the vehicle in another way."""
        self._drawn[self.vehicle_id] = outline_id
        self.outline_changed.emit()

    def retranslate(self) -> None:
        """Write the texts in the window's language."""
        self.box.setAccessibleName(tr("Vehicle"))
        looks.name(self.draw_button, tr("Draw it as…"), "damage")
        if self.box.count():
            self.show_vehicles(list(self._vehicles.values()), self._counts)

    def _ask(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(tr("Draw it as…"))
        current = self.outline().id
        for outline in self._outlines.drawn:
            action = menu.addAction(outline.label.in_(current_language()))
            action.setCheckable(True)
            action.setChecked(outline.id == current)
            action.triggered.connect(partial(self._on_drawn, outline.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.draw_button.mapToGlobal(self.draw_button.rect().bottomLeft()))

    def _on_drawn(self, outline_id: str, _checked: bool) -> None:
        self.draw_as(outline_id)
