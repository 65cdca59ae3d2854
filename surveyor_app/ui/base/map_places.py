"""Where the map sheets of this laptop are: kept in the settings, changed in the window, known to the pages of every case."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class MapPlaces(QObject):
    """Files or folders, in the order they were named; ``changed`` when others are."""

    changed = Signal()

    def __init__(self, places: Iterable[Path] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = tuple(places)

    @property
    def places(self) -> tuple[Path, ...]:
        """Return the files and folders."""
        return self._places

    def choose(self, places: Iterable[Path]) -> None:
        """Name others, each once."""
        chosen = tuple(dict.fromkeys(places))
        if chosen != self._places:
            self._places = chosen
            self.changed.emit()
