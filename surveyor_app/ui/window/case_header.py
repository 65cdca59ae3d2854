"""What the top bar says about the open case: its title, how it is saved and delivered, undo, and the time on scene."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.state_texts import state_text
from surveyor_app.ui.window.top_bar import TopBar
from surveyor_app.ui.window.undo_texts import words
from surveyor_app.wording.translation import tr

if TYPE_CHECKING:
    from surveyor_app.ui.base.edits import Edits
    from surveyor_app.ui.base.overview import Overview
    from surveyor_app.ui.window.overview import OverviewWatch
    from surveyor_app.wording.labels import Labels

SCENE_MS = 20_000


class CaseHeader(QObject):
    """Follows the case that is open; says nothing while there is none."""

    titled = Signal(str)
    """The title of the window."""

    def __init__(self, top: TopBar, parent: QObject) -> None:
        super().__init__(parent)
        self._top = top
        self._watch: OverviewWatch | None = None
        self._labels: Labels | None = None
        self._saved_at: datetime | None = None
        self._undoable: tuple[str | None, str | None] = (None, None)
        self._timer = QTimer(self)
        self._timer.setInterval(SCENE_MS)
        self._timer.timeout.connect(self._say_scene)
        self._timer.start()

    def leave(self) -> None:
        """There is no open case any more."""
        self._watch = self._labels = None
        self._top.show_case(False)
        self.titled.emit("Surveyor")

    def follow(self, edits: Edits, watch: OverviewWatch, labels: Labels) -> None:
        """Follow the case that was just opened."""
        self._watch, self._labels = watch, labels
        self._top.show_case(True)
        edits.saved.connect(self._on_saved)
        edits.undoable.connect(self._on_undoable)
        watch.changed.connect(lambda _overview: self.say())
        self._saved_at = None
        self._on_undoable(None, None)
        self.say()

    def say(self) -> None:
        """Write everything anew, in the window's language and theme."""
        if self._watch is None:
            return
        overview = self._watch.latest
        title = _title(overview)
        self._top.set_title(title)
        self.titled.emit(f"{title} – Surveyor" if title else "Surveyor")
        state, done, total = overview.state, overview.delivered, overview.items
        self._top.say(self._top.delivery, f"{done}/{total} {state_text(state)}" if total else state_text(state))
        self._top.set_notices(overview.notices)
        self._top.delivery.setIcon(icons.icon("receipt" if state == "receipted" else "delivery",
                                              "ok" if state == "receipted" else "text"))  # fmt: skip
        self._say_saved()
        self._say_scene()
        self._say_undo()

    def _on_saved(self, at: datetime) -> None:
        self._saved_at = at
        self._say_saved()

    def _on_undoable(self, undo: str | None, redo: str | None) -> None:
        self._undoable = (undo, redo)
        self._say_undo()

    def _say_undo(self) -> None:
        for control, text, label in zip(
            (self._top.undo, self._top.redo), (tr("Undo"), tr("Redo")), self._undoable, strict=True
        ):
            control.setEnabled(label is not None)
            what = words(label, self._labels) if label and self._labels is not None else ""
            looks.name(control, f"{text}: {what}" if what else text)

    def _say_saved(self) -> None:
        at = self._saved_at
        self._top.saved.setText(tr("saved {time}", time=formats.clock(at)) if at else tr("saved"))

    def _say_scene(self) -> None:
        if self._watch is None:
            return
        minutes = self._watch.latest.minutes_on_scene(datetime.now(UTC))
        time = "" if minutes is None else f"{minutes // 60}:{minutes % 60:02d}"
        self._top.set_scene(tr("{time} on scene", time=time) if time else "")


def _title(overview: Overview) -> str:
    claim = overview.claim
    parts = (claim.report_no, claim.plate_no, claim.accident_place) if claim else ()
    # Before the case was read nothing is said of its number: it may well have one.
    unknown = "" if overview.must is None else tr("(no number yet)")
    return " · ".join(part for part in parts if part) or unknown
