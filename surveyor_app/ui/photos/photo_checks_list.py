"""What was checked about one photo: what is wrong and doubtful with links, then how much passed, to be opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta, timezone

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from surveyor_app.domain.photos.capture_times import CaptureTime
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.picture_checks import Outcome, PictureResult
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.photos.photo_checking import PhotoChecking
from surveyor_app.wording.formatting import format_offset
from surveyor_app.wording.picture_rules import duration_words
from surveyor_app.wording.translation import current_language, tr

_SIGNS = {Outcome.FAIL: ("bad", "bad"), Outcome.WARN: ("alert", "warn"), Outcome.PASS: ("ok", "ok")}
_ORDER = (Outcome.FAIL, Outcome.WARN, Outcome.PASS)


class PhotoChecksList(QWidget):
    """The list of the photo that is shown; ``opened`` asks for another photo, ``clock_wanted`` to read a clock from this one."""

    opened = Signal(str)
    clock_wanted = Signal(str)
    clocks_wanted = Signal()
    """The measurements of all cameras, of which one is used here."""

    def __init__(self, checking: PhotoChecking, number_of: Callable[[str], int | None]) -> None:
        super().__init__()
        self._checking = checking
        self._number_of = number_of
        self._item: Evidence | None = None
        self._title = looks.label("section")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.passed_button = looks.button("link", self._on_passed_clicked)
        self._passed = QVBoxLayout()
        self._passed.setSpacing(4)
        self._is_open = False
        self.clock_button = looks.button("", self._on_clock_clicked)
        self.setLayout(
            looks.column(self._title, self._lines, self.passed_button, self._passed, self.clock_button, spacing=6)
        )
        checking.changed.connect(self.refresh)

    def show_photo(self, item: Evidence | None) -> None:
        """Show the list of a photo, nothing for what is none."""
        self._item = item if item is not None and item.evidence_class == "photo" else None
        self.refresh()

    def refresh(self) -> None:
        """Write the list anew."""
        looks.clear(self._lines)
        looks.clear(self._passed)
        item = self._item
        for part in (self._title, self.passed_button, self.clock_button):
            part.setVisible(item is not None)
        if item is None:
            return
        self._title.setText(tr("Photo checks"))
        looks.face(self.clock_button, tr("Read the clock from this photo"), "clock_page")
        self.clock_button.setToolTip(tr("When this photo shows the clock page of the laptop"))
        results = self._checking.results_of(item.id)
        is_note = self._checking.table.is_note
        for outcome in _ORDER[:2]:
            for result in results:
                if result.outcome is outcome:
                    self._add(self._lines, result, *_SIGNS[outcome])
        taken = self._checking.taken(item)
        if taken is not None and taken.error_ms is not None:
            self._lines.addLayout(_line(corrected_words(taken), "time", "accent"))
            link = looks.button("link", self.clocks_wanted.emit)
            looks.face(link, tr("Camera clocks…"))
            self._lines.addLayout(looks.row(28, link, None, spacing=4))
        for result in filter(is_note, results):
            self._add(self._lines, result, "notice", "accent")
        passed = [result for result in results if result.outcome is Outcome.PASS and not is_note(result)]
        self.passed_button.setVisible(bool(passed))
        looks.face(
            self.passed_button, tr("%n check(s) passed", n=len(passed)), "down" if self._is_open else "link", "ok"
        )
        if self._is_open:
            for result in passed:
                self._add(self._passed, result, *_SIGNS[Outcome.PASS])

    def _add(self, layout: QVBoxLayout, result: PictureResult, icon: str, token: str) -> None:
        layout.addLayout(_line(self._checking.text(result), icon, token))
        links = [link for other in result.others if (link := self._link(other)) is not None]
        if links:
            row = looks.row(28, *links, None, spacing=4)
            layout.addLayout(row)

    def _link(self, other: str) -> QWidget | None:
        number = self._number_of(other)
        if number is None:
            return None
        link = looks.button("link", lambda: self.opened.emit(other))
        looks.face(link, tr("No. {number}", number=number))
        link.setToolTip(tr("Go to this photo"))
        return link

    def _on_passed_clicked(self) -> None:
        self._is_open = not self._is_open
        self.refresh()

    def _on_clock_clicked(self) -> None:
        if self._item is not None:
            self.clock_wanted.emit(self._item.id)


def corrected_words(taken: CaptureTime) -> str:
    """Return the corrected time of a photo and how far its camera's clock is off."""
    local = taken.true_utc.astimezone(timezone(timedelta(minutes=taken.offset_min)))
    off = duration_words(round((taken.error_ms or 0) / 1000)).in_(current_language())
    time = f"{local:%Y-%m-%d %H:%M:%S} {format_offset(taken.offset_min)}"
    if (taken.error_ms or 0) < 0:
        return tr("Corrected time {time}: the camera's clock is {off} slow", time=time, off=off)
    return tr("Corrected time {time}: the camera's clock is {off} fast", time=time, off=off)


def _line(text: str, icon: str, token: str) -> QLayout:
    sign = looks.label()
    sign.setPixmap(icons.icon(icon, token).pixmap(18, 18))
    sign.setFixedWidth(20)
    row = looks.row(sign, words := looks.label("", text, wrap=True), spacing=8)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    row.setStretch(1, 1)
    return row
