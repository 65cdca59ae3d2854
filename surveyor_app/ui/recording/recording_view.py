"""One video or sound over the whole screen, played straight from the case; Escape closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from surveyor_app.casefile.blob_reading import BlobReader
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base import errors, looks
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.recording.playback import Playback
from surveyor_app.ui.recording.player import Player
from surveyor_app.wording.translation import tr

PLAYED = frozenset({"video", "sound"})
"""Classes of evidence that are played and not looked at."""


class RecordingView(QDialog):
    """Plays one original; what it reads from the case ends when it closes."""

    def __init__(
        self, parent: QWidget, case: CaseFile, jobs: Jobs, record: Evidence, start_ms: int | None = None
    ) -> None:
        """Open ``record`` for playing; with ``start_ms`` it plays from there at once.

        Raises:
            BlobMissing: its original is not in this case file.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._record = record
        self._start_ms = start_ms
        self.playback = Playback(BlobReader(case, record.sha256 or ""), record.file_name or "", self)
        self.caption = looks.label("heading", wrap=True)
        self.help = looks.label("help")
        self.close_button = looks.tool(self.reject)
        self.note = Note()
        self.player = Player(self.playback, record, case, jobs)
        head = looks.row(self.caption, None, self.help, self.close_button, spacing=12)
        head.setStretch(0, 1)
        layout = looks.column(head, self.note, self.player, spacing=8)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.playback.unplayable.connect(self._on_unplayable)
        self.playback.damaged.connect(self._on_damaged)
        self.playback.loaded.connect(self._on_loaded)
        self.retranslate()
        self.player.play_button.setFocus()
        self.playback.load()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        title = tr("Sound") if self._record.evidence_class == "sound" else tr("Video")
        self.setWindowTitle(title)
        self.caption.setText(self._record.caption or self._record.file_name or title)
        self.help.setText(tr("Space: play, pause · arrows: 5 s · comma, point: one picture · Esc: close"))
        looks.name(self.close_button, tr("Close"), "close")
        self.player.retranslate()

    def done(self, result: int) -> None:
        # Before the window goes, while the event loop still runs: see the module about playback.
        self.playback.release()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.player.press(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_loaded(self, ms: int) -> None:
        if self._start_ms is not None and self.player.isEnabled():
            self.playback.play_from(self._start_ms)
            self._start_ms = None
        if not ms or not self.player.isEnabled():
            return
        if self._record.evidence_class == "video" and not self.playback.has_picture():
            self.note.say(tr("Only the sound of this video can be played on this computer."), "warn")
        elif not self.playback.can_be_heard():
            self.note.say(tr("This computer has no loudspeaker: it is played without sound."), "warn")

    def _on_unplayable(self) -> None:
        if not self.player.isEnabled():
            return  # Damage is the reason, and was said.
        self.player.setEnabled(False)
        codec = self._record.codec or self._record.format or "?"
        text = tr(
            "This computer cannot play it ({codec}). The original is unchanged in the case and can be exported.",
            codec=codec,
        )
        self.note.say(text, "bad")

    def _on_damaged(self, error: SurveyorError) -> None:
        self.playback.release()
        self.player.setEnabled(False)
        self.note.say(errors.words(error), "bad")
