"""The bar at the top: back to the cases, which case this is, time on scene, saved, delivery, and the few global actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton

from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.elided_label import ElidedLabel
from surveyor_app.wording.translation import tr

HEIGHT_PX = 56


class TopBar(QFrame):
    """Places its parts; the window connects and fills them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setFixedHeight(HEIGHT_PX)
        self.back = looks.button("quiet")
        self.title = ElidedLabel("heading")
        self.scene = looks.label("secondary")
        self.saved = looks.label("secondary")
        self.delivery = looks.button("quiet")
        self.copy = looks.button("quiet")
        self.notices = looks.button("quiet")
        self.undo = looks.tool()
        self.redo = looks.tool()
        self.side = looks.tool()
        self.verify = looks.tool()
        self.settings = looks.tool()
        self.language = looks.button("quiet")
        self.look = looks.tool()
        self.palette_button = looks.tool()
        self._spoken: dict[QPushButton, str] = {self.language: "", self.back: "", self.copy: "", self.delivery: ""}
        """The words of these buttons, in the order in which they are left out."""
        self._has_scene = False
        line = looks.row(
            self.back,
            self.title,
            self.scene,
            self.saved,
            self.copy,
            self.delivery,
            self.notices,
            self.undo,
            self.redo,
            self.verify,
            self.settings,
            self.language,
            self.look,
            self.palette_button,
            self.side,
            spacing=10,
        )
        line.setContentsMargins(8, 0, 8, 0)
        line.setStretch(1, 1)
        self._line = line
        self.setLayout(line)
        self.show_case(False)

    def show_case(self, is_open: bool) -> None:
        """Show what belongs to an open case, or hide it."""
        self._has_scene = False
        for part in (self.back, self.scene, self.saved, self.delivery, self.undo, self.redo, self.side):
            part.setVisible(is_open)
        # There is little room beside an open case, and its own actions come first.
        self.verify.setVisible(not is_open)
        self.settings.setVisible(not is_open)
        self.notices.setVisible(False)
        self.copy.setVisible(False)
        if not is_open:
            self.set_title("Surveyor")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.settle()

    def settle(self) -> None:
        """Leave out words where there is no room for all: those that a tool tip says again. Never that all is saved."""
        for words in range(len(self._spoken) + 2):
            is_narrow = words > len(self._spoken)
            self._line.setSpacing(2 if is_narrow else 10)
            self.title.least_px = 24 if is_narrow else 80
            self.title.updateGeometry()
            for place, (button, text) in enumerate(self._spoken.items()):
                button.setText("" if place < words else text)
            self.scene.setVisible(self._has_scene and words < len(self._spoken))
            if self._line.minimumSize().width() <= self.width():
                return

    def say(self, button: QPushButton, text: str, icon: str = "") -> None:
        """Set the words of a button, which are left out where there is no room; its tool tip and its name keep them."""
        looks.name(button, text, icon)
        self._spoken[button] = text
        self.settle()

    def set_scene(self, text: str) -> None:
        """Say how long one has been at the scene; empty for nothing."""
        self.scene.setText(text)
        self._has_scene = bool(text)
        self.settle()

    def set_title(self, text: str) -> None:
        """Set the title; it is shortened where there is no room."""
        self.title.setText(text)
        self.title.setToolTip(text)

    def set_notices(self, count: int) -> None:
        """Show how many notices there are; nothing for none."""
        self.notices.setVisible(count > 0)
        looks.face(self.notices, tr("%n notice(s)", n=count))
        self.notices.setIcon(icons.icon("alert", "warn"))

    def retranslate(self, other_language: str) -> None:
        """Write texts and icons anew; ``other_language`` is what the language button switches to."""
        self.say(self.language, other_language, "language")
        self.say(self.back, tr("Cases"), "back")
        looks.name(self.undo, tr("Undo"), "undo")
        looks.name(self.redo, tr("Redo"), "redo")
        looks.name(self.verify, tr("Check evidence (Ctrl+Shift+E)"), "shield")
        looks.name(self.settings, tr("Settings (Ctrl+,)"), "settings")
        looks.name(self.look, tr("Light, dark or sunlight"), "look")
        looks.name(self.palette_button, tr("All actions (Ctrl+K)"), "search")
        looks.name(self.side, tr("Show or hide the details"), "side")
        self.delivery.setIcon(icons.icon("delivery"))
        self.delivery.setIconSize(QSize(20, 20))
