"""Short news at the bottom of the window, with at most one thing to do about it; never a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveyor_app.ui.base import icons, looks
from surveyor_app.wording.translation import tr

PLAIN_MS = 6_000
ACTION_MS = 12_000
MOST = 3
WIDEST_PX = 480
LIFT_PX = 16
_ICONS = {"ok": "ok", "warn": "alert", "bad": "bad"}


class Toast(QFrame):
    """One piece of news."""

    def __init__(
        self, parent: QWidget, text: str, action: str, on_action: Callable[[], None] | None, tone: str
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self.text = text
        self._on_action = on_action
        label = looks.label("", text, wrap=True)
        label.setFixedWidth(min(WIDEST_PX, label.fontMetrics().horizontalAdvance(text) + 8))
        line = looks.row(spacing=10)
        line.setContentsMargins(14, 2, 6, 2)
        if tone in _ICONS:
            sign = looks.label()
            sign.setPixmap(icons.icon(_ICONS[tone], "surface").pixmap(20, 20))
            line.addWidget(sign)
        line.addWidget(label, 1)
        if on_action is not None:
            self.button = looks.button("", self._on_action_clicked)
            looks.face(self.button, action)
            line.addWidget(self.button)
        close = looks.tool(self.dismiss)
        looks.name(close, tr("Close"), "close", "surface")
        line.addWidget(close)
        self.setLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._timer.start(ACTION_MS if on_action else PLAIN_MS)

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()
        self.deleteLater()

    def enterEvent(self, event: QEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(PLAIN_MS)

    def _on_action_clicked(self) -> None:
        act = self._on_action
        self.dismiss()
        if act is not None:
            act()


class ToastHost(QWidget):
    """The place of toasts: lies over the bottom of ``over``, as small as they are, so it never covers a button."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._lift_px = LIFT_PX
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        over.installEventFilter(self)
        self.hide()

    def tell(self, text: str, action: str = "", on_action: Callable[[], None] | None = None, *, tone: str = "") -> None:
        """Show ``text``; ``tone`` is empty, ok, warn or bad."""
        while self._list.count() >= MOST:
            oldest = self._list.takeAt(0)
            if oldest is not None and (widget := oldest.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        toast = Toast(self, text, action, on_action, tone)
        toast.destroyed.connect(self._place)
        self._list.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        toast.show()
        self.show()
        self.raise_()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def lift(self, above_px: int) -> None:
        """Keep clear of so many pixels at the bottom of the window."""
        self._lift_px = LIFT_PX + above_px
        self._place()

    def texts(self) -> list[str]:
        """Return what is shown now, oldest first."""
        return [toast.text for toast in self.findChildren(Toast) if not toast.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        if not self.texts():
            self.hide()
            return
        wanted = self.sizeHint()
        width = min(wanted.width(), over.width() - 48)
        height = max(wanted.height(), self._list.heightForWidth(width) if self._list.hasHeightForWidth() else 0)
        self.setGeometry((over.width() - width) // 2, over.height() - height - self._lift_px, width, height)
