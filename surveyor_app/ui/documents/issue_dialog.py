"""Before a one-time notice is issued: what it will say, to whom, in which language, and the reason where it is not the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLayout, QLineEdit, QWidget

from surveyor_app.domain.checks.wording_rules import Opinion
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.report.notices.drafting import NoticeDraft, NoticeOptions
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.forms.cover_hints import CoverHint
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.report_languages import BOTH, report_language_names
from surveyor_app.wording.translation import current_language, tr

MAX_TYPED = 150


class IssueDialog(ScrollingDialog):
    """``draft()`` is what is issued once it was accepted; ``make`` gives it anew for other options."""

    paper_wanted = Signal(str, str)
    """Please show a paper, and in it a field."""

    def __init__(
        self,
        make: Callable[[NoticeOptions], NoticeDraft],
        opinions: Callable[[NoticeDraft], Sequence[Opinion]],
        labels: Labels,
        parent: QWidget | None = None,
    ) -> None:
        """``opinions`` tells where a notice says something on cover, which keeps it from being issued."""
        super().__init__(parent, 820, 600)
        self._opinions, self._labels = opinions, labels
        self._said: Opinion | None = None
        self.setWindowTitle(tr("One-time notice"))
        self._make = make
        self._draft = make(NoticeOptions())
        self.addressee = self._line(tr("Addressee"), self._draft.addressee)
        self.phone = self._line(tr("Your phone"))
        self.where = self._line(tr("How papers are handed in"))
        self.where.setPlaceholderText(tr("To the surveyor, also as photos"))
        self.language: QComboBox = QuietCombo()
        self.language.setAccessibleName(tr("Language of the notice"))
        for tag, name in report_language_names().items():
            self.language.addItem(name.in_(current_language()), tag)
        self.language.setCurrentIndex(self.language.findData(BOTH))
        self.again_note = Note()
        self.again = self._line(tr("Why asked again"))
        self.stop = Note()
        self.stop.button.clicked.connect(self._on_go_clicked)
        self.text = looks.label("", wrap=True)
        self.problem = looks.label("help", wrap=True)
        looks.set_tone(self.problem, "bad")
        self.issue_button = looks.button("primary", self.accept)
        looks.face(self.issue_button, tr("Issue"))
        self.issue_button.setIcon(icons.icon("notice", "on_accent"))
        self.issue_button.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        fields = Flow(
            *(self._field(editor) for editor in (self.addressee, self.phone, self.language, self.where)), fills=True
        )
        again = looks.column(self.again_note, self._field(self.again), spacing=6)
        self._again_row = QWidget()
        self._again_row.setLayout(again)
        body = looks.column(
            fields, self._again_row, self.stop, self.problem, looks.card(_inside(self.text)), None, spacing=12
        )
        self.lay_out(body, None, cancel, self.issue_button)
        for line in (self.addressee, self.phone, self.where):
            line.editingFinished.connect(self._redo)
        self.language.activated.connect(lambda _index: self._redo())
        self.again.textChanged.connect(lambda _text: self._allow())
        self._redo()
        (self.again if self._draft.is_again else self.issue_button).setFocus()

    def draft(self) -> NoticeDraft:
        """Return the notice as it was shown last."""
        return self._draft

    def again_reason(self) -> str:
        """Return why it is asked again; empty for the first notice."""
        return self.again.text().strip()

    def accept(self) -> None:
        self._redo()
        if self.issue_button.isEnabled():
            super().accept()

    def _line(self, name: str, text: str = "") -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(name)
        line.setMaxLength(MAX_TYPED)
        return line

    def _field(self, editor: QWidget) -> QWidget:
        field = QWidget()
        hint = [CoverHint(editor)] if isinstance(editor, QLineEdit) else []
        field.setLayout(looks.column(looks.label("field", editor.accessibleName()), editor, *hint, spacing=2))
        field.setMinimumWidth(180)
        return field

    def _redo(self) -> None:
        """Word the notice again, for what stands in the fields."""
        options = NoticeOptions(
            self.addressee.text(), self.language.currentData() or BOTH, self.where.text(), self.phone.text()
        )
        try:
            self._draft = self._make(options)
            self.problem.setText("")
        except SurveyorError as error:
            self.problem.setText(words(error))
        self.problem.setVisible(bool(self.problem.text()))
        self.text.setText(self._draft.wording)
        self._again_row.setVisible(self._draft.is_again)
        if self._draft.is_again:
            last = self._draft.earlier[-1]
            told = tr(
                "A notice was issued on {day}. The law wants everything asked for at once; a further one says why.",
                day=formats.instant(last.issued_at),
            )
            self.again_note.say(told, "warn")
        self._say_stop()
        self._allow()

    def _say_stop(self) -> None:
        """Say which words keep the notice from being issued, where they stand, and lead there."""
        found = self._opinions(self._draft)
        self._said = found[0] if found else None
        if self._said is None:
            self.stop.say("")
            return
        is_paper = self._said.kind == Document.KIND
        told = tr(
            "{place}: “{words}”. A notice says nothing on cover; write it otherwise.",
            place=self._labels.field(self._said.kind, self._said.field, current_language()),
            words=current_language().joined(self._said.words),
        )
        self.stop.say(told, "bad", tr("Go there") if is_paper else "")

    def _on_go_clicked(self) -> None:
        if self._said is not None:
            self.reject()
            self.paper_wanted.emit(self._said.id, self._said.field)

    def _allow(self) -> None:
        is_reasoned = not self._draft.is_again or bool(self.again_reason())
        is_sound = self._said is None and not self.problem.text()
        self.issue_button.setEnabled(bool(self._draft.items) and is_reasoned and is_sound)


def _inside(widget: QWidget) -> QLayout:
    return looks.column(widget, margin=14)
