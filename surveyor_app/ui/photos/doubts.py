"""Brings the checks of photos and the clocks of cameras to the photos page: badges, filter, inspector, menu and keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.ui.base import icons
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.forms.evidence_texts import corrected_time, shown_time
from surveyor_app.ui.photos.camera_clock_work import CameraClockWork
from surveyor_app.ui.photos.clock_list import ClockList
from surveyor_app.ui.photos.evidence_model import EvidenceModel
from surveyor_app.ui.photos.filters import PhotoFilters
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.ui.photos.photo_checking import PhotoChecking
from surveyor_app.ui.photos.photo_checks_list import PhotoChecksList
from surveyor_app.wording.translation import mark, tr


class PhotoDoubts(QObject):
    """Owns the list of the inspector; follows the changes of the case."""

    def __init__(self, desk: Desk, model: EvidenceModel, grid: PhotoGrid, filters: PhotoFilters, page: Page) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._model = model
        self._grid = grid
        self._filters = filters
        self.checking = PhotoChecking(desk, self)
        self.clocks = CameraClockWork(desk, page)
        self.list = PhotoChecksList(self.checking, model.known.number_of)
        self.list.opened.connect(self._go_to)
        self.list.clock_wanted.connect(self.clocks.read_from)
        self.list.clocks_wanted.connect(self.list_clocks)
        self.checking.changed.connect(self._on_checked)
        model.words.doubt_name = self.checking.name
        model.words.time_of = lambda item: shown_time(item, self.checking.offset_min)
        model.words.corrected_of = lambda item: corrected_time(item, self.checking.taken(item))

    def know_rows(self) -> None:
        """Take the photos there are as looked at: those of a case that was just opened."""
        self.clocks.know({line.id for line in self._model.known.lines()})

    def add_actions(self, page: Page) -> None:
        """Offer the clock page by key and in the palette."""
        page.add_action(mark("Show the clock for cameras…"), "Ctrl+Shift+C", self.clocks.show_page)
        page.add_action(mark("Read the clock from this photo"), "", self.read_clock)
        page.add_action(mark("Camera clocks…"), "", self.list_clocks)

    def list_clocks(self) -> ClockList:
        """Show the measurements of the cameras' clocks, where a wrong one can be withdrawn."""
        view = ClockList(self._page, self._desk, self._model.known.number_of)
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.open()
        return view

    def fill_menu(self, menu: QMenu) -> QAction:
        """Offer to read the clock from the photo that is current."""
        return menu.addAction(icons.icon("clock_page"), tr("Read the clock from this photo"), self.read_clock)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self._on_checked()
        self.list.refresh()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.checking.apply(changes)
        self.clocks.apply(changes)

    def read_clock(self) -> None:
        """Read the clock from the current photo."""
        if id_ := self._grid.current_id():
            self.clocks.read_from(id_)

    def _on_checked(self) -> None:
        self._model.show_doubts(self.checking.doubts())
        self._filters.doubts = [(code, self.checking.name(code)) for code in self._model.words.doubt_codes()]

    def _go_to(self, id_: str) -> None:
        if self._model.row_of(id_) is None:
            self._filters.clear()
        self._grid.select(id_)
