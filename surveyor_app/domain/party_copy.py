"""What a copy for a party shows of a record, field by field (domain §13.4): as it stands, masked, or not at all.

What is not in the table is not shown: a field of a newer version is the office's until somebody says otherwise.
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
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.statements.confidentiality import hidden_from_parties

R = TypeVar("R", bound=Record)
DOTS = "****"
_SHORT = 7


class Showing(StrEnum):
    """How much of a field a party sees."""

    PARTY = "party"
    MASKED = "masked"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class PartyCopy:
    """The table with its version, and the wordings that no text of such a copy may hold."""

    version: str
    table: Mapping[tuple[str, str], Showing]
    wording: CoverWording

    def showing(self, kind: str, field: str) -> Showing:
        """Return how much of a field a party sees."""
        return self.table.get((kind, field), Showing.OFFICE)

    def visible_to_party(self, kind: str, field: str) -> bool:
        """Tell whether a party sees a field at all."""
        return self.showing(kind, field) is not Showing.OFFICE

    def of(self, record: R) -> R:
        """Return the record as a party may see it: hidden fields empty, numbers masked, opinions on cover left out."""
        changed: dict[str, object] = {}
        for spec in SPECS[record.KIND]:
            value = getattr(record, spec.name)
            shown = self._shown(record.KIND, spec.name, value)
            if shown != value:
                changed[spec.name] = shown
        return replace(record, **changed)  # type: ignore[arg-type]  # by name, each of its own type

    def _shown(self, kind: str, field: str, value: object) -> object:
        showing = self.showing(kind, field)
        if value is None or showing is Showing.OFFICE:
            return None
        if not isinstance(value, str):
            return value
        if showing is Showing.MASKED:
            return masked(value)
        return None if (kind, field) in OPINIONS and find_cover_wording(value, self.wording) else value


OPINIONS = frozenset({("task", "surveyor_opinion")})
"""Texts that are for the office where they touch cover, and for everybody where they do not (domain §3.1, §13.1)."""


def masked(number: str) -> str:
    """Return a number of which only the ends are left: enough for its holder to know it, too little for anybody else."""
    if len(number) <= _SHORT:
        return DOTS + number[-2:] if len(number) > 2 else DOTS
    return number[:3] + DOTS + number[-4:]


def stripped(contents: CaseContents, view: PartyCopy) -> CaseContents:
    """Return every record of a case as a party may see it; answers to internal checks are left out as a whole.

    Who wants confidentiality is still there: whoever lays a paper out has to leave those out in its own way.
    """
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


def party_contents(contents: CaseContents, view: PartyCopy) -> CaseContents:
    """Return what of a case may be given to a party as data: stripped, and nothing of a witness who wants confidentiality."""
    hidden = hidden_from_parties(contents.witnesses, contents.everybody, contents.statements)
    shown = stripped(contents, view)
    statements = [item for item in shown.statements if item.id not in hidden.statements]
    kept = {item.id for item in statements}
    return replace(
        shown,
        people=[person for person in shown.people if person.id not in hidden.people],
        merged_people=[person for person in shown.merged_people if person.id not in hidden.people],
        witnesses=[_named_only(witness) for witness in shown.witnesses],
        statements=statements,
        answers=[item for item in shown.answers if item.statement_uid in kept],
        corrections=[item for item in shown.corrections if item.statement_uid in kept],
        participants=[item for item in shown.participants if item.statement_uid in kept],
        statement_pages=[item for item in shown.statement_pages if item.statement_uid in kept],
        inks=[item for item in shown.inks if item.statement_uid in kept],
        injuries=[item for item in shown.injuries if item.person_uid not in hidden.people],
        evidence=[
            item for item in shown.evidence if item.id not in hidden.evidence and item.subject_uid not in hidden.people
        ],
    )


def _named_only(witness: Witness) -> Witness:
    """Of one who wants confidentiality only that there is one."""
    return Witness(id=witness.id, wants_confidentiality=True) if witness.wants_confidentiality else witness
