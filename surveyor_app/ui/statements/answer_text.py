"""One question with its answer as plain text, with what was corrected: how it shows once nobody may type over it any more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.statements.statements import Answer, Correction
from surveyor_app.operations.statements.contents import StatementContents, text_now
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.statements.answer_row import INDENT_PX, NUMBER_PX
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr


class AnswerText(QWidget):
    """A numbered pair to be read. Corrections stand below it, old words and new."""

    play_wanted = Signal(str, int)
    """Please play a recording (its evidence) from so many ms on."""

    def __init__(
        self, answer: Answer, number: str, contents: StatementContents, labels: Labels, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.answer_id = answer.id
        self.words = [_words("section", text_now(answer, "question", contents.corrections))]
        self.words.append(_words("", text_now(answer, "answer", contents.corrections) or formats.EMPTY))
        made = [*contents.corrections_of(answer.id, "question"), *contents.corrections_of(answer.id, "answer")]
        self.words += [_words("help", correction_words(item, labels)) for item in made]
        side = looks.column(*self._side(answer, number), None, spacing=2)
        line = looks.row(side, looks.column(*self.words, spacing=4), spacing=8)
        line.setContentsMargins(4, 10, 12, 10)
        line.setStretch(1, 1)
        self.setLayout(looks.column(looks.card(line)))
        self.setContentsMargins(INDENT_PX * number.count("."), 0, 0, 0)

    def _side(self, answer: Answer, number: str) -> list[QWidget]:
        """Return what stands at the left: number, time, and where in the recording."""
        right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        place, time = looks.label("heading", number), looks.label("help")
        time.setText(f"{answer.asked_at.local:%H:%M}" if answer.asked_at is not None else "")
        for label in (place, time):
            label.setAlignment(right)
            label.setFixedWidth(NUMBER_PX)
        shown: list[QWidget] = [place, time]
        if answer.media_uid is not None and answer.media_offset_ms is not None:
            media_uid, offset_ms = answer.media_uid, answer.media_offset_ms
            play = looks.button("link", lambda: self.play_wanted.emit(media_uid, offset_ms))
            play.setFixedWidth(NUMBER_PX)
            said = formats.duration(offset_ms / 1000)
            looks.face(play, said, "play", "accent")
            looks.name(play, tr("Play the recording from {time}", time=said))
            shown.append(play)
        return shown


def correction_words(correction: Correction, labels: Labels) -> str:
    """Return a correction as one line: when, of what, the whole text before and after, and why."""
    part = labels.value("correction_part", correction.part or "answer", current_language())
    text = tr(
        "{time} {part} corrected: “{old}” became “{new}”",
        time=f"{correction.at.local:%H:%M}" if correction.at is not None else formats.EMPTY,
        part=part,
        old=correction.old or formats.EMPTY,
        new=correction.new or formats.EMPTY,
    )
    return f"{text} · {correction.reason}" if correction.reason else text


def _words(role: str, text: str) -> QWidget:
    label = looks.label(role, text, wrap=True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
