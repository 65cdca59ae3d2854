"""The base of dialogs: what they say and ask scrolls where the screen is small, their deeds are always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from surveyor_app.ui.base import looks
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.screen_room import room_for
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea

MARGIN_PX = 20
ABOVE_PX, BELOW_PX = 12, 16
"""Around the deeds."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Body(QWidget):
    """What scrolls. It is never lower than its parts can be: a picture that takes any size says that it wants none."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        if layout is None:
            return -1
        least = max(layout.totalMinimumHeightForWidth(width), layout.totalMinimumSize().height())
        return max(layout.totalHeightForWidth(width), least)


OPTIONAL = "optional"
"""A property of what Enter passes over: it may be left empty, as things stand."""


class ScrollingDialog(QDialog):
    """As high as its content, and no larger than the screen. Enter in a line leads to the next that is empty, then to the deed.

    Made in two steps: the subclass makes its controls, then it calls :meth:`lay_out`.
    """

    def __init__(self, parent: QWidget | None, width: int, height: int = 0) -> None:
        """Make a dialog ``width`` wide where there is room, and at least ``height`` high."""
        super().__init__(parent)
        self._wish = QSize(width, height)
        self._fitted: QSize | None = None
        self.area = ScrollArea(self)
        self._inner = _Body(self.area.viewport())
        # A line between the two only while something is hidden below it; its place is kept.
        self._edge = looks.rule()
        policy = self._edge.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._edge.setSizePolicy(policy)
        self._edge.hide()
        self._deeds: QLayout = Flow()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)

    def lay_out(self, body: QLayout, *deeds: QPushButton | None) -> None:
        """Put ``body`` into what scrolls and the buttons below it; ``None`` is the gap before those at the right."""
        body.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, ABOVE_PX)
        self._inner.setLayout(body)
        self.area.hold(self._inner)
        self.area.setMinimumHeight(1)
        self._inner.installEventFilter(self)
        self._deeds = Flow(*deeds)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN_PX, ABOVE_PX, MARGIN_PX, BELOW_PX)
        below.addLayout(self._deeds)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self._edge)
        whole.addLayout(below)
        self.area.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._edge.setVisible(most > 0))

    def setVisible(self, visible: bool) -> None:
        if visible and self._fitted is None:
            # What is hidden is not laid out, and what was asked for its size before it had its texts and font keeps the answer.
            inside = [*reversed(self.findChildren(QWidget)), self]
            for widget in inside:
                widget.ensurePolished()
            for layout in filter(None, (widget.layout() for widget in inside)):
                layout.invalidate()
                layout.activate()
            self._fit()
            # Once more when it shows: until then some texts tell their size in another font.
            self._later.start()
        super().setVisible(visible)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What becomes longer has the dialog grow, unless somebody gave it another size by hand.
        is_changed = watched is self._inner and event.type() == QEvent.Type.LayoutRequest
        if is_changed and self.isVisible() and self.size() == self._fitted:
            self._later.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        line = self.focusWidget()
        if event.key() in ENTER and plain and isinstance(line, QLineEdit):
            self._go_on(line)
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------------------------------------- size

    def _fit(self) -> None:
        """Take the size that shows everything, as far as the screen goes; never shrink."""
        room = room_for(self)
        least = max(self._wish.width(), self._deeds.sizeHint().width() + 2 * MARGIN_PX, self._inner_width())
        width = min(max(least, self.width() if self.isVisible() else 0), room.width())
        height = max(self._wish.height(), self._height(width), self.height() if self.isVisible() else 0)
        self._fitted = QSize(width, min(height, room.height()))
        self.resize(self._fitted)
        if self.isVisible():
            self._stay_on_screen()

    def _inner_width(self) -> int:
        layout = self._inner.layout()
        return layout.totalMinimumSize().width() if layout is not None else 0

    def _height(self, width: int) -> int:
        """Return how high the dialog is when it shows everything in a width."""
        layout = self._inner.layout()
        if layout is None:
            return 0
        body = self._inner.heightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return body + self._edge.height() + self._deeds.heightForWidth(width - 2 * MARGIN_PX) + ABOVE_PX + BELOW_PX

    def _stay_on_screen(self) -> None:
        room, frame = self.screen().availableGeometry(), QRect(self.frameGeometry())
        frame.moveBottom(min(frame.bottom(), room.bottom()))
        frame.moveRight(min(frame.right(), room.right()))
        self.move(max(frame.left(), room.left()), max(frame.top(), room.top()))

    # --------------------------------------------------------------------------------------------- Enter

    def _go_on(self, line: QLineEdit) -> None:
        """Lead from a line to the next that is still empty, or do the default deed; where that is not allowed yet, go on."""
        following = next((other for other in self._lines_after(line) if not other.text().strip()), None)
        deed = next((button for button in self.findChildren(QPushButton) if button.isDefault()), None)
        if following is not None:
            following.setFocus(Qt.FocusReason.TabFocusReason)
        elif deed is not None and deed.isEnabled() and deed.isVisible():
            deed.click()
        elif line.text().strip() and (stop := self._stop_after(line)) is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_after(self, line: QLineEdit) -> QWidget | None:
        """Return where the Tab key stops next, past what may be left empty."""
        widget = line.nextInFocusChain()
        while widget is not None and widget is not line:
            takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
            if takes and self.isAncestorOf(widget) and not self._may_be_left(widget):
                return widget
            widget = widget.nextInFocusChain()
        return None

    def _may_be_left(self, widget: QWidget) -> bool:
        """Tell whether a widget, or what it stands in, may be left empty."""
        place: QWidget | None = widget
        while place is not None and place is not self:
            if place.property(OPTIONAL):
                return True
            place = place.parentWidget()
        return False

    def _lines_after(self, line: QLineEdit) -> list[QLineEdit]:
        """Return the other lines that can be written in, in the order of the Tab key, from the next one round."""
        found: list[QLineEdit] = []
        widget = line.nextInFocusChain()
        while widget is not None and widget is not line:
            if (
                isinstance(widget, QLineEdit)
                and self.isAncestorOf(widget)
                and _can_be_written_in(widget)
                and not self._may_be_left(widget)
            ):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found


def _can_be_written_in(line: QLineEdit) -> bool:
    # The line of a box of choices says what is chosen.
    is_choice = isinstance(line.parentWidget(), QComboBox)
    return line.isVisible() and line.isEnabled() and not line.isReadOnly() and not is_choice
