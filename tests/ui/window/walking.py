"""A surveyor at the keyboard: presses keys and types, and looks only at where the keyboard is. The mouse is not touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.ui.forms.choice_editors import ManyEditor, OptionEditor
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.ui.forms.typed_editors import LineEditor
from surveyor_app.ui.window.app import App
from surveyor_app.wording.labels import Labels
from tests.ui.conftest import TIMEOUT_MS
from tests.ui.keyboard import write

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
MOST_TABS = 160
"""So many stops no page has; whoever pressed Tab that often is going round in circles."""


class MouseWatch(QObject):
    """Keeps what comes from a mouse, pen or finger, wherever in the program."""

    POINTERS = frozenset(
        {
            QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
            QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
        }
    )  # fmt: skip

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[QEvent.Type] = []
        self.flashed: list[QWidget] = []
        """Parts of a page that were windows of their own for a moment, and took the keyboard away."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.POINTERS:
            self.seen.append(event.type())
        elif event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and _is_stray(watched):
            self.flashed.append(watched)
        return False


def _is_stray(widget: QWidget) -> bool:
    is_plain = widget.windowType() in (Qt.WindowType.Widget, Qt.WindowType.Window)
    return widget.isWindow() and is_plain and not isinstance(widget, QMainWindow)


class Waits(Protocol):
    """Lets the program work until something is there, as pytest-qt does, or a judge outside of pytest."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = ...) -> None:
        """Wait."""


class Hands:
    """Two hands on the keyboard of a running program."""

    def __init__(self, app: App, qtbot: Waits) -> None:
        self.app = app
        self._qtbot = qtbot
        self._labels = Labels.load(resources_dir())

    # ------------------------------------------------------------------------------------------- keys

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key; Qt itself finds out where it goes, as it does for a real one."""
        for _ in range(times):
            window = QApplication.activeWindow()
            assert window is not None, "the keyboard is nowhere"
            QTest.keyClick(window.windowHandle(), key, modifier)

    def write(self, text: str) -> None:
        """Type a text where the keyboard is; what stands there is replaced."""
        self.press(Key.Key_A, CTRL)
        self.press(Key.Key_Backspace)
        self.type(text)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        write(self.focused(), text)

    def focused(self) -> QWidget:
        """Return where the keyboard is."""
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    def settle(self) -> None:
        """Wait until nothing is under way."""
        QApplication.processEvents()
        self._qtbot.waitUntil(self.app.jobs.is_idle, timeout=TIMEOUT_MS)
        QApplication.processEvents()
        self._qtbot.waitUntil(self.app.jobs.is_idle, timeout=TIMEOUT_MS)
        if QApplication.activeWindow() is None:
            # Off screen nobody does what a window manager does when a dialog closes.
            self.app.window.activateWindow()
            QApplication.processEvents()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for something to be there."""
        self._qtbot.waitUntil(condition, timeout=TIMEOUT_MS)
        self.settle()

    # ------------------------------------------------------------------------------------------- going

    def tab_to(self, is_there: Callable[[QWidget], bool], what: str, key: Qt.Key = Key.Key_Tab) -> QWidget:
        """Press Tab until the keyboard is at what is looked for."""
        for _ in range(MOST_TABS):
            here = self.focused()
            if is_there(here):
                return here
            self.press(key)
        raise AssertionError(f"Tab does not lead to {what}")

    def act(self, name: str) -> None:
        """Do an action by the list of all actions."""
        self.press(Key.Key_K, CTRL)
        self.settle()
        self.type(name)
        self.press(Key.Key_Return)
        self.settle()

    # ------------------------------------------------------------------------------------------- forms

    def fill(self, kind: str, values: Mapping[str, object]) -> None:
        """Go through the form of a kind from stop to stop and fill in these fields."""
        left = dict(values)
        for _ in range(MOST_TABS):
            if not left:
                return
            editor = editor_at(self.focused())
            if editor is not None and editor.kind == kind and editor.spec.name in left:
                self.enter(editor, left.pop(editor.spec.name))
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {sorted(left)} of {kind}")

    def enter(self, editor: FieldEditor, value: object) -> None:
        """Fill in the field that the keyboard is in."""
        if isinstance(editor, OptionEditor):
            self._choose(editor, value)
        elif isinstance(editor, ManyEditor):
            self._tick(editor, value)
        else:
            text = editor.write(value) if isinstance(editor, LineEditor) else _plain(value)
            self.write(text)
        # A text is cleaned as it is left, and a time has the zone of this machine.
        wanted = tuple(sorted(value)) if isinstance(value, tuple) else value
        is_same = isinstance(value, str | Instant) or editor.value() == wanted
        assert is_same, (editor.spec.name, editor.value(), value)
        assert editor.value() is not None, editor.spec.name
        assert not editor.problem(), (editor.spec.name, editor.problem())

    def _choose(self, editor: OptionEditor, value: object) -> None:
        options = [editor.combo.itemData(row) for row in range(editor.combo.count())]
        assert value in options, (editor.spec.name, value, options)
        self.press(Key.Key_Space)
        step = options.index(value) - editor.combo.currentIndex()
        self.press(Key.Key_Down if step > 0 else Key.Key_Up, times=abs(step))
        self.press(Key.Key_Return)

    def _tick(self, editor: ManyEditor, value: object) -> None:
        wanted = value if isinstance(value, tuple) else ()
        self.press(Key.Key_Space)
        names = [choice.id for choice in self._labels.choices(editor.spec.enumeration or "")]
        for name in names:
            self.press(Key.Key_Down)
            if name in wanted:
                self.press(Key.Key_Space)
        self.press(Key.Key_Escape)


def editor_at(widget: QWidget | None) -> FieldEditor | None:
    """Return the field that a control belongs to."""
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget


def is_writing(widget: QWidget) -> bool:
    """Tell whether what is typed now would be text."""
    return isinstance(widget, QLineEdit | QPlainTextEdit)


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return " ".join(str(value).split())
