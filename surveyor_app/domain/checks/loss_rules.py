"""Rules of losses: amounts, and counts that follow from lists (domain §3.3, §4: V81, V90)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.counting import people_in_estimates
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.survey.casualties import casualties
from surveyor_app.domain.survey.check_answers import NO, YES
from surveyor_app.domain.texts import Text

AMOUNTS = {
    kind: names for kind, specs in SPECS.items() if (names := tuple(spec.name for spec in specs if spec.is_money))
}
"""Fields that hold money, by kind."""


def _has_fractions(amount: Decimal) -> bool:
    """Tell whether there are parts of a cent; no arithmetic, for an amount may have more digits than arithmetic allows."""
    _, digits, exponent = amount.as_tuple()
    return isinstance(exponent, int) and exponent < -2 and any(digits[exponent + 2 :])


def _money(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for kind, names in AMOUNTS.items():
        for record in contents.of_kind(kind):
            for name in names:
                amount: Decimal | None = getattr(record, name)
                if amount is not None and (amount < 0 or _has_fractions(amount)):
                    yield Finding(check, record.id, name, kind=kind)


def _counts(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name each count on the form that is not that of the list: people in the estimates, casualties of checks 21 and 23."""
    for task in contents.tasks:
        for name, n in people_in_estimates(contents).items():
            written: int | None = getattr(task, name)
            if written is not None and written != n:
                yield Finding(check, task.id, name, {"field": contents.tables.field_name(task.KIND, name)})
    facts = contents.facts
    for check_id in ("chk_third_casualties", "chk_own_casualties"):
        answer, counted = facts.answers.get(check_id), casualties(check_id, facts)
        if answer is not None and counted is not None and not counted.agrees_with(answer):
            yield Finding(check, answer.id, "injured_n", {"field": _check_name(contents, check_id)}, answer.KIND)


def _third_property(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Check 22 says what the list of property says."""
    answer = contents.facts.answers.get("chk_third_property")
    damaged = [item for item in contents.property_items if item.party != "insured" and item.damage_state != "undamaged"]
    if answer is not None and answer.answer in {YES, NO} and (answer.answer == YES) != bool(damaged):
        yield Finding(check, answer.id, "answer", {"field": _check_name(contents, "chk_third_property")})


def _liability_said(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Check 24 says what the visit says of liability; single-vehicle accidents are their own answer."""
    answer, task = contents.facts.answers.get("chk_liability"), contents.facts.task
    if answer is None or not answer.choice or task is None or task.liability is None:
        return
    said = "full" if answer.choice == "single_vehicle" else answer.choice
    if said != task.liability:
        yield Finding(check, answer.id, "choice", {"field": _check_name(contents, "chk_liability")})


def _extent_said(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Check 25 says what the visit says of a total loss."""
    answer, task = contents.facts.answers.get("chk_loss_extent"), contents.facts.task
    if answer is None or not answer.choice or task is None or task.is_total_loss is None:
        return
    if (answer.choice == "total") != task.is_total_loss:
        yield Finding(check, answer.id, "choice", {"field": _check_name(contents, "chk_loss_extent")})


def _check_name(contents: CaseContents, check_id: str) -> Text:
    checks = contents.tables.record_checks
    found = checks.by_id().get(check_id) if checks else None
    return found.name if found else Text.same(check_id)


LOSS_RULES: Mapping[str, Rule] = {
    "money": _money,
    "counts": _counts,
    "third_property": _third_property,
    "liability_said": _liability_said,
    "extent_said": _extent_said,
}
