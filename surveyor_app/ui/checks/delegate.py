"""Paints a check: its state, number and question, what is explained below, and the replies at the right to be hit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from surveyor_app.ui.base import fonts, icons, theme
from surveyor_app.ui.checks.model import LINE_ROLE, SEALED_ROLE
from surveyor_app.ui.checks.sheet import CheckLine
from surveyor_app.ui.checks.words import chosen_words, reply_word, second_line
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language

NUMBER_X, TEXT_X, PAD_PX = 34, 66, 8
REPLY_PX, REPLY_LEAST_PX, GAP_PX = 32, 46, 4
ROW_LEAST_PX = 48
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
Index = QModelIndex | QPersistentModelIndex


class CheckDelegate(QStyledItemDelegate):
    """As high as the whole question at the width of the list."""

    def __init__(self, labels: Labels, parent: QListView) -> None:
        super().__init__(parent)
        self._labels = labels

    # -------------------------------------------------------------------------------------------- geometry

    def replies(self, whole: QRect, line: CheckLine, font: QFont) -> Sequence[tuple[str, QRect]]:
        """Return each reply with its place in a row."""
        metrics = QFontMetrics(font)
        found, right = [], whole.right() - PAD_PX
        for reply in reversed(line.check.replies):
            width = max(REPLY_LEAST_PX, metrics.horizontalAdvance(reply_word(reply, self._labels)) + 18)
            place = QRect(right - width + 1, whole.center().y() - REPLY_PX // 2 + 1, width, REPLY_PX)
            found.append((reply, place))
            right -= width + GAP_PX
        return found[::-1]

    def reply_at(self, index: Index, whole: QRect, at: object, font: QFont) -> str:
        """Return the reply that lies at a point of a row, empty for none."""
        line = index.data(LINE_ROLE)
        places = self.replies(whole, line, font) if isinstance(line, CheckLine) else []
        return next((reply for reply, place in places if place.contains(at)), "")  # type: ignore[call-overload]  # a QPoint

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, line = option.widget, index.data(LINE_ROLE)
        if not isinstance(line, CheckLine):
            return QSize(80, ROW_LEAST_PX)
        width = (view.viewport().width() if isinstance(view, QListView) else option.rect.width()) or 600
        room = self._text_room(QRect(0, 0, width, ROW_LEAST_PX), line, option.font)
        metrics = QFontMetrics(option.font)
        height = metrics.boundingRect(QRect(0, 0, room.width(), 1 << 14), _WRAP, _name(line)).height() + 2 * PAD_PX
        if second_line(line, self._labels)[0]:
            height += metrics.height()
        return QSize(80, max(ROW_LEAST_PX, height))

    def _text_room(self, whole: QRect, line: CheckLine, font: QFont) -> QRect:
        places = self.replies(whole, line, font)
        right = places[0][1].left() - 12 if places else whole.right() - PAD_PX
        return QRect(
            whole.left() + TEXT_X, whole.top() + PAD_PX, max(80, right - whole.left() - TEXT_X), whole.height()
        )

    # -------------------------------------------------------------------------------------------- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, CheckLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, state = QRect(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.soft("accent"))
            painter.fillRect(QRect(whole.left(), whole.top(), 3, whole.height()), theme.colour("accent"))
        is_sealed = bool(index.data(SEALED_ROLE))
        self._paint_state(painter, whole, line)
        self._paint_words(painter, whole, line, option.font, is_sealed)
        self._paint_replies(painter, whole, line, option.font, is_sealed)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.restore()

    def _paint_state(self, painter: QPainter, whole: QRect, line: CheckLine) -> None:
        name, token = ("missing", "secondary")
        if line.is_done:
            name, token = ("alert", "warn") if line.disagrees else ("ok", "ok")
        elif second_line(line, self._labels)[1]:
            name, token = "alert", "warn"
        icons.icon(name, token).paint(painter, QRect(whole.left() + 10, whole.center().y() - 9, 18, 18))

    def _paint_words(self, painter: QPainter, whole: QRect, line: CheckLine, font: QFont, is_sealed: bool) -> None:
        room = self._text_room(whole, line, font)
        name, (below, tone) = _name(line), second_line(line, self._labels)
        painter.setFont(font)
        line_height = painter.fontMetrics().height()
        height = painter.fontMetrics().boundingRect(QRect(0, 0, room.width(), 1 << 14), _WRAP, name).height()
        top = whole.top() + (whole.height() - height - (line_height if below else 0)) // 2
        painter.setPen(theme.colour("secondary"))
        number = QRect(whole.left() + NUMBER_X, top, TEXT_X - NUMBER_X - 8, line_height)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line.check.number))
        painter.setPen(theme.colour("secondary" if is_sealed else "text"))
        painter.drawText(QRect(room.left(), top, room.width(), height), _WRAP, name)
        if below:
            place = QRect(room.left(), top + height, room.width(), line_height)
            is_chosen = bool(chosen_words(line.check, line.answer, self._labels))
            painter.setFont(fonts.sized(theme.SMALL_PX, bold=is_chosen or bool(tone), base=font))
            painter.setPen(theme.colour(tone or "secondary"))
            painter.drawText(
                place, _LEFT, painter.fontMetrics().elidedText(below, Qt.TextElideMode.ElideRight, place.width())
            )

    def _paint_replies(self, painter: QPainter, whole: QRect, line: CheckLine, font: QFont, is_sealed: bool) -> None:
        given = line.answer.answer if line.answer is not None else None
        for reply, place in self.replies(whole, line, font):
            path = QPainterPath()
            path.addRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            is_given = reply == given
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
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, reply_word(reply, self._labels))


def _name(line: CheckLine) -> str:
    return line.check.name.in_(current_language())
