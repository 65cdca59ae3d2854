"""Values in words and figures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import SPECS
from surveyor_app.wording.formatting import (
    format_instant,
    format_money,
    format_offset,
    format_size,
    format_value,
)
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.typed_values import typed_values


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (1234, "1.23 kB"),
        (999_499, "999 kB"),
        (999_600, "1 MB"),
        (12_345_678, "12.3 MB"),
        (999_999_999, "1 GB"),
        (1_500_000_000, "1.5 GB"),
        (2_500_000_000_000, "2500 GB"),
    ],
)
def test_a_size_has_three_digits(size: int, text: str) -> None:
    assert format_size(size) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(480, "UTC+08:00"), (0, "UTC+00:00"), (-210, "UTC-03:30"), (345, "UTC+05:45")]
)
def test_an_offset_is_written_out(minutes: int, text: str) -> None:
    assert format_offset(minutes) == text


def test_an_instant_is_local_with_its_offset() -> None:
    moment = Instant(datetime(2026, 11, 20, 16, 3, tzinfo=UTC), 480, Trust.TYPED)
    assert format_instant(moment) == "2026-11-21 00:03 UTC+08:00"


@pytest.mark.parametrize(
    ("amount", "text"), [("0", "0.00"), ("1234567.5", "1,234,567.50"), ("-3.005", "-3.00"), ("99999999999999.99", None)]
)
def test_money_has_separators_and_two_places(amount: str, text: str | None) -> None:
    assert format_money(Decimal(amount)) == (text or "99,999,999,999,999.99")


@pytest.mark.parametrize(
    ("kind", "name", "value", "zh", "en"),
    [
        ("claim", "insured_name", None, "", ""),
        ("claim", "policy_no", (), "", ""),
        ("claim", "policy_no", ("A", "B"), "A, B", "A, B"),
        ("claim", "policy_from", date(2026, 1, 2), "2026-01-02", "2026-01-02"),
        ("claim", "deductible", Decimal("1500"), "1,500.00", "1,500.00"),
        ("claim", "accident_lat", Decimal("29.8683000"), "29.8683000", "29.8683000"),
        ("task", "is_first_scene", True, "是", "Yes"),
        ("task", "is_first_scene", False, "否", "No"),
        ("task", "visibility_m", 0, "0", "0"),
        ("task", "task_kind", "scene", "查勘", "Scene survey"),
        ("task", "task_kind", "newer", "newer", "newer"),
    ],
)
def test_a_value_is_shown_in_both_languages(kind: str, name: str, value: object, zh: str, en: str) -> None:
    labels = Labels.load(resources_dir())
    spec = next(spec for spec in SPECS[kind] if spec.name == name)
    assert format_value(spec, value, labels, chinese()) == zh
    assert format_value(spec, value, labels, english()) == en


def test_a_set_is_joined_as_each_language_does() -> None:
    labels = Labels.load(resources_dir())
    spec = next(spec for spec in SPECS["person"] if spec.name == "roles")
    assert "、" in format_value(spec, ("driver", "witness"), labels, chinese())
    assert ", " in format_value(spec, ("driver", "witness"), labels, english())


def test_values_of_a_table_become_those_of_a_record() -> None:
    table = {
        "accident_at": datetime(2026, 11, 20, 14, 3),  # noqa: DTZ001  # a TOML local time has no zone
        "deductible": 500.5,
        "policy_no": ["B", "A"],
        "insured_name": " 李四 ",
        "policy_from": date(2026, 1, 2),
    }
    assert typed_values("claim", table, 480) == {
        "accident_at": Instant(datetime(2026, 11, 20, 6, 3, tzinfo=UTC), 480, Trust.TYPED),
        "deductible": Decimal("500.5"),
        "policy_no": ("B", "A"),
        "insured_name": "李四",
        "policy_from": date(2026, 1, 2),
    }


def test_a_field_the_kind_does_not_have_is_refused() -> None:
    with pytest.raises(InputError):
        typed_values("claim", {"pilot": "x"}, 480)


@pytest.mark.parametrize(
    ("names", "in_chinese", "in_english"),
    [
        ([], "", ""),
        (["甲"], "甲", "甲"),
        (["甲", "乙"], "甲、乙", "甲 and 乙"),
        (["甲", "乙", "丙"], "甲、乙、丙", "甲, 乙 and 丙"),
    ],
)
def test_names_are_joined_as_one_reads_them_out(names: list[str], in_chinese: str, in_english: str) -> None:
    assert [language.enumerated(names) for language in (chinese(), english())] == [in_chinese, in_english]
