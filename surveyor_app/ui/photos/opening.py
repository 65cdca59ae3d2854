"""Opens what is current in the grid over the whole screen: a photo to look at, a video or sound to be played."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base import fetching
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.ui.photos.viewer.album import Album, ShotName
from surveyor_app.ui.photos.viewer.large_view import LargeView
from surveyor_app.ui.recording.recording_view import PLAYED, RecordingView


class PhotoOpening:
    """Makes the large views; they belong to the page and move the grid along."""

    def __init__(self, desk: Desk, grid: PhotoGrid, page: QWidget, shot_name: ShotName) -> None:
        self._desk = desk
        self._grid = grid
        self._page = page
        self._shot_name = shot_name

    def open(self) -> QDialog | None:
        """Show the current evidence; ``None`` where nothing is current or it cannot be played."""
        id_ = self._grid.current_id()
        record = self._grid.evidence.record(id_) if id_ else None
        if record is None:
            return None
        if record.evidence_class in PLAYED:
            return self._open_recording(record)
        view = LargeView(self._page, self._desk, Album(self._grid, self._shot_name))
        view.showMaximized()
        view.show_record(record)
        return view

    def annotate(self) -> LargeView | None:
        """Show the current photo over the whole screen, ready to be drawn on."""
        view = self.open()
        if not isinstance(view, LargeView):
            return None
        view.annotate_when_shown()
        return view

    def close_recordings(self) -> None:
        """Stop what plays: it reads from the case, which may be about to close."""
        for view in self._page.findChildren(RecordingView):
            view.close()

    def _open_recording(self, record: Evidence) -> RecordingView | None:
        if fetching.is_away(self._desk, record):
            fetching.fetch(self._desk, record, self._page, lambda: self._play_late(record))
            return None
        return self._play(record)

    def _play_late(self, record: Evidence) -> None:
        self._play(record)

    def _play(self, record: Evidence) -> RecordingView | None:
        try:
            view = RecordingView(self._page, self._desk.case, self._desk.jobs, record)
        except SurveyorError as error:
            self._desk.messages.tell(words(error), tone="bad")
            return None
        view.showMaximized()
        return view
