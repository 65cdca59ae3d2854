"""Merging people in the window: who is likely the same, the two chosen in the list, and what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.same_people import Likely, Reason, likely_same
from surveyor_app.operations.people.merging import Merged, in_order_to_merge, merge_people
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.ui.people.merge_dialog import MergeDialog
from surveyor_app.wording.translation import tr


class PeopleMerging(QObject):
    """The button for two selected people, and the note about two who are likely one."""

    def __init__(self, desk: Desk, people: RecordList, commit: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._commit = commit
        self._desk = desk
        self._list = people
        self._parent = parent
        self._likely: list[Likely] = []
        self._is_shown = True
        self.button = looks.button("", self._on_clicked)
        self.note = Note()
        self.note.button.clicked.connect(self._on_note_clicked)
        people.selectionModel().selectionChanged.connect(lambda _now, _old: self._allow())
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts anew."""
        looks.face(self.button, tr("Merge…"))
        self.button.setToolTip(tr("Select two records of the same person, then merge them"))
        self._say()

    def look(self) -> None:
        """Look who is likely the same person."""
        self._likely = list(likely_same(record_access.list_all(self._desk.case, Person)))
        self._say()
        self._allow()

    def show_note(self, is_shown: bool) -> None:
        """Show the note, or hide it while something else than people is shown."""
        self._is_shown = is_shown
        self._say()

    def ask(self, one: str, other: str) -> None:
        """Show two people side by side, once what is being typed about them is written."""
        case = self._desk.case
        self._commit()
        self._desk.edits.do(lambda: in_order_to_merge(case, one, other), self._show, None, self)

    def _show(self, pair: tuple[Person, Person]) -> None:
        kept, gone = pair
        dialog = MergeDialog(kept, gone, self._desk.labels, self._parent)
        dialog.accepted.connect(lambda: self._merge(kept.id, gone.id, dialog.chosen()))
        dialog.open()

    def _merge(self, kept: str, gone: str, chosen: list[str]) -> None:
        case = self._desk.case
        self._desk.edits.do(lambda: merge_people(case, kept, gone, chosen), self._tell, None, self)

    def _tell(self, merged: Merged) -> None:
        words = tr("Two people are one now; %n record(s) name the one that stays", n=merged.followed)
        if merged.left:
            words += "\n" + tr("%n that is signed or another surveyor’s stays as it is", n=merged.left)
        self._desk.messages.tell(words, tr("Undo"), self._desk.edits.undo)

    def _say(self) -> None:
        if not self._likely or not self._is_shown:
            self.note.say("")
            return
        first = self._likely[0]
        one, other = first.first.name or "—", first.second.name or "—"
        if first.reason is Reason.ID_NO:
            words = tr("{a} and {b} have the same ID number: are they the same person?", a=one, b=other)
        else:
            words = tr("{a} was entered twice with the same phone: is it the same person?", a=one)
        self.note.say(words, "warn", tr("Compare and merge…"))

    def _allow(self) -> None:
        self.button.setEnabled(len(self._list.selected_ids()) == 2)

    def _on_clicked(self) -> None:
        selected = self._list.selected_ids()
        if len(selected) == 2:
            self.ask(*selected)

    def _on_note_clicked(self) -> None:
        if self._likely:
            self.ask(self._likely[0].first.id, self._likely[0].second.id)
