"""Icons by what they mean, from one icon font through one function."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from surveyor_app.ui import theme
from surveyor_app.ui.glyphs import GlyphEngine

_GLYPHS = {
    "add": "plus",
    "alert": "alert-outline",
    "arrival": "map-marker-check-outline",
    "back": "chevron-left",
    "bad": "close-circle-outline",
    "caption": "pencil-outline",
    "card": "sd",
    "case": "briefcase-outline",
    "certificate": "certificate-outline",
    "check": "check",
    "claim": "file-document-outline",
    "close": "close",
    "conflict": "source-branch",
    "copy": "content-copy",
    "damage": "car-wrench",
    "delivery": "cloud-upload-outline",
    "duplicate": "content-duplicate",
    "fetch": "tray-arrow-down",
    "file": "file-outline",
    "filter": "filter-variant",
    "import": "folder-image",
    "key": "key-outline",
    "keyboard": "keyboard-outline",
    "language": "translate",
    "link": "chevron-right",
    "local": "laptop",
    "louder": "volume-high",
    "lock": "lock-outline",
    "look": "brightness-6",
    "down": "chevron-down",
    "side": "dock-right",
    "missing": "circle-outline",
    "mute": "volume-off",
    "more": "dots-horizontal",
    "no_gps": "map-marker-off-outline",
    "no_preview": "image-off-outline",
    "no_time": "clock-remove-outline",
    "not_applicable": "minus-circle-outline",
    "notice": "bell-outline",
    "ok": "check-circle-outline",
    "open": "folder-open-outline",
    "paper": "file-document-outline",
    "partly": "circle-half-full",
    "pause": "pause",
    "phone": "cellphone",
    "people": "account-group-outline",
    "person": "account-outline",
    "play": "play",
    "photos": "camera-outline",
    "ready": "clipboard-check-outline",
    "receipt": "receipt-text-check-outline",
    "record": "record",
    "redo": "redo",
    "refresh": "refresh",
    "forward": "fast-forward-5",
    "report": "file-sign",
    "rewind": "rewind-5",
    "save": "content-save-outline",
    "scanner": "scanner",
    "search": "magnify",
    "sending": "progress-upload",
    "settings": "cog-outline",
    "shield": "shield-check-outline",
    "shots": "format-list-checks",
    "sign": "draw-pen",
    "sort": "sort",
    "sound": "microphone-outline",
    "statements": "message-text-outline",
    "step_back": "skip-previous-outline",
    "step": "skip-next-outline",
    "stop": "stop",
    "stored": "cloud-check-outline",
    "time": "clock-outline",
    "undo": "undo",
    "vehicle": "car-outline",
    "video": "video-outline",
    "watch": "folder-eye-outline",
    "withdraw": "trash-can-outline",
    "zoom": "magnify-plus-outline",
}


def icon(name: str, token: str = "text") -> QIcon:
    """Return the icon for ``name`` in a colour of the theme in use; ask again after a switch of theme."""
    tokens = theme.current()
    return QIcon(GlyphEngine(_GLYPHS[name], str(getattr(tokens, token)), tokens.disabled))


def names() -> list[str]:
    """Return all meanings there is an icon for."""
    return list(_GLYPHS)
