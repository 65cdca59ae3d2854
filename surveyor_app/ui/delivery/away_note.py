"""How many originals are not on this laptop, and the button that fetches them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.progress import Interrupt, ReportProgress
from surveyor_app.operations.cases import pulling
from surveyor_app.operations.cases.pulling import FetchOutcome
from surveyor_app.sync.patience import Patience
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.fetching import why_not
from surveyor_app.ui.base.jobs import Job
from surveyor_app.ui.base.notes import Note
from surveyor_app.wording.translation import tr


class AwayNote(Note):
    """A note on the delivery page; hidden where everything is here."""

    def __init__(self, desk: Desk, pace: Callable[[], Patience], receiver: QObject) -> None:
        """Fetch as patiently as ``pace`` says, for ``receiver``."""
        super().__init__()
        self._desk = desk
        self._pace = pace
        self._receiver = receiver
        self._job: Job | None = None
        self._why = ""
        self.button.clicked.connect(self.fetch)

    def load(self) -> None:
        """Say how many there are now."""
        count = pulling.absent_count(self._desk.case)
        text = tr("%n original(s) are not on this laptop: others took them, or another laptop did.", n=count)
        action = tr("Cancel") if self._job is not None else tr("Fetch them")
        is_possible = self._desk.profile.enrolment() is not None
        self.say(f"{text} {self._why}".strip() if count else "", "", action if is_possible else "")

    def fetch(self) -> None:
        """Fetch all of them; a second press ends it, and the next one goes on there."""
        if self._job is not None:
            self._job.cancel()
            return
        desk, interrupt = self._desk, Interrupt()

        def work(report: ReportProgress) -> FetchOutcome:
            return pulling.fetch_originals(
                desk.case, desk.workers, progress=report, patience=self._pace(), interrupt=interrupt
            )

        self._why = ""
        self._job = desk.jobs.run(
            work,
            self._receiver,
            self._on_fetched,
            self._on_failed,
            title=tr("Fetching originals"),
            interrupt=interrupt,
        )
        self.load()

    def _on_fetched(self, outcome: FetchOutcome) -> None:
        self._end(why_not(outcome) if outcome.left else "")

    def _on_failed(self, error: BaseException) -> None:
        self._end("" if isinstance(error, Cancelled) else words(error))

    def _end(self, why: str) -> None:
        self._job, self._why = None, why
        self.load()
