"""A position that is noted, in each of the three datums: to be read, and copied for a map that uses another one."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from surveyor_app.domain.photos.distances import Place
from surveyor_app.domain.places.datums import Datum, from_wgs84, is_shifted_here
from surveyor_app.ui.base import looks
from surveyor_app.ui.forms.list_words import PARTS
from surveyor_app.wording.translation import tr


def figures(place: Place) -> str:
    """Return latitude and longitude to a metre, as maps take them."""
    return f"{place[0]:.5f}, {place[1]:.5f}"


def in_each_datum(place: Place) -> dict[Datum, str]:
    """Return the figures of a position of WGS 84 in each datum that differs there."""
    lat, lon = float(place[0]), float(place[1])
    datums = tuple(Datum) if is_shifted_here(lat, lon) else (Datum.WGS84,)
    shifted = {datum: from_wgs84(lat, lon, datum) for datum in datums}
    return {datum: figures((Decimal(at[0]), Decimal(at[1]))) for datum, at in shifted.items()}


class PositionShown(QWidget):
    """Hidden while no position is noted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._told = looks.label("secondary", wrap=True, parent=self)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.copy_button = looks.button("", self.offer_copies, self)
        line = looks.row(self._told, self.copy_button, spacing=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.show_place(None)

    def text(self) -> str:
        """Return what is shown."""
        return self._told.text()

    def show_place(self, place: Place | None) -> None:
        """Show a position given in WGS 84, or that there is none."""
        self._place = place
        self.setVisible(place is not None)
        self._retranslate()

    def offer_copies(self) -> None:
        """Open the menu of what can be copied."""
        self.copies().popup(self.copy_button.mapToGlobal(QPoint(0, self.copy_button.height())))

    def copies(self) -> QMenu:
        """Return the menu that copies the position in one of the datums."""
        menu = QMenu(self.copy_button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._place is not None:
            for datum, said in in_each_datum(self._place).items():
                action = menu.addAction(f"{datum.value}: {said}")
                action.triggered.connect(partial(_copy, said))
        return menu

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        looks.face(self.copy_button, tr("Copy…"))
        self.copy_button.setAccessibleName(tr("Copy the position in one of the datums"))
        said = [f"{datum.value}: {text}" for datum, text in in_each_datum(self._place).items()] if self._place else []
        self._told.setText(PARTS.join(said))


def _copy(text: str, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(text)
