"""What a copy for a party shows of a record, field by field (domain §13.4): as it stands, masked, or not at all.

What is not in the table is not shown: a field of a newer version is the office's until somebody says otherwise. Whoever prints a
case prints :func:`copy_contents` of it, and asks nothing more: what a reader may not see is no longer in there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TypeVar

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.cover_wording import CoverWording, find_cover_wording
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.confidentiality import WITNESS_ROLE, Hidden, hidden_from_parties
from surveyor_app.domain.statements.statements import Participant, Statement

R = TypeVar("R", bound=Record)
DOTS = "****"
_SHORT = 7


class Copy(StrEnum):
    """For whom a paper is made of a case: a party, or the insurer's own people."""

    PARTY = "party"
    OFFICE = "office"


class Showing(StrEnum):
    """How much of a field a party sees."""

    PARTY = "party"
    MASKED = "masked"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class PartyCopy:
    """The table with its version, and the wordings that no text of such a copy may hold.

    ``papers`` are those of which a party sees the pages, ``office_shots`` the shots of which a party does not see the picture.
    """

    version: str
    table: Mapping[tuple[str, str], Showing]
    wording: CoverWording
    papers: frozenset[str] = frozenset()
    office_shots: frozenset[str] = frozenset()

    def showing(self, kind: str, field: str) -> Showing:
        """Return how much of a field a party sees."""
        return self.table.get((kind, field), Showing.OFFICE)

    def visible_to_party(self, kind: str, field: str) -> bool:
        """Tell whether a party sees a field at all."""
        return self.showing(kind, field) is not Showing.OFFICE

    def unseen_pictures(self, contents: CaseContents) -> frozenset[str]:
        """Return the originals that a party knows of and does not see: personal papers, whether scanned or photographed.

        A paper that nobody has named may be one of them; a photo is one where it shows such a shot or belongs to such a paper.
        """
        open_, closed = set[str](), set[str]()
        for document in contents.documents:
            (open_ if document.item in self.papers else closed).update(document.evidence or ())
        for item in contents.evidence:
            if item.shot_key in self.office_shots or (item.evidence_class == PAPER and item.id not in open_):
                closed.add(item.id)
        return frozenset(closed)

    def of(self, record: R) -> R:
        """Return the record as a party may see it: hidden fields empty, numbers masked, opinions on cover left out."""
        changed: dict[str, object] = {}
        for spec in SPECS[record.KIND]:
            value = getattr(record, spec.name)
            shown = self._shown(record.KIND, spec.name, value)
            if shown != value:
                changed[spec.name] = shown
        return replace(record, withdrawn_reason=None, **changed)  # type: ignore[arg-type]  # by name, each of its own type

    def _shown(self, kind: str, field: str, value: object) -> object:
        showing = self.showing(kind, field)
        if value is None or showing is Showing.OFFICE:
            return None
        if not isinstance(value, str):
            return value
        if showing is Showing.MASKED:
            return masked(value)
        return None if (kind, field) in OPINIONS and find_cover_wording(value, self.wording) else value


PAPER = "paper"
"""The class of evidence that has pages."""
OPINIONS = frozenset({("task", "surveyor_opinion")})
"""Texts that are for the office where they touch cover, and for everybody where they do not (domain §3.1, §13.1)."""


def masked(number: str) -> str:
    """Return a number of which only the ends are left: enough for its holder to know it, too little for anybody else."""
    if len(number) <= _SHORT:
        return DOTS + number[-2:] if len(number) > 2 else DOTS
    return number[:3] + DOTS + number[-4:]


def copy_contents(contents: CaseContents, view: PartyCopy, copy: Copy) -> CaseContents:
    """Return what of a case a copy may say: everything for the office, for a party what :func:`party_contents` leaves."""
    return contents if copy is Copy.OFFICE else party_contents(contents, view)


