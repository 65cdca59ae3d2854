"""Drawing on the layer: by mouse, pen or finger, and by keyboard. The picture underneath is never touched."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from surveyor_app.domain.photos import shape_geometry as geometry
from surveyor_app.domain.photos.shapes import Drawn, Palette, Points, Shape, clamped, is_drawn, moved, resized
from surveyor_app.operations.photos.annotating import NewShape
from surveyor_app.ui.photos.viewer.label_entry import LabelEntry
from surveyor_app.ui.photos.viewer.layer import Layer
from surveyor_app.ui.photos.viewer.layer_item import LayerItem
from surveyor_app.ui.photos.viewer.picture_pane import PicturePane
from surveyor_app.wording.translation import tr

REACH_PX = 14.0
"""Half a finger, in pixels of the screen."""
NUDGE, LEAP = 20, 200
"""Steps of an arrow key in ten-thousandths; with Shift the larger one."""
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class _Doing(Enum):
    NOTHING = 0
    DRAWING = 1
    MOVING = 2
    RESIZING = 3


class Drawing(QObject):
    """The pen of one pane; active while annotating."""

    told = Signal()
    """Tool or selection changed."""

    def __init__(self, pane: PicturePane, item: LayerItem, layer: Layer, palette: Palette, entry: LabelEntry) -> None:
        super().__init__(pane)
        self._pane = pane
        self._item = item
        self._layer = layer
        self._palette = palette
        self._entry = entry
        self.tool: Shape | None = None
        self.color = palette.default_color.id
        self.width = palette.default_width.value
        self.selected = ""
        self._doing = _Doing.NOTHING
        self._handle = 0
        self._from = (0, 0)
        self._points: Points = ()
        layer.changed.connect(self._on_layer_changed)
        layer.added.connect(self.select)

    # -------------------------------------------------------------------------------------- what it does

    def choose(self, tool: Shape | None) -> None:
        """Take a shape to draw, or ``None`` to select, move and resize."""
        self.tool = tool
        self._pane.viewport().setCursor(Qt.CursorShape.CrossCursor if tool else Qt.CursorShape.ArrowCursor)
        if tool is not None:
            self.select("")
        self.told.emit()

    def select(self, id_: str) -> None:
        """Select a shape; none for an empty id."""
        self.selected = id_ if self._layer.find(id_) is not None else ""
        self._item.show_selected(self.selected)
        self.told.emit()

    def set_color(self, color: str) -> None:
        """Draw in a colour of the palette from now on; the selected shape takes it too."""
        self.color = color
        if self.selected:
            self._layer.restyle(self.selected, color=color)
        self.told.emit()

    def set_width(self, width: int) -> None:
        """Draw with a width from now on; the selected shape takes it too."""
        self.width = width
        if self.selected:
            self._layer.restyle(self.selected, width=width)
        self.told.emit()

    def remove(self) -> None:
        """Take the selected shape off the layer."""
        if self.selected:
            id_, self.selected = self.selected, ""
            self._layer.withdraw(id_)

    def relabel(self) -> None:
        """Type another label for the selected shape."""
        drawn = self._layer.find(self.selected)
        if drawn is None or not drawn.shape.has_label:
            return
        id_ = self.selected
        self._ask(drawn, drawn.label, lambda text: self._layer.restyle(id_, label=text))

    def stop(self) -> None:
        """End what is being drawn or typed."""
        if self._entry.is_open():
            self._entry.take()
        self._doing = _Doing.NOTHING
        self._item.show_draft(None)

    def key(self, event: QKeyEvent) -> bool:
        """Use a key of the selected shape; tell whether it was used."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if not self.selected:
            return False
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.relabel()
        elif key in _ARROWS:
            self._nudge(_ARROWS[key], event.modifiers())
        else:
            return False
        return True

    # ------------------------------------------------------------------------------- pen of the pane

    def press(self, at: QPointF) -> bool:
        """Begin to draw, move or resize; with nothing under it the pane pans."""
        if self._entry.is_open():
            self._entry.take()
            return True
        spot, size, reach = (at.x(), at.y()), self._item.size, REACH_PX / self._pane.scale_now()
        self._from = geometry.point_at(spot, size)
        chosen = self._layer.find(self.selected)
        if chosen is not None and (handle := geometry.handle_at(chosen, spot, size, reach)) is not None:
            self._doing, self._handle, self._points = _Doing.RESIZING, handle, chosen.points
            return True
        if self.tool is not None:
            self._doing = _Doing.DRAWING
            start = clamped(self._from)
            self._points = (start,) * self.tool.corners
            return True
        hit = next((id_ for id_, drawn in reversed(self._layer.shapes) if geometry.hits(drawn, spot, size, reach)), "")
        self.select(hit)
        if hit:
            self._doing, self._points = _Doing.MOVING, self._layer.find(hit).points  # type: ignore[union-attr]  # hit
        return bool(hit)

    def move(self, at: QPointF) -> bool:
        """Go on with it."""
        if self._doing is _Doing.NOTHING:
            return False
        self._points = self._points_at(at)
        if self._doing is _Doing.DRAWING:
            if self.tool is not None and self.tool.corners > 1:
                self._item.show_draft(self._draft(self.tool))
        else:
            self._show_moved()
        return True

    def release(self, at: QPointF) -> bool:
        """Finish it: one operation."""
        if self._doing is _Doing.NOTHING:
            return False
        points, doing = self._points_at(at), self._doing
        self._points, self._doing = points, _Doing.NOTHING
        if doing is _Doing.DRAWING:
            self._finish()
        else:
            drawn = self._layer.find(self.selected)
            if drawn is not None and points != drawn.points and is_drawn(points):
                self._layer.reshape(self.selected, points)
            else:
                self._item.show_shapes(self._layer.shapes)
        return True

    def double(self, at: QPointF) -> bool:
        """Type another label."""
        if self.tool is not None:
            return self.press(at)
        if not self.press(at):
            return False
        self._doing = _Doing.NOTHING
        self.relabel()
        return True

    def step(self, forward: bool) -> bool:
        """Select the next shape; after the last the keyboard goes on to the next control."""
        ids = [id_ for id_, _ in self._layer.shapes]
        if not ids:
            return False
        place = ids.index(self.selected) if self.selected in ids else (-1 if forward else len(ids))
        place += 1 if forward else -1
        if not 0 <= place < len(ids):
            self.select("")
            return False
        self.tool = None
        self._pane.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.select(ids[place])
        return True

    # ------------------------------------------------------------------------------------------ pieces

    def _points_at(self, at: QPointF) -> Points:
        to = geometry.point_at((at.x(), at.y()), self._item.size)
        if self._doing is _Doing.DRAWING:
            return resized(self._points, len(self._points) - 1, to)
        chosen = self._layer.find(self.selected)
        if chosen is None:
            return self._points
        if self._doing is _Doing.RESIZING:
            return resized(chosen.points, self._handle, to)
        return moved(chosen.points, (to[0] - self._from[0], to[1] - self._from[1]))

    def _draft(self, shape: Shape, label: str = "") -> Drawn:
        return Drawn(shape, self._points, self._palette.hex_of(self.color), self.width, label)

    def _show_moved(self) -> None:
        def now(id_: str, drawn: Drawn) -> Drawn:
            if id_ != self.selected:
                return drawn
            return Drawn(drawn.shape, self._points, drawn.color, drawn.width, drawn.label)

        self._item.show_shapes([(id_, now(id_, drawn)) for id_, drawn in self._layer.shapes])

    def _finish(self) -> None:
        shape, points = self.tool, self._points
        if shape is None or not is_drawn(points):
            self._item.show_draft(None)
            return
        draft = self._draft(shape)
        color, width = self.color, self.width

        def add(label: str) -> None:
            if shape is Shape.TEXT and not label:
                return
            self._layer.add(NewShape(shape, points, color, width, label))

        if shape is Shape.TEXT:
            self._ask(draft, "", add)
        elif shape is Shape.LINE:
            self._item.show_draft(draft)
            self._ask(draft, "", add)
        else:
            self._item.show_draft(draft)
            add("")

    def _ask(self, drawn: Drawn, text: str, taken: Callable[[str], None]) -> None:
        size = self._item.size
        spots = geometry.spots(drawn.points, size)
        spot = spots[0] if drawn.shape is not Shape.LINE else geometry.spots(drawn.points, size)[1]
        at = self._pane.mapFromScene(QPointF(*spot))
        hint, name = tr("Text"), tr("Text of the shape")
        if drawn.shape is Shape.LINE:
            hint, name = tr("Measured length, such as 1.25 m"), tr("Measured length")
        elif drawn.shape is Shape.NUMBER:
            hint, name = tr("Number"), tr("Number of the shape")
        self._entry.ask(at, text, hint, name, self._pane, taken)

    def _nudge(self, by: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        drawn = self._layer.find(self.selected)
        if drawn is None:
            return
        far = LEAP if modifiers & Qt.KeyboardModifier.ShiftModifier else NUDGE
        step = (by[0] * far, by[1] * far)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            last = drawn.points[-1]
            points = resized(drawn.points, len(drawn.points) - 1, (last[0] + step[0], last[1] + step[1]))
        else:
            points = moved(drawn.points, step)
        if points != drawn.points and is_drawn(points):
            self._layer.reshape(self.selected, points)

    def _escape(self) -> bool:
        if self._doing is not _Doing.NOTHING:
            self._doing = _Doing.NOTHING
            self._item.show_draft(None)
            self._item.show_shapes(self._layer.shapes)
            return True
        if self.selected or self.tool is not None:
            self.select("")
            self.choose(None)
            return True
        return False

    def _on_layer_changed(self) -> None:
        if self._doing in (_Doing.MOVING, _Doing.RESIZING):
            return
        self._item.show_shapes(self._layer.shapes)
        if self._doing is _Doing.NOTHING and not self._entry.is_open():
            self._item.show_draft(None)
        self.select(self.selected)
