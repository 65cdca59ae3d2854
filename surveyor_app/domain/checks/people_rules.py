"""Rules of people, their papers and their consent (domain §4: V41, V43 … V56, V88)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.policies import Policy
from surveyor_app.domain.documents.documents import RECEIVED
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.resident_ids import passes_check_digit
from surveyor_app.domain.texts import Text

NUMBERS = (
    (Task.KIND, "surveyor_id_no"),
    (Person.KIND, "id_no"),
    (Person.KIND, "licence_no"),
    (Policy.KIND, "insured_id_no"),
)
"""Numbers of papers that are written in capitals."""
MEDICAL_SHOTS = frozenset({"injury.injury_part", "injury.injured_hospital", "injury.medical_papers"})
NO_ENQUIRY_YET = frozenset({None, "planned"})


def _small_letters(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for kind, field in NUMBERS:
        for record in contents.of_kind(kind):
            number: str | None = getattr(record, field)
            if number and number != number.upper():
                yield Finding(check, record.id, field, {"field": contents.tables.field_name(kind, field)}, kind)


def _injured_id(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for person in contents.facts.injured:
        if person.id_type == "id_card" and person.id_no and not passes_check_digit(person.id_no):
            yield Finding(check, person.id, check.field, {"name": person.name or "—"})


def _surveyor_is_driver(check: Check, contents: CaseContents) -> Iterator[Finding]:
    drivers = [contents.driver_of(vehicle) for vehicle in contents.vehicles]
    people = [person for person in contents.people if "driver" in (person.roles or ()) or person in drivers]
    yield from _same_as_surveyor(check, contents, people)


def _surveyor_is_injured(check: Check, contents: CaseContents) -> Iterator[Finding]:
    yield from _same_as_surveyor(check, contents, contents.facts.injured)


def _same_as_surveyor(check: Check, contents: CaseContents, people: list[Person]) -> Iterator[Finding]:
    own = {task.surveyor_id_no.upper() for task in contents.tasks if task.surveyor_id_no}
    for person in people:
        if own & {number.upper() for number in (person.id_no, person.licence_no) if number}:
            yield Finding(check, person.id, check.field)


def _injured_blank(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name a field that is missing of somebody who was hurt: of the person, or of the injury, which may have to be made."""
    injuries = {injury.person_uid: injury for injury in contents.injuries}
    for number, person in enumerate(contents.facts.injured, start=1):
        injury = injuries.get(person.id)
        record: Person | Injury | None = injury if check.kind == Injury.KIND else person
        if record is None or getattr(record, check.field or "") in (None, "", ()):
            yield Finding(check, record.id if record else "", check.field, {"n": str(number)})


def _consent_missing(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name each sensitive thing for which nobody consented: papers, photos of an injury, enquiries about a person."""
    for need in (*_papers(contents), *_photos(contents), *_enquiries(contents)):
        if not _consented(contents, need.person_uid, need.purpose):
            yield Finding(check, need.id, need.field, {"item": need.name}, need.kind)


@dataclass(frozen=True, slots=True)
class _Need:
    kind: str
    id: str
    field: str
    name: Text
    person_uid: str | None
    purpose: str


def _papers(contents: CaseContents) -> Iterator[_Need]:
    papers = {paper.id: paper for paper in contents.tables.papers.papers} if contents.tables.papers else {}
    for item in contents.documents:
        paper = papers.get(item.item or "")
        if paper is not None and paper.consent and item.state == RECEIVED:
            yield _Need(item.KIND, item.id, "subject_uid", paper.name, item.subject_uid, paper.consent)


def _photos(contents: CaseContents) -> Iterator[_Need]:
    for item in contents.evidence:
        if item.shot_key in MEDICAL_SHOTS:
            name = _shot_name(contents, item.shot_key)
            yield _Need(item.KIND, item.id, "subject_uid", name, item.subject_uid, "medical")


def _enquiries(contents: CaseContents) -> Iterator[_Need]:
    for item in contents.enquiries:
        purpose = NEEDS_CONSENT.get(item.kind or "")
        if purpose and item.state not in NO_ENQUIRY_YET and not item.legal_basis:
            name = contents.tables.value_name("enquiry_kind", item.kind)
            yield _Need(item.KIND, item.id, "consent_uid", name, item.person_uid, purpose)


NEEDS_CONSENT: Mapping[str, str] = {"hospital": "medical", "telematics": "location"}
"""Purpose that a person consents to before such an enquiry (PIPL art. 28-29)."""


def _consented(contents: CaseContents, person_uid: str | None, purpose: str) -> bool:
    """Tell whether the last answer of that person, of anybody where none is named, was a yes that stands."""
    answers = {
        item.person_uid: item.granted and item.revoked_at is None
        for item in contents.consents
        if item.purpose == purpose and person_uid in (None, item.person_uid)
    }
    return any(answers.values())


def _shot_name(contents: CaseContents, key: str) -> Text:
    shot = contents.shot_lists.shots.get(key) if contents.shot_lists else None
    return shot.name if shot else Text.same(key)


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


PEOPLE_RULES: Mapping[str, Rule] = {
    "small_letters": _small_letters,
    "injured_id": _injured_id,
    "surveyor_is_driver": _surveyor_is_driver,
    "surveyor_is_injured": _surveyor_is_injured,
    "injured_blank": _injured_blank,
    "consent_missing": _consent_missing,
    "interested_witness": _interested_witness,
    "refused_without_reason": _refused_without_reason,
    "consent_revoked": _consent_revoked,
}
