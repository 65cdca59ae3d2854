"""The rail: the scene's order is the program's order. Each place shows its icon, its name and a quiet state."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from surveyor_app.ui.base import fonts, icons, theme

WIDE_PX, NARROW_PX, LEAST_PX = 200, 64, 44
ROW_PX = 44


class RailButton(QAbstractButton):
    """One place."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.badge = ""
        self.tone = ""
        self.is_narrow = False
        self.setCheckable(True)
        self.setFixedHeight(ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(NARROW_PX - 1 if self.is_narrow else WIDE_PX - 1, ROW_PX)

    def minimumSizeHint(self) -> QSize:
        # The bar that scrolls a list higher than its window takes its room from the buttons.
        return QSize(LEAST_PX, ROW_PX)

    def say(self, name: str, badge: str, tone: str) -> None:
        """Show name and state."""
        self.setText(name)
        self.badge, self.tone = badge, tone
        self.setAccessibleName(f"{name} {badge}".strip())
        self.setToolTip(name if self.is_narrow else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(8, 2, -8, -2)
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        chosen = self.isChecked()
        if chosen:
            painter.fillPath(path, theme.soft("accent"))
        elif self.underMouse():
            painter.fillPath(path, theme.soft("text", 0.06))
        token = "accent" if chosen else "text"
        left = 12 + 8 if not self.is_narrow else (self.width() - 22) // 2
        icons.icon(self._icon, token if chosen else "secondary").paint(
            painter, QRect(left, (self.height() - 22) // 2, 22, 22)
        )
        if chosen:
            painter.fillRect(QRectF(0, 6, 3, self.height() - 12), theme.colour("accent"))
        if not self.is_narrow:
            painter.setFont(fonts.sized(theme.BODY_PX, bold=chosen, base=self.font()))
            painter.setPen(theme.colour(token))
            text = QRect(52, 0, self.width() - 52 - 56, self.height())
            painter.drawText(
                text,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, text.width()),
            )
        self._paint_badge(painter)
        if self.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.drawPath(path)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _paint_badge(self, painter: QPainter) -> None:
        if not self.badge:
            return
        painter.setFont(fonts.sized(11 if self.is_narrow else theme.SMALL_PX, bold=bool(self.tone), base=self.font()))
        width = max(22, painter.fontMetrics().horizontalAdvance(self.badge) + 12)
        height = 16 if self.is_narrow else 20
        top = 3 if self.is_narrow else (self.height() - height) // 2
        tag = QRectF(self.width() - (4 if self.is_narrow else 18) - width, top, width, height)
        path = QPainterPath()
        path.addRoundedRect(tag, height / 2, height / 2)
        painter.fillPath(path, theme.soft(self.tone or "text", 0.14 if self.tone else 0.10))
        painter.setPen(theme.colour(self.tone or "secondary"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self.badge)


class Rail(QFrame):
    """The list of places; one is chosen."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._inner = QWidget()
        self._inner.setProperty("role", "body")
        self._body = QVBoxLayout(self._inner)
        self._body.setContentsMargins(0, 8, 0, 8)
        self._body.setSpacing(0)
        self._body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inner)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(area)
        self.setFixedWidth(WIDE_PX)

    def add(self, name: str, icon: str) -> None:
        """Add a place at the end."""
        button = RailButton(icon)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self.buttons[name] = button
        self._body.insertWidget(len(self.buttons) - 1, button)

    def choose(self, name: str) -> None:
        """Mark a place as the one shown; a place without a button leaves none marked."""
        button = self.buttons.get(name)
        self._group.setExclusive(button is not None)
        for other in self.buttons.values():
            other.setChecked(other is button)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons only."""
        self.setFixedWidth(NARROW_PX if is_narrow else WIDE_PX)
        for button in self.buttons.values():
            button.is_narrow = is_narrow
            button.updateGeometry()
            button.setToolTip(button.text() if is_narrow else "")
            button.update()
