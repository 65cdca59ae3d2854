"""The domain reference, walked table by table: every id it gives is in the resources or the code, or is named here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.kinds import SPECS
from surveyor_app.wording.findings.clocks import load_clocks
from surveyor_app.wording.findings.enquiries import load_enquiry_kinds
from surveyor_app.wording.findings.fee_sets import load_fee_sets
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.prompts import load_prompts
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, english

HAN = re.compile(r"[\u4e00-\u9fff]")
LABELS = Labels.load(resources_dir())
RENAMED: Mapping[str, tuple[str, str]] = {
    "surveyed_at": ("task", "arrived_at"),
    "crane": ("task", "own_crane"),
    "towing": ("task", "own_towing"),
    "other_rescue": ("task", "own_other_rescue"),
    "cost": ("task", "own_hospitalised_cost"),
    "driver_name": ("person", "name"),
}
"""Where an id of the reference's forms stands under another name: two instants for one, a column for each side."""
COMPUTED = {
    "statement_count": "counted from the statements' pages",
    "photo_count": "counted from the photos",
}
PLACES = ("claim", "task", "vehicle", "person", "injury", "property_item", "policy")
"""Kinds of record that the two pages of the form are spread over."""


@pytest.fixture(scope="module")
def reference(domain_reference: Path) -> str:
    return domain_reference.read_text(encoding="utf-8")


def section(text: str, start: str, end: str) -> str:
    return text[text.index(start) : text.index(end, text.index(start) + 1)]


def rows(text: str) -> Iterable[list[str]]:
    for line in text.splitlines():
        if line.startswith("| ") and not line.startswith("|---"):
            yield [cell.strip() for cell in line.strip().strip("|").split(" | ")]


def ids(cell: str) -> list[str]:
    return re.findall(r"[a-z][a-z0-9_]+", cell)


# ------------------------------------------------------------------------------------------ the form (§3.1, §3.2)


def declared() -> set[str]:
    return {spec.name for kind in PLACES for spec in SPECS[kind]}


def test_every_field_of_the_form_is_declared(reference: str) -> None:
    known = declared() | set(RENAMED) | set(COMPUTED)
    asked = [
        id_
        for part in (section(reference, "### 3.1", "### 3.2"), section(reference, "### 3.2", "### 3.3"))
        for cells in rows(part)
        if cells[0] not in {"group", "---"} and len(cells) > 2
        for id_ in ids(cells[1])
    ]
    assert len(asked) > 120
    assert sorted(set(asked) - known) == []


def test_what_stands_under_another_name_does_stand_there() -> None:
    for kind, name in RENAMED.values():
        assert name in {spec.name for spec in SPECS[kind]}, name


# ------------------------------------------------------------------------------------------ enumerations (§2)


def test_every_value_of_every_enumeration_is_there_with_its_words(reference: str) -> None:
    seen = 0
    for cells in rows(section(reference, "## 2 Enumerations", "### 2.4")):
        if len(cells) < 3 or cells[0] in {"enum", "---"} or not re.fullmatch(r"[a-z_]+", cells[0]):
            continue
        values = [found for found in re.findall(r"`([a-z0-9_]+)` ([^·`]*)", cells[2]) if HAN.search(found[1])]
        assert values, cells[0]
        choices = {choice.id: choice.label for choice in LABELS.choices(cells[0])}
        for id_, words in values:
            seen += 1
            assert id_ in choices, (cells[0], id_)
            zh = choices[id_].in_(chinese())
            assert squeezed(zh) in squeezed(words), (cells[0], id_, zh, words)
    assert seen > 250


def squeezed(text: str) -> str:
    return re.sub(r"[\s()（）:：]", "", text)


def test_damage_areas_are_there(reference: str) -> None:
    listed = {cells[0] for cells in rows(section(reference, "### 2.4", "## 3 Survey"))} - {"clock id", "---"}
    assert {id_ for id_ in listed if re.fullmatch(r"[a-z0-9]+", id_)} == {
        choice.id for choice in LABELS.choices("damage_area")
    }


# ------------------------------------------------------------------------------------------ the tables of resources


