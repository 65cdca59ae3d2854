"""Witness records in the survey report (domain §7): one block a witness; of one who wants confidentiality only that there is one.

In contents for a party (:mod:`surveyor_app.domain.party_copy`) such a record is empty, and nobody else's is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.operations.report.field_rows import TITLED, FieldRows
from surveyor_app.report.data import Row, RowGroup
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.words import word


@dataclass(frozen=True, slots=True)
class WitnessSections:
    """Makes the blocks of all witnesses; ``rows`` gives each piece of evidence its number."""

    rows: FieldRows
    contents: CaseContents

    def groups(self) -> tuple[RowGroup, ...]:
        """Return the witnesses in order; how to reach them stands once, among the people."""
        return tuple(self._group(n, item) for n, item in enumerate(self.contents.witnesses, start=1))

    def _group(self, number: int, witness: Witness) -> RowGroup:
        what = paper_text("witness_number").filled(n=number)
        if witness == Witness(id=witness.id, wants_confidentiality=True):
            return RowGroup(TITLED.filled(what=what, name=word("confidential")), ())
        people: dict[str, Person] = {person.id: person for person in self.contents.everybody}
        person = people.get(witness.person_uid or "")
        name = (person.name if person else None) or "—"
        rows = [*self.rows.details(witness), *self._links(witness)]
        return RowGroup(TITLED.filled(what=what, name=name), tuple(rows))

    def _links(self, witness: Witness) -> Iterable[Row]:
        """Return which statement and which photos belong to the record, by their numbers in this report."""
        statements: Sequence[str] = [item.id for item in self.contents.statements]
        if witness.statement_uid in statements:
            yield self.rows.row(Witness.KIND, "statement_uid", str(statements.index(witness.statement_uid) + 1))
        if photos := self.rows.value(witness, "media"):
            yield self.rows.row(Witness.KIND, "media", photos)
