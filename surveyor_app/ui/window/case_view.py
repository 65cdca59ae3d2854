"""An open case: rail, pages, inspector. Builds a page when it is first asked for, and passes changes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.operations.intake.cards import Card
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.damage.page import DamagePage
from surveyor_app.ui.delivery.page import DeliveryPage
from surveyor_app.ui.people.page import PeoplePage
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.report.page import ReportPage
from surveyor_app.ui.sources.card_watch import CardWatch
from surveyor_app.ui.sources.folder_watch import FolderWatch
from surveyor_app.ui.statements.page import StatementsPage
from surveyor_app.ui.window.arrival import ArrivalPage
from surveyor_app.ui.window.catching_up import CatchingUp
from surveyor_app.ui.window.claim import ClaimPage
from surveyor_app.ui.window.notices import NoticesPage
from surveyor_app.ui.window.overview import Overview, OverviewWatch
from surveyor_app.ui.window.rail import Rail
from surveyor_app.ui.window.ready import ReadyPage
from surveyor_app.wording.translation import tr, tr_marked

INSPECTOR_PX = 320
NARROW_INSPECTOR_PX = 284
NARROW_BELOW_PX = 1180
"""Below this width of the window the rail shows icons only."""
SIDE_BELOW_PX = 1000
"""Below this width the inspector is hidden until asked for."""
QUIET_MS = 30_000
"""So long after the last edit its file is made one piece again: a copy taken by hand then is complete."""
PAGES: tuple[type[Page], ...] = (
    ClaimPage,
    ArrivalPage,
    PhotosPage,
    PeoplePage,
    StatementsPage,
    DamagePage,
    ReadyPage,
    ReportPage,
    DeliveryPage,
    NoticesPage,
)
"""The scene's order; the notices are reached from the top bar and have no place in the rail."""


class CaseView(QWidget):
    """The pages of one case."""

    page_shown = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setAcceptDrops(True)
        self.pages: dict[str, Page] = {}
        """The pages built so far, by name."""
        self.watch = OverviewWatch(desk.case, desk.checks, desk.jobs, self)
        self.cards = CardWatch(desk, self)
        self.folders = FolderWatch(desk, self)
        self.catching_up = CatchingUp(desk, self)
        self.rail = Rail()
        self._stack = QStackedWidget()
        self._side = QFrame()
        self._side.setProperty("role", "side")
        self._side_stack = QStackedWidget()
        holder = QVBoxLayout(self._side)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self._side_stack)
        self._side_wanted: bool | None = None
        self.place_actions = [self._add_place(number, kind) for number, kind in enumerate(PAGES, start=1)]
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
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def page(self, name: str) -> Page:
        """Return a page, built now if it was never asked for."""
        if name not in self.pages:
            kind = next(kind for kind in PAGES if name == kind.NAME)
            page = kind(self.desk, self._stack)
            self.pages[name] = page
            self._stack.addWidget(page)
            side = page.inspector()
            if side is not None:
                self._side_stack.addWidget(side)
            page.go.connect(self.show_page)
            page.side_changed.connect(self._place_side)
            page.side_wanted.connect(self.show_side)
            if isinstance(page, PhotosPage):
                page.sources.follow(self.cards, self.folders)
        return self.pages[name]

    def _show_first(self) -> None:
        if self.current() is None:
            self.show_page(ClaimPage.NAME)

    def show_page(self, name: str, record_id: str = "", field: str = "") -> None:
        """Show a page, and a record and field on it; what is being edited elsewhere is committed first."""
        is_new = name not in self.pages
        page, before = self.page(name), self.current()
        if before is not None and page is not before:
            before.commit()
        self._stack.setCurrentWidget(page)
        self.rail.choose(name)
        if not is_new and page.is_stale:
            page.is_stale = False
            page.load()
        self._place_side()
        if record_id or field:
            page.show_record(record_id, field)
        self.page_shown.emit(name)

    def apply(self, changes: Changes) -> None:
        """Pass on what an operation changed."""
        current = self.current()
        for page in self.pages.values():
            if page is current:
                page.apply(changes)
            else:
                page.miss(changes)
        self.watch.apply(changes)

    def commit(self) -> None:
        """Write what is being edited on any page."""
        for page in self.pages.values():
            page.commit()

    def stop_watching(self) -> None:
        """Start nothing any more by itself: the case is about to be closed."""
        self.watch.stop()
        self.cards.stop()
        self.folders.pause()
        self.catching_up.stop()

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
        self.show_page(PhotosPage.NAME)
        photos = self.page(PhotosPage.NAME)
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

    def _add_place(self, number: int, kind: type[Page]) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: self.show_page(kind.NAME))
        self.addAction(action)
        if kind is not NoticesPage:
            self.rail.add(kind.NAME, kind.ICON)
            action.setShortcut(f"Ctrl+{number}")
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
        for kind, action in zip(PAGES, self.place_actions, strict=True):
            action.setText(tr_marked(kind.TITLE))
            if kind.NAME in self.rail.buttons:
                name = tr_marked(kind.SHORT or kind.TITLE)
                self.rail.buttons[kind.NAME].say(name, *overview.badge(kind.NAME))
