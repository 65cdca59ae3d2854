"""Glyphs of the icon font as icons of any size and colour.

The font and the list of its glyphs come from QtAwesome's files. The package itself is not imported: it loads all of Qt a second
time under other names, which took a quarter of a second of every start.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont

from surveyor_app.domain.errors import InstallationIncomplete

_FONT = "materialdesignicons6-webfont-*.ttf"
_NAMES = "materialdesignicons6-webfont-charmap-*.json"
_DRAWN_PX = 256
"""Size at which the outlines are read; they are scaled from there."""
_SHARE = 0.875
"""Of the icon's height, as QtAwesome does: 14 of 16 pixels, and the outline never touches the edge."""


class GlyphEngine(QIconEngine):
    """Paints one glyph: in ``colour``, and in ``disabled`` where the icon's owner is disabled."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled = disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        path = _outline(self._name)
        scale = _SHARE * rect.height() / _DRAWN_PX
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QRectF(rect).center())
        painter.scale(scale, scale)
        painter.fillPath(path, QColor(self._disabled if mode == QIcon.Mode.Disabled else self._colour))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return GlyphEngine(self._name, self._colour, self._disabled)


@lru_cache
def _outline(name: str) -> QPainterPath:
    """Return the outline of a glyph around the middle of its square.

    Raises:
        InstallationIncomplete: the font or the glyph is missing.
    """
    font = _font()
    code = _codes().get(name)
    indexes = font.glyphIndexesForString("" if code is None else chr(int(code, 16)))
    if not indexes:
        raise InstallationIncomplete(what="glyph", path=name)
    path = font.pathForGlyph(indexes[0])
    advance = font.advancesForGlyphIndexes(indexes)[0].x()
    return path.translated(-advance / 2, (font.ascent() - font.descent()) / 2)


@lru_cache
def _font() -> QRawFont:
    # Unhinted: an outline is scaled after it was read.
    return QRawFont(str(_file(_FONT)), _DRAWN_PX, QFont.HintingPreference.PreferNoHinting)


@lru_cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = json.loads(_file(_NAMES).read_text(encoding="ascii"))
    return codes


def _file(pattern: str) -> Path:
    spec = find_spec("qtawesome")
    folder = Path(spec.origin or "").parent / "fonts" if spec else Path()
    found = next(folder.glob(pattern), None)
    if found is None:
        raise InstallationIncomplete(what="icon font", path=str(folder / pattern))
    return found
