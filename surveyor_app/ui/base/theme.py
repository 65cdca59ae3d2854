"""The look of the window: colour tokens of three themes, the palette and the one stylesheet made from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from surveyor_app.settings import Theme
from surveyor_app.ui.base.stylesheet import LARGE_TARGETS, STYLESHEET

BODY_PX = 14
SMALL_PX = 12
HEADING_PX = 18
TITLE_PX = 22
CLOCK_PX = 44
"""The time on the clock page, read from across a car."""
TARGET_PX = 40
"""Smallest hit target; 32 in dense tables."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for, as ``#rrggbb``."""

    page: str
    surface: str
    raised: str
    text: str
    secondary: str
    disabled: str
    line: str
    accent: str
    on_accent: str
    ok: str
    warn: str
    bad: str

    def mixed(self, token: str, share: float, ground: str = "surface") -> str:
        """Return ``share`` of one token's colour laid over another's, as ``#rrggbb``."""
        over, under = QColor(str(getattr(self, token))), QColor(str(getattr(self, ground)))
        parts = [
            round(top * share + below * (1 - share))
            for top, below in ((over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue()))
        ]
        return QColor(*parts).name()


TOKENS: dict[Theme, Tokens] = {
    Theme.LIGHT: Tokens(
        page="#F6F7F9", surface="#FFFFFF", raised="#FFFFFF", text="#16202C", secondary="#52606D", disabled="#9AA5B1",
        line="#D9DEE5", accent="#0B5FBF", on_accent="#FFFFFF", ok="#1B7F4B", warn="#9A5B00", bad="#B3261E",
    ),
    Theme.DARK: Tokens(
        page="#14171C", surface="#1C2027", raised="#242A33", text="#E8ECF1", secondary="#A7B1BC", disabled="#66717D",
        line="#333B46", accent="#5AA2F2", on_accent="#0B1420", ok="#4CC38A", warn="#F0B03F", bad="#FF7A70",
    ),
    Theme.SUNLIGHT: Tokens(
        page="#FFFFFF", surface="#FFFFFF", raised="#FFFFFF", text="#000000", secondary="#1A1A1A", disabled="#555555",
        line="#000000", accent="#0033A0", on_accent="#FFFFFF", ok="#00570F", warn="#6B3E00", bad="#9B0000",
    ),
}  # fmt: skip

_current = Theme.LIGHT


def current() -> Tokens:
    """Return the tokens in use; painters ask at each paint, so that a switch of theme needs no bookkeeping."""
    return TOKENS[_current]


def current_theme() -> Theme:
    """Return the theme in use."""
    return _current


def colour(token: str) -> QColor:
    """Return a colour of the theme in use."""
    return QColor(str(getattr(current(), token)))


def soft(token: str, share: float = 0.12) -> QColor:
    """Return a token's colour as a quiet background of the theme in use."""
    return QColor(current().mixed(token, share))


def apply(app: QApplication, theme: Theme, *, large_targets: bool = False) -> None:
    """Switch the whole program to ``theme``, with targets as large as a glove needs where that is wanted."""
    global _current
    _current = theme
    tokens = TOKENS[theme]
    app.setPalette(palette(tokens))
    app.setStyleSheet(stylesheet(tokens) + (LARGE_TARGETS if large_targets else ""))


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of the style underneath, for what the stylesheet does not name."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.page,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.page,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.mixed("secondary", 0.8),
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.mixed("text", 0.10, "page"),
        QPalette.ColorRole.Accent: tokens.accent,
    }
    for role, value in roles.items():
        result.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return result


def stylesheet(tokens: Tokens) -> str:
    """Return the one stylesheet with the tokens filled in."""
    names = {item.name: asdict(tokens)[item.name] for item in fields(tokens)}
    strong = tokens.line == tokens.text
    return Template(STYLESHEET).substitute(
        names,
        hover=tokens.mixed("text", 0.06),
        pressed=tokens.mixed("text", 0.12),
        accent_soft=tokens.mixed("accent", 0.12),
        accent_hover=tokens.mixed("text", 0.14, "accent"),
        edge=tokens.line if strong else tokens.mixed("text", 0.22),
        warn_soft=tokens.mixed("warn", 0.12),
        bad_soft=tokens.mixed("bad", 0.10),
        ok_soft=tokens.mixed("ok", 0.12),
        body=BODY_PX,
        small=SMALL_PX,
        heading=HEADING_PX,
        title=TITLE_PX,
        clock=CLOCK_PX,
    )
