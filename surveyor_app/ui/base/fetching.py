"""Fetches an original that is not on this laptop when somebody opens it; until it is here, only the centre's picture shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Interrupt, ReportProgress
from surveyor_app.operations.cases import pulling
from surveyor_app.operations.cases.pulling import FetchOutcome
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.jobs import Job
from surveyor_app.wording.translation import tr

PATIENCE_S = 20.0
"""Somebody looks at the screen: after so long without an answer it is said that the centre cannot be reached."""


def is_away(desk: Desk, record: Evidence) -> bool:
    """Tell whether the original is known to lie elsewhere, and not here."""
    return record.sha256 is not None and pulling.is_away(desk.case, record.sha256)


def away_text() -> str:
    """Return the word for it."""
    return tr("Not on this laptop: this is what the centre shows of it")


def fetch(desk: Desk, record: Evidence, receiver: QObject, done: Callable[[], None]) -> Job:
    """Fetch the original of a record; ``done`` is called once it is here, an error is told."""
    sha256, interrupt = record.sha256 or "", Interrupt()

    def work(report: ReportProgress) -> FetchOutcome:
        return pulling.fetch_originals(
            desk.case, desk.workers, originals={sha256}, progress=report, patience_s=PATIENCE_S, interrupt=interrupt
        )

    def on_fetched(outcome: FetchOutcome) -> None:
        if sha256 in outcome.failed:
            desk.messages.tell(why_not(outcome), tone="warn")
        else:
            done()

    def on_failed(error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            desk.messages.tell(words(error), tone="bad")

    return desk.jobs.run(work, receiver, on_fetched, on_failed, title=tr("Fetching the original"), interrupt=interrupt)


def why_not(outcome: FetchOutcome) -> str:
    """Return why something is not here still."""
    if outcome.wrong:
        return tr("%n original(s) were not taken: the centre sends other bytes than were signed for.", n=outcome.wrong)
    return tr("%n original(s) are not at the centre either; whoever took them has to deliver them.", n=outcome.left)
