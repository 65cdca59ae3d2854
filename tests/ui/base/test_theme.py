"""The three themes keep the contrast the user needs, and every icon exists."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from surveyor_app.settings import Theme
from surveyor_app.ui.base import icons, looks, theme


def _luminance(colour: str) -> float:
    channels = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def _contrast(first: str, second: str) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", list(Theme))
def test_text_can_be_read(look: Theme) -> None:
    tokens = theme.TOKENS[look]
    least = 7.0 if look is Theme.SUNLIGHT else 4.5
    for ground in (tokens.page, tokens.surface, tokens.raised):
        for ink in (tokens.text, tokens.secondary, tokens.accent, tokens.ok, tokens.warn, tokens.bad):
            assert _contrast(ink, ground) >= least, (ink, ground)
    assert _contrast(tokens.on_accent, tokens.accent) >= least
    assert _contrast(tokens.text, tokens.mixed("accent", 0.12)) >= least


@pytest.mark.parametrize("look", list(Theme))
def test_stylesheet_has_every_token_filled_in(look: Theme) -> None:
    assert "$" not in theme.stylesheet(theme.TOKENS[look])


@pytest.mark.parametrize("look", list(Theme))
def test_a_strong_button_that_cannot_be_pressed_is_quieter_than_one_that_can(qapp: QApplication, look: Theme) -> None:
    before = qapp.styleSheet()
    qapp.setStyleSheet(theme.stylesheet(theme.TOKENS[look]))
    button = looks.button("primary")
    looks.face(button, "I have left")
    grounds = []
    for is_enabled in (True, False):
        button.setEnabled(is_enabled)
        seen = button.grab().toImage()
        grounds.append(seen.pixelColor(6, seen.height() // 2).name())
    qapp.setStyleSheet(before)
    page = theme.TOKENS[look].page
    assert _contrast(grounds[1], page) < 2 < _contrast(grounds[0], page)


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    for name in icons.names():
        assert not icons.icon(name).pixmap(20, 20).isNull(), name
