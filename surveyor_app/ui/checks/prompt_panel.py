"""What stands beside the risk prompts: the current one whole, what raised it with the way there, and the note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from surveyor_app.domain.checks.prompts import Fact, Raised
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.records import reading
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.link_list import Line, LinkList
from surveyor_app.ui.base.page import Side
from surveyor_app.ui.checks.panel import NoteEditor
from surveyor_app.ui.checks.prompt_rows import NOT_MADE, PromptModel
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.ui.forms.photo_numbers import PhotoNumbersEditor
from surveyor_app.ui.forms.record_binder import RecordBinder
from surveyor_app.wording.translation import current_language, tr


class PromptPanel(Side):
    """``done`` when the keyboard may go on, ``left`` on Escape."""

    done = Signal()
    left = Signal()
    record_wanted = Signal(str, str, str)
    """Please show a fact where it stands: kind, id and field."""

    def __init__(self, desk: Desk, model: PromptModel) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self.name = looks.label("heading", wrap=True)
        self.internal = looks.label("help", wrap=True)
        self.keys = looks.label("help", wrap=True)
        self.why = looks.label("help", wrap=True)
        self.trigger = looks.label("secondary", wrap=True)
        self.facts = LinkList()
        specs = {spec.name: spec for spec in SPECS[PromptAnswer.KIND]}
        self.note = NoteEditor(PromptAnswer.KIND, specs["note"], desk.labels, self.body)
        self.evidence = PhotoNumbersEditor(
            PromptAnswer.KIND, specs["evidence"], desk.labels, self.body, order=self._evidence_order
        )
        editors: dict[str, FieldEditor] = {"note": self.note, "evidence": self.evidence}
        self.binder: RecordBinder[PromptAnswer] = RecordBinder(desk, PromptAnswer, editors, self)
        self.body.setLayout(
            looks.column(
                self.name, self.keys, self.why, self.facts, self.trigger, self.note, self.evidence, self.internal, None,
                spacing=10, margin=14,
            )
        )  # fmt: skip
        for editor in editors.values():
            editor.control.installEventFilter(self)
        self.show_line(None, why="")

    def show_line(self, line: Raised | None, *, why: str) -> None:
        """Show a prompt; ``why`` says why its answer cannot be changed."""
        answer = line.answer if line is not None else None
        self.binder.show_record(answer.id if answer is not None and answer.id != NOT_MADE else None)
        self.name.setText(line.prompt.name.in_(current_language()) if line is not None else "")
        self.trigger.setText(
            tr("Asked because: {trigger}", trigger=line.prompt.trigger.in_(current_language()))
            if line is not None
            else ""
        )
        keys = "    ".join(f"{key} {word}" for key, (_id, word) in enumerate(self._model.replies(), start=1))
        self.keys.setText(keys if line is not None and not why else "")
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.internal.setText(
            tr(
                "For the office alone: no copy for a party shows prompts. An indicator is not evidence, and nothing is counted."
            )
        )
        words = self._model.facts_of(line) if line is not None else []
        lines = [
            Line(text, "alert", "warn", self._opener(fact))
            for text, fact in zip(words, line.facts if line is not None else (), strict=True)
        ]
        self.facts.show_lines(tr("What raised it"), lines)

    def commit(self) -> None:
        """Write what is being edited."""
        self.binder.commit()

    def follow(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.binder.apply(changes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.commit()
                self.left.emit()
                return True
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.commit()
                self.done.emit()
                return True
        return super().eventFilter(watched, event)

    def _opener(self, fact: Fact) -> Callable[[], None]:
        return lambda: self.record_wanted.emit(fact.kind, fact.id, fact.field)

    def _evidence_order(self) -> list[str]:
        case = self._desk.case
        with case.read() as session:
            return list(reading.ids(session, case.case_id, Evidence))
