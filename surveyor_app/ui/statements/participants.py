"""Who is present at a statement (在场人员): the person questioned, staff with their credentials, and others; domain §6.1."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.statements import Participant, Statement
from surveyor_app.operations.statements.contents import StatementContents, load_contents, name_of, names_of
from surveyor_app.operations.statements.taking import add_newcomer, add_participant, remove_participant, set_subject
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.forms.field_editors import TextEditor
from surveyor_app.ui.forms.record_binder import RecordBinder
from surveyor_app.wording.translation import current_language, tr

SUBJECT = "subject"
STAFF_ROLES = ("questioner", "recorder")
OTHER_ROLES = ("guardian", "interpreter", "sign_interpreter", "witness")


class NameBox(QuietCombo):
    """People of the case by name; a name that is none of them can be typed."""

    def __init__(self, on_named: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._on_named = on_named
        self.activated.connect(lambda _index: on_named())
        self.line.returnPressed.connect(self._on_return_pressed)

    def _on_return_pressed(self) -> None:
        # The box passes the key on to its line, which then says so a second time.
        if self.line.isModified():
            self.line.setModified(False)
            self._on_named()

    def offer(self, people: list[tuple[object, str]], person_id: str | None) -> None:
        """Show these people, one of them chosen."""
        self.blockSignals(True)
        self.clear()
        for id_, name in people:
            self.addItem(name, id_)
        self.setCurrentIndex(self.findData(person_id))
        if person_id is None:
            self.clearEditText()
        self.blockSignals(False)

    def person_id(self) -> str | None:
        """Return the person of the case whose name stands there."""
        found = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        here = self.currentIndex()
        if here >= 0 and self.itemText(here) == self.currentText():
            found = here
        return str(self.itemData(found)) if found >= 0 else None


class ParticipantRow(QFrame):
    """One who is present, with what they showed."""

    def __init__(self, desk: Desk, item: Participant, on_remove: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.participant_id = item.id
        self._desk, self._item = desk, item
        spec = next(spec for spec in SPECS[Participant.KIND] if spec.name == "credential_shown")
        self.credential = TextEditor(Participant.KIND, spec, desk.labels, self)
        self.binder: RecordBinder[Participant] = RecordBinder(
            desk, Participant, {"credential_shown": self.credential}, self
        )
        self._role = looks.label("field")
        self._name = looks.label("section", wrap=True)
        self.remove_button = looks.tool(on_remove)
        head = looks.row(looks.column(self._role, self._name, spacing=0), self.remove_button, spacing=4)
        head.setStretch(0, 1)
        self.setLayout(looks.column(head, self.credential, spacing=4))
        self.binder.show_record(item.id)
        self.credential.setVisible(item.role in STAFF_ROLES or item.credential_shown is not None)

    def say(self, contents: StatementContents, is_open: bool) -> None:
        """Show role and name as they are now."""
        self._role.setText(self._desk.labels.value("statement_role", self._item.role, current_language()))
        name = name_of(contents, self._item) or "—"
        self._name.setText(name)
        looks.name(self.remove_button, tr("Remove {name}", name=name), "close", "secondary")
        self.remove_button.setVisible(is_open)
        if not is_open:
            self.credential.set_read_only(True)


class ParticipantList(QWidget):
    """All who are present at one statement, and a line to add others."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._statement: str | None = None
        self._is_open = False
        self._title = looks.label("section", parent=self)
        self._subject_label = looks.label("field", parent=self)
        self.subject = NameBox(self._on_subject_named, self)
        self.rows: list[ParticipantRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._old = looks.label("secondary", wrap=True, parent=self)
        self.role = QuietCombo(self)
        self.name = NameBox(self._on_add_clicked, self)
        self.add_button = looks.tool(self._on_add_clicked, role="", parent=self)
        self._add_label = looks.label("field", parent=self)
        adding = looks.row(self.name, self.add_button, spacing=6)
        adding.setStretch(0, 1)
        subject = looks.column(self._subject_label, self.subject, spacing=4)
        add = looks.column(self._add_label, self.role, adding, spacing=6)
        body = looks.column(self._title, subject, self._old, self._rows, add, spacing=10)
        body.setContentsMargins(0, 0, 0, 0)
        self.setLayout(body)
        self.retranslate()

    def show_statement(self, statement_id: str | None) -> None:
        """Show who is present at another statement."""
        if statement_id != self._statement:
            self.commit()
            self._statement = statement_id
        self.reload()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if changes.touches(Participant.KIND, Person.KIND, Statement.KIND):
            for row in self.rows:
                row.binder.apply(changes)
            self.reload()

    def commit(self) -> None:
        """Write what is being edited."""
        for row in self.rows:
            row.binder.commit()

    def reload(self) -> None:
        """Read everything again; rows that stay keep what is being typed."""
        contents = load_contents(self._desk.case, self._statement) if self._statement else None
        self.setEnabled(contents is not None)
        people = record_access.people_options(self._desk.case)
        self._is_open = contents is not None and not contents.statement.sealed
        self.subject.offer(people, contents.statement.subject_uid if contents else None)
        self.subject.setEnabled(self._is_open)
        if not self.name.line.isModified():
            self.name.offer(people, None)
        self._place([item for item in contents.participants if item.role != SUBJECT] if contents else [])
        for row in self.rows:
            if contents is not None:
                row.say(contents, self._is_open)
        self._old.setText(self._old_staff(contents) if contents else "")
        self._old.setVisible(bool(self._old.text()))
        for widget in (self._add_label, self.role, self.name, self.add_button):
            widget.setVisible(self._is_open)

    def focus(self, field: str) -> None:
        """Put the cursor where a finding is mended: the first credentials that are missing, or the line to add somebody."""
        empty = next((row for row in self.rows if not row.credential.value() and row.credential.isVisible()), None)
        if field == "subject_uid":
            self.subject.setFocus()
        elif field == "questioner_1" and empty is not None:
            empty.credential.control.setFocus()
        else:
            self.name.setFocus()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        language = current_language()
        self._title.setText(tr("People present"))
        subject = self._desk.labels.value("statement_role", SUBJECT, language)
        self._subject_label.setText(subject)
        self.subject.setAccessibleName(subject)
        self.subject.line.setPlaceholderText(tr("Choose, or type a new name"))
        self._add_label.setText(tr("Also present"))
        chosen = self.role.currentData()
        self.role.clear()
        for role in (*STAFF_ROLES, *OTHER_ROLES):
            self.role.addItem(self._desk.labels.value("statement_role", role, language), role)
        self.role.setCurrentIndex(max(0, self.role.findData(chosen)))
        self.role.setAccessibleName(tr("Role"))
        self.name.setAccessibleName(tr("Name"))
        self.name.line.setPlaceholderText(tr("Name"))
        looks.name(self.add_button, tr("Add"), "add")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.reload()

    # ------------------------------------------------------------------------------------------ inside

    def _place(self, wanted: list[Participant]) -> None:
        kept = {row.participant_id: row for row in self.rows}
        for id_ in set(kept) - {item.id for item in wanted}:
            kept[id_].hide()
            kept[id_].deleteLater()
        self.rows = []
        for item in wanted:
            row = kept.get(item.id) or ParticipantRow(self._desk, item, lambda id_=item.id: self._remove(id_), self)  # type: ignore[misc]  # bound now
            self._rows.removeWidget(row)
            self._rows.addWidget(row)
            self.rows.append(row)

    def _old_staff(self, contents: StatementContents) -> str:
        """Return the staff as an older version noted them, where nobody else is."""
        if contents.participants:
            return ""
        roles = {role: names_of(contents, role) for role in STAFF_ROLES}
        labels = self._desk.labels
        return "\n".join(
            f"{labels.value('statement_role', role, current_language())}: {name}"
            for role, names in roles.items()
            for name in names
        )

    def _on_subject_named(self) -> None:
        name, person_id = self.subject.currentText().strip(), self.subject.person_id()
        statement, case = self._statement, self._desk.case
        if statement is None or not name:
            return
        if person_id is not None:
            self._desk.edits.do(lambda: set_subject(case, statement, person_id), None, None, self)
        else:
            self._desk.edits.do(lambda: add_newcomer(case, statement, SUBJECT, name), None, None, self)

    def _on_add_clicked(self) -> None:
        name, person_id = self.name.currentText().strip(), self.name.person_id()
        role, statement, case = str(self.role.currentData()), self._statement, self._desk.case
        if statement is None or not name:
            self.name.setFocus()
            return
        self.name.clearEditText()
        self.name.line.setModified(False)
        if person_id is not None:
            fields = {"person_uid": person_id}
            self._desk.edits.do(lambda: add_participant(case, statement, role, fields), None, None, self)
        elif role in STAFF_ROLES:
            self._desk.edits.do(lambda: add_participant(case, statement, role, {"name": name}), None, None, self)
        else:
            self._desk.edits.do(lambda: add_newcomer(case, statement, role, name), None, None, self)

    def _remove(self, participant_id: str) -> None:
        case, desk = self._desk.case, self._desk
        reason = tr("Was not present")

        def tell(_changes: Changes) -> None:
            desk.messages.tell(tr("Removed from those present"), tr("Undo"), desk.edits.undo)

        desk.edits.do(lambda: remove_participant(case, participant_id, reason), tell, None, self)
