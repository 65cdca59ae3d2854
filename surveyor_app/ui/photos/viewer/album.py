"""The photos the viewer goes through: those of the grid, in its order, as filtered."""

from __future__ import annotations

from collections.abc import Callable

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.photos.grid import PhotoGrid

ShotName = Callable[[Evidence], str]
"""Says what a photo shows, in the window's language; empty for none."""


class Album:
    """What the viewer asks the grid."""

    def __init__(self, grid: PhotoGrid, shot_name: ShotName) -> None:
        self._grid = grid
        self.shot_name = shot_name

    def step(self, by: int) -> Evidence | None:
        """Make the photo ``by`` places on the grid's current one and return it; ``None`` at the ends."""
        id_ = self._grid.step(by)
        return self._grid.evidence.record(id_) if id_ else None

    def beside(self, record: Evidence, by: int) -> Evidence | None:
        """Return the photo ``by`` places from another, without moving in the grid; ``None`` at the ends."""
        row = self._grid.evidence.row_of(record.id)
        id_ = self._grid.evidence.id_at(row + by) if row is not None else None
        return self._grid.evidence.record(id_) if id_ else None

    def chosen(self) -> list[Evidence]:
        """Return the photos selected in the grid, in order."""
        found = (self._grid.evidence.record(id_) for id_ in self._grid.selected_ids())
        return [record for record in found if record is not None]

    def number(self, record: Evidence) -> int | None:
        """Return the number people see."""
        return self._grid.evidence.known.number_of(record.id)

    def time(self, record: Evidence) -> str:
        """Return when it was taken, in the zone of the scene."""
        return self._grid.evidence.words.time_of(record)

    def corrected(self, record: Evidence) -> str:
        """Return what stands beside the recorded time; empty where the camera's clock was not measured."""
        return self._grid.evidence.words.corrected_of(record)

    def again(self, record: Evidence) -> Evidence:
        """Return a photo as the case has it now."""
        return self._grid.evidence.record(record.id) or record
