"""The strip at the bottom while long work runs: what, how far, how long still, and Cancel."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.jobs import Job, Jobs
from surveyor_app.ui.base.waiting_texts import next_try_words
from surveyor_app.wording.translation import tr

HEIGHT_PX = 52
SETTLED_S = 2.0
"""Before that a guess at the time left is worthless."""


class RunningStrip(QFrame):
    """Shows the oldest titled job; hidden while there is none."""

    shown = Signal(bool)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._was_shown = False
        self.setProperty("role", "strip")
        self.setFixedHeight(HEIGHT_PX)
        self.title = looks.label("section")
        self.words = looks.label("secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = looks.button("", self._on_cancel_clicked)
        self.more = looks.label("secondary")
        line = looks.row(self.title, self.words, self.bar, self.more, self.cancel, spacing=14)
        line.setContentsMargins(16, 4, 12, 4)
        line.setStretch(2, 1)
        self.setLayout(line)
        jobs.listed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how far the oldest job is."""
        running = self._jobs.running()
        self.setVisible(bool(running))
        if self._was_shown != bool(running):
            self._was_shown = bool(running)
            self.shown.emit(self._was_shown)
        if not running:
            return
        job = running[0]
        self.title.setText(job.title)
        self.words.setText(progress_words(job, time.monotonic()))
        progress = job.progress
        self.bar.setMaximum(progress.total if progress else 0)
        self.bar.setValue(progress.done if progress else 0)
        looks.face(self.cancel, tr("Cancelling…") if job.cancelled else tr("Cancel"))
        self.cancel.setEnabled(not job.cancelled)
        self.more.setText(tr("and %n more", n=len(running) - 1) if len(running) > 1 else "")

    def _on_cancel_clicked(self) -> None:
        running = self._jobs.running()
        if running:
            running[0].cancel()
            self.refresh()


def progress_words(job: Job, now_s: float) -> str:
    """Return count, refused, rate and time left as one line."""
    progress = job.progress
    if progress is not None and progress.waiting is not None and progress.total == 0:
        return next_try_words(progress.waiting)
    if progress is None or progress.total == 0:
        # While folders are walked the text is the number of files found so far.
        found = int(progress.text) if progress is not None and progress.text.isdecimal() else 0
        return tr("%n files found so far…", n=found) if found else tr("starting…")
    big = progress.total > 100_000  # bytes rather than things
    done = formats.size(progress.done) if big else formats.number(progress.done)
    total = formats.size(progress.total) if big else formats.number(progress.total)
    parts = [tr("{done} of {total}", done=done, total=total)]
    if progress.refused:
        parts.append(tr("%n refused", n=progress.refused))
    elapsed = now_s - job.started_s
    if progress.waiting is not None:
        parts.append(next_try_words(progress.waiting))
    elif progress.done and elapsed > SETTLED_S and progress.done < progress.total:
        parts.append(_rate_words(progress.done / elapsed, big))
        rest = elapsed * (progress.total - progress.done) / progress.done
        parts.append(tr("{time} left", time=formats.duration(rest)))
    return " · ".join(parts)


def _rate_words(per_second: float, big: bool) -> str:
    if big:
        return tr("{size}/s", size=formats.size(round(per_second)))
    if per_second >= 1:
        return tr("{count} a second", count=formats.number(round(per_second)))
    return tr("{count} a minute", count=formats.number(max(1, round(per_second * 60))))
