"""What stands beside the list of checks: the current one whole, its values to choose from, the counts and the note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.survey.check_answers import YES, CheckAnswer
from surveyor_app.domain.survey.record_checks import CheckKind, RecordCheck, needs_note
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Side
from surveyor_app.ui.checks.choice_list import NONE_KEY, ChoiceList, Option, keys_of
from surveyor_app.ui.checks.sheet import NOT_MADE, CheckLine
from surveyor_app.ui.checks.words import reply_word
from surveyor_app.ui.forms.field_editors import FieldEditor, LongTextEditor
from surveyor_app.ui.forms.list_words import listed_words
from surveyor_app.ui.forms.record_binder import RecordBinder
from surveyor_app.ui.forms.typed_editors import IntegerEditor
from surveyor_app.wording.translation import current_language, tr


class NoteEditor(LongTextEditor):
    """Words to an answer; Enter ends them, Shift+Enter makes a new line."""

    def takes_enter(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier


class CheckPanel(Side):
    """The inspector of the page; ``key_pressed`` for a value chosen here, ``done`` when the keyboard may go on."""

    key_pressed = Signal(str)
    written = Signal(str)
    """Somebody began to write to a check that is answered by words alone and has no record yet."""
    done = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line: CheckLine | None = None
        self._is_making = False
        """What is being typed has no record yet: it is being made."""
        self.name = looks.label("heading", wrap=True)
        self.why = looks.label("help", wrap=True)
        self.keys = looks.label("help", wrap=True)
        self.choices = ChoiceList(self.body)
        self.listed = looks.label("help", wrap=True)
        specs = {spec.name: spec for spec in SPECS[CheckAnswer.KIND]}
        self.counts = {name: IntegerEditor(CheckAnswer.KIND, specs[name], desk.labels, self.body)
                       for name in ("injured_n", "dead_n")}  # fmt: skip
        self.notes = {name: NoteEditor(CheckAnswer.KIND, specs[name], desk.labels, self.body)
                      for name in ("other_text", "note")}  # fmt: skip
        editors: dict[str, FieldEditor] = {**self.counts, **self.notes}
        self.binder: RecordBinder[CheckAnswer] = RecordBinder(desk, CheckAnswer, editors, self)
        counted = looks.row(*self.counts.values(), spacing=10)
        self.body.setLayout(
            looks.column(
                self.name, self.why, self.keys, self.choices, counted, self.listed, *self.notes.values(), None,
                spacing=10, margin=14,
            )
        )  # fmt: skip
        for editor in editors.values():
            editor.control.installEventFilter(self)
        self.notes["note"].edited.connect(self._on_note_edited)
        self.choices.chosen.connect(self.key_pressed)
        self.choices.left.connect(self.left)
        self.show_line(None, why="", is_read_only=True)

    @property
    def note(self) -> NoteEditor:
        """The words of the current check: beside *other* where something is chosen, else the note."""
        return self.notes["other_text" if self._line is not None and self._line.check.other else "note"]

    def options(self, check: RecordCheck) -> Sequence[Option]:
        """Return the values of a check with their keys."""
        language = current_language()
        choices = self._desk.labels.choices(check.enumeration or "") if check.enumeration else ()
        found = [
            Option(choice.id, key, choice.label.in_(language))
            for key, choice in zip(keys_of(check.kind), choices, strict=False)
        ]
        return [*found, Option("", NONE_KEY, tr("None of them"))] if check.none_allowed else found

    def show_line(self, line: CheckLine | None, *, why: str, is_read_only: bool) -> None:
        """Show a check; ``why`` says why its answer cannot be changed."""
        is_same = line is not None and self._line is not None and line.check.id == self._line.check.id
        self._line = line
        answer = line.answer if line is not None else None
        record_id = answer.id if answer is not None and answer.id != NOT_MADE else None
        self._is_making = self._is_making and is_same and record_id is None
        if is_same and record_id is not None and self.binder.record_id is None:
            self.binder.adopt(record_id)
        else:
            self.binder.show_record(record_id)
        self.name.setText(f"{line.check.number}  {line.check.name.in_(current_language())}" if line is not None else "")
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self._say_keys(line, is_read_only)
        options = self.options(line.check) if line is not None else ()
        chosen = _chosen(answer)
        self.choices.show_options(options, chosen, is_read_only=is_read_only)
        self.choices.setAccessibleName(self.name.text())
        self.choices.setVisible(bool(options))
        counts = line is not None and line.check.counts and answer is not None and answer.answer == YES
        for counter in self.counts.values():
            counter.setVisible(counts)
        self._say_listed(line)
        for note in self.notes.values():
            note.is_for_party = line is not None and not line.check.is_internal
            note.check()
        for note in self.notes.values():
            note.setVisible(note is self.note and _is_written(line))
        if self._is_to_be_made() and not is_read_only:
            self.note.set_read_only(False)

    def commit(self) -> None:
        """Write what is being edited, also to an answer that is only just being made."""
        text = self.notes["note"].value()
        if self._is_making and self._is_to_be_made() and isinstance(text, str):
            self.written.emit(text)
        self.binder.commit()

    def follow(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.binder.apply(changes)

    def first_stop(self) -> QWidget | None:
        """Return where the keyboard goes for the current check: to what it still wants."""
        line = self._line
        if line is None:
            return None
        if (
            line.answer is not None
            and line.check.counts
            and line.answer.answer == YES
            and line.answer.injured_n is None
        ):
            return self.counts["injured_n"].control
        if self.choices.isVisibleTo(self) and self.choices.isEnabled() and not needs_note(line.check, line.answer):
            return self.choices
        return self.note.control if _is_written(line) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._on_key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.left.emit()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        if watched is self.counts["injured_n"].control:
            self.counts["dead_n"].control.setFocus()
        elif watched is self.counts["dead_n"].control:
            self.note.control.setFocus()
        else:
            self.commit()
            self.done.emit()
        return True

    def _is_to_be_made(self) -> bool:
        """Tell whether the first words to the current check make its answer."""
        return self._line is not None and self._line.check.kind is CheckKind.TEXT and self.binder.record_id is None

    def _on_note_edited(self) -> None:
        text = self.notes["note"].value()
        if isinstance(text, str) and self._is_to_be_made() and not self._is_making:
            self._is_making = True
            self.written.emit(text)

    def _say_keys(self, line: CheckLine | None, is_read_only: bool) -> None:
        replies = line.check.replies if line is not None and not is_read_only else ()
        said = [f"{key} {reply_word(reply, self._desk.labels)}" for key, reply in enumerate(replies, start=1)]
        self.keys.setText("    ".join(said))
        self.keys.setVisible(bool(said))

    def _say_listed(self, line: CheckLine | None) -> None:
        listed = line.listed if line is not None else None
        self.listed.setVisible(listed is not None)
        if line is not None and listed is not None:
            said = listed_words(listed)
            self.listed.setText(tr("{said}. The answer differs.", said=said) if line.disagrees else said)
            looks.set_tone(self.listed, "warn" if line.disagrees else "")


def _is_written(line: CheckLine | None) -> bool:
    """Tell whether there is something to write: of what is chosen only *other* is said in words."""
    if line is None:
        return False
    said = line.answer.other_text if line.answer is not None else None
    return line.check.other is None or bool(said) or needs_note(line.check, line.answer)


def _chosen(answer: CheckAnswer | None) -> frozenset[str]:
    if answer is None:
        return frozenset()
    if answer.none_apply:
        return frozenset({""})
    return frozenset(answer.choices or ()) | ({answer.choice} if answer.choice else frozenset())
