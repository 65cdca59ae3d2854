"""The recovery code as it is shown: copied, printed or saved, and confirmed by typing two of its groups from the sheet."""

from __future__ import annotations

import importlib
import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from surveyor_app.casefile.profiles.recovery_code import is_group
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.form_rows import LabelledLine
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.saving import ask_file
from surveyor_app.wording.translation import tr

ASKED = 2
_SHEET = "surveyor_app.ui.settings.code_sheet"
"""By name: what prints is not loaded before somebody prints, which would hold the first picture of the window back."""


class CodeCard(QWidget):
    """Shows one code; ``typed`` tells whether the two groups that are asked for were typed as they stand in it."""

    typed = Signal(bool)
    entered = Signal()
    """Enter was pressed in the last group, with both right."""

    def __init__(self) -> None:
        super().__init__()
        self._owner = ""
        self._asked: tuple[int, ...] = ()
        self.code = looks.label("title")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setWordWrap(True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setMinimumHeight(96)
        self.copy_button = looks.button("", self._copy)
        self.print_button = looks.button("", self._print)
        self.save_button = looks.button("", self._save)
        self.groups = tuple(LabelledLine() for _ in range(ASKED))
        self.note = Note()
        for line in self.groups:
            line.line.textChanged.connect(self._on_typed)
            line.line.returnPressed.connect(self._on_entered)
        buttons = looks.row(self.copy_button, self.print_button, self.save_button)
        self.setLayout(looks.column(self.code, buttons, *self.groups, self.note, spacing=10))
        self.setFocusProxy(self.groups[0])
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        looks.face(self.copy_button, tr("Copy"), "copy")
        looks.face(self.print_button, tr("Print…"), "print")
        looks.face(self.save_button, tr("Save…"), "save")
        for line, place in zip(self.groups, self._asked, strict=False):
            line.name(tr("Group {number} of the code, from your sheet", number=place + 1))

    def show_code(self, code: str, owner: str) -> None:
        """Show a code, and ask for two of its groups; an empty one shows nothing any more."""
        self._owner = owner
        self.code.setText(code)
        count = len(code.split("-"))
        self._asked = tuple(sorted(secrets.SystemRandom().sample(range(count), ASKED))) if count >= ASKED else ()
        for line in self.groups:
            line.line.clear()
        self.note.say("")
        self.retranslate()

    def asked(self) -> tuple[int, ...]:
        """Return which groups are asked for, counted from 0."""
        return self._asked

    def is_typed(self) -> bool:
        """Tell whether both groups are right."""
        groups = self.code.text().split("-")
        pairs = list(zip(self.groups, self._asked, strict=False))
        return len(pairs) == ASKED and all(is_group(line.text(), groups[place]) for line, place in pairs)

    def _on_typed(self) -> None:
        groups = self.code.text().split("-")
        for line, place in zip(self.groups, self._asked, strict=False):
            is_whole = len(line.text().strip()) >= len(groups[place])
            is_wrong = is_whole and not is_group(line.text(), groups[place])
            line.complain(tr("That is not group {number}.", number=place + 1) if is_wrong else "")
        self.typed.emit(self.is_typed())

    def _on_entered(self) -> None:
        if self.is_typed():
            self.entered.emit()
        else:
            next((line for line in self.groups if not line.text().strip()), self.groups[0]).setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.code.text())

    def _print(self) -> None:
        importlib.import_module(_SHEET).print_sheet(self, self.code.text(), self._owner)

    def _save(self) -> None:
        path = ask_file(self, tr("Save the recovery code"), "surveyor-recovery-code.pdf", "PDF (*.pdf)")
        if path is None:
            return
        if importlib.import_module(_SHEET).save_sheet(path, self.code.text(), self._owner):
            self.note.say(tr("Saved. Keep this file away from this laptop: whoever has both opens your cases."), "warn")
        else:
            self.note.say(tr("The file could not be written. Choose another place."), "bad")
