"""What a rule pack says of itself in words: to which accidents or policies it applies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.wording.translation import current_language, mark, tr, tr_marked

_VALID = {
    (True, True): mark("accidents from {first} to {last}"),
    (True, False): mark("accidents from {first}"),
    (False, True): mark("accidents until {last}"),
}


def validity(pack: RulePack, form_name: Callable[[str], str] | None = None) -> str:
    """Return what a pack applies to; ``form_name`` tells what a clause form is called, else its id stands."""
    dates = (pack.valid_from is not None, pack.valid_to is not None)
    if any(dates):
        return tr_marked(_VALID[dates], first=_day(pack.valid_from), last=_day(pack.valid_to))
    if pack.clause_forms and form_name is not None:
        return tr("policies of: {forms}", forms=_joined([form_name(form) for form in pack.clause_forms]))
    if pack.clause_forms:
        return tr("policies by the clauses {forms}", forms=_joined(pack.clause_forms))
    return tr("always")


def _joined(values: Sequence[str]) -> str:
    return current_language().joined(values)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
