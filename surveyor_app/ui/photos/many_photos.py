"""Edits several photos at once: caption, shot and subject; what is written is one operation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.operations.photos.captions import PLACEHOLDERS
from surveyor_app.ui.base import looks
from surveyor_app.ui.forms.choice_editors import Options, QuietCombo
from surveyor_app.ui.forms.cover_hints import CoverHint
from surveyor_app.ui.photos.caption_line import CaptionCompleter
from surveyor_app.ui.photos.shot_work import ShotWork
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

NAMES = ("caption", "shot_key", "subject_uid")
assert all(any(spec.name == name for spec in SPECS["evidence"]) for name in NAMES)


class ManyPhotos(QWidget):
    """One line a field; where the photos differ it says "several values", and leaving it alone changes nothing."""

    captioned = Signal(str)
    """A caption, with its placeholders, was written."""

    def __init__(self, work: ShotWork, labels: Labels) -> None:
        super().__init__()
        self._work = work
        self._labels = labels
        self._lines: list[EvidenceLine] = []
        self._typed = False
        self._titles = {name: looks.label("field") for name in NAMES}
        self.caption = QLineEdit()
        self.completer = CaptionCompleter(self.caption)
        self.caption.textEdited.connect(self._on_typed)
        self.caption.editingFinished.connect(self.commit)
        self.shot = QuietCombo()
        self.subject = QuietCombo()
        self.shot.activated.connect(lambda index: self._on_chosen("shot_key", self.shot, index))
        self.subject.activated.connect(lambda index: self._on_chosen("subject_uid", self.subject, index))
        self._help = looks.label("help", wrap=True)
        self.cover = CoverHint(self.caption)
        controls: list[QWidget] = [self.caption, self.shot, self.subject]
        parts: list[QWidget] = []
        for (name, title), control in zip(self._titles.items(), controls, strict=True):
            title.setBuddy(control)
            parts += [title, control, *([self.cover, self._help] if name == "caption" else [])]
        self.setLayout(looks.column(*parts, spacing=4))
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        for name, control in zip(NAMES, (self.caption, self.shot, self.subject), strict=True):
            text = self._labels.field("evidence", name, current_language())
            self._titles[name].setText(text)
            control.setAccessibleName(text)
        self._help.setText(placeholder_help())
        self.show_lines(self._lines)

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Show what these photos have in common; what was typed for others before is written first."""
        if [line.id for line in lines] != [line.id for line in self._lines]:
            self.commit()
        self._lines = list(lines)
        captions = {line.caption or "" for line in lines}
        if not self._typed:
            self.caption.setText(captions.pop() if len(captions) == 1 else "")
            self.caption.setPlaceholderText(tr("Several values") if captions else "")
        _fill(self.shot, self._work.shot_options(), {line.shot_key for line in lines})
        _fill(self.subject, self._work.subject_options(), {line.subject_uid for line in lines})

    def commit(self) -> None:
        """Write the caption that was typed."""
        if not self._typed:
            return
        self._typed = False
        self._work.caption(self._lines, self.caption.text())
        self.captioned.emit(self.caption.text())

    def _on_typed(self) -> None:
        self._typed = True

    def _on_chosen(self, field: str, combo: QuietCombo, index: int) -> None:
        value = combo.itemData(index)
        if value is not _SEVERAL:
            self._work.describe([line.id for line in self._lines], {field: value})


class _Several:
    """Stands in a choice for several values."""


_SEVERAL = _Several()


def placeholder_help() -> str:
    """Return which placeholders there are."""
    return tr("{names} are filled in", names=" ".join(f"{{{name}}}" for name in PLACEHOLDERS))


def _fill(combo: QuietCombo, options: Options, values: set[str | None]) -> None:
    """Offer none, the options, and first of all "several values" where there are several."""
    combo.clear()
    if len(values) > 1:
        combo.addItem(tr("Several values"), _SEVERAL)
    combo.addItem("—", None)
    for value, text in options:
        combo.addItem(text, value)
    if len(values) == 1:
        (value,) = values
        place = next((row for row in range(combo.count()) if combo.itemData(row) == value), -1)
        if place < 0:
            combo.addItem(str(value), value)
            place = combo.count() - 1
        combo.setCurrentIndex(place)
