"""Any value of a record as text, for lists, choosers and histories."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from surveyor_app.domain.journal.fields import WGS84, FieldSpec
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.ui.base import formats
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr


def text_of(spec: FieldSpec, value: object, labels: Labels) -> str:
    """Return ``value`` in the window's language; a dash for an empty one."""
    if value is None:
        return formats.EMPTY
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, Instant):
        return formats.instant(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, Decimal):
        text = formats.money(value) if spec.is_money else formats.plain_decimal(value)
        return f"{text}{spec.unit}" if spec.unit == WGS84 else text
    if isinstance(value, int):
        return formats.number(value)
    language = current_language()
    if isinstance(value, tuple):
        names = [labels.value(spec.enumeration, item, language) if spec.enumeration else item for item in value]
        return language.joined(names)
    if spec.enumeration:
        return labels.value(spec.enumeration, str(value), language)
    return str(value)
