"""Choosing what shows a paper: files of this machine, or photos and papers that the case has already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QWidget

from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.photos.delegate import PICTURE
from surveyor_app.ui.photos.evidence_model import EvidenceModel
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.ui.photos.thumbnails import Thumbnails
from surveyor_app.ui.sources.importing import READ_ONLY
from surveyor_app.wording.translation import tr

GRID_PX = 320


def choose_scans(parent: QWidget) -> list[Path]:
    """Let the person choose files; none where they gave up."""
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Scans of the paper"), str(Path.home()), options=READ_ONLY)
    return [Path(name) for name in names]


class EvidenceChooser(ScrollingDialog):
    """The evidence of the case as on the page of photos; several may be chosen with Shift and Ctrl."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, 860, 560)
        self.setWindowTitle(tr("What shows this paper?"))
        self._thumbnails = Thumbnails(desk.case, desk.workers, desk.jobs, QSize(PICTURE), self)
        self.model = EvidenceModel(desk.case, self._thumbnails, self)
        self.grid = PhotoGrid(self.model)
        self.grid.setMinimumHeight(GRID_PX)
        self.grid.setDragEnabled(False)
        self.grid.setAccessibleName(tr("Photos and papers of the case"))
        self.link_button = looks.button("primary", self.accept)
        self.link_button.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        body = looks.column(looks.label("heading", name, wrap=True), self.grid, spacing=10)
        body.setStretch(1, 1)
        self.lay_out(body, None, cancel, self.link_button)
        self.grid.chosen_changed.connect(self._allow)
        self.grid.doubleClicked.connect(lambda _index: self.accept())
        self._allow()
        self.grid.setFocus()

    def chosen(self) -> list[str]:
        """Return the ids chosen, in order."""
        return self.grid.selected_ids()

    def accept(self) -> None:
        if self.chosen():
            super().accept()

    def _allow(self) -> None:
        count = len(self.chosen())
        looks.face(self.link_button, tr("Link %n", n=count) if count else tr("Link"))
        self.link_button.setIcon(icons.icon("check", "on_accent"))
        self.link_button.setEnabled(count > 0)
