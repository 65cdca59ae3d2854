"""Paints a question: its state, number and words, what is explained below, and the replies at the right to be hit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from surveyor_app.ui.base import fonts, icons, theme
from surveyor_app.ui.checks.rows import Row

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under which a model gives the :class:`Row` to be painted."""
NUMBER_X, TEXT_X, PAD_PX = 34, 66, 8
REPLY_PX, REPLY_LEAST_PX, GAP_PX = 32, 46, 4
ROW_LEAST_PX = 48
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
Index = QModelIndex | QPersistentModelIndex


class QuestionDelegate(QStyledItemDelegate):
    """As high as the whole question at the width of the list."""

    # -------------------------------------------------------------------------------------------- geometry

    def replies(self, whole: QRect, row: Row, font: QFont) -> Sequence[tuple[str, QRect]]:
        """Return each reply with its place in a row."""
        metrics = QFontMetrics(font)
        found, right = [], whole.right() - PAD_PX
        for reply, word in reversed(row.replies):
            width = max(REPLY_LEAST_PX, metrics.horizontalAdvance(word) + 18)
            place = QRect(right - width + 1, whole.center().y() - REPLY_PX // 2 + 1, width, REPLY_PX)
            found.append((reply, place))
            right -= width + GAP_PX
        return found[::-1]

    def reply_at(self, index: Index, whole: QRect, at: object, font: QFont) -> str:
        """Return the reply that lies at a point of a row, empty for none."""
        row = index.data(ROW_ROLE)
        places = self.replies(whole, row, font) if isinstance(row, Row) else []
        return next((reply for reply, place in places if place.contains(at)), "")  # type: ignore[call-overload]  # a QPoint

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, row = option.widget, index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return QSize(80, ROW_LEAST_PX)
        width = (view.viewport().width() if isinstance(view, QListView) else option.rect.width()) or 600
        room = self._text_room(QRect(0, 0, width, ROW_LEAST_PX), row, option.font)
        metrics = QFontMetrics(option.font)
        height = metrics.boundingRect(QRect(0, 0, room.width(), 1 << 14), _WRAP, row.name).height() + 2 * PAD_PX
        if row.below:
            height += metrics.height()
        return QSize(80, max(ROW_LEAST_PX, height))

    def _text_room(self, whole: QRect, row: Row, font: QFont) -> QRect:
        places = self.replies(whole, row, font)
        right = places[0][1].left() - 12 if places else whole.right() - PAD_PX
        left = whole.left() + (TEXT_X if row.number else NUMBER_X + 2)
        return QRect(left, whole.top() + PAD_PX, max(80, right - left), whole.height())

    # -------------------------------------------------------------------------------------------- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, state = QRect(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.soft("accent"))
            painter.fillRect(QRect(whole.left(), whole.top(), 3, whole.height()), theme.colour("accent"))
        icons.icon(*row.icon).paint(painter, QRect(whole.left() + 10, whole.center().y() - 9, 18, 18))
        self._paint_words(painter, whole, row, option.font)
        self._paint_replies(painter, whole, row, option.font)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.restore()

    def _paint_words(self, painter: QPainter, whole: QRect, row: Row, font: QFont) -> None:
        room = self._text_room(whole, row, font)
        name, below = row.name, row.below
        painter.setFont(font)
        line_height = painter.fontMetrics().height()
        height = painter.fontMetrics().boundingRect(QRect(0, 0, room.width(), 1 << 14), _WRAP, name).height()
        top = whole.top() + (whole.height() - height - (line_height if below else 0)) // 2
        painter.setPen(theme.colour("secondary"))
        number = QRect(whole.left() + NUMBER_X, top, TEXT_X - NUMBER_X - 8, line_height)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.number)
        painter.setPen(theme.colour("secondary" if row.is_sealed else "text"))
        painter.drawText(QRect(room.left(), top, room.width(), height), _WRAP, name)
        if below:
            place = QRect(room.left(), top + height, room.width(), line_height)
            painter.setFont(fonts.sized(theme.SMALL_PX, bold=row.is_strong or bool(row.tone), base=font))
            painter.setPen(theme.colour(row.tone or "secondary"))
            painter.drawText(
                place, _LEFT, painter.fontMetrics().elidedText(below, Qt.TextElideMode.ElideRight, place.width())
            )

    def _paint_replies(self, painter: QPainter, whole: QRect, row: Row, font: QFont) -> None:
        words, is_sealed = dict(row.replies), row.is_sealed
        for reply, place in self.replies(whole, row, font):
            path = QPainterPath()
            path.addRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            is_given = reply == row.given
            if is_given:
                painter.fillPath(path, theme.soft("text", 0.12) if is_sealed else theme.colour("accent"))
            if is_given or not is_sealed:
                painter.setPen(QPen(theme.colour("line" if is_sealed or not is_given else "accent"), 1))
                painter.drawPath(path)
            token = "disabled" if is_sealed else "text"
            if is_given:
                token = "text" if is_sealed else "on_accent"
            painter.setPen(theme.colour(token))
            painter.setFont(fonts.sized(theme.BODY_PX - 1, bold=is_given, base=font))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words[reply])
