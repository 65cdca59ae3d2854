"""Paints the question bank: a kind as a heading, a question with its key, whole, and a tick with a word once it was asked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from surveyor_app.ui.base import fonts, icons, theme
from surveyor_app.wording.translation import tr

PLACE_ROLE = Qt.ItemDataRole.UserRole
"""The place among the questions shown, from 0; ``None`` for a heading."""
ASKED_ROLE = Qt.ItemDataRole.UserRole + 1
DIGITS = 9
"""So many of the questions shown can be put by a digit."""
TEXT_X, PAD_PX, LEAST_PX = 32, 7, 34
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
Index = QModelIndex | QPersistentModelIndex


class QuestionDelegate(QStyledItemDelegate):
    """As high as the whole question at the width of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QListView) else option.rect.width()) or 280
        if index.data(PLACE_ROLE) is None:
            return QSize(80, LEAST_PX)
        metrics = QFontMetrics(option.font)
        room = QRect(0, 0, max(60, width - TEXT_X - PAD_PX), 1 << 14)
        height = metrics.boundingRect(room, _WRAP, str(index.data())).height() + 2 * PAD_PX
        return QSize(80, max(LEAST_PX, height + (metrics.height() if index.data(ASKED_ROLE) else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        place = index.data(PLACE_ROLE)
        if place is None:
            painter.setFont(fonts.sized(theme.SMALL_PX, bold=True, base=option.font))
            painter.setPen(theme.colour("secondary"))
            painter.drawText(whole.adjusted(PAD_PX, 0, 0, -4), Qt.AlignmentFlag.AlignBottom, str(index.data()))
            painter.restore()
            return
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.soft("accent"))
        self._paint_question(painter, whole, option, index, place)
        painter.restore()

    def _paint_question(
        self, painter: QPainter, whole: QRect, option: QStyleOptionViewItem, index: Index, place: int
    ) -> None:
        if place < DIGITS:
            key = QRect(whole.left() + 6, whole.top() + PAD_PX, 20, 20)
            painter.setFont(fonts.sized(theme.SMALL_PX, bold=True, base=option.font))
            painter.setPen(QPen(theme.colour("secondary"), 1))
            painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        is_asked = bool(index.data(ASKED_ROLE))
        painter.setFont(option.font)
        painter.setPen(theme.colour("secondary" if is_asked else "text"))
        room = whole.adjusted(TEXT_X, PAD_PX, -PAD_PX, 0)
        painter.drawText(room, _WRAP, str(index.data()))
        if is_asked:
            line = QRect(room.left(), whole.bottom() - PAD_PX - 15, room.width(), 18)
            icons.icon("check", "ok").paint(painter, QRect(line.left(), line.top() + 1, 16, 16))
            painter.setFont(fonts.sized(theme.SMALL_PX, base=option.font))
            painter.setPen(theme.colour("ok"))
            painter.drawText(line.adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tr("asked"))
