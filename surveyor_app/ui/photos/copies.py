"""Writes copies of photos for a receiver into a folder: the choice, the stamp kept for the next time, and the writing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.errors import Cancelled, SurveyorError
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.operations.photos.renditions import Rendition, make_rendition, write_renditions
from surveyor_app.operations.photos.stamp_templates import keep_stamp, with_own_stamps
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.saving import ask_folder
from surveyor_app.ui.photos.copies_dialog import CopiesDialog
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.wording.rendition_profiles import RenditionProfile, load_profiles
from surveyor_app.wording.translation import tr


class PhotoCopies(QObject):
    """Opens the dialog for the photos of the grid and runs what it says."""

    def __init__(self, desk: Desk, grid: PhotoGrid, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._grid = grid
        self._page = page

    def open(self) -> CopiesDialog | None:
        """Show the dialog; ``None`` where there is no photo, which is said."""
        desk, model = self._desk, self._grid.evidence
        photos = [line.id for line in model.known.lines() if _is_photo(line)]
        selected = [id_ for id_ in self._grid.selected_ids() if _is_photo(model.known.line(id_))]
        if not photos:
            desk.messages.tell(tr("There is no photo to copy."))
            return None
        shipped = load_profiles(desk.resources)
        try:
            own = with_own_stamps(shipped, desk.profile.folder)
        except SurveyorError as error:
            # What comes with the program still works; nothing is written over before a person chose so.
            desk.messages.tell(words(error), tone="warn")
            own = shipped
        shown = selected[0] if selected else photos[0]
        dialog = CopiesDialog(self._page, shipped, own, (len(photos), len(selected)), partial(self._draw, shown))
        dialog.accepted.connect(lambda: self._on_chosen(dialog, selected))
        dialog.open()
        return dialog

    def _draw(
        self, id_: str, kind: RenditionProfile, receiver: QObject, done: Callable[[Rendition | None], None]
    ) -> None:
        desk = self._desk
        desk.jobs.run(
            lambda _report: make_rendition(desk.case, id_, kind, desk.workers),
            receiver,
            done,
            lambda _error: done(None),
        )

    def _on_chosen(self, dialog: CopiesDialog, selected: list[str]) -> None:
        desk, kind = self._desk, dialog.profile()
        only = selected if dialog.is_selection_only() else None
        self._keep(kind, is_shipped=dialog.is_shipped_stamp())
        folder = ask_folder(self._page, tr("Copies for a receiver"), f"{kind.id}-{desk.case.path.stem}")
        if folder is None:
            return
        folder = _free(folder)
        desk.jobs.run(
            lambda report: write_renditions(desk.case, folder, kind, desk.workers, report, only=only),
            self._page,
            lambda made: self._on_written(folder, made),
            lambda error: self._on_failed(folder, error),
            title=tr("Writing copies"),
        )

    def _keep(self, kind: RenditionProfile, *, is_shipped: bool) -> None:
        try:
            keep_stamp(self._desk.profile.folder, kind, None if is_shipped else kind.stamp)
        except SurveyorError as error:
            # This time it is used all the same.
            self._desk.messages.tell(words(error), tone="warn")

    def _on_written(self, folder: Path, made: list[Rendition]) -> None:
        missing = sum(bool(item.problem) for item in made)
        text = tr("%n copy(ies) in {folder}.", n=len(made) - missing, folder=folder.name)
        if missing:
            text = f"{text} {tr('Of %n photo(s) there is no picture; the list in the folder says which.', n=missing)}"
        self._desk.messages.tell(text, tone="warn" if missing else "ok")

    def _on_failed(self, folder: Path, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            text = tr(
                "Stopped. The copies in {folder} are not all, and there is no list with them.", folder=folder.name
            )
            self._desk.messages.tell(text)
        else:
            self._desk.messages.tell(words(error), tone="bad")


def _is_photo(line: EvidenceLine | None) -> bool:
    return line is not None and not line.withdrawn and line.evidence_class == "photo"


def _free(folder: Path) -> Path:
    """Return the folder, or its name with a number where that is taken."""
    number, free = 2, folder
    while free.exists():
        free = folder.with_name(f"{folder.name}-{number}")
        number += 1
    return free
