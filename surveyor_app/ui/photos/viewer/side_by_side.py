"""One photo, or two side by side: which of them keys go to, and how they are looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shapes import Palette
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.viewer.album import Album
from surveyor_app.ui.photos.viewer.photo_panel import PhotoPanel
from surveyor_app.ui.photos.viewer.pictures import Pictures


class SideBySide(QWidget):
    """Two panels; the second is hidden while nothing is compared."""

    changed = Signal()
    """Another panel is current, or the photos are looked at in another way."""

    def __init__(self, desk: Desk, album: Album, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._album = album
        pictures = Pictures(desk, self)
        self.first = PhotoPanel(desk, album, pictures, palette, self)
        self.second = PhotoPanel(desk, album, pictures, palette, self)
        self.second.hide()
        self.panels = (self.first, self.second)
        self.current = self.first
        self.are_together = True
        """Whether both photos are zoomed and panned together."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.first, 1)
        layout.addWidget(self.second, 1)
        for panel in self.panels:
            panel.pane.looked.connect(lambda panel=panel: self._on_looked(panel))
            panel.pane.entered.connect(lambda panel=panel: self._make_current(panel))
            panel.layer.changed.connect(panel.say_facts)

    # ---------------------------------------------------------------------------------------- comparing

    def is_comparing(self) -> bool:
        """Tell whether two photos stand side by side."""
        return not self.second.isHidden()

    def pair(self) -> tuple[Evidence, Evidence] | None:
        """Return what would be compared: the two that are selected, else this one and the next (or the one before)."""
        chosen, shown = self._album.chosen(), self.first.record
        if len(chosen) == 2:
            return chosen[0], chosen[1]
        beside = (self._album.beside(shown, 1) or self._album.beside(shown, -1)) if shown is not None else None
        return (shown, beside) if shown is not None and beside is not None else None

    def show_pair(self, left: Evidence, right: Evidence) -> None:
        """Show two photos; the second is as the first is looked at."""
        self.second.show()
        self.first.show_record(left)
        self.second.show_record(right)
        self.second.show_histogram(not self.first.histogram.isHidden())
        self.second.show_layer(self.first.item.isVisible())
        self._make_current(self.second)

    def show_one(self) -> None:
        """Show the first photo alone."""
        self.second.hide()
        self._make_current(self.first)

    def mark_current(self) -> None:
        """Mark the panel that keys go to, where there are two."""
        for panel in self.panels:
            panel.set_current(self.is_comparing() and panel is self.current)

    # ---------------------------------------------------------------------------------------- looking

    def together(self, is_on: bool) -> None:
        """Zoom and pan both photos together, or each by itself."""
        self.are_together = is_on
        if is_on:
            self._on_looked(self.current)
        self.changed.emit()

    def show_layer(self, is_shown: bool) -> None:
        """Show the photos with their layers or without."""
        for panel in self.panels:
            panel.show_layer(is_shown)
        self.changed.emit()

    def show_histogram(self, is_shown: bool) -> None:
        """Show how bright the photos are."""
        for panel in self.panels:
            panel.show_histogram(is_shown)
        self.changed.emit()

    def retranslate(self) -> None:
        """Write all texts in the window's language and theme."""
        for panel in self.panels:
            panel.pane.recolour()
            panel.say_facts()

    def read_again(self, ids: frozenset[str]) -> None:
        """Show what is known of these records now."""
        for panel in self.panels:
            if panel.record is not None and panel.record.id in ids:
                panel.record = self._album.again(panel.record)
                panel.say_facts()

    def _make_current(self, panel: PhotoPanel) -> None:
        if panel is not self.current and not panel.isHidden():
            self.current = panel
            self.changed.emit()

    def _on_looked(self, panel: PhotoPanel) -> None:
        if self.are_together and self.is_comparing() and panel is self.current:
            other = self.second if panel is self.first else self.first
            other.pane.follow(panel.pane.look())