def test_the_checks_are_those_of_the_form(reference: str) -> None:
    listed = {
        (int(cells[0]), cells[1], cells[2], cells[3])
        for cells in rows(section(reference, "### 3.3", "## 4 "))
        if cells[0].isdigit()
    }
    checks = load_record_checks(resources_dir()).checks
    assert {(item.number, item.id, item.name.in_(chinese()), item.name.in_(english())) for item in checks} == listed


def test_the_papers_are_those_of_the_checklist(reference: str) -> None:
    listed = {
        (cells[0], cells[1], cells[2], frozenset(cells[3].split()), cells[5])
        for cells in rows(section(reference, "### 10.1", "### 10.2"))
        if cells[0] not in {"id", "---"}
    }
    papers = load_papers(resources_dir()).papers
    assert {
        (item.id, item.name.in_(chinese()), item.name.in_(english()), item.cases, item.basis) for item in papers
    } == listed


def test_the_enquiries_are_those_of_the_table(reference: str) -> None:
    listed = {
        (cells[0], cells[1], cells[2])
        for cells in rows(section(reference, "## 11 External", "## 12 "))
        if cells[0] not in {"kind", "---"}
    }
    kinds = load_enquiry_kinds(resources_dir()).values()
    assert {(item.id, item.name.in_(chinese()), item.name.in_(english())) for item in kinds} == listed


def test_the_prompts_are_those_of_the_table(reference: str) -> None:
    listed = {
        (cells[place], cells[place + 1], cells[place + 2])
        for cells in rows(section(reference, "## 14 Red-flag", "## 15 "))
        for place in (0, 4)
        if len(cells) > place and cells[place].startswith("rf_")
    }
    prompts = load_prompts(resources_dir()).prompts
    assert {(item.id, item.name.in_(chinese()), item.name.in_(english())) for item in prompts} == listed


def test_the_clocks_are_those_of_the_table(reference: str) -> None:
    listed = {
        (cells[0], cells[1], cells[2])
        for cells in rows(section(reference, "### 1.6", "No nationally"))
        if cells[0] not in {"id", "---"}
    }
    clocks = load_clocks(resources_dir()).values()
    assert {(item.id, item.name.in_(chinese()), item.name.in_(english())) for item in clocks} == listed


def test_fees_count_to_the_sub_limit_that_the_reference_says(reference: str) -> None:
    text = section(reference, "Injury fee codes", "## 9 Scene")
    medical, disability = text.split("**死亡伤残 death/disability**")
    codes = {choice.code: choice.id for choice in LABELS.choices("fee_code")}
    fees = load_fee_sets(resources_dir())["general"]
    for part, names in ((medical, fees.medical), (disability, fees.death_disability)):
        numbers = re.findall(r"(?:=|,) (\d+) ", part)
        assert {codes[number] for number in numbers} == set(names)


# ------------------------------------------------------------------------------------------ losses (§8.3), enquiry (§11)


def values_in(text: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", text))


@pytest.mark.parametrize(
    ("record", "enumerations"),
    [
        ("property_item", ("property_class", "property_damage")),
        ("rescue_cost", ("rescue_kind",)),
        ("salvage", ("salvage_disposal",)),
    ],
)
def test_values_of_losses_are_those_of_the_reference(
    reference: str, record: str, enumerations: tuple[str, ...]
) -> None:
    (line,) = [cells for cells in rows(section(reference, "### 8.3", "## 9 Scene")) if cells[0].startswith(record)]
    known = {choice.id for name in enumerations for choice in LABELS.choices(name)}
    assert values_in(line[1]) == known


def test_values_of_an_enquiry_and_a_paper_are_those_of_the_reference(reference: str) -> None:
    head = section(reference, "## 11 External", "| kind |")
    known = {choice.id for name in ("enquiry_channel", "enquiry_state") for choice in LABELS.choices(name)}
    assert values_in(head) - {"enquiry"} - known == set()
    assert known <= values_in(head)
    states = section(reference, "### 10.2", "### 10.3")
    assert values_in(states) == {choice.id for choice in LABELS.choices("document_state")}
    deliveries = section(reference, "### 10.3", "### 10.4")
    assert {choice.id for choice in LABELS.choices("delivery_channel")} <= values_in(deliveries)
