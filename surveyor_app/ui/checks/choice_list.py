"""The values a check is answered with, each with its key; one of them or several are chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from surveyor_app.domain.survey.record_checks import CheckKind
from surveyor_app.ui.base import fonts, icons, theme

DIGITS, LETTERS = "123456789", "abcdefghijklmnopqrstuvwxyz"
NONE_KEY = "0"
ROW_PX, TEXT_X, PAD_PX = 34, 56, 6
KEY_ROLE, CHOSEN_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Option:
    """One value; an empty id stands for *none of them*."""

    id: str
    key: str
    text: str


def keys_of(kind: CheckKind) -> str:
    """Return the keys of a check's values in their order; where yes and no have the digits, letters alone."""
    return LETTERS if kind is CheckKind.CHOICE_TRI else DIGITS + LETTERS


class ChoiceList(QListWidget):
    """As high as its options, so that what it stands in scrolls and not the list."""

    chosen = Signal(str)
    """An option was pressed: its key."""
    left = Signal()
    """Escape: back to the checks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bare")
        self.setItemDelegate(_OptionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(KEY_ROLE)))

    def show_options(self, options: Sequence[Option], chosen: Collection[str], *, is_read_only: bool) -> None:
        """Show options and which of them are chosen; the current one stays while they are the same."""
        if [option.text for option in options] != [self.item(row).text() for row in range(self.count())]:
            self.clear()
            for option in options:
                item = QListWidgetItem(option.text)
                item.setData(KEY_ROLE, option.key)
                self.addItem(item)
        for row, option in enumerate(options):
            self.item(row).setData(CHOSEN_ROLE, option.id in chosen)
        if self.currentRow() < 0 and options:
            self.setCurrentRow(0)
        self.setEnabled(not is_read_only)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().lower()
        current = self.currentItem()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and current is not None:
            self.chosen.emit(current.data(KEY_ROLE))
        elif len(key) == 1 and key in NONE_KEY + DIGITS + LETTERS:
            self.chosen.emit(key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())) + 4)


class _OptionDelegate(QStyledItemDelegate):
    """The key in a box, a tick where it is chosen, the words."""

    def __init__(self, view: ChoiceList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room = QRect(0, 0, max(60, self._view.viewport().width() - TEXT_X - PAD_PX), 1 << 14)
        height = QFontMetrics(option.font).boundingRect(room, _WRAP, str(index.data())).height()
        return QSize(80, max(ROW_PX, height + 2 * PAD_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, is_chosen, is_on = QRect(option.rect), bool(index.data(CHOSEN_ROLE)), self._view.isEnabled()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(whole, theme.soft("accent"))
        key = QRect(whole.left() + 4, whole.center().y() - 9, 20, 20)
        painter.setFont(fonts.sized(theme.SMALL_PX, bold=True, base=option.font))
        painter.setPen(QPen(theme.colour("secondary" if is_on else "disabled"), 1))
        if is_on:
            painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(index.data(KEY_ROLE)).upper())
        if is_chosen:
            icons.icon("check", "accent" if is_on else "secondary").paint(
                painter, QRect(whole.left() + 30, whole.center().y() - 9, 20, 20)
            )
        painter.setFont(fonts.sized(theme.BODY_PX, bold=is_chosen, base=option.font))
        painter.setPen(theme.colour("text" if is_on or is_chosen else "secondary"))
        room = whole.adjusted(TEXT_X, 0, -PAD_PX, 0)
        painter.drawText(room, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
        painter.restore()
