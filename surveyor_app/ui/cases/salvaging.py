"""Reads what a damaged case still holds into a new case file, and lists what is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.progress import ReportProgress
from surveyor_app.operations.cases.salvaging import SalvagedCase, salvage_case
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.jobs import Job, Jobs
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.wording.translation import current_language, tr

WIDTH_PX = 560


class SalvageDialog(ScrollingDialog):
    """Says what will be done, does it, and shows what became of it; the damaged file stays as it is."""

    def __init__(
        self, parent: QWidget, profile: Profile, jobs: Jobs, damaged: Path, on_done: Callable[[str | None], None]
    ) -> None:
        """``on_done`` is told the case that is to be opened, ``None`` where the list alone changed."""
        super().__init__(parent, WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Salvage a damaged case"))
        self._profile, self._jobs, self._damaged, self._on_done = profile, jobs, damaged, on_done
        self._job: Job | None = None
        self._done: SalvagedCase | None = None
        self.target = unused(damaged)
        self.why = looks.label("secondary", wrap=True)
        self.why.setText(
            tr(
                "{file} is damaged. What can still be read of it is written to a new case file, {new}, in the same folder:"
                " every original that is whole, and every record. The damaged file stays as it is.",
                file=damaged.name,
                new=self.target.name,
            )
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.note = Note()
        self.losses = looks.label("", wrap=True)
        self.losses.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.confirm = looks.button("primary", self._on_confirmed)
        looks.face(self.confirm, tr("Read into a new case"))
        self.confirm.setDefault(True)
        self.cancel = looks.button("", self.reject)
        looks.face(self.cancel, tr("Cancel"))
        jobs.listed.connect(self._on_listed)
        body = looks.column(self.why, self.bar, self.note, self.losses, spacing=12)
        self.lay_out(body, None, self.cancel, self.confirm)

    def reject(self) -> None:
        """End what is under way first; a case that was made is on the list."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()
        if self._done is not None:
            self._on_done(None)

    def _on_confirmed(self) -> None:
        if self._done is not None:
            self.accept()
            self._on_done(self._done.result.case_id)
            return
        profile, damaged, target = self._profile, self._damaged, self.target
        self.confirm.setEnabled(False)
        self.note.say("")
        self.bar.show()

        def work(report: ReportProgress) -> SalvagedCase:
            return salvage_case(profile, damaged, target, report)

        self._job = self._jobs.run(work, self, self._on_salvaged, self._on_failed, title=tr("Salvaging"))

    def _on_listed(self) -> None:
        progress = None if self._job is None else self._job.progress
        if progress is not None:
            self.bar.setMaximum(max(progress.total, 1))
            self.bar.setValue(progress.done)

    def _on_salvaged(self, done: SalvagedCase) -> None:
        self._job, self._done = None, done
        self.bar.hide()
        result = done.result
        told = tr(
            "{entries} lines of the journal and {originals} originals are in {file}.",
            entries=result.entries,
            originals=result.originals,
            file=done.path.name,
        )
        self.note.say(
            f"{told} {tr('Nothing is lost.')}" if result.is_whole else told, "ok" if result.is_whole else "warn"
        )
        language = current_language()
        self.losses.setText("\n".join(f"• {finding.sentence(language)}" for finding in done.findings))
        looks.face(self.confirm, tr("Open the case"))
        looks.face(self.cancel, tr("Close"))
        self.confirm.setEnabled(True)
        self.confirm.setFocus()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self.bar.hide()
        self.confirm.setEnabled(True)
        if not isinstance(error, Cancelled):
            self.note.say(words(error), "bad")


def unused(damaged: Path) -> Path:
    """Return a name beside the damaged file that nothing has yet."""
    number = 1
    while (path := damaged.with_name(f"{damaged.stem}-salvaged-{number}{damaged.suffix}")).exists():
        number += 1
    return path
