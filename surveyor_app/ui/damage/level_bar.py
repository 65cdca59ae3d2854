"""How high a mark sits (高度层): five steps beside the vehicle, each pressed on or off for the current mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QToolButton, QVBoxLayout, QWidget

from surveyor_app.ui.base import looks
from surveyor_app.wording.translation import tr

LEAST_PX, WIDTH_PX = 32, 76


class LevelBar(QWidget):
    """Steps from the roof down; ``name_of`` gives what each is called."""

    changed = Signal(tuple)
    """Which levels are on now, in the order of the steps."""

    def __init__(self, levels: Sequence[str], name_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self.buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._title = looks.label("field", parent=self)
        column.addWidget(self._title)
        # At least so wide, and wider where the words are.
        column.addItem(QSpacerItem(WIDTH_PX, 0))
        for level in levels:
            button = looks.tool(self._on_clicked, "step", self)
            button.setCheckable(True)
            button.setMinimumHeight(LEAST_PX)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self.buttons[level] = button
            column.addWidget(button, 1)

    def show_levels(self, levels: Sequence[str], is_writable: bool) -> None:
        """Show the levels of the current mark."""
        for level, button in self.buttons.items():
            button.setChecked(level in levels)
            button.setEnabled(is_writable)

    def retranslate(self) -> None:
        """Write the names in the window's language."""
        self._title.setText(tr("Height"))
        for level, button in self.buttons.items():
            button.setText(self._name_of(level))
            button.setAccessibleName(tr("Level: {level}", level=self._name_of(level)))

    def _on_clicked(self) -> None:
        self.changed.emit(tuple(level for level, button in self.buttons.items() if button.isChecked()))
