"""The bar at the top: back to the cases, which case this is, time on scene, saved, delivery, and the few global actions."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

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
        self.notices = looks.button("quiet")
        self.undo = looks.tool()
        self.redo = looks.tool()
        self.side = looks.tool()
        self.verify = looks.tool()
        self.language = looks.button("quiet")
        self.look = looks.tool()
        self.palette_button = looks.tool()
        line = looks.row(
            self.back,
            self.title,
            self.scene,
            self.saved,
            self.delivery,
            self.notices,
            self.undo,
            self.redo,
            self.verify,
            self.language,
            self.look,
            self.palette_button,
            self.side,
            spacing=10,
        )
        line.setContentsMargins(8, 0, 8, 0)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.show_case(False)

    def show_case(self, is_open: bool) -> None:
        """Show what belongs to an open case, or hide it."""
        for part in (self.back, self.scene, self.saved, self.delivery, self.undo, self.redo, self.side):
            part.setVisible(is_open)
        # There is little room beside an open case, and its own actions come first.
        self.verify.setVisible(not is_open)
        self.notices.setVisible(False)
        if not is_open:
            self.set_title("Surveyor")

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
        looks.face(self.back, tr("Cases"), "back")
        looks.face(self.language, other_language, "language")
        looks.name(self.undo, tr("Undo"), "undo")
        looks.name(self.redo, tr("Redo"), "redo")
        looks.name(self.verify, tr("Check evidence (Ctrl+Shift+E)"), "shield")
        looks.name(self.look, tr("Light, dark or sunlight"), "look")
        looks.name(self.palette_button, tr("All actions (Ctrl+K)"), "search")
        looks.name(self.side, tr("Show or hide the details"), "side")
        self.delivery.setIcon(icons.icon("delivery"))
        self.delivery.setIconSize(QSize(20, 20))
