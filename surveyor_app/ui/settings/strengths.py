"""Says beside a line how hard the passphrase typed in it is to guess."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from surveyor_app.domain.passphrases import Strength, strength
from surveyor_app.ui.base import looks
from surveyor_app.wording.translation import mark, tr_marked

_WORDS = {
    Strength.WEAK: (mark("Easy to guess: make it longer, of several words"), "warn"),
    Strength.FAIR: (mark("Fair: a few more characters make it good"), ""),
    Strength.GOOD: (mark("Good"), "ok"),
}


def say_strength(label: QLabel, typed: str) -> None:
    """Write into ``label`` what holds of ``typed``; nothing while nothing is typed."""
    text, tone = _WORDS[strength(typed)]
    label.setText(tr_marked(text) if typed else "")
    looks.set_tone(label, tone if typed else "")
