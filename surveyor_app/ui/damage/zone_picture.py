"""The vehicle from above with zones to touch: a press or Enter chooses one, the arrow keys go from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from surveyor_app.domain.losses.zones import BELOW, FIRST, ZoneState, zone_beside
from surveyor_app.ui.damage.zone_geometry import ZoneGeometry, laid_out
from surveyor_app.ui.damage.zone_painting import paint_frame, paint_vehicle, paint_zone
from surveyor_app.wording.outlines import Outline, Outlines
from surveyor_app.wording.translation import tr

LEAST = QSize(180, 210)
BEST = QSize(240, 430)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ZonePicture(QWidget):
    """One vehicle. ``name_of`` gives the name of a zone, ``word_of`` the short word that stands in it."""

    zone_chosen = Signal(str)
    """Somebody pressed a zone."""

    def __init__(
        self, outlines: Outlines, name_of: Callable[[str], str], word_of: Callable[[str], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._outlines, self._name_of, self._word_of = outlines, name_of, word_of
        self._outline: Outline = outlines.drawn[0]
        self._states: Mapping[str, ZoneState] = {}
        self._of_mark: frozenset[str] = frozenset()
        self.zone: str | None = None
        """The zone that is chosen."""
        self.cursor_zone = FIRST
        """The zone that the keyboard is at."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_outline(self, outline: Outline) -> None:
        """Draw another kind of vehicle."""
        self._outline = outline
        self.update()

    def show_states(self, states: Mapping[str, ZoneState]) -> None:
        """Show how many marks each zone has."""
        self._states = states
        self._describe()
        self.update()

    def show_mark(self, areas: tuple[str, ...]) -> None:
        """Frame the zones of the current mark."""
        self._of_mark = frozenset(areas)
        self.update()

    def choose(self, zone: str | None) -> None:
        """Show a zone as chosen, without saying so."""
        self.zone = zone
        if zone is not None:
            self.cursor_zone = zone
        self._describe()
        self.update()

    def geometry_now(self) -> ZoneGeometry:
        """Return where everything lies at the present size."""
        return laid_out(self._outline, self._outlines.size, self.width(), self.height())

    def said(self, zone: str) -> str:
        """Return what is known of a zone in words."""
        state = self._states.get(zone)
        if state is None:
            return self._name_of(zone)
        marks = tr("%n mark(s)", n=state.count)
        worst = tr(", severity {severity}", severity=state.severity) if state.severity is not None else ""
        return f"{self._name_of(zone)}: {marks}{worst}"

    def retranslate(self) -> None:
        """Write the texts in the window's language."""
        self.setAccessibleName(tr("Vehicle seen from above"))
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return BEST

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        geometry = self.geometry_now()
        paint_vehicle(painter, self._outline, geometry, self._states)
        for zone, field in geometry.fields.items():
            paint_zone(painter, field, zone, self._states.get(zone), self._word_of)
            if zone in self._of_mark:
                paint_frame(painter, field, 1, "accent", Qt.PenStyle.DashLine)
            if zone == self.zone:
                paint_frame(painter, field, 2, "accent", Qt.PenStyle.SolidLine)
            if zone == self.cursor_zone and self.hasFocus():
                paint_frame(painter, field, 3, "text" if zone == self.zone else "accent", Qt.PenStyle.SolidLine)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        zone = self.geometry_now().zone_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and zone is not None:
            self.choose(zone)
            self.zone_chosen.emit(zone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.cursor_zone = zone_beside(self.cursor_zone, *step)
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self.cursor_zone)
            self.zone_chosen.emit(self.cursor_zone)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            zone = self.geometry_now().zone_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), self.said(zone) if zone else "", self)
            return True
        return super().event(event)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.said(self.cursor_zone))


def word_in_zone(zone: str, names: Callable[[str, str], str]) -> str:
    """Return the word that stands in a zone: the hour of a clock, or a name."""
    if zone == "top":
        return names("damage_level", "top")
    if zone == "under":
        return names("damage_level", "underside")
    return names("damage_area", zone) if zone in BELOW else str(int(zone[1:]))
