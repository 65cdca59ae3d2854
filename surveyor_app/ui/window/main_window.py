"""The window: places the top bar, the gate, home or an open case, and the running strip; nothing else."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from surveyor_app.settings import Theme
from surveyor_app.ui.base import theme
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.screen_room import TITLE_BAR_PX
from surveyor_app.ui.base.scrolling.page_frame import PageFrame
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.window.case_header import CaseHeader
from surveyor_app.ui.window.running_strip import HEIGHT_PX, RunningStrip
from surveyor_app.ui.window.toasts import ToastHost
from surveyor_app.ui.window.top_bar import TopBar
from surveyor_app.wording.translation import mark, tr, tr_marked

if TYPE_CHECKING:
    from surveyor_app.ui.window.action_palette import ActionPalette, ShortcutSheet
    from surveyor_app.ui.window.case_view import CaseView

SMALLEST = (1024, 640)
_ACTION_LISTS = "surveyor_app.ui.window.action_palette"
"""By name: nobody asks for them before the first picture of the window, which loading dialogs would hold back."""
_THEMES = {Theme.LIGHT: mark("Light"), Theme.DARK: mark("Dark"), Theme.SUNLIGHT: mark("Sunlight")}


class MainWindow(QMainWindow):
    """Shows one of its three faces; what the person asks for goes out by signals to the composition root."""

    home_wanted = Signal()
    verify_wanted = Signal()
    settings_wanted = Signal()
    lock_wanted = Signal()
    closing = Signal()
    """The window would close; the root closes the open case first and then calls :meth:`let_close`."""
    look_chosen = Signal(object)
    language_chosen = Signal(object)

    def __init__(self, jobs: Jobs, translation: Translation) -> None:
        super().__init__()
        self._translation = translation
        self._may_close = False
        self._case: CaseView | None = None
        self.top = TopBar()
        self._header = CaseHeader(self.top, self)
        self._header.titled.connect(self.setWindowTitle)
        self.stack = QStackedWidget()
        self.strip = RunningStrip(jobs)
        body = QWidget()
        body.setProperty("role", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(body)
        self.toasts = ToastHost(body)
        # News does not hide how far long work is, nor its Cancel.
        self.strip.shown.connect(lambda is_shown: self.toasts.lift(HEIGHT_PX if is_shown else 0))
        room = self.screen().availableSize()
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(QSize(room.width(), room.height() - TITLE_BAR_PX)))
        self._look_menu = QMenu(self.top.look)
        self._looks = {look: self._look_menu.addAction("") for look in Theme}
        self._actions = self._make_actions()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------------------------------ faces

    def show_face(self, face: QWidget) -> None:
        """Show the gate or home; an open case that was shown is taken away."""
        self._case = None
        self._put(face)
        self._header.leave()

    def show_case(self, view: CaseView) -> None:
        """Show an open case."""
        self._case = view
        self._put(view)
        self._header.follow(view.desk.edits, view.watch, view.desk.labels, view.second_copy)

    def case_view(self) -> CaseView | None:
        """Return the open case that is shown."""
        return self._case

    def face(self) -> QWidget | None:
        """Return what is shown: the gate, home, an open case, or the page where evidence is checked."""
        frame = self.stack.currentWidget()
        return frame.widget() if isinstance(frame, PageFrame) else None

    def let_close(self) -> None:
        """Close for good: the case is closed."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.closing.emit()
        # Asked only now: without an open case the root has let it close meanwhile, and Qt takes no close within a close.
        event.setAccepted(self._may_close)

    # ------------------------------------------------------------------------------------------ texts

    def retranslate(self) -> None:
        """Write texts and icons anew."""
        self.top.retranslate(self._translation.next_language.name)
        for look, action in self._looks.items():
            action.setText(tr_marked(_THEMES[look]))
            action.setCheckable(True)
            action.setChecked(look is theme.current_theme())
        for action, text in self._actions:
            action.setText(tr_marked(text))
        self.strip.refresh()
        self._header.say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def open_palette(self) -> ActionPalette:
        """Open the list of all actions."""
        actions = [*self._page_actions(), *self._place_actions(), *self._global_actions()]
        palette: ActionPalette = importlib.import_module(_ACTION_LISTS).ActionPalette(self, actions)
        palette.open()
        return palette

    def open_shortcuts(self) -> ShortcutSheet:
        """Show the keys of this page."""
        groups = [(tr("This page"), self._page_actions()), (tr("Everywhere"), self._global_actions())]
        sheet: ShortcutSheet = importlib.import_module(_ACTION_LISTS).ShortcutSheet(self, groups)
        sheet.open()
        return sheet

    # ----------------------------------------------------------------------------------------- inside

    def _put(self, face: QWidget) -> None:
        frame = next((item for item in self._faces() if item.widget() is face), None)
        if frame is None:
            frame = PageFrame(self.stack)
            frame.hold(face)
            self.stack.addWidget(frame)
            face.destroyed.connect(frame.deleteLater)
        self.stack.setCurrentWidget(frame)

    def _faces(self) -> list[PageFrame]:
        frames = (self.stack.widget(place) for place in range(self.stack.count()))
        return [frame for frame in frames if isinstance(frame, PageFrame)]

    def _make_actions(self) -> list[tuple[QAction, str]]:
        wanted = (
            (mark("Undo"), QKeySequence.StandardKey.Undo, self._undo),
            (mark("Redo"), "Ctrl+Shift+Z", self._redo),
            (mark("Back to the cases"), "Ctrl+W", self.home_wanted.emit),
            (mark("Check evidence"), "Ctrl+Shift+E", self.verify_wanted.emit),
            (mark("Settings"), "Ctrl+,", self.settings_wanted.emit),
            (mark("Lock now"), "Ctrl+Shift+K", self.lock_wanted.emit),
            (mark("All actions"), "Ctrl+K", self.open_palette),
            (mark("Shortcuts of this page"), "F1", self.open_shortcuts),
            (mark("Switch the language"), "Ctrl+L", self._switch_language),
            (mark("Switch the theme"), "Ctrl+T", self._switch_look),
            (mark("Show or hide the details"), "Ctrl+I", self._toggle_side),
        )
        made = []
        for text, keys, work in wanted:
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, work=work: work())
            self.addAction(action)
            made.append((action, text))
        return made

    def _connect(self) -> None:
        self.top.back.clicked.connect(self.home_wanted)
        self.top.undo.clicked.connect(self._undo)
        self.top.redo.clicked.connect(self._redo)
        self.top.language.clicked.connect(self._switch_language)
        self.top.copy.clicked.connect(self._copy_now)
        self.top.verify.clicked.connect(self.verify_wanted)
        self.top.settings.clicked.connect(self.settings_wanted)
        self.top.palette_button.clicked.connect(self.open_palette)
        self.top.side.clicked.connect(self._toggle_side)
        self.top.delivery.clicked.connect(lambda: self._go("delivery"))
        self.top.notices.clicked.connect(lambda: self._go("notices"))
        self.top.look.clicked.connect(
            lambda: self._look_menu.popup(self.top.look.mapToGlobal(self.top.look.rect().bottomLeft()))
        )
        for look, action in self._looks.items():
            action.triggered.connect(lambda _checked=False, look=look: self.look_chosen.emit(look))

    def _global_actions(self) -> list[QAction]:
        return [action for action, _ in self._actions]

    def _page_actions(self) -> list[QAction]:
        face = self._case.current() if self._case is not None else self.face()
        offered = getattr(face, "page_actions", None)
        return list(offered()) if offered is not None else []

    def _place_actions(self) -> list[QAction]:
        return self._case.place_actions if self._case is not None else []

    def _undo(self) -> None:
        if self._case is not None:
            self._case.commit()
            self._case.desk.edits.undo()

    def _redo(self) -> None:
        if self._case is not None:
            self._case.desk.edits.redo()

    def _switch_language(self) -> None:
        self.language_chosen.emit(self._translation.next_language)

    def _switch_look(self) -> None:
        order = list(Theme)
        self.look_chosen.emit(order[(order.index(theme.current_theme()) + 1) % len(order)])

    def _go(self, name: str) -> None:
        if self._case is not None:
            self._case.show_page(name)

    def _copy_now(self) -> None:
        if self._case is not None:
            self._case.second_copy.copy()

    def _toggle_side(self) -> None:
        if self._case is not None:
            self._case.toggle_side()


def centred(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size, no larger than the screen, in the middle of it."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width()), min(height, room.height() - TITLE_BAR_PX))
    frame = window.frameGeometry()
    frame.moveCenter(room.center())
    window.move(max(frame.left(), room.left()), max(frame.top(), room.top()))
