"""What a fact that raised a risk prompt reads like, in the program's language: the fact as it is, and no judgement of it."""

from __future__ import annotations

from decimal import Decimal

from surveyor_app.domain.checks.prompts import Fact
from surveyor_app.domain.journal.fields import FieldType
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.record_checks import RecordChecks
from surveyor_app.domain.texts import Text
from surveyor_app.wording.formatting import format_money
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

IN_OTHER_CLAIMS = frozenset({"plate_no", "accident_place"})
"""Fields of which a fact names another claim that has the same."""


def fact_words(fact: Fact, labels: Labels, checks: RecordChecks) -> str:
    """Return a fact as one line."""
    language, value = current_language(), fact.value
    if isinstance(value, Text):
        return value.in_(language)
    if fact.kind == CheckAnswer.KIND:
        asked = checks.by_id().get(fact.field)
        name = asked.name.in_(language) if asked is not None else fact.field
        return tr("{field}: {value}", field=name, value=labels.value("check_reply", value, language))
    if fact.field == "policy_from":
        return tr("%n day(s) from the start of a policy", n=int(value))
    if fact.field == "policy_to":
        return tr("%n day(s) to the end of a policy", n=int(value))
    if fact.field == "reported_at":
        return tr("Reported %n hour(s) after the accident", n=int(value))
    if fact.field == "accident_at":
        return tr("Accident between {hour}:00 and {hour}:59", hour=value)
    name = labels.field(fact.kind, fact.field, language).rstrip("?？")
    if fact.field in IN_OTHER_CLAIMS:
        return tr("{field}: also in {value}", field=name, value=value)
    if (fact.kind, fact.field) == ("evidence", "taken_at"):
        return tr("No camera wrote time or make: {value}", value=value)
    return tr("{field}: {value}", field=name, value=_value(fact, value, labels))


def _value(fact: Fact, value: str, labels: Labels) -> str:
    spec = next((spec for spec in SPECS[fact.kind] if spec.name == fact.field), None)
    if spec is not None and spec.type is FieldType.ENUM and spec.enumeration:
        return labels.value(spec.enumeration, value, current_language())
    if spec is not None and spec.is_money:
        return format_money(Decimal(value))
    return value
