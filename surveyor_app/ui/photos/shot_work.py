"""The shots of the open case for the window: how far each is, what it is called, and the operations on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.domain.photos.shot_lists import Shot
from surveyor_app.domain.photos.shot_needs import Need, NeedGroup, asked_lists
from surveyor_app.domain.photos.shot_suggestions import Suggestion, suggest
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.texts import Text
from surveyor_app.operations.editing import describing
from surveyor_app.operations.photos import shots
from surveyor_app.operations.photos.captions import fill_in
from surveyor_app.operations.photos.shots import ShotBoard, Target
from surveyor_app.ui.base.desk import Desk
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.subject_names import subject_names
from surveyor_app.wording.translation import current_language, mark, tr, tr_marked

SETTLE_MS = 60
"""Changes come in bursts; one look after them is enough."""
FOLLOWED = (Evidence.KIND, ShotState.KIND, Vehicle.KIND, Person.KIND, DamageMark.KIND, Claim.KIND, Task.KIND)
_GROUPS = {
    "scene": mark("Scene"),
    "case": mark("Papers of the case"),
    "site": mark("Site and property"),
    "vehicle": mark("Vehicle"),
    "person": mark("Person"),
    "damage_mark": mark("Damage"),
}


class ShotWork(QObject):
    """Reads the board off the UI thread after each change, and writes through the edits."""

    changed = Signal()
    """The board was read anew."""

    def __init__(self, desk: Desk, line_of: Callable[[str], EvidenceLine | None], parent: QObject) -> None:
        """Work on the case of ``desk``; ``line_of`` knows every line as it is now."""
        super().__init__(parent)
        self._desk = desk
        self.line_of = line_of
        self.lists = load_shot_lists(desk.resources)
        self.board: ShotBoard | None = None
        self._names: Mapping[str, Text] = {}
        self._wanted = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.refresh)

    def apply(self, changes: Changes) -> None:
        """Read the board again soon, where something it shows was changed."""
        if changes.touches(*FOLLOWED) and not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Read the board again."""
        self._wanted += 1
        number, case, lists = self._wanted, self._desk.case, self.lists
        self._desk.jobs.run(
            lambda _report: shots.read_board(case, lists), self, lambda board: self._on_read(number, board)
        )

    def _on_read(self, number: int, board: ShotBoard) -> None:
        if number != self._wanted:
            return  # a later look is under way
        self.board = board
        self._names = subject_names(board.case.vehicles, board.case.people, board.case.damage_marks)
        self.changed.emit()

    # ------------------------------------------------------------------------------------------ names

    def groups(self) -> list[NeedGroup]:
        """Return the groups of the board, none before it was read."""
        return self.board.groups if self.board else []

    def shot(self, key: str | None) -> Shot | None:
        """Return a shot of the lists."""
        return self.lists.shots.get(key or "")

    def shot_name(self, key: str | None) -> str:
        """Return what a shot is called; a key of another version as it is."""
        shot = self.shot(key)
        return shot.name.in_(current_language()) if shot else key or ""

    def subject_name(self, subject: str | None) -> str:
        """Return what a vehicle, person or damage is called; empty for none."""
        name = self._names.get(subject or "")
        return name.in_(current_language()) if name else ""

    def name(self, key: str | None, subject: str | None) -> str:
        """Return shot and subject in one line."""
        return " · ".join(part for part in (self.subject_name(subject), self.shot_name(key)) if part)

    def title(self, line: EvidenceLine) -> str:
        """Return what stands under a photo: its caption, else its shot, else the name of its file."""
        return (
            line.caption
            or (self.name(line.shot_key, line.subject_uid) if line.shot_key else "")
            or line.file_name
            or ""
        )

    def group_name(self, group: NeedGroup) -> str:
        """Return the heading of a group."""
        kind = tr_marked(_GROUPS[group.kind])
        if group.subject:
            return self.subject_name(group.subject) or kind
        return (
            tr("{kind} (not recorded yet)", kind=kind) if group.kind in {"vehicle", "person", "damage_mark"} else kind
        )

    def subject_options(self) -> list[tuple[object, str]]:
        """Return every vehicle, person and damage with its name."""
        return [(id_, name.in_(current_language())) for id_, name in self._names.items()]

    def shot_options(self) -> list[tuple[object, str]]:
        """Return every shot of the case's lists once, with its name."""
        keys = dict.fromkeys(need.shot.key for group in self.groups() for need in group.needs)
        return [(key, self.shot_name(key)) for key in keys]

    def asked(self) -> tuple[str, ...]:
        """Return the lists of the case."""
        return asked_lists(self.lists, self.board.case).lists if self.board else ()

    def suggestion(self, line: EvidenceLine | None) -> Suggestion | None:
        """Return what an unassigned photo probably shows."""
        return suggest(line, self.board.lines, self.board.groups) if line and self.board else None

    # ------------------------------------------------------------------------------------- operations

    def assign(self, ids: Sequence[str], key: str, subject: str) -> None:
        """Say which shot photos are."""
        case = self._desk.case
        if ids:
            self._desk.edits.do(lambda: shots.assign(case, ids, key, subject))

    def describe(self, ids: Sequence[str], fields: Mapping[str, object]) -> None:
        """Set fields of several photos as one operation."""
        case = self._desk.case
        if ids:
            self._desk.edits.do(lambda: describing.describe(case, Evidence, dict.fromkeys(ids, fields)))

    def set_not_applicable(self, need: Need, reason: str) -> None:
        """Say that a shot does not apply."""
        case, target = self._desk.case, (need.shot.key, need.subject)
        self._desk.edits.do(lambda: shots.set_not_applicable(case, [target], reason))

    def take_back(self, target: Target) -> None:
        """Ask for a shot or a list again."""
        case = self._desk.case
        self._desk.edits.do(lambda: shots.take_back(case, [target]))

    def choose_list(self, name: str, is_wanted: bool) -> None:
        """Ask for a whole list, or leave it out."""
        case, said = self._desk.case, {state.shot_key for state in (self.board.case.states if self.board else ())}
        reason = tr("Left out by the surveyor")
        if name in said:
            self.take_back((name, ""))
        elif is_wanted:
            self._desk.edits.do(lambda: shots.ask_for(case, [(name, "")]))
        else:
            self._desk.edits.do(lambda: shots.set_not_applicable(case, [(name, "")], reason))

    def caption(self, lines: Sequence[EvidenceLine], template: str) -> None:
        """Write a caption under photos, its placeholders filled in for each."""
        case = self._desk.case
        texts = {line.id: {"caption": self.filled_in(line, template)} for line in lines}
        if texts:
            self._desk.edits.do(lambda: describing.describe(case, Evidence, texts))

    def filled_in(self, line: EvidenceLine, template: str) -> str:
        """Return a caption with its placeholders filled in for one photo."""
        return fill_in(
            template,
            line,
            {
                "shot": self.shot_name(line.shot_key),
                "subject": self.subject_name(line.subject_uid),
                "plate": self._plate(line.subject_uid),
            },
        )

    def _plate(self, subject: str | None) -> str:
        """Return the plate of the vehicle that is shown, of the damaged one, or of the one the person drives."""
        if self.board is None:
            return ""
        case = self.board.case
        damaged = next((mark.vehicle_uid for mark in case.damage_marks if mark.id == subject), subject)
        for vehicle in case.vehicles:
            if damaged in {vehicle.id, vehicle.driver_uid} and damaged:
                return vehicle.plate_no or ""
        return case.claim.plate_no or "" if case.claim and not subject else ""
