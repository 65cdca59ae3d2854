"""A field that was forgotten somewhere is named: one without a label, in no form, or in no section of the report."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.kinds import SPECS
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.wording.labels import FIELDS, Labels
from tests.wording.third_language import copied_resources

EXCEPTIONS = tomllib.loads((Path(__file__).parent / "field_exceptions.toml").read_text(encoding="utf-8"))
"""Kind → ``form`` or ``report`` → reason → fields that stand in none on purpose."""
Fields = set[tuple[str, str]]


@pytest.fixture(scope="module")
def labels() -> Labels:
    return Labels.load(resources_dir())


def declared() -> Fields:
    return {(kind, spec.name) for kind, specs in SPECS.items() for spec in specs}


def excepted(place: str) -> Fields:
    return {
        (kind, name)
        for kind, places in EXCEPTIONS.items()
        for names in places.get(place, {}).values()
        for name in names
    }


def in_forms(labels: Labels) -> Fields:
    return {(kind, name) for kind, groups in labels.places.forms.items() for group in groups for name in group.names}


def in_report(labels: Labels) -> Fields:
    return {
        (kind, name) for kind, parts in labels.places.sections.items() for names in parts.values() for name in names
    }


def test_every_field_stands_in_a_form_or_says_why_not(labels: Labels) -> None:
    assert sorted(declared() - in_forms(labels) - excepted("form")) == []


def test_every_field_stands_in_the_report_or_says_why_not(labels: Labels) -> None:
    assert sorted(declared() - in_report(labels) - excepted("report")) == []


def test_no_exception_outlives_its_reason(labels: Labels) -> None:
    assert sorted(excepted("form") & in_forms(labels)) == []
    assert sorted(excepted("report") & in_report(labels)) == []
    assert sorted((excepted("form") | excepted("report")) - declared()) == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("visibility_m = {", "visibility = {", "visibility_m"),
        ('"visibility_m", ', '"visibility", ', "visibility"),
        ('"visibility_m", ', '"visibility_m", "weather", ', "weather"),
    ],
)
def test_a_table_that_does_not_fit_the_records_says_what(tmp_path: Path, old: str, new: str, named: str) -> None:
    resources = copied_resources(tmp_path / "resources")
    table = (resources / FIELDS).read_text(encoding="utf-8")
    assert old in table
    (resources / FIELDS).write_text(table.replace(old, new), encoding="utf-8")
    with pytest.raises(InstallationIncomplete, match=named):
        Labels.load(resources)


def test_the_sentence_of_the_opinion_names_the_declared_length() -> None:
    (check,) = (check for check in load_checks(resources_dir()) if check.rule == "opinion_length")
    limit = spec_of(Task, "surveyor_opinion").max_length
    assert all(f"1-{limit} " in sentence for sentence in check.text.forms.values())
