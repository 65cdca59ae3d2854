"""Proposals (更正建议): what the surveyor found of data that are the office's, beside the office's value (domain §18.1).

Both values stand and are shown; the office accepts or refuses, and where it accepts it writes the value itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import canonical
from surveyor_app.domain.journal.fields import FieldSpec, decode, encode, enum, instant, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record

OPEN, ACCEPTED, REFUSED = "open", "accepted", "refused"
"""States of a proposal; one without a state is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Record):
    """One proposed value; ``value`` is its JSON as it stands in a body, whatever its type (:func:`value_text_of`)."""

    KIND: ClassVar[str] = "proposal"

    target_kind: str | None = text(30)
    target_uid: str | None = text(36)
    target_field: str | None = text(60)
    value: str | None = text(8000)
    reason: str | None = text(1000)
    state: str | None = enum("proposal_state")
    decided_by: str | None = text(60)
    decided_at: Instant | None = instant()
    decision_reason: str | None = text(1000)

    @property
    def is_open(self) -> bool:
        """Tell whether the office has not decided yet."""
        return self.state in (None, OPEN)

    @property
    def counts_as_filled(self) -> bool:
        """Tell whether *check* takes the field for filled in: the office need not have answered."""
        return self.state != REFUSED and self.value not in (None, "", "null")


DECIDED_BY_OFFICE = frozenset({"state", "decided_by", "decided_at", "decision_reason"})
"""Fields of a proposal that say what the office made of it."""


def value_text_of(spec: FieldSpec, value: object) -> str:
    """Return a value as a proposal holds it.

    Raises:
        InputError: when the value does not have the field's type.
    """
    return canonical(encode(spec, value)).decode()


def proposed_value(proposal: Proposal, spec: FieldSpec) -> Any:
    """Return the value that is proposed for the field ``spec``, ``None`` for an emptied one.

    Raises:
        InputError: what the proposal holds is no value of this field.
    """
    try:
        value = json.loads(proposal.value or "null")
    except ValueError as error:
        raise InputError(field=spec.name, reason=f"not a {spec.type.value}") from error
    return decode(spec, value)
