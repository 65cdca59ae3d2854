"""Numbers that cannot be: below zero, beyond a hundred per cent, outside a scale. The field refuses them and says why."""

from __future__ import annotations

from decimal import Decimal

from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.wording.translation import tr

_NOT_BELOW_ZERO = frozenset({"cm", "km", "%"})
_COUNTED = frozenset({"quantity", "claimed_quantity", "days"})
_SCALES = {
    ("damage_mark", "severity"): (1, 5),
    ("damage_mark", "pdof"): (0, 12),
    ("injury", "disability_grade"): (1, 10),
}
HUNDRED = 100


def fault(kind: str, spec: FieldSpec, value: object) -> str:
    """Return why a number cannot be the value of a field, empty where it can."""
    if not isinstance(value, int | Decimal):
        return ""
    least, most = _SCALES.get((kind, spec.name), (None, None))
    if least is not None and most is not None and not least <= value <= most:
        return tr("Please enter a number from {least} to {most}", least=least, most=most)
    if value < 0 and spec.is_money:
        return tr("An amount cannot be below zero")
    if value < 0 and (spec.unit in _NOT_BELOW_ZERO or spec.name in _COUNTED):
        return tr("This cannot be below zero")
    if spec.unit == "%" and value > HUNDRED:
        return tr("This cannot be more than 100 %")
    return ""
