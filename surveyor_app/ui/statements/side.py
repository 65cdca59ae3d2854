"""The inspector of the statements page: the head with who is present, and the question bank."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms.record_form import RecordForm
from surveyor_app.ui.statements.language_editor import LanguageEditor
from surveyor_app.ui.statements.participants import ParticipantList
from surveyor_app.ui.statements.question_bank import QuestionBank
from surveyor_app.wording.questions import Question
from surveyor_app.wording.translation import tr

PRESENT_FIELDS = frozenset({"subject_uid", "questioner_1", "questioner_2", "recorder"})
"""Fields of the statement that are edited among those present."""


class StatementSide(QFrame):
    """Two tabs: the head of one statement, and the questions that can be put."""

    def __init__(self, desk: Desk, bank: list[Question]) -> None:
        super().__init__()
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self._pile = QStackedWidget(self)
        area = ScrollArea(self._pile)
        head = QWidget(area.viewport())
        self.people = ParticipantList(desk, head)
        makers = {"language": LanguageEditor}
        self.form = RecordForm(desk, Statement, makers=makers, parent=head, is_behind=True)
        head.setLayout(looks.column(self.people, looks.rule(), self.form, spacing=14, margin=14))
        area.hold(head)
        self.bank = QuestionBank(bank, desk.labels, self._pile)
        self._pile.addWidget(area)
        self._pile.addWidget(self.bank)
        self.tabs.currentChanged.connect(self._pile.setCurrentIndex)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 4, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.tabs)
        body.addWidget(self._pile, 1)
        self._retranslate()

    @property
    def record_id(self) -> str | None:
        """The statement shown."""
        return self.form.record_id

    def show_record(self, statement_id: str | None) -> None:
        """Show another statement's head."""
        self.form.show_record(statement_id)
        self.people.show_statement(statement_id)

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.form.apply(changes)
        self.people.apply(changes)

    def reload(self) -> None:
        """Read everything again."""
        self.form.reload()
        self.people.reload()

    def commit(self) -> None:
        """Write what is being edited."""
        self.form.commit()
        self.people.commit()

    def focus_field(self, field: str) -> None:
        """Put the cursor where a field of the head is edited."""
        self.tabs.setCurrentIndex(0)
        if field in PRESENT_FIELDS:
            self.people.focus(field)
        else:
            self.form.focus_field(field)

    def start_bank(self) -> None:
        """Give the keyboard to the question bank."""
        self.tabs.setCurrentIndex(1)
        self.bank.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.tabs.setTabText(0, tr("Head of the statement"))
        self.tabs.setTabText(1, tr("Questions"))
        self.tabs.setAccessibleName(tr("Beside the statement"))
