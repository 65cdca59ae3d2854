"""Withdrawing records: a reason from a short menu, then a toast with Undo. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import R
from surveyor_app.operations.editing import records
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.wording.translation import mark, tr, tr_marked

REASONS = (
    mark("Taken or entered by mistake"),
    mark("Already there"),
    mark("Belongs to another case"),
    mark("The person asked for it"),
)


def ask(anchor: QWidget, at: QPoint, desk: Desk, record_class: type[R], ids: Sequence[str]) -> QMenu | None:
    """Open the menu of reasons at a place of the screen; choosing one withdraws the records."""
    if not ids:
        return None
    menu = QMenu(anchor)
    menu.setAccessibleName(tr("Why is it withdrawn?"))
    menu.addAction(tr("Why is it withdrawn?")).setEnabled(False)
    for reason in REASONS:
        action = menu.addAction(tr_marked(reason))
        action.triggered.connect(partial(withdraw, desk, record_class, list(ids), tr_marked(reason)))
    menu.popup(at)
    return menu


class Withdrawal(Generic[R]):
    """Withdraws what is selected in a list: from a button, by key, or from the menu of the list."""

    def __init__(self, desk: Desk, record_class: type[R], records: RecordList) -> None:
        self._desk = desk
        self._class = record_class
        self._records = records
        self.button = looks.button("", self.ask)
        records.menu_wanted.connect(self._ask_at)

    def retranslate(self) -> None:
        """Write the button's text in the window's language."""
        looks.face(self.button, tr("Withdraw…"), "withdraw")

    def ask(self) -> None:
        """Open the menu of reasons below the button."""
        self._ask_at(below(self.button))

    def _ask_at(self, at: QPoint) -> None:
        ask(self._records, at, self._desk, self._class, self._records.selected_ids())


def below(control: QWidget) -> QPoint:
    """Return the place of the screen below a control, where its menu opens."""
    return control.mapToGlobal(QPoint(0, control.height()))


def withdraw(desk: Desk, record_class: type[R], ids: Sequence[str], reason: str, _checked: bool = False) -> None:
    """Withdraw records for a reason and offer to take it back."""

    def tell(_changes: Changes) -> None:
        desk.messages.tell(
            tr("%n record(s) withdrawn; they stay in the case with the reason", n=len(ids)), tr("Undo"), desk.edits.undo
        )

    desk.edits.do(lambda: records.withdraw(desk.case, record_class, ids, reason), tell)
