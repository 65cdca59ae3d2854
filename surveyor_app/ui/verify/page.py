"""Check evidence (核验): a PDF, the folder of a bag or a case file is dropped or chosen, and it is said what holds.

Needs no open case and no profile; only case files, which are encrypted, need the profile that they belong to.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import Cancelled, CertificateUnreadable, SurveyorError
from surveyor_app.domain.progress import Progress, ReportProgress
from surveyor_app.operations.cases.examining import examine, needs_profile
from surveyor_app.operations.cases.revocation_lists import held_list
from surveyor_app.operations.cases.verdicts import Verdict
from surveyor_app.operations.report.timestamping import timestamp_roots
from surveyor_app.settings import TimestampSettings
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.jobs import Job, Jobs
from surveyor_app.ui.base.notes import EmptyState, Note
from surveyor_app.ui.base.page import MARGIN_PX
from surveyor_app.ui.base.saving import documents
from surveyor_app.ui.verify.anchor import AnchorLine
from surveyor_app.ui.verify.verdict_view import VerdictView
from surveyor_app.wording.translation import mark, tr, tr_marked


class VerifyPage(QWidget):
    """One thing at a time: what is put before it takes the place of what was shown."""

    left = Signal()
    """The person is done here."""

    def __init__(self, jobs: Jobs, profile: Profile | None = None, timestamp: TimestampSettings | None = None) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAcceptDrops(True)
        self._jobs = jobs
        self._timestamp = timestamp
        self._profile: Profile | None = None
        self._job: Job | None = None
        self._asked_for = 0
        self._path: Path | None = None
        self._beside: Path | None = None
        self.title = looks.label("title")
        self.state = looks.label("state", wrap=True)
        self.back_button = looks.button("quiet", self.left.emit)
        self.file_button = looks.button("primary", self.ask_file)
        self.bag_button = looks.button("", self.ask_bag)
        self.beside_button = looks.button("", self.ask_beside)
        self.copy_button = looks.button("", self.copy)
        self.anchor = AnchorLine()
        self.anchor.changed.connect(self._again)
        self.note = Note()
        self.view = VerdictView()
        self.empty = EmptyState("shield", self.ask_file, self)
        self._actions = [
            (self._action("Ctrl+O", self.ask_file), mark("Check a file")),
            (self._action("Ctrl+Shift+O", self.ask_bag), mark("Check a bag")),
            (self._action("Ctrl+Shift+C", self.copy), mark("Copy the result as text")),
            (self._action("Escape", self.left.emit), mark("Back")),
        ]
        self._lay_out()
        self.set_profile(profile)

    def set_profile(self, profile: Profile | None) -> None:
        """Take the profile that was unlocked: it opens case files, and its authority is trusted."""
        self._profile = profile
        enrolment = None if profile is None else profile.enrolment()
        held = None if profile is None else held_list(profile)
        self.anchor.set_own([] if enrolment is None else [enrolment.ca_der], [] if held is None else [held.der])
        self.retranslate()

    def begin(self) -> None:
        """Put the keyboard where the work begins."""
        (self.view if self.view.verdict is not None else self.empty.start).setFocus()

    def page_actions(self) -> list[QAction]:
        """Return the actions of this page."""
        return [action for action, _ in self._actions]

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.title.setText(tr("Check evidence"))
        looks.face(self.back_button, tr("Back"), "back")
        looks.face(self.file_button, tr("File…"))
        looks.face(self.bag_button, tr("Bag…"), "import")
        looks.face(self.beside_button, tr("Compare with bag or case…"), "duplicate")
        looks.face(self.copy_button, tr("Copy"), "copy")
        for action, text in self._actions:
            action.setText(tr_marked(text))
        self.empty.say(
            tr("Drop a PDF, the folder of a bag, or a case file here"),
            tr(
                "You are told what holds, what does not, and who vouches for each part. "
                "Nothing is changed, and nothing leaves this laptop."
            ),
            tr("Choose a file"),
        )
        self.anchor.retranslate()
        self.view.retranslate()
        self._say()

    # ----------------------------------------------------------------------------------------- asking

    def ask_file(self) -> None:
        """Ask for a PDF or a case file."""
        if path := self._asked(tr("Check a file")):
            self.check(path)

    def ask_bag(self) -> None:
        """Ask for the folder of a bag."""
        if path := QFileDialog.getExistingDirectory(self, tr("Check a bag"), str(documents())):
            self.check(Path(path))

    def ask_beside(self) -> None:
        """Ask for the bag or the case that a PDF is compared with: a file of a bag stands for its folder."""
        if self._path is None:
            return
        if path := self._asked(tr("The case file, or bagit.txt of the bag")):
            self.check(self._path, path.parent if path.name == "bagit.txt" else path)

    def copy(self) -> None:
        """Copy what is shown as text."""
        if self.view.verdict is not None:
            QApplication.clipboard().setText(self.view.as_text())

    def _asked(self, title: str) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(self, title, str(documents()))
        return Path(path) if path else None

    # --------------------------------------------------------------------------------------- checking

    def check(self, path: Path, beside: Path | None = None) -> None:
        """Check something; what was under way is given up."""
        self._stop()
        self._path, self._beside = path, beside
        self.view.verdict = None
        profile, roots, lists = self._profile, self.anchor.roots, self.anchor.lists
        try:
            if profile is None and any(needs_profile(item) for item in (path, beside) if item is not None):
                self.note.say(tr("A case file is encrypted: unlock your cases first, then check it here."), "warn")
                self._say()
                return
        except SurveyorError as error:
            self._on_failed(error, self._asked_for)
            return
        self.note.say("")
        # What was given up may still arrive: it is told from what was asked for since.
        self._asked_for += 1
        number = self._asked_for
        chosen = self._timestamp

        def work(report: ReportProgress) -> Verdict:
            verdict = examine(path, roots, profile, beside, report, _stamps(chosen), lists)
            report(Progress(1, 1))  # once more: what was cancelled in its last steps is not shown either
            return verdict

        self._job = self._jobs.run(
            work,
            self,
            lambda verdict: self._on_checked(verdict, number),
            lambda error: self._on_failed(error, number),
            title=tr("Checking {name}", name=path.name),
        )
        self._say()

    def _again(self) -> None:
        """Another authority is trusted now: what is shown was judged by the one before."""
        if self._path is not None:
            self.check(self._path, self._beside)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_checked(self, verdict: Verdict, number: int) -> None:
        if number != self._asked_for:
            return
        self._job = None
        name = self._path.name if self._path is not None else ""
        self.view.show_verdict(name, verdict)
        self._say()
        self.begin()

    def _on_failed(self, error: BaseException, number: int) -> None:
        if number != self._asked_for:
            return
        self._job = None
        if isinstance(error, Cancelled):
            self.note.say(tr("Cancelled: nothing is said of it."))
        else:
            self.note.say(words(error), "bad")
        self._say()

    # ------------------------------------------------------------------------------------------- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_in(paths)

    def take_in(self, paths: list[Path]) -> None:
        """Check what was dropped: one thing, or a PDF together with its bag or case."""
        papers = [path for path in paths if path.suffix.lower() == ".pdf" and path.is_file()]
        others = [path for path in paths if path not in papers]
        if len(papers) == 1 and len(others) == 1:
            self.check(papers[0], others[0])
        elif len(paths) == 1:
            self.check(paths[0])
        else:
            self.note.say(tr("Please drop one thing at a time, or a PDF together with its bag or case."), "warn")

    # ----------------------------------------------------------------------------------------- inside

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _say(self) -> None:
        verdict = self.view.verdict
        self._pile.setCurrentWidget(self.empty if verdict is None else self.view)
        self.empty.setEnabled(self._job is None)
        self.beside_button.setVisible(verdict is not None and verdict.kind in {"statement", "report"})
        self._after.setVisible(verdict is not None)
        self.state.setText(self._state())

    def _state(self) -> str:
        if self._job is not None and self._path is not None:
            return tr("Checking {name}…", name=self._path.name)
        if self._path is None or self.view.verdict is None:
            return tr("A PDF, a bag or a case: what holds, and who vouches for it")
        if self._beside is not None:
            return tr("{name}, compared with {other}", name=self._path.name, other=self._beside.name)
        return self._path.name

    def _lay_out(self) -> None:
        self._pile = QStackedLayout()
        self._pile.addWidget(self.empty)
        self._pile.addWidget(self.view)
        titles = looks.column(self.title, self.state, spacing=2)
        head = looks.row(self.back_button, titles, self.bag_button, self.file_button)
        head.setStretch(1, 1)
        self._after = QWidget()
        self._after.setLayout(Flow(self.copy_button, self.beside_button))
        body = QVBoxLayout(self)
        body.setContentsMargins(MARGIN_PX, 14, MARGIN_PX, 14)
        body.setSpacing(12)
        body.addLayout(head)
        body.addWidget(self.anchor)
        body.addWidget(self.note)
        body.addLayout(self._pile, 1)
        body.addWidget(self._after)

    def _action(self, shortcut: str, on_triggered: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: on_triggered())
        self.addAction(action)
        return action


def _stamps(chosen: TimestampSettings | None) -> tuple[bytes, ...]:
    """Return who is trusted to confirm times; a file of the settings that holds no certificate vouches for nobody."""
    try:
        return timestamp_roots(chosen)
    except CertificateUnreadable:
        return ()
