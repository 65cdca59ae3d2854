"""Witness records in the survey report (domain §7): one block a witness; of one who wants confidentiality only that there is one.

The survey report is handed to the parties, so what :mod:`surveyor_app.domain.statements.confidentiality` leaves out is left out
here and in every other section.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.checks.checking import CaseContents
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.report.data import Row, RowGroup
from surveyor_app.wording.formatting import format_value
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.words import word


@dataclass(frozen=True, slots=True)
class WitnessSections:
    """Makes the blocks of all witnesses; ``numbers`` gives each piece of evidence its number."""

    labels: Labels
    contents: CaseContents
    numbers: Mapping[str, str]

    def groups(self) -> tuple[RowGroup, ...]:
        """Return the witnesses in order; how to reach them stands once, among the people."""
        return tuple(self._group(n, item) for n, item in enumerate(self.contents.witnesses, start=1))

    def _group(self, number: int, witness: Witness) -> RowGroup:
        if witness.wants_confidentiality:
            zh, en = (word("confidential").in_(language) for language in (chinese(), english()))
            return RowGroup(f"证人 {number} · {zh}", f"Witness {number} · {en}", ())
        people: dict[str, Person] = {person.id: person for person in self.contents.everybody}
        person = people.get(witness.person_uid or "")
        name = (person.name if person else None) or "—"
        rows = [*self._rows(witness, self.labels.places.section(Witness.KIND)), *self._links(witness)]
        return RowGroup(f"证人 {number} · {name}", f"Witness {number} · {name}", tuple(rows))

    def _links(self, witness: Witness) -> Iterable[Row]:
        """Return which statement and which photos belong to the record, by their numbers in this report."""
        statements: Sequence[str] = [item.id for item in self.contents.statements]
        if witness.statement_uid in statements:
            yield self._row("statement_uid", str(statements.index(witness.statement_uid) + 1))
        photos = sorted((self.numbers[id_] for id_ in witness.media or () if id_ in self.numbers), key=int)
        if photos:
            yield self._row("media", ", ".join(photos))

    def _rows(self, record: Record, names: Iterable[str]) -> Iterable[Row]:
        specs = {spec.name: spec for spec in SPECS[record.KIND]}
        for name in names:
            value = getattr(record, name)
            said, said_en = (
                format_value(specs[name], value, self.labels, language) for language in (chinese(), english())
            )
            if said:
                zh, en = (self.labels.field(record.KIND, name, language) for language in (chinese(), english()))
                yield Row(zh, en, said, said_en if said_en != said else "")

    def _row(self, name: str, value: str) -> Row:
        zh, en = (self.labels.field(Witness.KIND, name, language) for language in (chinese(), english()))
        return Row(zh, en, value)
