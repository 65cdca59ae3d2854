"""Looks whether a window fits its screen: everything in it can be reached and read."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget


def scroller(widget: QWidget) -> QScrollArea | None:
    """Return the area that scrolls a widget, ``None`` for one that stays where it is."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        held = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and held is not None and held.isAncestorOf(widget):
            return above
        above = above.parentWidget()
    return None
