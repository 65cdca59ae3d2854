"""Statements (询问笔录): head, and questions with answers written without leaving the keyboard."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from surveyor_app.domain.changes import Changes
from surveyor_app.domain.people import Person
from surveyor_app.domain.statements import Statement
from surveyor_app.operations import records
from surveyor_app.operations.questions import load_questions
from surveyor_app.operations.records import Created
from surveyor_app.ui import formats, icons, record_access
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.models.record_table import Column, RecordTableModel
from surveyor_app.ui.page import Page, Side
from surveyor_app.ui.translation import current_language, mark, tr
from surveyor_app.ui.widgets import looks, withdrawing
from surveyor_app.ui.widgets.answer_list import AnswerList
from surveyor_app.ui.widgets.notes import EmptyState
from surveyor_app.ui.widgets.record_form import Group, RecordForm
from surveyor_app.ui.widgets.record_list import RecordList

HEAD = (
    Group("", ("kind", "subject_uid", "status")),
    Group("", ("started_at", "ended_at", "place")),
    Group("", ("questioner_1", "questioner_2", "recorder", "language")),
)


class StatementsPage(Page):
    """Statements at the left, the current one's questions in the middle, its head in the inspector."""

    NAME: ClassVar[str] = "statements"
    TITLE: ClassVar[str] = mark("Statements")
    ICON: ClassVar[str] = "statements"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._bank = load_questions(desk.resources)
        self.model = RecordTableModel(
            desk.case,
            Statement,
            (Column(mark("Person"), self._subject), Column(mark("State"), self._status)),
            self,
        )
        self._pile = QStackedLayout()
        self.content.addLayout(self._pile, 1)
        self._work = QWidget(self)
        self._pile.addWidget(self._work)
        self.list = RecordList(self.model, headers=False, parent=self._work)
        self.list.setMaximumWidth(260)
        self._side = Side()
        subjects = {"subject_uid": lambda: record_access.people_options(desk.case)}
        self.form = RecordForm(desk, Statement, HEAD, subjects, parent=self._side.body)
        self.answers = AnswerList(desk, self._bank, self._work)
        self._form_title = looks.label("heading")
        self._side.body.setLayout(looks.column(self._form_title, self.form, spacing=12, margin=14))
        self.add_button = looks.button("primary", self.add)
        self.withdraw_button = looks.button("", self._on_withdraw_clicked)
        self.head_actions.addWidget(self.withdraw_button)
        self.head_actions.addWidget(self.add_button)
        self.empty = EmptyState("statements", self.add)
        across = QHBoxLayout(self._work)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.list, 1)
        across.addWidget(self.answers, 3)
        self._pile.addWidget(self.empty)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.menu_wanted.connect(self._ask)
        self.add_action(mark("New statement"), "Ctrl+N", self.add)
        self.add_action(mark("Next question"), "Ctrl+Return", self.answers.add_after_current)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.add_button, tr("New statement"))
        self.add_button.setIcon(icons.icon("add", "on_accent"))
        looks.face(self.withdraw_button, tr("Withdraw…"), "withdraw")
        self._form_title.setText(tr("Head of the statement"))
        self.list.setAccessibleName(tr("Statements"))
        self.empty.say(
            tr("No statement here yet"),
            tr("Write down questions and answers in the person's own words. Enter leads to the next answer, "
               "Ctrl+Enter to the next question."),
            tr("New statement"), "add",
        )  # fmt: skip
        self.model.touch_all()
        self._say()

    def load(self) -> None:
        shown = self.form.record_id
        self.model.reload()
        self.list.select_first()
        if self.form.record_id == shown:
            self.form.reload()
            self.answers.reload()
        self._say()

    def apply(self, changes: Changes) -> None:
        self.model.apply(changes)
        self.form.apply(changes)
        self.answers.apply(changes)
        if changes.touches(Person.KIND):
            self.model.touch_all()
        if changes.touches(Statement.KIND):
            self.list.select_first()
            if self.form.record_id and self.model.row_of(self.form.record_id) is None:
                self._on_current_changed(self.list.current_id())
            self._show_kind()
            self._say()

    def commit(self) -> None:
        self.form.commit()
        self.answers.commit()

    def inspector(self) -> QWidget | None:
        return self._side

    def has_details(self) -> bool:
        return self.model.rowCount() > 0

    def show_record(self, record_id: str, field: str) -> None:
        if record_id:
            self.list.select(record_id)
        if field:
            self.form.focus_field(field)

    def add(self) -> None:
        """Make a new statement that starts now, at the scene, asked by this surveyor."""
        self.commit()
        case, profile = self.desk.case, self.desk.profile
        task = record_access.visit_task(case)
        reading = case.author.clock()
        fields: dict[str, object] = {
            "seq_no": self.model.rowCount() + 1,
            "kind": "driver",
            "status": "draft",
            "started_at": reading.instant(),
            "place": task.survey_place if task else None,
            "questioner_1": profile.display_name,
            "questioner_2": task.second_surveyor if task else None,
            "recorder": profile.display_name,
            "language": current_language().value,
        }
        present = {name: value for name, value in fields.items() if value is not None}

        def on_done(created: Created) -> None:
            self.list.select(created.id)
            self.answers.add_after_current()

        self.desk.edits.do(lambda: records.create(case, Statement, present), on_done, None, self)

    def _on_current_changed(self, id_: str) -> None:
        self.form.show_record(id_ or None)
        self.answers.show_statement(id_ or None)
        self._show_kind()
        self._say()

    def _show_kind(self) -> None:
        record = self.model.record_at(self.list.currentIndex().row())
        self.answers.set_kind((record.kind if record else None) or "driver")

    def _say(self) -> None:
        count = self.model.rowCount()
        self._pile.setCurrentWidget(self._work if count else self.empty)
        self.withdraw_button.setEnabled(bool(count))
        self.side_changed.emit()
        self.set_state(tr("%n statement(s)", n=count) if count else "")

    def _subject(self, statement: Statement) -> str:
        person = record_access.get(self.desk.case, Person, statement.subject_uid) if statement.subject_uid else None
        kind = self.desk.labels.value("statement_kind", statement.kind, current_language())
        number = f"{statement.seq_no}. " if statement.seq_no else ""
        return number + ((person.name if person else None) or kind or formats.EMPTY)

    def _status(self, statement: Statement) -> str:
        return self.desk.labels.value("statement_status", statement.status, current_language())

    def _on_withdraw_clicked(self) -> None:
        self._ask(self.withdraw_button.mapToGlobal(QPoint(0, self.withdraw_button.height())))

    def _ask(self, at: QPoint) -> None:
        withdrawing.ask(self, at, self.desk, Statement, self.list.selected_ids())
