"""Asks once more before a case is removed from this laptop; only one that the centre has signed for in full can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.cases.opening import CaseSummary
from surveyor_app.operations.cases.removing import remove_case
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.wording.translation import tr


class RemoveDialog(ScrollingDialog):
    """One question; Enter keeps the case."""

    def __init__(
        self, parent: QWidget, profile: Profile, jobs: Jobs, summary: CaseSummary, on_removed: Callable[[], None]
    ) -> None:
        super().__init__(parent, 460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Remove from this laptop"))
        self._profile, self._jobs, self._path, self._on_removed = profile, jobs, Path(summary.path), on_removed
        why = looks.label(
            "",
            tr(
                "Remove case {case} from this laptop? The centre has signed for every byte of it and gives it back on"
                " demand; the receipt stays here. Without the centre it cannot be read any more.",
                case=summary.report_no or self._path.name,
            ),
            wrap=True,
        )
        self.note = Note()
        self.confirm = looks.button("danger", self._on_confirmed)
        looks.face(self.confirm, tr("Remove"))
        keep = looks.button("", self.reject)
        looks.face(keep, tr("Keep"))
        keep.setDefault(True)
        self.lay_out(looks.column(why, self.note, spacing=12), None, keep, self.confirm)
        keep.setFocus()

    def _on_confirmed(self) -> None:
        profile, path = self._profile, self._path
        self.confirm.setEnabled(False)
        self._jobs.write(lambda: remove_case(profile, path), self, lambda _none: self._on_done(), self._on_failed)

    def _on_done(self) -> None:
        self.accept()
        self._on_removed()

    def _on_failed(self, error: BaseException) -> None:
        self.confirm.setEnabled(True)
        self.note.say(words(error), "bad")
