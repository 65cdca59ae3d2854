"""Paints one photo of the grid: thumbnail, number, caption, time and small badges for what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base import fonts, formats, icons, theme
from surveyor_app.ui.base.fetching import away_text
from surveyor_app.ui.forms.evidence_texts import Badge, badges, withdrawn_text
from surveyor_app.ui.photos.evidence_model import (
    ANNOTATED_ROLE,
    AWAY_ROLE,
    CORRECTED_ROLE,
    DOUBTS_ROLE,
    NUMBER_ROLE,
    PIXMAP_ROLE,
    RECORD_ROLE,
    TIME_ROLE,
    TITLE_ROLE,
)
from surveyor_app.ui.photos.picture_badges import paint_badges

PICTURE = QSize(208, 156)
CELL = QSize(224, 224)
WITHDRAWN_OPACITY = 0.4
YEAR = len("2026-")
_SAID = (TITLE_ROLE, TIME_ROLE, CORRECTED_ROLE)
_CLASS_ICONS = {"video": "video", "sound": "sound", "paper": "paper", "photo": "no_preview"}


class PhotoDelegate(QStyledItemDelegate):
    """One cell of the grid."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        record = index.data(RECORD_ROLE)
        if not isinstance(record, Evidence):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell: QRect = option.rect.adjusted(4, 4, -4, -4)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(cell), 6, 6)
        painter.fillPath(frame, theme.soft("accent") if selected else theme.colour("surface"))
        picture = QRect(cell.left() + 4, cell.top() + 4, cell.width() - 8, PICTURE.height())
        self._paint_picture(painter, picture, record, index.data(PIXMAP_ROLE))
        self._paint_number(painter, picture, index.data(NUMBER_ROLE))
        if index.data(ANNOTATED_ROLE):
            self._paint_annotated(painter, picture)
        if not record.withdrawn:
            paint_badges(painter, picture, index.data(DOUBTS_ROLE))
        words = QRect(cell.left() + 8, picture.bottom() + 4, cell.width() - 16, 44)
        signs = [Badge("away", "accent", away_text())] if index.data(AWAY_ROLE) else []
        signs += [] if record.withdrawn else badges(record)
        self._paint_words(painter, words, record, tuple(map(index.data, _SAID)), signs)
        painter.setPen(QPen(theme.colour("accent" if selected else "line"), 2 if selected else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 6, 6)
        painter.restore()

    def _paint_picture(self, painter: QPainter, place: QRect, record: Evidence, pixmap: object) -> None:
        painter.fillRect(place, theme.colour("page"))
        if isinstance(pixmap, QPixmap) and not pixmap.isNull():
            shown = QRect(0, 0, pixmap.width(), pixmap.height())
            shown.moveCenter(place.center())
            painter.setOpacity(WITHDRAWN_OPACITY if record.withdrawn else 1.0)
            painter.drawPixmap(shown.topLeft(), pixmap)
            painter.setOpacity(1.0)
            return
        if record.no_preview is None and record.evidence_class in ("photo", "video"):
            return  # still being read
        name = _CLASS_ICONS.get(record.evidence_class or "", "file")
        sign = QRect(0, 0, 48, 48)
        sign.moveCenter(place.center())
        icons.icon(name, "disabled").paint(painter, sign)

    def _paint_number(self, painter: QPainter, place: QRect, number: object) -> None:
        text = formats.EMPTY if number is None else str(number)
        painter.setFont(fonts.sized(theme.SMALL_PX, bold=True, base=painter.font()))
        width = max(26, painter.fontMetrics().horizontalAdvance(text) + 12)
        tag = QRect(place.left() + 4, place.top() + 4, width, 22)
        path = QPainterPath()
        path.addRoundedRect(QRectF(tag), 4, 4)
        painter.fillPath(path, theme.colour("text"))
        painter.setPen(theme.colour("surface"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_annotated(self, painter: QPainter, place: QRect) -> None:
        tag = QRect(place.right() - 29, place.top() + 4, 26, 22)
        path = QPainterPath()
        path.addRoundedRect(QRectF(tag), 4, 4)
        painter.fillPath(path, theme.colour("accent"))
        icons.icon("annotate", "on_accent").paint(painter, tag.adjusted(4, 2, -4, -2))

    def _paint_words(
        self, painter: QPainter, place: QRect, record: Evidence, said_of: tuple[str, ...], signs: Sequence[Badge]
    ) -> None:
        title, taken, corrected = said_of
        base = painter.font()
        painter.setFont(fonts.sized(13, base=base))
        painter.setPen(theme.colour("text" if record.caption and not record.withdrawn else "secondary"))
        line = QRect(place.left(), place.top(), place.width(), 20)
        text = painter.fontMetrics().elidedText(title or formats.EMPTY, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setFont(fonts.sized(theme.SMALL_PX, base=base))
        painter.setPen(theme.colour("secondary"))
        below = QRect(place.left(), place.top() + 21, place.width(), 20)
        said = withdrawn_text(record) if record.withdrawn else taken
        room = below.width() - 22 * len(signs)
        if corrected and not record.withdrawn:
            whole = f"{said} {corrected}"
            # Where both have no room the year goes, not one of the times.
            said = whole if painter.fontMetrics().horizontalAdvance(whole) <= room else whole[YEAR:]
        said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        right = below.right()
        for badge in reversed(signs):
            icons.icon(badge.icon, badge.token).paint(painter, QRect(right - 17, below.top() + 1, 18, 18))
            right -= 22
