"""Says quietly, while somebody types, that words on cover stand in a text that a party signs: a hint, it stops nothing.

The same words are found by the same function as at *Ready to leave?* and before signing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.cover_wording import Wording, find_cover_wording
from surveyor_app.ui.base import looks, theme
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.translation import current_language, tr

MENU_HINT_PX = 56


def cover_words(text: str) -> list[Wording]:
    """Return every place where a text says whether the insurer pays."""
    return find_cover_wording(text, load_cover_wording(resources_dir())) if text else []


def joined(found: Sequence[Wording]) -> str:
    """Return the words found, each once, as they are told."""
    return current_language().joined(dict.fromkeys(item.words for item in found))


def cover_hint(found: Sequence[Wording]) -> str:
    """Return what is said of a text of the surveyor's in which such words stand; empty where none do."""
    if not found:
        return ""
    return tr("“{words}” says something on cover. A party signs this text: write what happened.", words=joined(found))


def answer_hint(found: Sequence[Wording]) -> str:
    """Return what is said of an answer in which such words stand: the person may have said so, the surveyor may not."""
    if not found:
        return ""
    return tr(
        "“{words}” says something on cover: leave it only if these are the person's own words.", words=joined(found)
    )


def underline(area: QPlainTextEdit, found: Sequence[Wording]) -> None:
    """Underline the words in an area; none takes the lines away."""
    if not found and not area.extraSelections():
        return
    text, marks = area.toPlainText(), []
    for item in found:
        mark = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(theme.colour("warn"))
        cursor = QTextCursor(area.document())
        cursor.setPosition(_units(text[: item.start]))
        cursor.setPosition(_units(text[: item.end]), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, form
        marks.append(mark)
    area.setExtraSelections(marks)


def _units(text: str) -> int:
    """Count as a document of Qt does: a character beyond the basic plane is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class CoverHint(QLabel):
    """The hint to one control that is no field of a form; hidden while there is nothing to say."""

    def __init__(self, control: QLineEdit | QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self.setProperty("role", "help")
        self.setWordWrap(True)
        looks.set_tone(self, "warn")
        self.hide()
        control.textChanged.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look at what stands there now."""
        control = self._control
        text = control.toPlainText() if isinstance(control, QPlainTextEdit) else control.text()
        found = cover_words(text)
        if isinstance(control, QPlainTextEdit):
            underline(control, found)
        said = cover_hint(found)
        if said != self.text():
            self.setText(said)
            control.setAccessibleDescription(said)
            self.setVisible(bool(said))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.look()


def with_cover_hint(line: QLineEdit, parent: QWidget) -> QWidget:
    """Return a line with the hint below it, as one widget; its room is there from the beginning, for a menu does not grow."""
    both, hint = QWidget(parent), CoverHint(line)
    policy = hint.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    hint.setSizePolicy(policy)
    hint.setFixedSize(line.minimumWidth(), MENU_HINT_PX)
    both.setLayout(looks.column(line, hint, spacing=2))
    both.setFocusProxy(line)
    return both
