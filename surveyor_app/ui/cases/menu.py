"""What can be done with a case from the list: open it, see its file, salvage it, remove it once it is fully receipted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from surveyor_app.operations.cases.opening import CaseSummary
from surveyor_app.wording.translation import tr


@dataclass(frozen=True, slots=True)
class CaseDeeds:
    """What the menu leads to; each is told the case."""

    open: Callable[[CaseSummary], None]
    show_folder: Callable[[CaseSummary], None]
    copy_number: Callable[[CaseSummary], None]
    salvage: Callable[[CaseSummary], None]
    remove: Callable[[CaseSummary], None]


def case_menu(parent: QWidget, summary: CaseSummary, deeds: CaseDeeds) -> QMenu:
    """Return the menu of one case; what cannot be done with it is not in it."""
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Case"))
    is_there = summary.problem is None
    wanted = (
        (is_there, tr("Open"), deeds.open),
        (bool(summary.report_no), tr("Copy the report number"), deeds.copy_number),
        (is_there, tr("Show its folder"), deeds.show_folder),
        (is_there, tr("Salvage a damaged case…"), deeds.salvage),
        (is_there and summary.receipt_kind == "full", tr("Remove from this laptop…"), deeds.remove),
    )
    for is_offered, text, deed in wanted:
        if is_offered:
            menu.addAction(text).triggered.connect(lambda _checked=False, deed=deed: deed(summary))
    return menu


def open_menu(parent: QWidget, at: QPoint, summary: CaseSummary, deeds: CaseDeeds) -> QMenu:
    """Open the menu at a place of the screen."""
    menu = case_menu(parent, summary, deeds)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    return menu


def show_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
