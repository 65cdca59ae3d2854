"""Map sheets of this laptop: which there are, adding one and taking one away; the files themselves are only read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QToolButton, QVBoxLayout, QWidget

from surveyor_app.domain.errors import MapSheetUnreadable
from surveyor_app.domain.progress import ReportProgress
from surveyor_app.operations.cases.map_tiles import KnownPlace, known_places, probe_sheet
from surveyor_app.ui.base import errors, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.list_words import PARTS
from surveyor_app.wording.translation import tr

FILTER = "MBTiles (*.mbtiles)"


class MapSheetsDialog(ScrollingDialog):
    """Adds and takes away at once; there is nothing to confirm, and a file that is no sheet is told and left out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, 700)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Map sheets of this laptop"))
        self._desk = desk
        self.remove_buttons: dict[Path, QToolButton] = {}
        told = looks.label(
            "secondary",
            tr(
                "A map sheet is one file with pictures of a map (MBTiles), for places without a network. It is only read and "
                "stays where it is: keep it on this laptop, not on a stick. Nothing is fetched."
            ),
            wrap=True,
        )
        self.note = Note()
        self.empty = looks.label(
            "", tr("There is no map sheet yet. Your office or a map service gives one."), wrap=True
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add_button = looks.button("", self.ask_for_files)
        looks.face(self.add_button, tr("Add a sheet…"), "add")
        self.add_button.setAutoDefault(False)
        close = looks.button("primary", self.accept)
        looks.face(close, tr("Close"))
        close.setDefault(True)
        self.lay_out(
            looks.column(told, self.note, self.empty, self._rows, None, spacing=12), self.add_button, None, close
        )
        desk.maps.changed.connect(self._load)
        self._load()
        self.add_button.setFocus()

    def ask_for_files(self) -> None:
        """Ask for files and add those that are sheets."""
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Add a map sheet"), str(Path.home()), FILTER, options=QFileDialog.Option.ReadOnly
        )
        self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Add what is a sheet; say of the rest why it is none. They are looked at off the UI thread."""
        wanted = [path.absolute() for path in paths]
        workers = self._desk.workers

        def probed(_report: ReportProgress) -> list[tuple[Path, MapSheetUnreadable | None]]:
            found: list[tuple[Path, MapSheetUnreadable | None]] = []
            for path in wanted:
                try:
                    probe_sheet(workers, path)
                except MapSheetUnreadable as error:
                    found.append((path, error))
                else:
                    found.append((path, None))
            return found

        if wanted:
            self.add_button.setEnabled(False)
            self.note.say(tr("Looking at the file…"))
            self._desk.jobs.run(probed, self, self._on_probed, self._on_failed)

    def _on_probed(self, found: Sequence[tuple[Path, MapSheetUnreadable | None]]) -> None:
        self.add_button.setEnabled(True)
        refused = [errors.words(error) for _path, error in found if error is not None]
        known = self._desk.maps.places
        twice = [path.name for path, error in found if error is None and path in known]
        said = [*refused, *(tr("{name} is in the list already.", name=name) for name in twice)]
        self.note.say("\n".join(said), "bad" if refused else "")
        self._desk.maps.choose([*known, *(path for path, error in found if error is None)])

    def _on_failed(self, error: BaseException) -> None:
        self.add_button.setEnabled(True)
        self.note.say("")
        self._desk.jobs.failed.emit(error)

    def _remove(self, place: Path) -> None:
        self.note.say("")
        self._desk.maps.choose([item for item in self._desk.maps.places if item != place])
        self.add_button.setFocus()

    def _load(self) -> None:
        places = self._desk.maps.places
        self._desk.jobs.run(lambda _report: known_places(places), self, self._show)

    def _show(self, known: Sequence[KnownPlace]) -> None:
        looks.clear(self._rows)
        self.remove_buttons = {}
        self.empty.setVisible(not known)
        for item in known:
            self._rows.addWidget(self._row(item))

    def _row(self, item: KnownPlace) -> QWidget:
        name, details, is_bad = _said(item)
        sign = looks.label()
        sign.setPixmap(icons.icon("bad" if is_bad else "sheets", "bad" if is_bad else "text").pixmap(20, 20))
        sign.setFixedWidth(24)
        text = looks.column(looks.label("", name, wrap=True), looks.label("help", details, wrap=True), spacing=0)
        remove = looks.tool(partial(self._remove, item.place))
        looks.name(remove, tr("Take {name} out of the list; the file stays", name=name), "close")
        self.remove_buttons[item.place] = remove
        line = looks.row(sign, text, remove, spacing=8, margin=8)
        line.setStretch(1, 1)
        return looks.card(line)


def _said(item: KnownPlace) -> tuple[str, str, bool]:
    """Return what a place is called, what there is to say of it, and whether it cannot be shown."""
    place = str(item.place)
    if not item.sheets:
        # Whoever finds a stick missing knows at once what to do; a damaged file is told as such.
        is_gone = item.problem is not None and item.problem.data.get("detail") == "gone"
        told = tr("It is not there now: {path}", path=place) if is_gone else place
        name = item.place.name or place
        return name, told if is_gone or item.problem is None else errors.words(item.problem), True
    if len(item.sheets) == 1 and item.sheets[0].path == item.place:
        sheet = item.sheets[0]
        least, most = sheet.zooms
        zooms = tr("zoom {least} to {most}", least=str(least), most=str(most))
        return sheet.name, PARTS.join([sheet.datum.value, zooms, place]), False
    return item.place.name, PARTS.join([tr("%n sheet(s) in this folder", n=len(item.sheets)), place]), False
