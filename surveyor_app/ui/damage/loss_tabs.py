"""The tabs of the page of losses; a book is built when its tab is first shown."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QTabBar, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.injuries import InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import Losses
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.damage.injuries_panel import InjuriesPanel
from surveyor_app.ui.damage.loss_books import property_book, rescue_book, salvage_book
from surveyor_app.ui.damage.loss_names import LossNames
from surveyor_app.ui.damage.marks_panel import MarksPanel
from surveyor_app.ui.damage.totals_view import TotalsView
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_book import RecordBook
from surveyor_app.wording.translation import current_language, tr

Book = RecordBook[PropertyItem] | RecordBook[RescueCost] | RecordBook[Salvage] | InjuriesPanel


class Tab(IntEnum):
    """The tabs in their order."""

    VEHICLES = 0
    PROPERTY = 1
    INJURIES = 2
    RESCUE = 3
    SALVAGE = 4
    TOTALS = 5


class LossTabs(QWidget):
    """Marks on vehicles first; then the books, and what all of it comes to."""

    changed = Signal()
    """Another tab is shown."""

    record_wanted = Signal(str, str, str)
    """Please show a record of another page: kind, id and field."""

    def __init__(self, desk: Desk, marks: MarksPanel, names: LossNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.marks, self.names = desk, marks, names
        self.losses = Losses()
        self.books: dict[Tab, Book] = {}
        """The books built so far."""
        self._totals: TotalsView | None = None
        self.bar = QTabBar(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        for _ in Tab:
            self.bar.addTab("")
        self._pile = QStackedLayout()
        self.setLayout(looks.column(self.bar, self._pile, spacing=10))
        marks.hide()
        self.has_marks = False
        """The marks stand in their place; to lay them out and paint them takes as long as all the rest."""
        self.bar.currentChanged.connect(lambda _index: self._on_changed())

    @property
    def tab(self) -> Tab:
        """The tab shown."""
        return Tab(self.bar.currentIndex())

    def place_marks(self) -> None:
        """Put the marks in their place, if they are not there yet."""
        if not self.has_marks:
            self.has_marks = True
            self._pile.addWidget(self.marks)

    @property
    def totals(self) -> TotalsView:
        """What all of it comes to, built now if it was never asked for."""
        if self._totals is None:
            self._totals = TotalsView(self.names, self)
            self._pile.addWidget(self._totals)
        return self._totals

    def show_tab(self, tab: Tab) -> None:
        """Show a tab."""
        self.bar.setCurrentIndex(tab)

    def book(self, tab: Tab) -> Book:
        """Return a book, built now if it was never asked for."""
        if tab not in self.books:
            made = self._makers()[tab]()
            self.books[tab] = made
            self._pile.addWidget(made)
            if isinstance(made, InjuriesPanel):
                made.record_wanted.connect(self.record_wanted)
            made.load()
        return self.books[tab]

    def show_losses(self, losses: Losses) -> None:
        """Take what was read: the counts, and the totals if they are looked at."""
        self.losses = losses
        counts = (losses.marks, losses.items, losses.injuries, losses.rescue, losses.salvage)
        salvage = self._desk.labels.kind(Salvage.KIND, current_language())
        titles = (tr("Vehicles"), tr("Property"), tr("Injuries"), tr("Rescue"), salvage)
        for tab, (title, listed) in enumerate(zip(titles, counts, strict=True)):
            self.bar.setTabText(tab, tr("{title} ({count})", title=title, count=len(listed)) if listed else title)
        self.bar.setTabText(Tab.TOTALS, tr("Totals"))
        self.bar.setAccessibleName(tr("Kinds of losses"))
        if self.tab is Tab.TOTALS:
            self.totals.show_losses(losses)

    def load(self) -> None:
        """Read everything that is built."""
        self.marks.load()
        for book in self.books.values():
            book.load()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.marks.apply(changes)
        for book in self.books.values():
            book.apply(changes)

    def commit(self) -> None:
        """Write what is being edited in any book."""
        for book in self.books.values():
            book.commit()

    def retranslate(self) -> None:
        """Write the texts in the window's language; the books do so by themselves."""
        self.marks.retranslate()
        injuries = self.books.get(Tab.INJURIES)
        if isinstance(injuries, InjuriesPanel):
            injuries.retranslate()

    def select(self, record_id: str, field: str) -> None:
        """Show a record of any kind of loss and go to a field of it."""
        tab = self._tab_of(record_id)
        self.show_tab(tab)
        if tab is Tab.VEHICLES:
            self.marks.select(record_id)
        else:
            self.book(tab).select(record_id, field)

    def _shown(self) -> QWidget:
        if self.tab is Tab.VEHICLES:
            self.place_marks()
            return self.marks
        return self.totals if self.tab is Tab.TOTALS else self.book(self.tab)

    def _tab_of(self, record_id: str) -> Tab:
        losses = self.losses
        for tab, listed in (
            (Tab.PROPERTY, losses.items),
            (Tab.INJURIES, [*losses.injuries, *losses.fees]),
            (Tab.RESCUE, losses.rescue),
            (Tab.SALVAGE, losses.salvage),
        ):
            if any(record.id == record_id for record in listed):
                return tab
        is_visit = bool(record_id) and record_access.get(self._desk.case, InjuryVisit, record_id) is not None
        return Tab.INJURIES if is_visit else Tab.VEHICLES

    def _makers(self) -> dict[Tab, Callable[[], Book]]:
        desk, names = self._desk, self.names
        return {
            Tab.PROPERTY: lambda: property_book(desk, names, self),
            Tab.INJURIES: lambda: InjuriesPanel(desk, names, self),
            Tab.RESCUE: lambda: rescue_book(desk, names, self),
            Tab.SALVAGE: lambda: salvage_book(desk, names, self),
        }

    def _on_changed(self) -> None:
        self.commit()
        if self.tab is Tab.TOTALS:
            self.totals.show_losses(self.losses)
        self._pile.setCurrentWidget(self._shown())
        self.changed.emit()