def party_contents(contents: CaseContents, view: PartyCopy) -> CaseContents:
    """Return what of a case may be given to a party.

    Every record as the table says; answers to internal checks are left out. Of a witness who wants confidentiality, and of what
    came from there, only the id, so that what is counted stays numbered: no name, no word, no file name. What else concerns that
    person (an enquiry, a paper, an injury) is left out.
    """
    hidden = hidden_in(contents)
    shown = _stripped(_without(contents, hidden), view)
    return replace(
        shown,
        people=[_person(item, hidden) for item in shown.people],
        merged_people=[_person(item, hidden) for item in shown.merged_people],
        witnesses=[_named_only(witness) for witness in shown.witnesses],
        statements=[Statement(id=item.id) if item.id in hidden.statements else item for item in shown.statements],
        participants=[_participant(item, hidden) for item in shown.participants],
        evidence=[_counted_only(item) if item.id in hidden.evidence else item for item in shown.evidence],
        subject_names={id_: name for id_, name in shown.subject_names.items() if id_ not in hidden.people},
    )


def hidden_in(contents: CaseContents) -> Hidden:
    """Return what a party's copy says of nobody: confidential witnesses, and the originals that came from them or show them."""
    hidden = hidden_from_parties(contents.witnesses, contents.everybody, contents.statements)
    shown = {item.id for item in contents.evidence if item.subject_uid in hidden.people}
    return replace(hidden, evidence=hidden.evidence | shown)


def _without(contents: CaseContents, hidden: Hidden) -> CaseContents:
    """Leave out what belongs to a hidden person or statement; looked at before ids of the office's are taken away."""
    secret = hidden.statements
    injuries = [item for item in contents.injuries if item.person_uid not in hidden.people]
    kept = {item.id for item in injuries}
    return replace(
        contents,
        answers=[item for item in contents.answers if item.statement_uid not in secret],
        corrections=[item for item in contents.corrections if item.statement_uid not in secret],
        participants=[item for item in contents.participants if item.statement_uid not in secret],
        statement_pages=[item for item in contents.statement_pages if item.statement_uid not in secret],
        inks=[item for item in contents.inks if item.statement_uid not in secret],
        injuries=injuries,
        injury_visits=[item for item in contents.injury_visits if item.injury_uid in {None, *kept}],
        fees=[item for item in contents.fees if item.injury_uid in {None, *kept}],
        enquiries=[item for item in contents.enquiries if item.person_uid not in hidden.people],
        documents=[item for item in contents.documents if item.subject_uid not in hidden.people],
        annotations=[item for item in contents.annotations if item.evidence_uid not in hidden.evidence],
    )


def _stripped(contents: CaseContents, view: PartyCopy) -> CaseContents:
    """Return every record as the table says."""
    checks = contents.tables.record_checks
    internal = {check.id for check in checks.checks if check.is_internal} if checks else set()
    shown: dict[str, object] = {}
    for item in fields(CaseContents):
        value = getattr(contents, item.name)
        if isinstance(value, list | tuple) and value and isinstance(value[0], Record):
            shown[item.name] = [
                view.of(record) for record in value if getattr(record, "check_id", None) not in internal
            ]
    return replace(contents, **shown)  # type: ignore[arg-type]  # by name, each what it was


def _person(person: Person, hidden: Hidden) -> Person:
    """Of one who is hidden nothing; of a party who wants confidentiality as a witness not that."""
    if person.id in hidden.people:
        return Person(id=person.id, withdrawn=person.withdrawn)
    if person.id in hidden.parties:
        return replace(person, roles=tuple(role for role in person.roles or () if role != WITNESS_ROLE))
    return person


def _named_only(witness: Witness) -> Witness:
    """Of one who wants confidentiality only that there is one."""
    return Witness(id=witness.id, wants_confidentiality=True) if witness.wants_confidentiality else witness


def _participant(item: Participant, hidden: Hidden) -> Participant:
    """Of one who is hidden that somebody was present, and as what."""
    if item.person_uid not in hidden.people:
        return item
    return replace(item, name=None, employer=None, credential_shown=None)


def _counted_only(item: Evidence) -> Evidence:
    """Of an original that came from a hidden person that there is one, of which kind, and its hash."""
    return Evidence(id=item.id, evidence_class=item.evidence_class, sha256=item.sha256, size_bytes=item.size_bytes)
