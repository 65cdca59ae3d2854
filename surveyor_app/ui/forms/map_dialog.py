"""Picks a place on a map sheet of this laptop; nothing is fetched from a network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.photos.distances import Place
from surveyor_app.domain.places.datums import LatLon, from_wgs84
from surveyor_app.domain.places.positions import rounded
from surveyor_app.media.map_sheets import MapSheet
from surveyor_app.operations.cases.map_tiles import Sheets
from surveyor_app.ui.base import errors, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.forms.map_view import MapView
from surveyor_app.ui.forms.position_shown import figures
from surveyor_app.wording.translation import current_language, tr


class MapDialog(ScrollingDialog):
    """``place`` gives latitude and longitude in WGS 84 once it was accepted."""

    def __init__(self, desk: Desk, sheets: Sheets, at: Place | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, 900, 620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Pick on the map"))
        self._sheets = sheets.readable
        place = (float(at[0]), float(at[1])) if at is not None else None
        self.sheet = QuietCombo()
        self.sheet.setAccessibleName(tr("Map sheet"))
        for sheet in self._sheets:
            self.sheet.addItem(sheet.name)
        self.sheet.setVisible(len(self._sheets) > 1)
        row = _best(self._sheets, place)
        self.sheet.setCurrentIndex(row)
        self.sheet.activated.connect(lambda index: self._show_sheet(self._sheets[index]))
        self.note = Note()
        if sheets.unreadable:
            names = current_language().joined(sheets.unreadable)
            self.note.say(tr("These sheets cannot be shown: {names}", names=names), "warn")
        self.map = MapView(desk, self._sheets[row], place, self)
        self.at = looks.label("field", wrap=True)
        self.attribution = looks.label("help", wrap=True)
        keys = looks.label(
            "help",
            tr("Pull the map or use the arrow keys; a click brings a place under the cross; + and − zoom."),
            wrap=True,
        )
        self.nearer = looks.button("", partial(self._zoom_by, 1))
        self.farther = looks.button("", partial(self._zoom_by, -1))
        looks.face(self.nearer, "+")
        looks.face(self.farther, "−")
        self.nearer.setAccessibleName(tr("Nearer"))
        self.farther.setAccessibleName(tr("Farther"))
        self.take_button = looks.button("primary", self.accept)
        looks.face(self.take_button, tr("Take this place"))
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        for button in (self.nearer, self.farther, cancel):
            button.setAutoDefault(False)
        body = looks.column(self.sheet, self.note, self.map, self.at, self.attribution, keys, spacing=8)
        body.setStretch(2, 1)
        self.lay_out(body, self.farther, self.nearer, None, cancel, self.take_button)
        self.map.moved.connect(self._say)
        self.map.taken.connect(self.accept)
        self.map.failed.connect(self._on_failed)
        self._show_sheet(self._sheets[row])
        self.map.setFocus()

    def place(self) -> Place:
        """Return what is under the cross, as records hold it."""
        return rounded(*self.map.place())

    def _show_sheet(self, sheet: MapSheet) -> None:
        self.map.show_sheet(sheet)
        self.attribution.setText(tr("Map: {attribution}", attribution=sheet.attribution or sheet.name))

    def _zoom_by(self, steps: int) -> None:
        self.map.zoom_by(steps)

    def _say(self) -> None:
        self.at.setText(tr("{figures} in WGS 84", figures=figures(self.place())))

    def _on_failed(self, error: BaseException) -> None:
        self.note.say(errors.words(error), "bad")


def _best(sheets: Sequence[MapSheet], at: LatLon | None) -> int:
    """Return which sheet is shown first: one that says that it holds the place, of the nearest zoom."""
    if at is None:
        return 0
    holding = [
        (sheet.zooms[1], -row)
        for row, sheet in enumerate(sheets)
        if sheet.bounds is not None and sheet.holds(*from_wgs84(*at, sheet.datum))
    ]
    return -max(holding)[1] if holding else 0
