"""Witness records (证人记录): who stood where, saw what, and would say so again; domain §7."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.people import witnesses
from surveyor_app.records import reading
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.photo_numbers import PhotoNumbersEditor
from surveyor_app.ui.forms.record_book import BookTexts, RecordBook
from surveyor_app.ui.forms.record_table import Column
from surveyor_app.ui.people.person_editor import NewPersonDialog, PersonEditor
from surveyor_app.wording.translation import mark, tr


class WitnessBook(RecordBook[Witness]):
    """The list of witness records beside the form of the current one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._names: dict[str, str] = {}
        super().__init__(
            desk,
            Witness,
            (Column(mark("Witness"), self._name), Column(mark("Note"), _marks)),
            BookTexts(
                mark("New witness record"),
                mark("No witness here yet"),
                mark("Note where a witness stood and what could be seen from there, before the witness leaves."),
            ),
            icon="people",
            focus="person_uid",
            parent=parent,
            references={"statement_uid": self._statements},
            makers={
                "person_uid": partial(
                    PersonEditor, find=lambda: record_access.people_options(desk.case), on_new=self.ask_newcomer
                ),
                "media": partial(PhotoNumbersEditor, order=self._evidence_order),
            },
            first_fields=lambda: witnesses.first_fields(desk.case),
            is_behind=True,
        )

    def load(self) -> None:
        self._read_names()
        super().load()

    def apply(self, changes: Changes) -> None:
        if changes.touches(Person.KIND):
            self._read_names()
        super().apply(changes)
        self.model.touch_all()

    def ask_newcomer(self) -> NewPersonDialog | None:
        """Ask who the witness is, who is not among the people yet."""
        witness = self.form.record_id
        if witness is None:
            return None
        case, edits = self._desk.case, self._desk.edits

        def add(name: str, phone: str) -> None:
            edits.do(lambda: witnesses.add_newcomer(case, witness, name, phone), None, None, self)

        dialog = NewPersonDialog(self._desk.labels, add, self)
        dialog.open()
        return dialog

    def _name(self, witness: Witness) -> str:
        return self._names.get(witness.person_uid or "") or tr("(nobody yet)")

    def _read_names(self) -> None:
        """Read what people are called once for all rows."""
        self._names = {person.id: person.name or "—" for person in record_access.list_all(self._desk.case, Person)}

    def _statements(self) -> list[tuple[object, str]]:
        return [
            (item.id, f"{item.seq_no or number} · {self._names.get(item.subject_uid or '', '—')}")
            for number, item in enumerate(record_access.list_all(self._desk.case, Statement), start=1)
        ]

    def _evidence_order(self) -> list[str]:
        with self._desk.case.read() as session:
            return list(reading.ids(session, self._desk.case.case_id, Evidence))


def _marks(witness: Witness) -> str:
    """Return what has to be known of a witness at a glance."""
    said = (
        (witness.is_interested, tr("interested")),
        (witness.wants_confidentiality, tr("confidential")),
        (witness.refused, tr("refused to testify")),
    )
    return " · ".join(word for is_so, word in said if is_so)
