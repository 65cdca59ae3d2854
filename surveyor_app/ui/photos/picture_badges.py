"""The small signs on a photo of the grid for what its checks found: at most four, and how many more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from surveyor_app.ui.base import fonts, icons, theme

ICONS = {
    "far_away": "far",
    "before_accident": "early",
    "before_arrival": "early",
    "after_departure": "late",
    "time_unclear": "clock_off",
    "clock_jumped": "clock_off",
    "clock_not_gps": "clock_off",
    "clock_ahead": "clock_off",
    "edited_by_software": "edited",
    "screenshot": "screenshot",
    "from_messenger": "messenger",
    "reused_in_other_case": "reused",
    "alike_in_other_case": "reused",
    "duplicate": "duplicate",
    "near_duplicate": "duplicate",
    "too_dark": "dark",
    "too_bright": "bright",
    "blurred": "blurred",
    "too_small": "small",
    "c2pa_invalid": "broken_shield",
}
SAID_ELSEWHERE = frozenset({"no_time", "no_place"})
"""These have their sign beside the time."""
GRAVE = frozenset({"before_accident", "reused_in_other_case", "c2pa_invalid"})
MOST = 4
_SIGN, _STEP, _HEIGHT = 18, 21, 24


def signs(codes: Sequence[str]) -> tuple[list[tuple[str, str]], int]:
    """Return icons with their colour tokens for ``codes``, each icon once, and how many more there are."""
    tokens: dict[str, str] = {}
    for code in codes:
        if code not in SAID_ELSEWHERE:
            name = ICONS.get(code, "alert")
            tokens[name] = "bad" if code in GRAVE else tokens.get(name, "warn")
    found = list(tokens.items())
    return found[:MOST], max(0, len(found) - MOST)


def paint_badges(painter: QPainter, picture: QRect, codes: Sequence[str]) -> None:
    """Paint the signs into the right lower corner of a picture."""
    shown, more = signs(codes)
    if not shown:
        return
    painter.setFont(fonts.sized(theme.SMALL_PX, bold=True, base=painter.font()))
    rest = f"+{more}" if more else ""
    width = _STEP * len(shown) + 6 + (painter.fontMetrics().horizontalAdvance(rest) + 4 if rest else 0)
    chip = QRect(picture.right() - width - 3, picture.bottom() - _HEIGHT - 3, width, _HEIGHT)
    path = QPainterPath()
    path.addRoundedRect(QRectF(chip), 4, 4)
    painter.fillPath(path, theme.colour("surface"))
    left = chip.left() + 4
    for name, token in shown:
        icons.icon(name, token).paint(painter, QRect(left, chip.top() + 3, _SIGN, _SIGN))
        left += _STEP
    if rest:
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(left, chip.top(), width, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, rest)
