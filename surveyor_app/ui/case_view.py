"""An open case: rail, pages, inspector. Builds the pages, switches between them, and passes changes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from surveyor_app.domain.changes import Changes
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.notices import collect
from surveyor_app.ui.page import Page
from surveyor_app.ui.pages.arrival import ArrivalPage
from surveyor_app.ui.pages.claim import ClaimPage
from surveyor_app.ui.pages.damage import DamagePage
from surveyor_app.ui.pages.delivery import DeliveryPage
from surveyor_app.ui.pages.notices import NoticesPage
from surveyor_app.ui.pages.people import PeoplePage
from surveyor_app.ui.pages.photos import PhotosPage
from surveyor_app.ui.pages.ready import ReadyPage
from surveyor_app.ui.pages.report import ReportPage
from surveyor_app.ui.pages.statements import StatementsPage
from surveyor_app.ui.translation import tr_marked
from surveyor_app.ui.widgets.rail import Rail

INSPECTOR_PX = 320
NARROW_BELOW_PX = 1180
"""Below this width of the window the rail shows icons only."""
SIDE_BELOW_PX = 1000
"""Below this width the inspector is hidden until asked for."""


class CaseView(QWidget):
    """The pages of one case."""

    page_shown = Signal(str)
    noticed = Signal(int)
    """How many notices there are."""

    def __init__(self, desk: Desk, server: str) -> None:
        super().__init__()
        self.desk = desk
        self.setAcceptDrops(True)
        self.photos = PhotosPage(desk)
        self.delivery = DeliveryPage(desk, server)
        pages: list[Page] = [
            ClaimPage(desk),
            ArrivalPage(desk),
            self.photos,
            PeoplePage(desk),
            StatementsPage(desk),
            DamagePage(desk),
            ReadyPage(desk),
            ReportPage(desk),
            self.delivery,
            NoticesPage(desk),
        ]
        self.pages = {page.NAME: page for page in pages}
        self.rail = Rail()
        self._stack = QStackedWidget()
        self._side = QFrame()
        self._side.setProperty("role", "side")
        self._side.setFixedWidth(INSPECTOR_PX)
        self._side_stack = QStackedWidget()
        holder = QVBoxLayout(self._side)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self._side_stack)
        self._side_wanted: bool | None = None
        self.place_actions: list[QAction] = []
        for page in pages:
            self._add(page)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self._stack, 1)
        across.addWidget(self._side)
        self.rail.chosen.connect(self.show_page)
        self._retranslate()
        self._count_notices()
        self.show_page("claim")

    # ------------------------------------------------------------------------------------------ pages

    def current(self) -> Page:
        """Return the page shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page), "only pages are in the stack"
        return page

    def show_page(self, name: str, record_id: str = "", field: str = "") -> None:
        """Show a page, and a record and field on it; what is being edited elsewhere is committed first."""
        page = self.pages[name]
        if page is not self.current():
            self.current().commit()
        self._stack.setCurrentWidget(page)
        self.rail.choose(name)
        page.load()
        self._place_side()
        if record_id or field:
            page.show_record(record_id, field)
        self.page_shown.emit(name)

    def apply(self, changes: Changes) -> None:
        """Pass on what an operation changed."""
        for page in self.pages.values():
            page.apply(changes)
        if changes.touched or changes.delivery:
            self._count_notices()

    def commit(self) -> None:
        """Write what is being edited on any page."""
        for page in self.pages.values():
            page.commit()

    def toggle_side(self) -> None:
        """Show or hide the inspector."""
        self._side_wanted = not self._side.isVisible()
        self._place_side()

    # ------------------------------------------------------------------------------------------- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.show_page("photos")
            self.photos.take_in(paths)

    # ---------------------------------------------------------------------------------------- inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < NARROW_BELOW_PX)
        self._place_side()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _add(self, page: Page) -> None:
        self._stack.addWidget(page)
        side = page.inspector()
        if side is not None:
            self._side_stack.addWidget(side)
        page.go.connect(self.show_page)
        action = QAction(self)
        action.triggered.connect(lambda: self.show_page(page.NAME))
        self.addAction(action)
        self.place_actions.append(action)
        if page.NAME != NoticesPage.NAME:
            self.rail.add(page.NAME, page.ICON)
            action.setShortcut(f"Ctrl+{len(self.place_actions)}")
            page.badge_changed.connect(lambda: self._say_badge(page))

    def _place_side(self) -> None:
        side = self.current().inspector()
        wanted = self.width() >= SIDE_BELOW_PX if self._side_wanted is None else self._side_wanted
        self._side.setVisible(side is not None and wanted)
        if side is not None:
            self._side_stack.setCurrentWidget(side)

    def _say_badge(self, page: Page) -> None:
        self.rail.buttons[page.NAME].say(tr_marked(page.TITLE), *page.badge())

    def _retranslate(self) -> None:
        for page, action in zip(self.pages.values(), self.place_actions, strict=True):
            action.setText(tr_marked(page.TITLE))
            if page.NAME in self.rail.buttons:
                self._say_badge(page)

    def _count_notices(self) -> None:
        self.noticed.emit(len(collect(self.desk.case)))
