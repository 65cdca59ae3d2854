"""What is still missing or wrong: the rules of validation, run over the records of a case.

Which rules apply, how grave they are and what they say lies in ``resources/checks.toml``; here is only how each is decided.
Requirements block finishing, never taking.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.vins import is_valid_vin
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shot_lists import ShotLists
from surveyor_app.domain.photos.shot_needs import ShotCase, concerns_vehicles, missing_shots, need_groups
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.rules import STATEMENT_RULES, StatementsTaken
from surveyor_app.domain.statements.rules import Rule as StatementRule
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage
from surveyor_app.domain.texts import Language, Text

OPINION_LENGTH = spec_of(Task, "surveyor_opinion").max_length or 0


class Level(StrEnum):
    """How grave a finding is: *must* blocks finishing, *should* needs a reason."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule of the checks file; ``text`` holds placeholders that a finding's data fills."""

    id: str
    rule: str
    level: Level
    kind: str
    text: Text
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or wrong, with the record and field where it is mended (``id`` empty: make one)."""

    check: Check
    id: str
    field: str | None
    data: Mapping[str, str | Text] = dataclasses.field(default_factory=dict)

    def text(self, language: Language) -> str:
        """Return the sentence with its data filled in."""
        return self.check.text.filled(**self.data).in_(language)


@dataclass(frozen=True, slots=True)
class CaseContents:
    """The records a check looks at, withdrawn ones left out, in the order they are shown.

    ``subject_names`` holds the name of each vehicle, person and damage; without ``shot_lists`` no shot is
    asked for. ``photo_failures`` says what failed of which photo. ``merged_people`` are withdrawn because they
    are one of the ``people``; what is signed names them still. ``purposes`` holds what each purpose of a consent is called,
    ``paper_languages`` the tags of the languages that papers can be written in, by how a statement may name them.
    """

    claims: Sequence[Claim]
    tasks: Sequence[Task]
    people: Sequence[Person]
    vehicles: Sequence[Vehicle]
    evidence: Sequence[Evidence]
    statements: Sequence[Statement]
    damage_marks: Sequence[DamageMark]
    shot_states: Sequence[ShotState] = ()
    shot_lists: ShotLists | None = None
    subject_names: Mapping[str, Text] = dataclasses.field(default_factory=dict)
    camera_clocks: Sequence[CameraClock] = ()
    photo_failures: Mapping[str, Sequence[Text]] = dataclasses.field(default_factory=dict)
    participants: Sequence[Participant] = ()
    statement_pages: Sequence[StatementPage] = ()
    inks: Sequence[Ink] = ()
    answers: Sequence[Answer] = ()
    corrections: Sequence[Correction] = ()
    merged_people: Sequence[Person] = ()
    witnesses: Sequence[Witness] = ()
    consents: Sequence[Consent] = ()
    purposes: Mapping[str, Text] = dataclasses.field(default_factory=dict)
    paper_languages: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def everybody(self) -> Sequence[Person]:
        """The people, and those merged into one of them."""
        return [*self.people, *self.merged_people]

    @property
    def shot_case(self) -> ShotCase:
        """What follows from the kind of case (motor, property, injury) follows from these."""
        return ShotCase(
            claim=self.claims[0] if self.claims else None,
            task=self.tasks[0] if self.tasks else None,
            vehicles=self.vehicles,
            people=self.people,
            damage_marks=self.damage_marks,
            states=self.shot_states,
        )

    def of_kind(self, kind: str) -> Sequence[Record]:
        """Return the records of ``kind``."""
        groups: dict[str, Sequence[Record]] = {
            "claim": self.claims,
            "task": self.tasks,
            "person": self.people,
            "vehicle": self.vehicles,
            "evidence": self.evidence,
            "statement": self.statements,
            "damage_mark": self.damage_marks,
            "shot_state": self.shot_states,
            "witness": self.witnesses,
        }
        return groups[kind]


_SHOT_OF = Text.same("{subject} · {shot}")


def run_checks(checks: Sequence[Check], contents: CaseContents) -> list[Finding]:
    """Return all findings, the grave ones first, in the order of the checks file.

    Raises:
        InputError: when the file names a rule that does not exist.
    """
    findings: list[Finding] = []
    for check in checks:
        if check.rule not in RULES:
            raise InputError(field="rule", reason=check.rule)
        findings.extend(RULES[check.rule](check, contents))
    return sorted(findings, key=lambda finding: finding.check.level is not Level.MUST)


def _blank(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for number, record in enumerate(contents.of_kind(check.kind), start=1):
        if getattr(record, check.field or "") in (None, "", ()):
            yield Finding(check, record.id, check.field, {"n": str(number)})


def _vehicle_missing(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """V20 is a rule of motor claims: in a case of property nobody has to find a vehicle."""
    lists = contents.shot_lists
    if not contents.vehicles and (lists is None or concerns_vehicles(lists, contents.shot_case)):
        yield Finding(check, "", check.field)


def _single_vehicle_accident(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if task.accident_kind == "single" and len(contents.vehicles) > 1:
            yield Finding(check, task.id, check.field)


def _other_vehicle_missing(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if task.accident_kind in {"two_party", "multi_party"} and len(contents.vehicles) == 1:
            yield Finding(check, task.id, check.field)


def _same_frame_number(check: Check, contents: CaseContents) -> Iterator[Finding]:
    seen: set[str] = set()
    for vehicle in contents.vehicles:
        if vehicle.frame_no:
            if vehicle.frame_no in seen:
                yield Finding(check, vehicle.id, check.field, {"no": vehicle.frame_no})
            seen.add(vehicle.frame_no)


def _opinion_length(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        length = len(task.surveyor_opinion or "")
        if not 1 <= length <= OPINION_LENGTH:
            yield Finding(check, task.id, check.field, {"n": str(length)})


def _time_order(check: Check, contents: CaseContents) -> Iterator[Finding]:
    claim = contents.claims[0] if contents.claims else None
    for task in contents.tasks:
        times: list[tuple[str, Instant | None]] = [
            ("accident_at", claim.accident_at if claim else None),
            ("reported_at", claim.reported_at if claim else None),
            ("dispatched_at", task.dispatched_at),
            ("contacted_at", task.contacted_at),
            ("arrived_at", task.arrived_at),
            ("left_at", task.left_at),
        ]
        known = [(name, moment) for name, moment in times if moment is not None]
        for (first, earlier), (second, later) in pairwise(known):
            if earlier.utc > later.utc:
                yield Finding(check, task.id, second, {"a": first, "b": second})


def _outside_policy_period(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for claim in contents.claims:
        if claim.accident_at is None:
            continue
        on = claim.accident_at.local.date()
        if (claim.policy_from and on < claim.policy_from) or (claim.policy_to and on > claim.policy_to):
            yield Finding(check, claim.id, check.field)


def _vin(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for vehicle in contents.vehicles:
        if vehicle.frame_no and not is_valid_vin(vehicle.frame_no):
            yield Finding(check, vehicle.id, check.field)


def _money(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for mark in contents.damage_marks:
        for name in ("part_price", "labour", "paint", "salvage"):
            amount: Decimal | None = getattr(mark, name)
            if amount is not None and (amount < 0 or amount != round(amount, 2)):
                yield Finding(check, mark.id, name)


def _shots_missing(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name each required shot that is missing: the record is its subject, the field its key."""
    if contents.shot_lists is None or not contents.tasks:
        return
    for need in missing_shots(need_groups(contents.shot_lists, contents.shot_case, contents.evidence)):
        subject, shot = contents.subject_names.get(need.subject), need.shot.name
        data: dict[str, str | Text] = {
            "shot": _SHOT_OF.filled(subject=subject, shot=shot) if subject else shot,
            "taken": str(need.taken),
            "n": str(need.shot.count),
        }
        yield Finding(check, need.subject, need.shot.key, data)


