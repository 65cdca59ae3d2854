"""How large a window may be on its screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

TITLE_BAR_PX = 32
"""About what a window manager adds; it is known only once the window is shown."""
BESIDE_PX = 8
"""So much of what lies behind a dialog stays in sight, so that it is seen to be one."""


def room_for(dialog: QWidget) -> QSize:
    """Return the largest size of a dialog that its screen shows whole, with its title bar."""
    room = dialog.screen().availableSize()
    return QSize(room.width() - 2 * BESIDE_PX, room.height() - TITLE_BAR_PX - BESIDE_PX)
