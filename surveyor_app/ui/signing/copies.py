"""Hands out the signed paper: printed, or saved as a file. Each copy is noted once it is there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.ui.base.saving import ask_file
from surveyor_app.ui.signing.printing import ask_printer
from surveyor_app.ui.signing.work import StatementWork
from surveyor_app.wording.translation import tr


class SignedCopies(QObject):
    """Asks where to; the work does it off the UI thread."""

    said = Signal(str, str)
    """A text and its tone; an empty text takes back what was said."""

    def __init__(self, work: StatementWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self._window = parent

    def print_it(self, title: str) -> None:
        """Print the paper of this title on a printer that is asked for."""
        printer = ask_printer(self._window, title)
        if printer is not None:
            self._work.print_paper(printer, self._on_printed)

    def save(self, number: int) -> None:
        """Save the paper of the statement with this number as a file that is asked for."""
        path = ask_file(self._window, tr("Save a copy"), f"statement-{number}.pdf", "PDF (*.pdf)")
        if path is not None:
            self._work.write_copy(path)

    def _on_printed(self, is_printed: bool) -> None:
        if is_printed:
            self.said.emit("", "")
            self._work.note_copy("paper")
        else:
            self.said.emit(tr("The printer did not take it. The statement is safe; choose another printer."), "bad")
