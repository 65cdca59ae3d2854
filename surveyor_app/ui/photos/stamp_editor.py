"""The lines of a stamp on copies of photos, and the names of the fields that are filled in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from surveyor_app.ui.base import looks
from surveyor_app.ui.base.flow import Flow
from surveyor_app.wording import rendition_profiles
from surveyor_app.wording.translation import tr

HEIGHT_PX = 132
"""Five lines in sight; a stamp has three or four."""
FIELDS = ("report_no", "number", "surveyor", "time", "place", "shot")
"""As in ``renditions.toml``, in the order in which a stamp has them."""
assert set(FIELDS) == rendition_profiles.FIELDS


class StampEditor(QWidget):
    """A few lines of text; a click on a field's name puts it where the cursor stands."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = looks.label("field")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(HEIGHT_PX)
        self.text.textChanged.connect(self.changed)
        self._title.setBuddy(self.text)
        self.fields: dict[str, QPushButton] = {
            name: looks.button("chip", partial(self._insert, name)) for name in FIELDS
        }
        self._help = looks.label("help", wrap=True)
        self.setLayout(
            looks.column(
                self._title,
                self.text,
                Flow(*self.fields.values(), spacing=6),
                self._help,
                spacing=6,
            )
        )
        self._retranslate()

    def lines(self) -> list[str]:
        """Return what is written, line by line."""
        return self.text.toPlainText().splitlines()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show a stamp."""
        self.text.setPlainText("\n".join(lines))

    def _retranslate(self) -> None:
        self._title.setText(tr("Stamp on each copy"))
        self.text.setAccessibleName(tr("Stamp on each copy"))
        texts = {
            "report_no": tr("Report number"),
            "number": tr("Number of the photo"),
            "surveyor": tr("Surveyor"),
            "time": tr("Time"),
            "place": tr("Place"),
            "shot": tr("Shot"),
        }
        for name, button in self.fields.items():
            looks.face(button, texts[name])
            button.setToolTip(f"{{{name}}}")
        self._help.setText(
            tr("The time is stamped only on photos taken with this program: other clocks are not ours to vouch for. "
               "A line whose fields are all empty is left out.")
        )  # fmt: skip

    def _insert(self, name: str) -> None:
        self.text.insertPlainText(f"{{{name}}}")
        self.text.setFocus()
