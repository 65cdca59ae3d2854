"""Arrival (到场): the visit to the scene, with the instants that count and what was found there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.domain.survey.casualties import casualties
from surveyor_app.domain.survey.facts import CaseFacts, holds
from surveyor_app.media.map_sheets import find_sheets
from surveyor_app.operations.cases.facts import facts_of
from surveyor_app.operations.cases.list_counts import ListCounts, count_lists
from surveyor_app.operations.cases.map_tiles import Sheets, read_sheets
from surveyor_app.operations.cases.photo_positions import PhotoPlace, photo_places
from surveyor_app.operations.editing.visit_times import ARRIVED, LEFT, mend_time
from surveyor_app.ui.base import errors, formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.field_editors import LongTextEditor
from surveyor_app.ui.forms.form_page import FormPage
from surveyor_app.ui.forms.list_words import PARTS, listed_words
from surveyor_app.ui.forms.map_dialog import MapDialog
from surveyor_app.ui.forms.map_sheets_dialog import MapSheetsDialog
from surveyor_app.ui.forms.position_bar import PositionBar
from surveyor_app.ui.forms.record_form import EditorMaker
from surveyor_app.ui.window import visiting
from surveyor_app.ui.window.leaving import Leaving
from surveyor_app.ui.window.noted_time import NotedTimeEditor
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import mark, tr


class ArrivalPage(FormPage):
    """A form over the task of the visit; above it two controls, one notes the arrival and one the leaving.

    Neither ever changes its meaning or its place: what is pressed twice notes one thing once.
    """

    PLACE: ClassVar[Place] = Place(
        name="arrival",
        title=mark("Arrival"),
        icon="arrival",
        shows=(Task.KIND,),
        follows=(Task.KIND, Person.KIND, Vehicle.KIND, Injury.KIND, Evidence.KIND, Statement.KIND),
    )

    RECORD: ClassVar[type[Record]] = Task

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._facts = CaseFacts()
        self._counts = ListCounts()
        super().__init__(desk, parent)
        self.arrived_button = looks.button("primary", self.arrive)
        self.left_button = looks.button("primary", self.leave)
        self.position = PositionBar(self._reported_place, self.form)
        self.position.used.connect(lambda lat, lon: self.form.put({"survey_lat": lat, "survey_lon": lon}))
        self.position.map_wanted.connect(self.pick_on_map)
        self.position.sheets_wanted.connect(self.show_sheets)
        self.position.sheets_button.show()
        self.form.add_to_group("survey", self.position)
        self.head_actions.addWidget(self.arrived_button)
        self.head_actions.addWidget(self.left_button)
        self._arrive = self.add_action(mark("I have arrived"), "", self.arrive)
        self._leave = self.add_action(mark("I have left"), "", self.leave)
        self._map: QAction = self.add_action(mark("On the map…"), "", self.pick_on_map)
        self._map.setEnabled(False)
        self.add_action(mark("Map sheets of this laptop…"), "", self.show_sheets)
        desk.maps.changed.connect(self.load)
        self._leaving = Leaving(desk, desk.checks, self)
        self._leaving.record_wanted.connect(self.record_wanted)
        self.retranslate()
        self.load()

    def record(self) -> Task | None:
        return record_access.visit_task(self.desk.case)

    def makers(self) -> Mapping[str, EditorMaker]:
        # The opinion is short enough for a line, but sentences: they are written and read in several.
        return {"major_case_opinion": LongTextEditor, ARRIVED: self._noted_time, LEFT: self._noted_time}

    def _noted_time(self, kind: str, spec: FieldSpec, labels: Labels, parent: QWidget | None) -> NotedTimeEditor:
        editor = NotedTimeEditor(kind, spec, labels, parent)
        editor.mended.connect(lambda at, reason: self._mend(spec.name, at, reason))
        return editor

    def _mend(self, field: str, at: Instant | None, reason: str) -> None:
        task, case = self.record(), self.desk.case
        if task is not None:
            self.desk.edits.do(lambda: mend_time(case, task.id, field, at, reason), None, None, self)

    def holds(self, condition: str) -> bool:
        return holds(condition, self._facts) is not False

    def load(self) -> None:
        self._facts = facts_of(self.desk.case)
        super().load()
        self.form.follow()
        case, sheets = self.desk.case, self.desk.maps.places
        self.desk.jobs.run(
            lambda _report: (count_lists(case), photo_places(case), bool(find_sheets(sheets))), self, self._on_looked
        )

    def apply(self, changes: Changes) -> None:
        if changes.touched:
            self.load()

    def say(self) -> None:
        task = self.record()
        arrived, left = (task.arrived_at, task.left_at) if task else (None, None)
        self.set_state(_state(arrived, left))
        self._say_control(self.arrived_button, tr("I have arrived"), "arrival", is_noted=arrived is not None)
        self._say_control(self.left_button, tr("I have left"), "leaving", is_noted=left is not None)
        may_write = ARRIVED in self.form.binder.writable
        # One leaves only where one has arrived.
        self._allow(may_write and arrived is None, may_write and arrived is not None and left is None)
        for button in (self.arrived_button, self.left_button):
            button.setVisible(may_write)
        at = (task.survey_lat, task.survey_lon) if task else (None, None)
        may_place = "survey_lat" in self.form.binder.writable
        self.form.offer_in_group("survey", self.position.show_position(*at, is_writable=may_place))
        self._say_lists()

    def _on_looked(self, found: tuple[ListCounts, Sequence[PhotoPlace], bool]) -> None:
        self._counts, places, has_sheets = found
        self.position.show_places(places)
        self.position.map_button.setVisible(has_sheets)
        self._map.setEnabled(has_sheets and "survey_lat" in self.form.binder.writable)
        self._say_lists()

    def pick_on_map(self) -> None:
        """Open a map sheet of this laptop around the reported place; without one there is no way here."""
        places = self.desk.maps.places
        self.commit()
        self.desk.jobs.run(lambda _report: read_sheets(places), self, self._on_sheets_read, self._on_no_sheets)

    def show_sheets(self) -> None:
        """Show which map sheets this laptop has; one is added or taken away there."""
        self.commit()
        MapSheetsDialog(self.desk, self).open()

    def _on_sheets_read(self, sheets: Sheets) -> None:
        if sheets.readable and self.isVisible():
            dialog = MapDialog(self.desk, sheets, self._reported_place(), self)
            dialog.accepted.connect(lambda: self.position.used.emit(*dialog.place()))
            dialog.open()

    def _on_no_sheets(self, error: BaseException) -> None:
        if isinstance(error, SurveyorError):
            self.desk.messages.tell(errors.words(error), tone="bad")
        else:
            self.desk.jobs.failed.emit(error)

    def _reported_place(self) -> tuple[Decimal, Decimal] | None:
        claim = self._facts.claim
        if claim is None or claim.accident_lat is None or claim.accident_lon is None:
            return None
        return claim.accident_lat, claim.accident_lon

    def _say_lists(self) -> None:
        """Write beside the figures what the lists of the case say."""
        for group, check_id in (
            ("estimate_own_people", "chk_own_casualties"), ("estimate_other_people", "chk_third_casualties"),
        ):  # fmt: skip
            listed = casualties(check_id, self._facts)
            self.form.say_beside(group, listed_words(listed) if listed is not None else "")
        photos, pages = self._counts.photos, self._counts.statement_pages
        parts = [tr("%n photo(s)", n=photos), tr("%n page(s) of statements", n=pages)]
        self.form.say_beside("findings", PARTS.join([*parts, tr("%n people in the list", n=len(self._facts.people))]))

    def _say_control(self, button: QPushButton, text: str, icon: str, *, is_noted: bool) -> None:
        looks.face(button, text)
        button.setIcon(icons.icon("check" if is_noted else icon, "on_accent"))

    def _allow(self, may_arrive: bool, may_leave: bool) -> None:
        """Offer what is not noted yet.

        What is taken away goes first: the keyboard leaves it for the next control, which must not be the other of the two.
        """
        for offered in (False, True):
            if may_arrive is offered:
                self.arrived_button.setEnabled(offered)
            if may_leave is offered:
                self.left_button.setEnabled(offered)
        self._arrive.setEnabled(may_arrive)
        self._leave.setEnabled(may_leave)

    def arrive(self) -> None:
        """Note that the surveyor is at the scene now."""
        self._note(ARRIVED)

    def leave(self) -> None:
        """Note that the surveyor leaves the scene now; where something is open that wants a reason, first ask for it."""
        self.commit()
        self._leaving.leave()

    def _note(self, field: str) -> None:
        self.commit()
        task = self.record()
        if task is not None:
            visiting.note(self.desk, task, field, self)


def _state(arrived: Instant | None, left: Instant | None) -> str:
    if arrived is None and left is not None:
        return tr("Left at {time}; the time of arrival is missing", time=formats.instant(left))
    if arrived is None:
        return tr("Not at the scene yet")
    if left is None:
        return tr("At the scene since {time}", time=formats.instant(arrived))
    return tr("At the scene from {start} to {end}", start=formats.instant(arrived), end=formats.instant(left))
