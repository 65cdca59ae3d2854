"""Shows a verdict: what it comes to in plain words, what speaks against it, then part by part who vouches for what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from surveyor_app.operations.cases.verdicts import BAD, OPEN, PROVEN, UNPROVEN, Verdict, VerifiedPart, told_lines
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.link_list import Line, LinkList
from surveyor_app.ui.base.notes import Note
from surveyor_app.wording.translation import current_language, tr

_TONES = {PROVEN: "ok", OPEN: "warn", UNPROVEN: "warn", BAD: "bad"}
_SIGNS = {"ok": ("ok", "ok"), "warn": ("alert", "warn"), "bad": ("bad", "bad")}
SPACING_PX = 10


class VerdictView(QScrollArea):
    """Scrolls by the keyboard as well; :meth:`as_text` is what is copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verdict: Verdict | None = None
        self._name = ""
        self.summary = Note()
        self.cards: list[LinkList] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACING_PX)
        inner = QWidget()
        inner.setProperty("role", "page")
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 8, 0)
        body.setSpacing(SPACING_PX)
        body.addWidget(self.summary)
        body.addLayout(self._column)
        body.addStretch(1)
        self.setWidget(inner)

    def show_verdict(self, name: str, verdict: Verdict) -> None:
        """Show what a check of ``name`` came to."""
        self._name, self.verdict = name, verdict
        self.retranslate()
        self.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.setAccessibleName(tr("What the check came to"))
        verdict = self.verdict
        if verdict is None:
            return
        language = current_language()
        self.summary.say(f"{self._name}: {verdict.sentence(language)}", _TONES[verdict.state])
        looks.clear(self._column)
        self.cards = []
        grouped = [finding for part in verdict.parts for finding in part.findings]
        loose = [item for item in verdict.findings if item.level != BAD and item not in grouped]
        faults = [Line(finding.sentence(language), *_SIGNS[BAD]) for finding in verdict.faults]
        self._add(tr("What speaks against it"), faults)
        self._add(tr("What else was found"), [Line(item.sentence(language), *_SIGNS[item.level]) for item in loose])
        for part in verdict.told_parts:
            self._add(f"{part.title(language)} — {part.state_word(language)}", _lines(part))

    def as_text(self) -> str:
        """Return all that is shown, line by line."""
        if self.verdict is None:
            return ""
        language = current_language()
        said = f"{self._name}: {self.verdict.sentence(language)}"
        return "\n".join([said, *told_lines(self.verdict, language)])

    def _add(self, title: str, lines: list[Line]) -> None:
        if not lines:
            return
        card = LinkList()
        card.show_lines(title, lines)
        self.cards.append(card)
        self._column.addWidget(card)


def _lines(part: VerifiedPart) -> list[Line]:
    language = current_language()
    by = "shield" if part.state == PROVEN else "broken_shield"
    token = "ok" if part.state == PROVEN else "secondary"
    lines = [Line(proof, by, token) for proof in part.proofs(language)]
    lines += [Line(hand, "caption", "text") for hand in part.hands(language)]
    return lines + [Line(finding.sentence(language), *_SIGNS[finding.level]) for finding in part.findings]
