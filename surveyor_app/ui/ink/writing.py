"""What is being written: the strokes so far, and with which pointer. One writes at a time; others rest meanwhile."""

from __future__ import annotations

from surveyor_app.domain.statements.strokes import Drawing, Point


class Writing:
    """Strokes of one sheet; each grows from :meth:`press` to :meth:`release`."""

    def __init__(self) -> None:
        self.strokes: list[list[Point]] = []
        self.open: list[Point] | None = None
        """The stroke being written."""
        self.writes_with: str | None = None
        """The pointer that is down: ``pen``, ``touch`` or ``mouse``."""
        self.pointer = "mouse"
        """What was written with last."""

    def press(self, pointer: str, at: Point) -> None:
        """Begin a stroke."""
        self.writes_with = self.pointer = pointer
        self.open = [at]
        self.strokes.append(self.open)

    def move(self, at: Point) -> bool:
        """Go on with the stroke; tell whether that led anywhere."""
        if self.open is None or (at.x, at.y) == (self.open[-1].x, self.open[-1].y):
            return False
        self.open.append(at)
        return True

    def release(self) -> None:
        """End the stroke."""
        self.open = self.writes_with = None

    def take_back(self) -> bool:
        """Take the last stroke back; tell whether there was one."""
        if not self.strokes:
            return False
        self.strokes.pop()
        self.release()
        return True

    def clear(self) -> None:
        """Take all of it back."""
        self.strokes = []
        self.release()

    def drawing(self, width: int, height: int) -> Drawing:
        """Return what was written on a sheet of this size, in the units of the strokes."""
        return Drawing(width, height, tuple(tuple(stroke) for stroke in self.strokes))
