"""Captions of photos: the last one again, and the ones before offered while typing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from surveyor_app.ui.photos.evidence_model import EvidenceModel
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.ui.photos.inspector import PhotoInspector
from surveyor_app.ui.photos.shot_work import ShotWork


class PhotoCaptions(QObject):
    """Remembers the last caption as it was typed, so that its placeholders are filled in for each photo again."""

    def __init__(self, work: ShotWork, model: EvidenceModel, grid: PhotoGrid, details: PhotoInspector) -> None:
        super().__init__(details)
        self._work = work
        self._model = model
        self._grid = grid
        self._details = details
        self._last = ""
        details.captioned.connect(self._on_captioned)
        details.repeat_wanted.connect(self.repeat)
        model.modelReset.connect(self._offer)
        work.changed.connect(self._offer)

    def repeat(self) -> None:
        """Write the last caption under the photos selected; the one of the nearest photo before where none was typed yet."""
        self._details.commit()
        lines = [
            line for id_ in self._grid.selected_ids() if (line := self._model.known.line(id_)) and not line.withdrawn
        ]
        if not lines:
            return
        before = [
            line
            for line in self._model.known.lines()
            if line.caption and line.number and line.number < (lines[0].number or 0)
        ]
        text = self._last or (before[-1].caption if before else "")
        if text:
            self._work.caption(lines, text)

    def _on_captioned(self, template: str) -> None:
        if template.strip():
            self._last = template

    def _offer(self) -> None:
        captions = [line.caption for line in self._model.known.lines() if line.caption]
        self._details.offer_captions([*([self._last] if self._last else []), *reversed(captions)])
