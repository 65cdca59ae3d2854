"""The layer of one photo as the window has it: its shapes, and the operations on them on the write lane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.shapes import Drawn, Palette, Points, Shape, drawn_of
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.photos import annotating
from surveyor_app.operations.photos.annotating import NewShape
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.viewer.layer_item import Placed


class Layer(QObject):
    """Shapes of the photo shown now; what changes is written at once and read again."""

    changed = Signal()
    """Read again, after anybody's change."""
    added = Signal(str)
    """The id of a shape that was just drawn here; said after :attr:`changed`."""

    failed = Signal(object)
    """The error of an operation that did not happen; the layer is shown as it is."""

    def __init__(self, desk: Desk, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._palette = palette
        self._evidence = ""
        self.shapes: list[Placed] = []
        desk.jobs.changed.connect(self._on_changed)

    def show_of(self, evidence_id: str) -> None:
        """Read the layer of a photo; of none for an empty id."""
        self._evidence = evidence_id
        self.reload()

    def reload(self) -> None:
        """Read it again."""
        found = annotating.list_of(self._desk.case, self._evidence) if self._evidence else []
        placed = [(item.id, drawn) for item in found if (drawn := drawn_of(item, self._palette)) is not None]
        self.shapes = sorted(placed, key=lambda pair: pair[1].shape is not Shape.PIXELATE)
        self.changed.emit()

    def find(self, id_: str) -> Drawn | None:
        """Return a shape by its record."""
        return next((drawn for known, drawn in self.shapes if known == id_), None)

    def add(self, new: NewShape) -> None:
        """Put a shape on top."""
        case, evidence_id = self._desk.case, self._evidence

        def on_added(created: Created) -> None:
            self.added.emit(created.id)

        self._desk.edits.do(lambda: annotating.add(case, evidence_id, new), on_added, self._on_failed, self)

    def reshape(self, id_: str, points: Points) -> None:
        """Move or resize a shape; it is shown so at once."""
        self._show(id_, points)
        case = self._desk.case
        self._do(lambda: annotating.reshape(case, id_, points))

    def restyle(
        self, id_: str, *, color: str | None = None, width: int | None = None, label: str | None = None
    ) -> None:
        """Recolour, thicken or relabel a shape."""
        case = self._desk.case
        self._do(lambda: annotating.restyle(case, id_, color=color, width=width, label=label))

    def withdraw(self, id_: str) -> None:
        """Take a shape off."""
        case = self._desk.case
        self._do(lambda: annotating.withdraw(case, [id_]))

    def clear(self) -> None:
        """Take all shapes off, in one operation."""
        case, evidence_id = self._desk.case, self._evidence
        self._do(lambda: annotating.clear(case, evidence_id))

    def undo(self) -> None:
        """Take the last edit of the case back."""
        self._desk.edits.undo()

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._desk.edits.redo()

    def _do(self, work: Callable[[], Changes]) -> None:
        self._desk.edits.do(work, None, self._on_failed, self)

    def _show(self, id_: str, points: Points) -> None:
        self.shapes = [
            (known, Drawn(drawn.shape, points, drawn.color, drawn.width, drawn.label) if known == id_ else drawn)
            for known, drawn in self.shapes
        ]
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.reload()  # what was shown before it was written is not so
        self.failed.emit(error)

    def _on_changed(self, changes: Changes) -> None:
        if self._evidence and changes.touches(Annotation.KIND):
            self.reload()
