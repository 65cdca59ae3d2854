"""Bags that nobody changed hold, of every kind; what is left open is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.verifying import verify_bag_folder
from surveyor_app.operations.report.reporting import ReportOptions, sign_report
from tests.operations.cases.forged.forger import covers_tracks, read_lines, signed_of, write_lines
from tests.operations.cases.forged.forgery import KINDS, Make, bad
from tests.report.keys import person


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("trusting", [True, False])
def test_an_untouched_bag_holds(forge: Make, kind: str, trusting: bool) -> None:
    findings = forge(kind).verify(trusting=trusting)
    assert bad(findings) == {}
    left_open = {item.code for item in findings if item.level == "warn"}
    wanted = {
        "bare": {"receipt_missing"},
        "reported": {"receipt_missing"},
        "partial": {"receipt_partial"},
        "delivered": set(),
        "addendum": {"after_receipt"},
    }
    assert left_open == wanted[kind] | (set() if trusting else {"trust_not_checked"})


def test_a_bag_with_lines_of_the_office_holds(forge: Make) -> None:
    forgery = forge("assigned")
    assert {item.level for item in forgery.verify()} == {"ok"}
    assert len({signed_of(line)["device"] for line in read_lines(forgery.bag)}) == 2


def test_a_bag_with_a_second_history_of_a_device_holds(forge: Make) -> None:
    forgery = forge("restored")
    assert {signed_of(line)["epoch"] for line in read_lines(forgery.bag)} == {0, 1}
    assert bad(forgery.verify()) == {}


def test_what_came_after_the_receipt_is_said_to_be_so(forge: Make) -> None:
    forgery = forge("addendum")
    (later,) = [item for item in forgery.verify() if item.code == "after_receipt"]
    lines = read_lines(forgery.bag)
    assert later.data == {"lines": "1", "first": str(len(lines))}
    assert signed_of(lines[-1])["kind"] == "evidence"


def test_a_bag_before_enrolment_is_checked_with_the_bare_key(filled: CaseFile, tmp_path: Path) -> None:
    sign_report(filled, ReportOptions(language="en", despite="test"), person("张查勘").credential)
    export_bag(filled, tmp_path / "bag")
    findings = verify_bag_folder(tmp_path / "bag")
    assert bad(findings) == {}
    assert {item.code for item in findings if item.level == "warn"} == {
        "trust_not_checked",
        "device_unproven",
        "handover_unproven",
        "receipt_missing",
    }
    lines = read_lines(tmp_path / "bag")
    lines[3]["line"] = lines[3]["line"].replace('"actor":"zhang"', '"actor":"chang"')
    write_lines(tmp_path / "bag", lines)
    covers_tracks(tmp_path / "bag")
    assert bad(verify_bag_folder(tmp_path / "bag"))["journal_broken"].data["line"] == "4"


def test_the_tools_of_the_forger_change_nothing_by_themselves(forge: Make) -> None:
    forgery = forge("delivered")
    write_lines(forgery.bag, read_lines(forgery.bag))
    assert {item.level for item in forgery.verify()} == {"ok"}
