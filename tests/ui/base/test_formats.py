"""Dates, times, numbers and amounts as they are shown and read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.instants import Trust
from surveyor_app.domain.texts import Language
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.translation import Translation
from surveyor_app.wording.languages import chinese, languages

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("language", languages(resources_dir()))
def test_a_date_that_is_shown_can_be_read_back(translation: Translation, language: Language) -> None:
    translation.switch(language)
    for value in (date(2026, 11, 20), date(1999, 1, 2)):
        assert formats.read_day(formats.day(value)) == value


def test_how_a_date_is_typed_is_said_in_the_letters_of_the_language(translation: Translation) -> None:
    assert formats.date_hint() == "DD/MM/YYYY"
    translation.switch(chinese())
    assert formats.date_hint() == "年/月/日"


@pytest.mark.parametrize("text", ["2026-11-20", "2026/11/20", "20261120", "2026.11.20"])
def test_iso_dates_are_read_in_every_language(translation: Translation, text: str) -> None:
    assert formats.read_day(text) == date(2026, 11, 20)
    assert formats.read_day("tomorrow") is None


@pytest.mark.parametrize("text", ["14:03", "2026-11-20 14:03", "14：03", "2026-11-20T14:03"])
def test_an_instant_is_read_with_or_without_its_date(translation: Translation, text: str) -> None:
    found = formats.read_instant(text, TODAY)
    assert found is not None
    assert (found.local.hour, found.local.minute, found.local.date()) == (14, 3, TODAY)
    assert found.trust is Trust.TYPED


def test_what_is_no_instant_is_refused(translation: Translation) -> None:
    for text in ("", "25:00", "yesterday 14:00", "14"):
        assert formats.read_instant(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,280.5", "1280.50"), ("1280", "1280.00"), ("¥ 3", "3.00"), ("1.234", None), ("abc", None), ("NaN", None)],
)
def test_amounts_have_two_places(text: str, value: str | None) -> None:
    found = formats.read_decimal(text, 2)
    assert (found is None) == (value is None)
    assert found is None or str(formats.as_amount(found)) == value


def test_amounts_are_shown_exactly(translation: Translation) -> None:
    assert formats.money(Decimal("99999999999999.99")) == "99,999,999,999,999.99"
    assert formats.money(Decimal("1930")) == "1,930.00"
    assert formats.money(None) == formats.EMPTY


def test_time_until_a_deadline_in_words(translation: Translation) -> None:
    now = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
    assert formats.until(now + timedelta(minutes=14), now) == "14 min"
    assert formats.until(now + timedelta(hours=3, minutes=5), now) == "3 h 5 min"
    assert formats.until(now - timedelta(minutes=14), now) == "14 min late"
    assert formats.until(now + timedelta(days=3), now) == "3 days"
