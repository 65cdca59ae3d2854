"""Home (Cases 案件): all cases of the profile, found as you type; a new one, or those the office assigned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import Cancelled, DamagedFile
from surveyor_app.operations.cases.locked_out import locked_out
from surveyor_app.operations.cases.opening import CaseSummary, list_cases
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Messages
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.notes import EmptyState, Note
from surveyor_app.ui.base.page import MARGIN_PX
from surveyor_app.ui.cases.menu import CaseDeeds, open_menu, show_folder
from surveyor_app.ui.cases.removing import RemoveDialog
from surveyor_app.ui.cases.salvaging import SalvageDialog
from surveyor_app.ui.delivery.enrol_dialog import EnrolDialog
from surveyor_app.ui.forms.id_table import ID_ROLE, MEASURED_ROWS
from surveyor_app.ui.forms.record_list import ROW_PX
from surveyor_app.ui.window.cases_model import PLACE, CasesModel
from surveyor_app.ui.window.fetching import fetch_assigned
from surveyor_app.ui.window.new_case_dialog import NewCaseDialog
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import mark, tr, tr_marked

Accepts = Callable[[CaseSummary], bool]
CHIPS: tuple[tuple[str, str, Accepts | None], ...] = (
    ("all", mark("All"), None),
    ("work", mark("In work"), lambda case: case.state in ("draft", "complete", "needs_attention", "returned")),
    ("deliver", mark("To deliver"), lambda case: case.state in ("sealed", "queued", "sending")),
    ("done", mark("Done"), lambda case: case.state in ("receipted", "accepted")),
)
MINUTE_MS = 60_000


class HomePage(QWidget):
    """The list with search and chips. Opens nothing by itself: it says which case is wanted."""

    case_wanted = Signal(str)
    new_wanted = Signal(str)
    """A new case with this report number (empty: none yet)."""
    server_changed = Signal(str)

    def __init__(self, profile: Profile, jobs: Jobs, labels: Labels, messages: Messages, server: str) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._profile = profile
        self._jobs = jobs
        self._messages = messages
        self._server = server
        self._chip = "all"
        self.model = CasesModel(labels, self)
        self.table = self._make_table()
        self.title = looks.label("title")
        self.state = looks.label("state")
        self.note = Note()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_searched)
        self.none_found = looks.label("secondary", wrap=True)
        self.new_button = looks.button("primary", self.ask_new)
        self.fetch_button = looks.button("", self.fetch)
        self.chips = {name: looks.button("chip") for name, _, _ in CHIPS}
        for name, chip in self.chips.items():
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked=False, name=name: self._choose_chip(name))
        self.empty = EmptyState("case", self.ask_new)
        self._deeds = CaseDeeds(
            open=lambda case: self.case_wanted.emit(case.case_id),
            show_folder=lambda case: show_folder(Path(case.path).parent),
            copy_number=lambda case: QApplication.clipboard().setText(case.report_no or ""),
            salvage=lambda case: self.salvage(Path(case.path)),
            remove=self._remove,
        )
        self._actions = [
            (self._action("Ctrl+N", self.ask_new), mark("New case")),
            (self._action("F5", self.fetch), mark("Fetch assignments")),
            (self._action("Ctrl+F", self.search.setFocus), mark("Search")),
        ]
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.model.touch_all)
        self._timer.start(MINUTE_MS)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.title.setText(tr("Cases"))
        looks.face(self.new_button, tr("New case"))
        self.new_button.setIcon(icons.icon("add", "on_accent"))
        looks.face(self.fetch_button, tr("Fetch assignments"), "fetch")
        self.search.setPlaceholderText(tr("Search by number, name, plate or place"))
        self.search.setAccessibleName(tr("Search"))
        self.table.setAccessibleName(tr("Cases"))
        for name, text, _ in CHIPS:
            looks.face(self.chips[name], tr_marked(text))
            self.chips[name].setChecked(name == self._chip)
        for action, text in self._actions:
            action.setText(tr_marked(text))
        self.empty.say(
            tr("No case here yet"),
            tr(
                "Fetch what the office has assigned to you, or open a new case on the spot; "
                "the office's number can be joined later."
            ),
            tr("New case"),
            "add",
        )
        self.model.touch_all()
        self._say()

    def load(self) -> None:
        """Read the list again."""
        self.model.show_cases(list_cases(self._profile))
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self._select(0)
        if refused := locked_out(self._profile):
            self.note.say(words(refused), "bad")
        self._say()

    def page_actions(self) -> list[QAction]:
        """Return the actions of this page."""
        return [action for action, _ in self._actions]

    def take_keyboard(self) -> None:
        """Have the keyboard begin in the list, or at what makes the first case."""
        (self.table if self.model.total() else self.empty.start).setFocus()

    def ask_new(self) -> None:
        """Ask for the report number of a new case; it may be left empty."""
        NewCaseDialog(self, self.new_wanted.emit).open()

    def fetch(self) -> None:
        """Fetch the cases that the office assigned; an unenrolled laptop is enrolled first."""
        profile = self._profile
        if profile.enrolment() is None:
            EnrolDialog(self, profile, self._jobs, self._server, self._on_enrolled).open()
            return
        self.fetch_button.setEnabled(False)
        self._jobs.run(
            lambda report: fetch_assigned(profile, report),
            self,
            self._on_fetched,
            self._on_failed,
            title=tr("Fetching assignments"),
        )

    def open_current(self) -> None:
        """Ask for the current case to be opened."""
        case_id = self.table.currentIndex().data(ID_ROLE)
        if case_id:
            self.case_wanted.emit(case_id)

    def complain(self, error: BaseException) -> None:
        """Show why a case could not be opened; of a damaged one offer to read what it still holds."""
        self.note.say(words(error), "bad")
        if isinstance(error, DamagedFile):
            self.salvage(Path(str(error.data["path"])))

    def salvage(self, damaged: Path) -> None:
        """Offer to read a damaged case into a new file."""
        SalvageDialog(self, self._profile, self._jobs, damaged, self._on_salvaged).open()

    def _on_salvaged(self, case_id: str | None) -> None:
        self.note.say("")
        self.load()
        if case_id is not None:
            self.case_wanted.emit(case_id)

    def _on_menu_wanted(self, at: QPoint) -> None:
        summary = self.model.summary_at(self.table.indexAt(at).row())
        if summary is not None:
            self.menu = open_menu(self, self.table.viewport().mapToGlobal(at), summary, self._deeds)

    def _remove(self, summary: CaseSummary) -> None:
        RemoveDialog(self, self._profile, self._jobs, summary, self._on_removed).open()

    def _on_removed(self) -> None:
        self.load()
        self._messages.tell(tr("Removed from this laptop; the receipt is kept."), tone="ok")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        # With a parent from the start: what is piled without one is a window for a moment, and takes the keyboard away.
        listing = QWidget(self)
        head = looks.row(self.search, 8, *self.chips.values(), None)
        listing.setLayout(looks.column(head, self.none_found, self.table, spacing=12))
        self.search.setMinimumWidth(280)
        pile = QStackedLayout()
        pile.addWidget(listing)
        pile.addWidget(self.empty)
        self._pile, self._listing = pile, listing
        body = QVBoxLayout(self)
        body.setContentsMargins(MARGIN_PX, 14, MARGIN_PX, 14)
        body.setSpacing(12)
        titles = looks.column(self.title, self.state, spacing=2)
        body.addLayout(looks.row(titles, None, self.fetch_button, self.new_button))
        body.addWidget(self.note)
        body.addLayout(pile, 1)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_PX + 4)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Stretch)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu_wanted)
        table.activated.connect(lambda _index: self.open_current())
        table.clicked.connect(lambda _index: self.open_current())
        return table

    def _action(self, shortcut: str, on_triggered: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: on_triggered())
        self.addAction(action)
        return action

    def _on_searched(self, text: str) -> None:
        self.model.search(text)
        self._say()

    def _choose_chip(self, name: str) -> None:
        self._chip = name
        self.model.filter_by(next(accepts for chip, _, accepts in CHIPS if chip == name))
        self.retranslate()

    def _select(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)

    def _say(self) -> None:
        total = self.model.total()
        self._pile.setCurrentWidget(self._listing if total else self.empty)
        nothing = bool(total) and not self.model.rowCount()
        self.none_found.setText(tr("Nothing found. %n case(s) are not shown.", n=total) if nothing else "")
        self.none_found.setVisible(nothing)
        self.state.setText(tr("%n case(s) on this laptop · {name}", n=total, name=self._profile.display_name))

    def _on_enrolled(self, server: str) -> None:
        self._server = server
        self.server_changed.emit(server)
        self._messages.tell(tr("Enrolled at {server}.", server=server), tone="ok")
        self.fetch()

    def _on_fetched(self, count: int) -> None:
        self.fetch_button.setEnabled(True)
        self.note.say("")
        self.load()
        text = (
            tr("%n case(s) brought up to date", n=count) if count else tr("Nothing is assigned to you at the moment.")
        )
        self._messages.tell(text, tone="ok" if count else "")

    def _on_failed(self, error: BaseException) -> None:
        self.fetch_button.setEnabled(True)
        if not isinstance(error, Cancelled):
            self.note.say(words(error), "bad")
