"""An open case: rail, pages, inspector. Builds a page when it is first asked for, and passes changes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.operations.intake.cards import Card
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.base.scrolling.page_frame import PageFrame
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.documents.page import PapersPage
from surveyor_app.ui.pairing.phone import PhonePairing
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.sources.card_watch import CardWatch
from surveyor_app.ui.sources.folder_watch import FolderWatch
from surveyor_app.ui.window.catching_up import CatchingUp
from surveyor_app.ui.window.overview import OverviewWatch
from surveyor_app.ui.window.pages import PAGES, Pages, counted_records, page_called, page_showing, shortcut
from surveyor_app.ui.window.rail import Rail
from surveyor_app.ui.window.second_copy import SecondCopy
from surveyor_app.wording.translation import tr, tr_marked

INSPECTOR_PX = 320
NARROW_INSPECTOR_PX = 284
NARROW_BELOW_PX = 1180
"""Below this width of the window the rail shows icons only."""
SIDE_BELOW_PX = 1000
"""Below this width the inspector is hidden until asked for."""
QUIET_MS = 30_000
"""So long after the last edit its file is made one piece again: a copy taken by hand then is complete."""


class CaseView(QWidget):
    """The pages of one case."""

    page_shown = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None, offered: Pages = PAGES) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setAcceptDrops(True)
        self._offered = offered
        self.pages: dict[str, Page] = {}
        """The pages built so far, by name."""
        self._frames: dict[str, PageFrame] = {}
        self.watch = OverviewWatch(desk.case, desk.checks, counted_records(offered), desk.jobs, self)
        self.cards = CardWatch(desk, self)
        self.folders = FolderWatch(desk, self)
        self.phone = PhonePairing(desk, self)
        self.catching_up = CatchingUp(desk, self)
        self.second_copy = SecondCopy(desk.case, desk.jobs, desk.second_copy_dir, self)
        self.rail = Rail()
        self._stack = QStackedWidget()
        self._side = QFrame()
        self._side.setProperty("role", "side")
        self._side_stack = QStackedWidget()
        holder = QVBoxLayout(self._side)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self._side_stack)
        self._side_wanted: bool | None = None
        self.place_actions = [self._add_place(page.PLACE) for page in offered]
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self._stack, 1)
        across.addWidget(self._side)
        self.rail.chosen.connect(self.show_page)
        self.cards.arrived.connect(self._on_card_arrived)
        self.watch.changed.connect(self._on_overview_changed)
        self._say_places(self.watch.latest)
        # In a turn of its own: the frame is painted first, and whoever wants another page need not wait for this one.
        self._first = Slices(self)
        self._first.add(self._show_first)
        self.watch.look()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(lambda: desk.edits.keep(desk.case.checkpoint))
        desk.edits.saved.connect(lambda _at: self._quiet.start())

    # ------------------------------------------------------------------------------------------ pages

    def current(self) -> Page | None:
        """Return the page shown."""
        frame = self._stack.currentWidget()
        page = frame.widget() if isinstance(frame, PageFrame) else None
        return page if isinstance(page, Page) else None

    def page(self, name: str) -> Page:
        """Return a page, built now if it was never asked for."""
        if name not in self.pages:
            frame = PageFrame(self._stack)
            page = page_called(self._offered, name)(self.desk, frame.viewport())
            frame.hold(page)
            self.pages[name], self._frames[name] = page, frame
            self._stack.addWidget(frame)
            side = page.inspector()
            if side is not None:
                self._side_stack.addWidget(side)
            page.go.connect(self.show_page)
            page.record_wanted.connect(self.show_record)
            page.side_changed.connect(self._place_side)
            page.side_wanted.connect(self.show_side)
            if isinstance(page, PhotosPage):
                page.sources.follow(self.cards, self.folders)
                page.phone_wanted.connect(self.phone.open)
            elif isinstance(page, PapersPage):
                page.scanned.follow(self.folders)
        return self.pages[name]

    def _show_first(self) -> None:
        if self.current() is None:
            self.show_page(self._offered[0].PLACE.name)

    def show_page(self, name: str, record_id: str = "", field: str = "") -> None:
        """Show a page, and a record and field on it; what is being edited elsewhere is committed first."""
        is_new = name not in self.pages
        page, before = self.page(name), self.current()
        if before is not None and page is not before:
            before.commit()
        self._stack.setCurrentWidget(self._frames[name])
        self.rail.choose(name)
        if not is_new and page.is_stale:
            page.is_stale = False
            page.load()
        self._place_side()
        if is_new or not page.isAncestorOf(self.window().focusWidget() or self):
            page.take_keyboard()
        if record_id or field:
            page.show_record(record_id, field)
        self.page_shown.emit(name)

    def show_record(self, kind: str, record_id: str, field: str = "") -> None:
        """Show a record on the page of its kind; without an id, the place there where one of the kind would stand."""
        name = page_showing(self._offered, kind).PLACE.name
        self.show_page(name, record_id, field if record_id else "")
        if not record_id:
            self.page(name).show_kind(kind, field)

    def apply(self, changes: Changes) -> None:
        """Pass on what an operation changed, to the pages it concerns."""
        current = self.current()
        for page in self.pages.values():
            if not page.PLACE.concerns(changes):
                continue
            if page is current:
                page.apply(changes)
            else:
                page.miss(changes)
        self.watch.apply(changes)
        self.second_copy.apply(changes)

    def commit(self) -> None:
        """Write what is being edited on any page."""
        for page in self.pages.values():
            page.commit()

    def stop_watching(self) -> None:
        """Start nothing any more by itself: the case is about to be closed."""
        self.watch.stop()
        self.cards.stop()
        self.folders.pause()
        self.phone.close()
        self.catching_up.stop()
        self.second_copy.stop()

    def toggle_side(self) -> None:
        """Show or hide the inspector."""
        self._side_wanted = not self._side.isVisible()
        self._place_side()

    def show_side(self) -> None:
        """Show the inspector, whatever room there is."""
        if not self._side.isVisible():
            self._side_wanted = True
            self._place_side()

    # ------------------------------------------------------------------------------------------- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_in(paths)

    def take_in(self, paths: list[Path]) -> None:
        """Import files and folders, and show the photos."""
        self._photos().importing.import_paths(paths)

    def _photos(self) -> PhotosPage:
        self.show_page(PhotosPage.PLACE.name)
        photos = self.page(PhotosPage.PLACE.name)
        assert isinstance(photos, PhotosPage)
        photos.finish()
        return photos

    def _on_card_arrived(self, card: Card) -> None:
        """Offer its files on other pages too; on the page of photos the line above the grid does."""
        if isinstance(self.current(), PhotosPage):
            return
        self.desk.messages.tell(
            tr("{name}: {new} new of {total} files", name=card.name, new=len(card.new), total=card.total),
            tr("Import %n new", n=len(card.new)),
            lambda: self._photos().sources.import_card(card),
        )

    # ---------------------------------------------------------------------------------------- inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < NARROW_BELOW_PX)
        self._place_side()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_places(self.watch.latest)

    def _add_place(self, place: Place) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: self.show_page(place.name))
        self.addAction(action)
        if place.in_rail:
            self.rail.add(place.name, place.icon)
            action.setShortcut(shortcut(len(self.rail.buttons)))
        return action

    def _place_side(self) -> None:
        page = self.current()
        side = page.inspector() if page is not None else None
        wanted = self.width() >= SIDE_BELOW_PX if self._side_wanted is None else self._side_wanted
        self._side.setFixedWidth(NARROW_INSPECTOR_PX if self.width() < NARROW_BELOW_PX else INSPECTOR_PX)
        self._side.setVisible(side is not None and wanted and page is not None and page.has_details())
        if side is not None:
            self._side_stack.setCurrentWidget(side)

    def _on_overview_changed(self, overview: Overview) -> None:
        self._say_places(overview)

    def _say_places(self, overview: Overview) -> None:
        for page, action in zip(self._offered, self.place_actions, strict=True):
            place = page.PLACE
            action.setText(tr_marked(place.title))
            if place.in_rail:
                self.rail.buttons[place.name].say(tr_marked(place.rail_name()), *place.say_badge(overview))
