"""What an erasure by the office must say: on what basis, until when it is due, who asked for it, and who else agreed.

What is erased is gone everywhere and for good, so one person of the office alone does not decide it. An erasure that lacks any
of this erases nothing, wherever it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json

MAX_BASIS = 500


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand to erase: its basis in law, its deadline, the one who asks and the one who agrees."""

    basis: str
    due_on: date
    asked_by: str
    agreed_by: str

    def __post_init__(self) -> None:
        """Refuse one that is incomplete.

        Raises:
            InputError: the basis or a person is missing, or both people are the same.
        """
        if not self.basis.strip() or len(self.basis) > MAX_BASIS:
            raise InputError(field="basis", reason="length")
        if not self.asked_by or not self.agreed_by:
            raise InputError(field="agreed_by", reason="missing")
        if self.asked_by.strip().casefold() == self.agreed_by.strip().casefold():
            raise InputError(field="agreed_by", reason="two different people are needed")

    def fields(self) -> dict[str, Json]:
        """Return what stands in the body of the erasure beside the bodies it names."""
        people: dict[str, Json] = {"asked_by": self.asked_by, "agreed_by": self.agreed_by}
        return {"basis": self.basis, "due_on": self.due_on.isoformat(), **people}


def demand_of(fields: Mapping[str, Json] | None) -> Demand | None:
    """Return the demand that a body with these fields states, ``None`` when it is not whole."""
    told = [(fields or {}).get(name) for name in ("basis", "due_on", "asked_by", "agreed_by")]
    texts = [item for item in told if isinstance(item, str)]
    with suppress(InputError, ValueError):
        basis, due_on, asked_by, agreed_by = texts
        return Demand(basis, date.fromisoformat(due_on), asked_by, agreed_by)
    return None
