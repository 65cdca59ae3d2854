"""Why a paper is not acceptable or does not apply: a short menu, and a line for any other reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

from surveyor_app.domain.documents.documents import NOT_APPLICABLE, REJECTED
from surveyor_app.ui.forms.cover_hints import with_cover_hint
from surveyor_app.wording.translation import mark, tr, tr_marked

LINE_PX = 260
REASONS = {
    REJECTED: (
        mark("Not readable"),
        mark("Pages are missing"),
        mark("Does not match the claim"),
        mark("No seal or signature"),
        mark("No longer valid"),
    ),
    NOT_APPLICABLE: (
        mark("Does not occur in this case"),
        mark("Not claimed"),
        mark("The insurer has it already"),
    ),
}


def ask_reason(anchor: QWidget, at: QPoint, title: str, state: str, done: Callable[[str], None]) -> QMenu:
    """Open the menu of reasons for a state at a place of the screen; ``done`` is told the one chosen or typed."""
    menu = QMenu(anchor)
    menu.setAccessibleName(title)
    menu.addAction(title).setEnabled(False)
    _add_reasons(menu, REASONS[state], done)
    line = QLineEdit(menu)
    line.setPlaceholderText(tr("Another reason, then Enter"))
    line.setAccessibleName(tr("Another reason, then Enter"))
    line.setMinimumWidth(LINE_PX)
    action = QWidgetAction(menu)
    action.setDefaultWidget(with_cover_hint(line, menu))
    menu.addAction(action)

    def on_entered() -> None:
        if line.text().strip():
            done(line.text().strip())
            menu.close()

    line.returnPressed.connect(on_entered)
    menu.popup(at)
    return menu


def _add_reasons(menu: QMenu, reasons: Sequence[str], done: Callable[[str], None]) -> None:
    for reason in reasons:
        text = tr_marked(reason)
        menu.addAction(text, lambda text=text: done(text))  # type: ignore[misc]  # bound now
