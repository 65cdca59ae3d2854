"""Icons by what they mean, from one icon font through one function."""

from __future__ import annotations

import qtawesome
from PySide6.QtGui import QIcon

from surveyor_app.ui import theme

_GLYPHS = {
    "add": "mdi6.plus",
    "alert": "mdi6.alert-outline",
    "arrival": "mdi6.map-marker-check-outline",
    "back": "mdi6.chevron-left",
    "bad": "mdi6.close-circle-outline",
    "caption": "mdi6.pencil-outline",
    "case": "mdi6.briefcase-outline",
    "certificate": "mdi6.certificate-outline",
    "check": "mdi6.check",
    "claim": "mdi6.file-document-outline",
    "close": "mdi6.close",
    "conflict": "mdi6.source-branch",
    "copy": "mdi6.content-copy",
    "damage": "mdi6.car-wrench",
    "delivery": "mdi6.cloud-upload-outline",
    "duplicate": "mdi6.content-duplicate",
    "fetch": "mdi6.tray-arrow-down",
    "file": "mdi6.file-outline",
    "filter": "mdi6.filter-variant",
    "import": "mdi6.folder-image",
    "key": "mdi6.key-outline",
    "keyboard": "mdi6.keyboard-outline",
    "language": "mdi6.translate",
    "link": "mdi6.chevron-right",
    "local": "mdi6.laptop",
    "lock": "mdi6.lock-outline",
    "look": "mdi6.brightness-6",
    "down": "mdi6.chevron-down",
    "side": "mdi6.dock-right",
    "missing": "mdi6.circle-outline",
    "more": "mdi6.dots-horizontal",
    "no_gps": "mdi6.map-marker-off-outline",
    "no_preview": "mdi6.image-off-outline",
    "no_time": "mdi6.clock-remove-outline",
    "notice": "mdi6.bell-outline",
    "ok": "mdi6.check-circle-outline",
    "open": "mdi6.folder-open-outline",
    "paper": "mdi6.file-document-outline",
    "people": "mdi6.account-group-outline",
    "person": "mdi6.account-outline",
    "photos": "mdi6.camera-outline",
    "ready": "mdi6.clipboard-check-outline",
    "receipt": "mdi6.receipt-text-check-outline",
    "redo": "mdi6.redo",
    "refresh": "mdi6.refresh",
    "report": "mdi6.file-sign",
    "save": "mdi6.content-save-outline",
    "search": "mdi6.magnify",
    "sending": "mdi6.progress-upload",
    "settings": "mdi6.cog-outline",
    "shield": "mdi6.shield-check-outline",
    "sign": "mdi6.draw-pen",
    "sound": "mdi6.microphone-outline",
    "statements": "mdi6.message-text-outline",
    "stored": "mdi6.cloud-check-outline",
    "time": "mdi6.clock-outline",
    "undo": "mdi6.undo",
    "vehicle": "mdi6.car-outline",
    "video": "mdi6.video-outline",
    "withdraw": "mdi6.trash-can-outline",
    "zoom": "mdi6.magnify-plus-outline",
}


def icon(name: str, token: str = "text") -> QIcon:
    """Return the icon for ``name`` in a colour of the theme in use; ask again after a switch of theme."""
    tokens = theme.current()
    return QIcon(
        qtawesome.icon(
            _GLYPHS[name],
            color=str(getattr(tokens, token)),
            color_disabled=tokens.disabled,
        )
    )


def names() -> list[str]:
    """Return all meanings there is an icon for."""
    return list(_GLYPHS)