def _photo_failed(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name each photo of which a check failed, with what it said."""
    for number, item in enumerate(contents.evidence, start=1):
        for said in contents.photo_failures.get(item.id, ()):
            yield Finding(check, item.id, check.field, {"n": str(number), "said": said})


def _interested_witness(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Such testimony cannot stand alone (民事证据规定 art. 90)."""
    for number, witness in enumerate(contents.witnesses, start=1):
        if witness.is_interested:
            yield Finding(check, witness.id, check.field, {"n": str(number)})


def _refused_without_reason(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for number, witness in enumerate(contents.witnesses, start=1):
        if witness.refused and not witness.refusal_reason:
            yield Finding(check, witness.id, check.field, {"n": str(number)})


def _consent_revoked(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name each person whose last answer to a purpose was taken back: what was made with it may no more be used on."""
    last = {(item.person_uid or "", item.purpose or ""): item for item in contents.consents}
    for (person_uid, purpose), consent in last.items():
        if consent.granted and consent.revoked_at is not None:
            data = {
                "name": contents.subject_names.get(person_uid, "—"),
                "purpose": contents.purposes.get(purpose, purpose),
            }
            yield Finding(check, person_uid, check.field, data)


def _of_statements(rule: StatementRule) -> Callable[[Check, CaseContents], Iterator[Finding]]:
    def findings(check: Check, contents: CaseContents) -> Iterator[Finding]:
        taken = StatementsTaken(
            statements=contents.statements,
            participants=contents.participants,
            answers=contents.answers,
            people=contents.everybody,
            pages=contents.statement_pages,
            inks=contents.inks,
            paper_languages=contents.paper_languages,
        )
        for doubt in rule(taken):
            yield Finding(check, doubt.statement_id, check.field, doubt.data)

    return findings


RULES: Mapping[str, Callable[[Check, CaseContents], Iterator[Finding]]] = {
    "blank": _blank,
    "vehicle_missing": _vehicle_missing,
    "single_vehicle_accident": _single_vehicle_accident,
    "other_vehicle_missing": _other_vehicle_missing,
    "same_frame_number": _same_frame_number,
    "opinion_length": _opinion_length,
    "time_order": _time_order,
    "outside_policy_period": _outside_policy_period,
    "vin": _vin,
    "money": _money,
    "shots_missing": _shots_missing,
    "photo_failed": _photo_failed,
    "interested_witness": _interested_witness,
    "refused_without_reason": _refused_without_reason,
    "consent_revoked": _consent_revoked,
} | {name: _of_statements(rule) for name, rule in STATEMENT_RULES.items()}
