"""Paints the shot list: a group as a heading with what is missing, a shot with its key, state, name and count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from surveyor_app.domain.photos.shot_lists import Requirement
from surveyor_app.domain.photos.shot_needs import Need, NeedGroup, Progress
from surveyor_app.ui.base import fonts, icons, theme

NEED_ROLE = Qt.ItemDataRole.UserRole + 1
"""The need of a shot; of a group the group."""
GROUP_ROLE = Qt.ItemDataRole.UserRole + 2
DIGIT_ROLE = Qt.ItemDataRole.UserRole + 3
ROW_PX, ARROW_PX = 34, 12
_ICONS = {
    Progress.TAKEN: ("ok", "ok"),
    Progress.PARTLY: ("partly", "warn"),
    Progress.NOT_APPLICABLE: ("not_applicable", "secondary"),
    Progress.MISSING: ("missing", "secondary"),
}
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ShotDelegate(QStyledItemDelegate):
    """Paints a group as a heading with what is missing, a shot with its key, state, name and count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        need = index.data(NEED_ROLE)
        # A shot takes the place of the arrow it does not have: names are long and the panel narrow.
        whole: QRect = option.rect.adjusted(-ARROW_PX if isinstance(need, Need) else 0, 0, 0, 0)
        place = whole.adjusted(2, 0, -4, 0)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.soft("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        if isinstance(need, Need):
            self._paint_need(painter, place, need, index)
        elif isinstance(need, NeedGroup):
            self._paint_group(painter, place, index.data(), need)
        painter.restore()

    def _paint_group(self, painter: QPainter, place: QRect, name: str, group: NeedGroup) -> None:
        painter.setFont(fonts.sized(13, bold=True, base=painter.font()))
        right = place.right()
        if group.missing:
            text = str(group.missing)
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(theme.colour("bad"))
            painter.drawText(QRect(right - width, place.top(), width + 2, place.height()), _RIGHT, text)
            icons.icon("missing", "bad").paint(painter, QRect(right - width - 20, place.center().y() - 7, 16, 16))
            right -= width + 26
        elif group.is_done:
            icons.icon("ok", "ok").paint(painter, QRect(right - 16, place.center().y() - 7, 16, 16))
            right -= 22
        painter.setPen(theme.colour("text"))
        room = QRect(place.left(), place.top(), right - place.left(), place.height())
        painter.drawText(room, _LEFT, painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width()))

    def _paint_need(self, painter: QPainter, place: QRect, need: Need, index: Index) -> None:
        base = painter.font()
        self._paint_key(painter, QRect(place.left(), place.center().y() - 9, 20, 20), index.data(DIGIT_ROLE) or "")
        name, token = _ICONS[need.progress]
        icons.icon(name, "bad" if need.progress is Progress.MISSING and need.blocks else token).paint(
            painter, QRect(place.left() + 24, place.center().y() - 8, 18, 18)
        )
        painter.setFont(fonts.sized(theme.SMALL_PX, base=base))
        painter.setPen(theme.colour("secondary"))
        count = _count(need)
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.drawText(QRect(place.right() - width, place.top(), width + 2, place.height()), _RIGHT, count)
        painter.setFont(fonts.sized(13, base=base))
        required = need.requirement is Requirement.REQUIRED and need.progress is not Progress.NOT_APPLICABLE
        painter.setPen(theme.colour("text" if required else "secondary"))
        right = place.right() - (width + 6 if count else 0)
        room = QRect(place.left() + 46, place.top(), right - place.left() - 46, place.height())
        # In the middle: names differ at their ends (front left, rear right).
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, _LEFT, text)

    def _paint_key(self, painter: QPainter, place: QRect, digit: str) -> None:
        if not digit:
            return
        painter.setFont(fonts.sized(theme.SMALL_PX, bold=True, base=painter.font()))
        painter.setPen(QPen(theme.colour("secondary"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, digit)


def _count(need: Need) -> str:
    """Return how many there are of how many; nothing where one is wanted and the sign says whether it is there."""
    if need.shot.count > 1 and (need.taken or need.blocks):
        return f"{need.taken}/{need.shot.count}"
    return str(need.taken) if need.taken > 1 else ""
