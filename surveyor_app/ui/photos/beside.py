"""What stands beside the grid: the inspector of what is chosen, built when there is time or somebody needs it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.captions import PhotoCaptions
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.ui.photos.inspector import PhotoInspector
from surveyor_app.ui.photos.photo_checks_list import PhotoChecksList
from surveyor_app.ui.photos.shot_work import ShotWork


class PhotoBeside(QWidget):
    """Follows the grid: one photo, many, or none."""

    shown = Signal(list, str)
    """The ids that are selected, and the one of them (or else the current one) that is shown; empty for none."""
    opened = Signal()
    """The picture was pressed: please show it large."""

    def __init__(self, desk: Desk, work: ShotWork, checks: PhotoChecksList, grid: PhotoGrid) -> None:
        """``checks`` is what the inspector says about doubts."""
        super().__init__()
        self._desk = desk
        self._work = work
        self._checks = checks
        self._grid = grid
        self._model = grid.evidence
        self._built: tuple[PhotoInspector, PhotoCaptions] | None = None
        self._said: tuple[list[str], str] = ([], "")
        self._column = looks.column(spacing=0)
        self.setLayout(self._column)
        grid.current_changed.connect(lambda _id: self._on_chosen())
        grid.chosen_changed.connect(self._on_chosen)

    @property
    def details(self) -> PhotoInspector:
        """The inspector, built now if it is not yet."""
        return self.build()[0]

    @property
    def captions(self) -> PhotoCaptions:
        """The captions of the case, which the inspector offers."""
        return self.build()[1]

    def build(self) -> tuple[PhotoInspector, PhotoCaptions]:
        """Build the inspector, if it is not built yet."""
        if self._built is None:
            details = PhotoInspector(self._desk, self._work, self._checks, self)
            self._built = details, PhotoCaptions(self._work, self._model, self._grid, details)
            details.opened.connect(self.opened)
            details.caption.confirmed.connect(self._go_on)
            self._column.addWidget(details)
            self.show_chosen()
        return self._built

    def show_chosen(self) -> None:
        """Show what is selected, or what is current where nothing is."""
        self._said = ids, id_ = self._chosen()
        record = self._model.record(id_) if id_ else None
        if self._built is None and not ids and not id_:
            pass  # not built yet, and nothing to say
        elif len(ids) > 1:
            self.details.show_many([line for item in ids if (line := self._model.known.line(item))])
        else:
            self.details.show_record(record, self._model.known.number_of(id_) if id_ else None)
        self.shown.emit(ids, id_)

    def edit_caption(self) -> None:
        """Put the cursor into the caption of what is selected."""
        several = len(self._grid.selected_ids()) > 1
        (self.details.many.caption if several else self.details.caption.control).setFocus()

    def _go_on(self) -> None:
        """Lead from a caption that was ended with Enter to that of the next photo; at the last one back to the photos."""
        if self._grid.step(1):
            self.edit_caption()
            self.details.caption.line.selectAll()
        else:
            self._grid.setFocus()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.details.apply(changes)

    def commit(self) -> None:
        """Write what is being edited."""
        if self._built is not None:
            self.details.commit()

    def _on_chosen(self) -> None:
        """Follow the grid, which tells of its current photo and of its selection one after the other."""
        if self._said != self._chosen():
            self.show_chosen()

    def _chosen(self) -> tuple[list[str], str]:
        ids = self._grid.selected_ids()
        return ids, ids[0] if len(ids) == 1 else self._grid.current_id()
