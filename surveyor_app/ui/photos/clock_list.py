"""The measurements of the cameras' clocks: how far each is off, by which photo; a wrong one is withdrawn here with its reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import Camera, camera_of, counting_clocks
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms import record_access, withdrawing
from surveyor_app.wording.picture_rules import duration_words
from surveyor_app.wording.translation import current_language, tr

SIZE_PX = (760, 420)


class ClockList(ScrollingDialog):
    """One card a camera, its measurements the newest first: the newest is the one that counts."""

    def __init__(self, parent: QWidget, desk: Desk, number_of: Callable[[str], int | None]) -> None:
        """List the measurements of the open case; ``number_of`` gives the number of a photo by its id."""
        super().__init__(parent, *SIZE_PX)
        self._desk = desk
        self._number_of = number_of
        self.withdraw_buttons: dict[str, QPushButton] = {}
        """The buttons by the id of their measurement."""
        self._help = looks.label("help", wrap=True)
        self._cards = looks.column(spacing=12)
        self.close_button = looks.button("", self.reject)
        self.lay_out(looks.column(self._help, self._cards, None, spacing=12), None, self.close_button)
        desk.jobs.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Read and write the list anew."""
        self.setWindowTitle(tr("Camera clocks"))
        looks.face(self.close_button, tr("Close"), "close")
        looks.clear(self._cards)
        self.withdraw_buttons = {}
        clocks = record_access.list_all(self._desk.case, CameraClock)
        counting = {clock.id for clock in counting_clocks(clocks).values()}
        by_camera: dict[Camera, list[CameraClock]] = {}
        for clock in sorted(clocks, key=lambda item: (item.shown_utc or "", item.id), reverse=True):
            camera = camera_of(clock)
            if camera is not None:
                by_camera.setdefault(camera, []).append(clock)
        for camera, found in by_camera.items():
            lines = [self._line(clock, is_counting=clock.id in counting) for clock in found]
            card = looks.card(
                looks.column(looks.label("section", camera.name, wrap=True), *lines, spacing=8, margin=12)
            )
            self._cards.addWidget(card)
        self._help.setText(
            tr(
                "The newest measurement of each camera counts. Recorded times stay as they are; corrected ones stand beside them."
            )
            if by_camera
            else tr(
                "No camera's clock was measured yet. Photograph the clock page with each camera and import the photos."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def ask_reason(self, clock_id: str) -> QMenu | None:
        """Open the menu of reasons why a measurement is withdrawn; choosing one withdraws it and offers to take that back."""
        button = self.withdraw_buttons[clock_id]
        below = button.mapToGlobal(QPoint(0, button.height()))
        return withdrawing.ask(self, below, self._desk, CameraClock, [clock_id])

    def _line(self, clock: CameraClock, *, is_counting: bool) -> QWidget:
        state = looks.label("help", tr("Counts") if is_counting else tr("Older, does not count"))
        said = looks.label("", self._words(clock), wrap=True)
        button = looks.button()
        button.clicked.connect(lambda: self.ask_reason(clock.id))
        looks.face(button, tr("Withdraw measurement…"), "withdraw")
        self.withdraw_buttons[clock.id] = button
        line = QWidget()
        row = looks.row(looks.column(said, state, spacing=2), button, spacing=12)
        row.setStretch(0, 1)
        line.setLayout(row)
        return line

    def _words(self, clock: CameraClock) -> str:
        seconds = round((clock.offset_ms or 0) / 1000)
        off = duration_words(seconds).in_(current_language())
        number = self._number_of(clock.evidence_uid or "")
        parts = [
            tr("{off} slow", off=off) if seconds < 0 else tr("{off} fast", off=off),
            tr("measured {time} UTC", time=(clock.shown_utc or "").replace("T", " ")[:19]),
            tr("No. {number}", number=number) if number is not None else "",
        ]
        return " · ".join(part for part in parts if part)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(CameraClock.KIND):
            self.refresh()
