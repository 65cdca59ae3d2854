"""Which shots a case needs, for which vehicle, person or damage, and how far each is: taken, partly, not applicable, missing.

Nothing of this is written down but what a person said: that a shot, or a whole list, does not apply, or is asked for after all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.domain.photos.shot_lists import (
    THIRD,
    Asked,
    Requirement,
    Shot,
    ShotLists,
    is_of_property,
    lists_of_case,
)
from surveyor_app.domain.photos.shots import ShotState

NOT_APPLICABLE = "not_applicable"
ASKED_FOR = "missing"
MOTOR = "motor"
"""The list of every motor case."""
SCENE_KINDS = frozenset({"scene", "trace", "object", "measure", "pair", "part"})
_RECORD_KINDS = {"vehicle": "vehicle", "damage": "damage_mark", "driver": "person", "person": "person"}


class Progress(StrEnum):
    """How far a shot is."""

    TAKEN = "taken"
    PARTLY = "partly"
    NOT_APPLICABLE = "not_applicable"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Need:
    """One shot wanted for one subject; ``subject`` is the id of a record, or empty for what is wanted once."""

    shot: Shot
    subject: str
    requirement: Requirement
    taken: int
    progress: Progress
    reason: str = ""

    @property
    def blocks(self) -> bool:
        """Tell whether the case cannot be finished without it."""
        return self.requirement is Requirement.REQUIRED and self.progress in {Progress.MISSING, Progress.PARTLY}


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """What belongs to one subject. ``kind`` is scene, case, site, vehicle, damage_mark or person."""

    kind: str
    subject: str
    needs: tuple[Need, ...]

    @property
    def missing(self) -> int:
        """Return how many of it block finishing."""
        return sum(need.blocks for need in self.needs)

    @property
    def is_done(self) -> bool:
        """Tell whether something of it was answered and nothing is missing: what nobody looked at yet is not done."""
        answered = {Progress.TAKEN, Progress.NOT_APPLICABLE}
        return not self.missing and any(need.progress in answered for need in self.needs)


@dataclass(frozen=True, slots=True)
class ShotCase:
    """The records of a case that its shots follow from, withdrawn ones left out."""

    claim: Claim | None = None
    task: Task | None = None
    vehicles: Sequence[Vehicle] = ()
    people: Sequence[Person] = ()
    damage_marks: Sequence[DamageMark] = ()
    states: Sequence[ShotState] = ()


def asked_lists(lists: ShotLists, case: ShotCase) -> Asked:
    """Return the lists of a case: what follows from its records, and what a person said about whole lists."""
    asked = lists_of_case(lists, case.claim, case.task, case.vehicles, case.people)
    said = {state.shot_key: state.state for state in case.states if state.shot_key in lists.names}
    added = [name for name in lists.names if said.get(name) == ASKED_FOR]
    dropped = {name for name in lists.names if said.get(name) == NOT_APPLICABLE}
    return Asked(
        tuple(name for name in dict.fromkeys([*asked.lists, *added]) if name not in dropped),
        asked.required.union(added) - dropped,
    )


def concerns_vehicles(lists: ShotLists, case: ShotCase) -> bool:
    """Tell whether it is a motor case, also for whoever does another task in it; a person's word about the list counts more."""
    said = {state.state for state in case.states if state.shot_key == MOTOR}
    if said & {ASKED_FOR, NOT_APPLICABLE}:
        return ASKED_FOR in said
    return not is_of_property(lists, case.claim, case.task, case.vehicles)


def need_groups(lists: ShotLists, case: ShotCase, evidence: Iterable[Evidence | EvidenceLine]) -> list[NeedGroup]:
    """Return all shots of the case, grouped by what they show, in the order of the lists and of the records.

    Where no vehicle, person or damage is recorded yet, its shots stand once without a subject, so that photos can be sorted
    before; they are required only when there is a record.
    """
    asked = asked_lists(lists, case)
    counts = _Counts.of(evidence)
    reasons = {
        (state.shot_key or "", state.subject_uid or ""): state.reason or ""
        for state in case.states
        if state.state == NOT_APPLICABLE
    }
    groups: dict[tuple[str, str], list[Need]] = {}
    for shot in (shot for name in asked.lists for shot in lists.of_list(name)):
        kind = _group_kind(shot)
        subjects = _subjects(lists, shot, case)
        for subject in subjects:
            requirement = _requirement(lists, shot, subject, case, asked)
            is_once = len(subjects) == 1
            taken = counts.taken(shot.key, subject, is_once)
            progress = _progress(shot, taken)
            reason = reasons.get((shot.key, subject))
            if reason is not None and progress is not Progress.TAKEN:
                progress = Progress.NOT_APPLICABLE
            need = Need(shot, subject, requirement, taken, progress, reason or "")
            groups.setdefault((kind, subject), []).append(need)
    made = [NeedGroup(kind, subject, tuple(needs)) for (kind, subject), needs in groups.items()]
    return sorted((_with_pairs(lists, case, group) for group in made), key=lambda group: _place(group, case))


