"""What draws on a picture by hand, and the way from the mouse of a pane to it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent


class Pen(Protocol):
    """What draws on the picture while annotating; each says whether it took the event."""

    def press(self, at: QPointF) -> bool:
        """A button or the pen went down at a place of the scene."""

    def move(self, at: QPointF) -> bool:
        """It moved while down."""

    def release(self, at: QPointF) -> bool:
        """It went up."""

    def double(self, at: QPointF) -> bool:
        """A second press at once."""

    def step(self, forward: bool) -> bool:
        """Tab: go to another shape; not taken after the last."""


class PenHolder:
    """Gives the main button's presses and all moves to the pen, while there is one; places are those of the scene."""

    def __init__(self) -> None:
        self.pen: Pen | None = None

    def press(self, event: QMouseEvent, at: QPointF) -> bool:
        """Tell whether the pen took it."""
        return self.pen is not None and _is_main(event) and self.pen.press(at)

    def move(self, at: QPointF) -> bool:
        """Tell whether the pen took it."""
        return self.pen is not None and self.pen.move(at)

    def release(self, event: QMouseEvent, at: QPointF) -> bool:
        """Tell whether the pen took it."""
        return self.pen is not None and _is_main(event) and self.pen.release(at)

    def double(self, event: QMouseEvent, at: QPointF) -> bool:
        """Tell whether the pen took it."""
        return self.pen is not None and _is_main(event) and self.pen.double(at)

    def step(self, forward: bool) -> bool:
        """Tell whether the pen took it."""
        return self.pen is not None and self.pen.step(forward)


def _is_main(event: QMouseEvent) -> bool:
    return event.button() == Qt.MouseButton.LeftButton
