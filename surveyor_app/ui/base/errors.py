"""Turns an error into words, and shows it: one place for both."""

from __future__ import annotations

import logging
import traceback
from pathlib import PurePath

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from surveyor_app.domain.errors import Cancelled, SurveyorError
from surveyor_app.wording.error_sentences import error_sentences
from surveyor_app.wording.reasons import reason_shown
from surveyor_app.wording.translation import tr, tr_marked

_log = logging.getLogger(__name__)


def sentences(error: SurveyorError) -> tuple[str, str, str]:
    """Return what happened, what is safe and what to do, in the window's language."""
    return error_sentences(error, tr_marked, _shown)


def words(error: BaseException) -> str:
    """Return the whole message as one paragraph; for what is outside the tree, that it is a fault of the program."""
    if isinstance(error, SurveyorError):
        return " ".join(sentences(error))
    return tr(
        "The program has a fault. Everything saved before is safe. Please go on, and tell the office what you did."
    )


def show(parent: QWidget, error: BaseException) -> None:
    """Show a fault of the program in a dialog with "Copy details"; errors of the tree belong in a toast or a page."""
    if isinstance(error, Cancelled):
        return
    _log.error("a fault of the program", exc_info=error)
    box = QMessageBox(QMessageBox.Icon.Warning, tr("A fault of the program"), words(error), parent=parent)
    copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    details = "".join(traceback.format_exception(error))
    copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
    box.open()


def _shown(name: str, value: object) -> str:
    if name == "reason":
        return reason_shown(value)
    return PurePath(str(value)).name if name == "path" else str(value)
