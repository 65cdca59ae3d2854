"""What the top bar says about the open case: its title, how it is saved and delivered, undo, and the time on scene."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.errors import words as words_of
from surveyor_app.ui.base.standing import Standing
from surveyor_app.ui.base.state_texts import state_text
from surveyor_app.ui.window.top_bar import TopBar
from surveyor_app.ui.window.undo_texts import words
from surveyor_app.wording.translation import tr

if TYPE_CHECKING:
    from surveyor_app.ui.base.edits import Edits
    from surveyor_app.ui.base.overview import Overview
    from surveyor_app.ui.window.overview import OverviewWatch
    from surveyor_app.ui.window.second_copy import SecondCopy
    from surveyor_app.wording.labels import Labels

SCENE_MS = 20_000
_COPY_LOOKS = {"done": ("card", "ok"), "away": ("card", "warn"), "failed": ("alert", "bad")}


class CaseHeader(QObject):
    """Follows the case that is open; says nothing while there is none."""

    titled = Signal(str)
    """The title of the window."""

    def __init__(
        self,
        top: TopBar,
        parent: QObject,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._now, self._ticks = now, ticks
        self._top = top
        self._watch: OverviewWatch | None = None
        self._labels: Labels | None = None
        self._copy: SecondCopy | None = None
        self._saved_at: datetime | None = None
        self._standing = Standing.STORED
        self._scene_from: tuple[object, float, float] | None = None
        self._undoable: tuple[str | None, str | None] = (None, None)
        self._timer = QTimer(self)
        self._timer.setInterval(SCENE_MS)
        self._timer.timeout.connect(self._say_scene)
        self._timer.start()

    def leave(self) -> None:
        """There is no open case any more."""
        self._watch = self._labels = self._copy = None
        self._top.show_case(False)
        self.titled.emit("Surveyor")

    def follow(self, edits: Edits, watch: OverviewWatch, labels: Labels, copy: SecondCopy | None = None) -> None:
        """Follow the case that was just opened, and its second copy."""
        self._watch, self._labels, self._copy = watch, labels, copy
        if copy is not None:
            copy.changed.connect(self._say_copy)
        self._top.show_case(True)
        edits.saved.connect(self._on_saved)
        edits.stands.connect(self._on_stands)
        edits.undoable.connect(self._on_undoable)
        watch.changed.connect(lambda _overview: self.say())
        self._saved_at, self._standing = None, edits.standing
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
        self._say_copy()
        self._say_saved()
        self._say_scene()
        self._say_undo()

    def _on_saved(self, at: datetime) -> None:
        self._saved_at = at
        self._say_saved()

    def _on_undoable(self, undo: str | None, redo: str | None) -> None:
        self._undoable = (undo, redo)
        self._say_undo()

    def _say_copy(self) -> None:
        """Say how the second copy stands; nothing where none is wanted. A click copies now."""
        copy = self._copy
        state = copy.state.value if copy is not None else "none"
        self._top.copy.setVisible(state != "none")
        if copy is None or state == "none":
            return
        icon, token = _COPY_LOOKS.get(state, ("copy", "text"))
        at = formats.clock(copy.done_at) if copy.done_at is not None else ""
        texts = {
            "waiting": tr("copy not up to date"),
            "copying": tr("copying…"),
            "done": tr("copied {time}", time=at),
            "away": tr("stick is away"),
            "failed": tr("NOT copied"),
        }
        self._top.say(self._top.copy, texts[state])
        self._top.copy.setIcon(icons.icon(icon, token))
        self._top.copy.setToolTip(words_of(copy.problem) if copy.problem is not None else str(copy.target))

    def _say_undo(self) -> None:
        for control, text, label in zip(
            (self._top.undo, self._top.redo), (tr("Undo"), tr("Redo")), self._undoable, strict=True
        ):
            control.setEnabled(label is not None)
            what = words(label, self._labels) if label and self._labels is not None else ""
            looks.name(control, f"{text}: {what}" if what else text)

    def _on_stands(self, standing: Standing) -> None:
        self._standing = standing
        if standing is Standing.STORED and self._saved_at is not None:
            # A draft is stored as safely as an edit.
            self._saved_at = datetime.now(UTC)
        self._say_saved()

    def _say_saved(self) -> None:
        """Never more than is true: what is only typed, and what a full disk refused, is not saved."""
        at = self._saved_at
        looks.set_tone(self._top.saved, "bad" if self._standing is Standing.FAILED else "")
        if self._standing is Standing.FAILED:
            text = tr("NOT saved")
        elif self._standing is Standing.TYPED:
            text = tr("saving…")
        else:
            text = tr("saved {time}", time=formats.clock(at)) if at else tr("saved")
        self._top.saved.setText(text)
        self._top.settle()

    def _say_scene(self) -> None:
        if self._watch is None:
            return
        minutes = self._minutes_on_scene(self._watch.latest)
        spent = "" if minutes is None else f"{minutes // 60}:{minutes % 60:02d}"
        self._top.set_scene(tr("{time} on scene", time=spent) if spent else "")

    def _minutes_on_scene(self, overview: Overview) -> int | None:
        """Read the wall clock once for each arrival; from there on a clock that is set does not move the time on scene."""
        task = overview.task
        arrived = task.arrived_at if task is not None else None
        minutes = overview.minutes_on_scene(self._now())
        if minutes is None:
            self._scene_from = None
            return None
        if self._scene_from is None or self._scene_from[0] != arrived:
            self._scene_from = arrived, float(minutes), self._ticks()
        _arrived, first, ticks = self._scene_from
        return int(first + (self._ticks() - ticks) / 60)


def _title(overview: Overview) -> str:
    claim = overview.claim
    parts = (claim.report_no, claim.plate_no, claim.accident_place) if claim else ()
    # Before the case was read nothing is said of its number: it may well have one.
    unknown = "" if overview.must is None else tr("(no number yet)")
    return " · ".join(part for part in parts if part) or unknown
