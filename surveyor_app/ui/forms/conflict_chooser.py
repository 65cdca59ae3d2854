"""Lets a person settle a conflict: several values of one field stand side by side until one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.fields import FieldSpec, decode
from surveyor_app.ui.forms import value_texts
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import tr


def choose(
    anchor: QWidget, spec: FieldSpec, labels: Labels, values: Sequence[Json], on_chosen: Callable[[object], None]
) -> QMenu:
    """Open a menu of the values under ``anchor``; ``on_chosen`` gets the value as a record holds it."""
    menu = QMenu(anchor)
    menu.setAccessibleName(tr("Several values stand side by side; choose the right one."))
    title = menu.addAction(tr("Which one is right?"))
    title.setEnabled(False)
    seen: list[object] = []
    for value in values:
        try:
            read = decode(spec, value)
        except InputError:
            continue
        if read in seen:
            continue
        seen.append(read)
        text = value_texts.text_of(spec, read, labels).replace("&", "&&")
        action = menu.addAction(text if len(text) <= 80 else text[:79] + "…")
        action.triggered.connect(lambda _checked=False, chosen=read: on_chosen(chosen))
    if not seen:
        menu.addAction(tr("The values can no longer be read")).setEnabled(False)
    menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
    return menu
