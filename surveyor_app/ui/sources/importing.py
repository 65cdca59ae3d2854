"""Importing in the window: choosing, dropping and pasting files, progress in the strip, the outcome in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.evidence import EMPTY, ImportResult
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.sources.import_outcome import ImportOutcome, outcome_counts, outcome_sentence
from surveyor_app.wording.translation import tr

READ_ONLY = QFileDialog.Option.ReadOnly
"""Qt's own dialog would delete and rename files on the camera's card: they are originals."""

FOLDERS = QFileDialog.Option.ShowDirsOnly


class Importing(QObject):
    """Starts imports of one case and tells how they ended."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.last_result: ImportResult | None = None

    def choose_files(self) -> None:
        """Let the person choose files."""
        names, _ = QFileDialog.getOpenFileNames(self._page, tr("Import files"), _pictures_folder(), options=READ_ONLY)
        self.import_paths([Path(name) for name in names])

    def choose_for(self, done: Callable[[ImportResult], None]) -> None:
        """Let the person choose files for something; ``done`` is told what came of it."""
        names, _ = QFileDialog.getOpenFileNames(self._page, tr("Import files"), _pictures_folder(), options=READ_ONLY)
        self.import_paths([Path(name) for name in names], done=done)

    def choose_folder(self) -> None:
        """Let the person choose a folder; everything in it is imported."""
        name = QFileDialog.getExistingDirectory(
            self._page, tr("Import a whole folder"), _pictures_folder(), options=READ_ONLY | FOLDERS
        )
        if name:
            self.import_paths([Path(name)])

    def paste(self) -> None:
        """Import what is on the clipboard: files, or a picture."""
        data = QGuiApplication.clipboard().mimeData()
        # An empty clipboard may have no data object at all.
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data else []
        image = data.imageData() if data and data.hasImage() else None
        if paths:
            self.import_paths(paths)
        elif isinstance(image, QImage) and not image.isNull():
            self._import_picture(image)
        else:
            self._desk.messages.tell(tr("There is no picture and no file on the clipboard."))

    def import_paths(
        self,
        paths: list[Path],
        *,
        origin: str | None = None,
        title: str = "",
        done: Callable[[ImportResult], None] | None = None,
        as_papers: bool = False,
    ) -> None:
        """Import files and folders beside the surveyor's edits.

        ``origin`` is where they come from, when that is known; ``done`` is told the result after the surveyor was. What comes
        in ``as_papers`` are scans: pictures among them count as papers and not as photos of the scene.
        """
        if not paths:
            return
        desk = self._desk

        def on_done(result: ImportResult) -> None:
            self._on_done(result)
            if done is not None:
                done(result)

        def on_failed(error: BaseException) -> None:
            # Cancelled before it began: no result says so.
            if isinstance(error, Cancelled):
                on_done(ImportResult((), Changes({}), error))
            else:
                self._desk.messages.tell(words(error), tone="bad")

        desk.jobs.run(
            lambda report: evidence.take_in(
                desk.case, paths, desk.workers, report, desk.jobs.announce, origin=origin, as_papers=as_papers
            ),
            self,
            on_done,
            on_failed,
            title=title or tr("Importing"),
        )

    def _import_picture(self, image: QImage) -> None:
        desk = self._desk
        name = f"clipboard-{datetime.now().astimezone():%Y%m%d-%H%M%S}.png"
        desk.jobs.run(
            lambda _report: evidence.import_bytes(desk.case, name, _png(image), desk.workers),
            self,
            self._on_done,
            lambda error: desk.messages.tell(words(error), tone="bad"),
            title=tr("Importing"),
        )

    def _on_done(self, result: ImportResult) -> None:
        self.last_result = result
        self._desk.jobs.run(lambda _report: self._desk.case.tidy(), self)
        self._desk.edits.record(result.changes)
        text, tone = outcome_counts(result), "ok"
        if result.ended is not None:
            text, tone = outcome_sentence(result), "warn" if isinstance(result.ended, Cancelled) else "bad"
        elif any(item.outcome in {"refused", EMPTY} for item in result.items):
            tone = "warn"
        if not result.items:
            self._desk.messages.tell(text, tone=tone)
        elif all(item.outcome == "stored" for item in result.items):
            self._desk.messages.tell(text, tr("Undo"), self._desk.edits.undo, tone=tone)
        else:
            self._desk.messages.tell(text, tr("Details"), lambda: ImportOutcome(self._page, result).open(), tone=tone)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants text
    return bytes(buffer.data().data())


def _pictures_folder() -> str:
    # One that is not there would stand in the dialog as the name of a file.
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return folder if Path(folder).is_dir() else str(Path.home())
