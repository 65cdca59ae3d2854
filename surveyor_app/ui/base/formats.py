"""Dates, times, numbers, sizes and money as the window shows and reads them, by the locale in use."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.fields import MONEY_PLACES
from surveyor_app.domain.journal.instants import Instant, Trust, parse_utc
from surveyor_app.wording.translation import tr

EMPTY = "—"
_ISO_DATES = ("yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd")
_TIMES = ("HH:mm", "H:mm", "HH:mm:ss", "HHmm")


def date_pattern() -> str:
    """Return the short date format of the locale, always with four digits of year."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def date_hint() -> str:
    """Return how a date is typed, in the letters of the window's language."""
    letters = {"y": tr("YYYY"), "M": tr("MM"), "d": tr("DD")}
    return re.sub("y+|M+|d+", lambda found: letters[found[0][0]], date_pattern())


def day(value: date | None) -> str:
    """Return a date, or a dash."""
    return EMPTY if value is None else QLocale().toString(QDate(value.year, value.month, value.day), date_pattern())


def moment(value: datetime | None) -> str:
    """Return date and time of an aware moment in its own zone, to the minute."""
    if value is None:
        return EMPTY
    return f"{day(value.date())} {value:%H:%M}"


def instant(value: Instant | None) -> str:
    """Return an instant in the zone it was read at, or a dash."""
    return EMPTY if value is None else moment(value.local)


def utc(text: str | None) -> str:
    """Return a moment kept as ISO text in UTC in this laptop's zone, empty for none; what is no such text as it is."""
    try:
        return moment(parse_utc(text).astimezone()) if text else ""
    except (SurveyorError, OverflowError):
        return text or ""


def clock(value: datetime) -> str:
    """Return the local time of day to the second."""
    return f"{value.astimezone():%H:%M:%S}"


def read_day(text: str) -> date | None:
    """Read a date as the locale writes it, or as ISO; ``None`` when it is neither."""
    for pattern in (date_pattern(), *_ISO_DATES):
        found = QLocale().toDate(text.strip(), pattern)
        if found.isValid():
            return date(found.year(), found.month(), found.day())
    return None


def read_instant(text: str, today: date) -> Instant | None:
    """Read date and time, or a time of ``today``, in this laptop's zone; ``None`` when it is neither."""
    text = text.strip().replace("：", ":").replace("T", " ")
    before, _, after = text.rpartition(" ")
    on, time = (read_day(before), after) if before else (today, text)
    for pattern in _TIMES:
        found = QTime.fromString(time, pattern)
        if on is not None and found.isValid():
            at = QDateTime(QDate(on.year, on.month, on.day), found)
            seconds = at.toSecsSinceEpoch()
            return Instant(datetime.fromtimestamp(seconds, UTC), at.offsetFromUtc() // 60, Trust.TYPED)
    return None


def number(value: int) -> str:
    """Return a whole number with the locale's separators."""
    return QLocale().toString(value)


def money(value: Decimal | None) -> str:
    """Return an amount with thousands separators and two places, without its unit; a dash for none."""
    if value is None:
        return EMPTY
    return QLocale().toString(float(value), "f", 2) if abs(value) < Decimal(10) ** 12 else f"{value:,.2f}"


def plain_decimal(value: Decimal) -> str:
    """Return a decimal as it is typed."""
    return format(value, "f")


def read_decimal(text: str, places: int | None) -> Decimal | None:
    """Read a decimal with at most ``places`` places, separators allowed; ``None`` when it is none."""
    cleaned = text.strip().replace(",", "").replace("，", "").replace(" ", "").lstrip("¥")
    try:
        value = Decimal(cleaned)
    except InvalidOperation:
        return None
    if not value.is_finite() or (places is not None and -int(value.as_tuple().exponent) > places):
        return None
    return value


def as_amount(value: Decimal) -> Decimal:
    """Return an amount with all its places, as it is kept."""
    return value.quantize(Decimal(1).scaleb(-MONEY_PLACES))


def size(value: int | None) -> str:
    """Return a size in bytes with a fitting unit."""
    return (
        EMPTY
        if value is None
        else QLocale().formattedDataSize(value, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    )


def duration(seconds: float) -> str:
    """Return minutes and seconds, or hours and minutes, as a clock shows them."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def until(due: datetime, now: datetime) -> str:
    """Return how long until ``due``, or since when it is past, in words."""
    minutes = round((due - now).total_seconds() / 60)
    past, minutes = minutes < 0, abs(minutes)
    if minutes < 60:
        text = tr("{count} min", count=minutes)
    elif minutes < 48 * 60:
        text = tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
    else:
        text = tr("{count} days", count=minutes // (24 * 60))
    return tr("{time} late", time=text) if past else text
