"""The fonts of the window: the system's own, then what each system has for Chinese, the bundled Noto Sans SC last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from surveyor_app.ui.base.theme import BODY_PX

BUNDLED = "Noto Sans SC"
_CJK = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI", "WenQuanYi Micro Hei", BUNDLED)
_PLAIN = frozenset({"DejaVu Sans", "Bitstream Vera Sans", "Sans Serif", "Sans"})
"""What a system without fonts of its own answers: too wide beside Chinese, so the bundled font goes first there."""


def install(app: QApplication, resources: Path) -> None:
    """Load the bundled fonts and set the program's font, 14 px, tabular figures."""
    for file in sorted((resources / "fonts").glob("NotoSansSC-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    app.setFont(body_font())


def body_font() -> QFont:
    """Return the font of ordinary text."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = QFontInfo(system).family()
    font = QFont(system)
    font.setFamilies([BUNDLED] if family in _PLAIN else [family, *_CJK])
    font.setPixelSize(BODY_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def sized(pixels: int, *, bold: bool = False, base: QFont | None = None) -> QFont:
    """Return the program's font in another size, for painters."""
    font = QFont(base or QApplication.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
