"""Values of records as a report or a list prints them, in the language of whoever reads it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.texts import Language, Text
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import languages
from surveyor_app.wording.words import word


def format_instant(moment: Instant) -> str:
    """Return local date and time to the minute with the offset, as in ``2026-11-20 14:03 UTC+08:00``."""
    return f"{moment.local:%Y-%m-%d %H:%M} {format_offset(moment.offset_min)}"


def format_offset(minutes: int) -> str:
    """Return an offset from UTC as ``UTC+08:00``."""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def format_money(amount: Decimal) -> str:
    """Return an amount with thousands separators and two places (domain §13.3)."""
    return f"{amount:,.2f}"


def format_size(size_bytes: int) -> str:
    """Return a size in the largest decimal unit below it, with three digits."""
    if size_bytes < 1000:
        return f"{size_bytes} B"
    size = size_bytes / 1000
    for unit in ("kB", "MB"):
        # 999.5 would be rounded to 1000, which three digits write as 1e+03.
        if size < 999.5:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} GB" if size < 999.5 else f"{size:.0f} GB"


def format_value(spec: FieldSpec, value: object, labels: Labels, language: Language) -> str:
    """Return a field's value in words; empty for ``None``. Enumerations by their label, money and numbers as figures."""
    if value is None or value == ():
        return ""
    if isinstance(value, Instant):
        return format_instant(value)
    if isinstance(value, bool):
        return word("yes" if value else "no").in_(language)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format_money(value) if spec.is_money else format(value, "f")
    if isinstance(value, tuple):
        if not spec.enumeration:
            return ", ".join(map(str, value))
        return language.joined(labels.value(spec.enumeration, item, language) for item in value)
    if spec.type is FieldType.ENUM:
        return labels.value(spec.enumeration or "", str(value), language)
    return str(value)


def value_text(spec: FieldSpec, value: object, labels: Labels) -> Text | str:
    """Return the same for every language there is; as a plain string what is the same in all of them."""
    known = languages(resources_dir())
    forms = {language.key: format_value(spec, value, labels, language) for language in known}
    return Text(forms) if len(set(forms.values())) > 1 else forms[known[0].key]