def missing_shots(groups: Iterable[NeedGroup]) -> list[Need]:
    """Return what blocks finishing, in order."""
    return [need for group in groups for need in group.needs if need.blocks]


def subject_kinds(case: ShotCase) -> Mapping[str, str]:
    """Return the kind of record of each subject of the case, by id."""
    records: Iterator[Vehicle | Person | DamageMark] = iter((*case.vehicles, *case.people, *case.damage_marks))
    return {record.id: record.KIND for record in records}


@dataclass(slots=True)
class _Counts:
    """Photos not withdrawn by shot and subject."""

    by_subject: dict[tuple[str, str], int] = field(default_factory=dict)
    by_shot: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, evidence: Iterable[Evidence | EvidenceLine]) -> _Counts:
        made = cls()
        for item in evidence:
            if item.shot_key and not item.withdrawn:
                place = item.shot_key, item.subject_uid or ""
                made.by_subject[place] = made.by_subject.get(place, 0) + 1
                made.by_shot[item.shot_key] = made.by_shot.get(item.shot_key, 0) + 1
        return made

    def taken(self, key: str, subject: str, is_once: bool) -> int:
        """Return how many there are; what is wanted once counts whatever else a photo shows.

        The only vehicle of a case has the photos too that were sorted before it was recorded.
        """
        if is_once and not subject:
            return self.by_shot.get(key, 0)
        own = self.by_subject.get((key, subject), 0)
        return own + self.by_subject.get((key, ""), 0) if is_once else own


def _progress(shot: Shot, taken: int) -> Progress:
    if taken >= shot.count:
        return Progress.TAKEN
    return Progress.PARTLY if taken else Progress.MISSING


def _group_kind(shot: Shot) -> str:
    if shot.per in SCENE_KINDS:
        return "scene"
    return _RECORD_KINDS.get(shot.per, "case" if shot.per == "case" else "site")


def _subjects(lists: ShotLists, shot: Shot, case: ShotCase) -> list[str]:
    if shot.per == "vehicle":
        meant = [v for v in case.vehicles if shot.key not in lists.third_vehicle.only or v.category == THIRD]
        return [v.id for v in meant] or ([] if case.vehicles else [""])
    if shot.per == "damage":
        return [mark.id for mark in case.damage_marks] or [""]
    if shot.per == "driver":
        return [person.id for person in case.people if "driver" in (person.roles or ())] or [""]
    if shot.per == "person":
        rule = lists.people.get(shot.list)
        return [person.id for person in case.people if rule is None or rule.asks_for(person)] or [""]
    if shot.per == "pair":
        return [""] if len(case.vehicles) != 1 else []
    return [""]


def _requirement(lists: ShotLists, shot: Shot, subject: str, case: ShotCase, asked: Asked) -> Requirement:
    if shot.requirement is not Requirement.REQUIRED:
        return shot.requirement
    at_workshop = case.task is not None and case.task.task_kind == "vehicle" and _group_kind(shot) == "scene"
    unknown = not subject and (shot.per in _RECORD_KINDS or (shot.per == "pair" and len(case.vehicles) < 2))
    if shot.list not in asked.required or unknown or at_workshop:
        return Requirement.CONDITIONAL
    if shot.key in lists.third_vehicle.when_it_applies and _is_third(subject, case):
        return Requirement.CONDITIONAL
    return shot.requirement


def _is_third(subject: str, case: ShotCase) -> bool:
    return any(vehicle.id == subject and vehicle.category == THIRD for vehicle in case.vehicles)


def _with_pairs(lists: ShotLists, case: ShotCase, group: NeedGroup) -> NeedGroup:
    """Ask a third vehicle for one pair of diagonal shots only: the one that is furthest, the first at the beginning."""
    pairs = lists.third_vehicle.one_pair_suffices
    if group.kind != "vehicle" or not _is_third(group.subject, case):
        return group
    open_ = {need.shot.key for need in group.needs if need.blocks}
    chosen = min(pairs, key=lambda pair: len(open_.intersection(pair)), default=())
    spared = {key for pair in pairs for key in pair if key not in chosen}
    needs = (
        replace(need, requirement=Requirement.CONDITIONAL)
        if need.shot.key in spared and need.requirement is Requirement.REQUIRED
        else need
        for need in group.needs
    )
    return replace(group, needs=tuple(needs))


_KIND_ORDER = ("site", "scene", "vehicle", "damage_mark", "person", "case")


def _place(group: NeedGroup, case: ShotCase) -> tuple[int, int]:
    order = {id_: place for place, id_ in enumerate(subject_kinds(case))}
    return _KIND_ORDER.index(group.kind), order.get(group.subject, -1)
