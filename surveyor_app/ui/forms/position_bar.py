"""A line that takes a position in any usual form and shows what it means before it is used; with those found in photos.

Below it stands the position that is noted, in each datum.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from surveyor_app.domain.photos.distances import Place, distance_m
from surveyor_app.domain.places.datums import Datum
from surveyor_app.domain.places.positions import read_position
from surveyor_app.operations.cases.photo_positions import PhotoPlace
from surveyor_app.ui.base import looks
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.forms.list_words import PARTS
from surveyor_app.ui.forms.position_shown import PositionShown, figures
from surveyor_app.wording.translation import tr

OFFERED = 8
"""So many places of photos are offered."""


class PositionBar(QWidget):
    """``used`` gives latitude and longitude in WGS 84. ``reference`` is the place that the distance is told from."""

    used = Signal(object, object)
    map_wanted = Signal()
    sheets_wanted = Signal()
    """Please show which map sheets there are."""

    def __init__(self, reference: Callable[[], Place | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._places: Sequence[PhotoPlace] = ()
        self._found: Place | None = None
        self.line = QLineEdit(self)
        self.line.textEdited.connect(lambda _text: self._say())
        self.line.returnPressed.connect(self.use)
        self.datum = QuietCombo(self)
        for datum in Datum:
            self.datum.addItem("", datum)
        self.datum.activated.connect(lambda _row: self._say())
        self.use_button = looks.button("", self.use, self)
        self.photos_button = looks.button("", self.offer_photos, self)
        self.map_button = looks.button("", self.map_wanted.emit, self)
        self.map_button.hide()
        self.sheets_button = looks.tool(self.sheets_wanted.emit, parent=self)
        self.sheets_button.hide()
        self._note = looks.label("help", wrap=True, parent=self)
        self.shown = PositionShown(self)
        self._typed = QWidget(self)
        line = looks.row(self.line, self.datum, self.use_button, self.photos_button, self.map_button, spacing=8)
        line.addWidget(self.sheets_button)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self._typed.setLayout(line)
        self.setLayout(looks.column(self._typed, self._note, self.shown, spacing=4))
        self._retranslate()

    def note_text(self) -> str:
        """Return what is said of what was typed."""
        return self._note.text()

    def show_position(self, lat: Decimal | None, lon: Decimal | None, *, is_writable: bool) -> bool:
        """Show the position that is noted, and the line for another one if it may be written; tell whether there is either."""
        place = None if lat is None or lon is None else (lat, lon)
        self.shown.show_place(place)
        self._typed.setVisible(is_writable)
        return is_writable or place is not None

    def show_places(self, places: Sequence[PhotoPlace]) -> None:
        """Offer the places of photos."""
        self._places = places
        self.photos_button.setVisible(bool(places))

    def use(self) -> None:
        """Use the position that was typed."""
        if self._found is not None:
            self.used.emit(*self._found)
            self.line.clear()
            self._say()

    def offer_photos(self) -> None:
        """Open the menu of the places of photos."""
        menu = self.photo_menu()
        menu.popup(self.photos_button.mapToGlobal(QPoint(0, self.photos_button.height())))

    def photo_menu(self) -> QMenu:
        """Return the menu of the places of photos, those of most photos first."""
        menu = QMenu(self.photos_button)
        for place in self._places[:OFFERED]:
            said = [tr("Photo {number}", number=place.number)]
            if place.photos > 1:
                said = [tr("%n photo(s), the first is {number}", n=place.photos, number=place.number)]
            said.append(f"{Datum.WGS84.value} {figures((place.lat, place.lon))}")
            action = menu.addAction(PARTS.join([*said, *self._away((place.lat, place.lon))]))
            action.triggered.connect(lambda _on=False, at=place: self.used.emit(at.lat, at.lon))
        return menu

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.line.setPlaceholderText(tr("Paste coordinates or the link of a map"))
        self.line.setAccessibleName(tr("Paste coordinates or the link of a map"))
        self.datum.setAccessibleName(tr("Datum"))
        names = {
            Datum.WGS84: tr("WGS 84 (satellites, photos)"),
            Datum.GCJ02: tr("GCJ-02 (Amap, Tencent, Apple and Google in China)"),
            Datum.BD09: tr("BD-09 (Baidu)"),
        }
        for row in range(self.datum.count()):
            self.datum.setItemText(row, names[self.datum.itemData(row)])
        looks.face(self.use_button, tr("Use"))
        looks.face(self.photos_button, tr("From photos…"), "photos")
        looks.face(self.map_button, tr("On the map…"), "arrival")
        looks.name(self.sheets_button, tr("Map sheets of this laptop…"), "sheets")
        self._say()

    def _say(self) -> None:
        """Say what was typed means, or that it means nothing."""
        text = self.line.text().strip()
        read = read_position(text)
        if read is not None and read.datum is not None:
            self.datum.setCurrentIndex(self.datum.findData(read.datum))
        self.datum.setEnabled(read is None or read.datum is None)
        chosen = Datum(self.datum.currentData())
        self._found = read.in_wgs84(chosen) if read is not None else None
        self.use_button.setEnabled(self._found is not None)
        if self._found is not None:
            said = tr("{figures} in WGS 84", figures=figures(self._found))
            if chosen is not Datum.WGS84:
                said = tr("{figures} in WGS 84, from {datum}", figures=figures(self._found), datum=chosen.value)
            self._note.setText(PARTS.join([said, *self._away(self._found)]))
        elif text:
            self._note.setText(
                tr("No position can be read from this. A short link holds none: open it and copy the long one.")
            )
        else:
            self._note.setText("")
        looks.set_tone(self._note, "warn" if text and self._found is None else "")
        self._note.setVisible(bool(text))

    def _away(self, place: Place) -> list[str]:
        reference = self._reference()
        if reference is None:
            return []
        metres = round(distance_m(*reference, *place))
        return [tr("{metres} m from the reported place", metres=metres)]
