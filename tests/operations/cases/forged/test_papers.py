"""Reports, statements and the custody list are what the journal says."""

from __future__ import annotations

import pytest

from tests.operations.cases.forged.forger import (
    CUSTODY,
    EVIDENCE,
    REPORT,
    custody_rows,
    edit,
    first_original,
    painted_over,
    relist,
    with_other_attachment,
)
from tests.operations.cases.forged.forgery import KINDS, Make, bad
from tests.operations.worlds import photo


@pytest.mark.parametrize("kind", ["reported", "delivered"])
@pytest.mark.parametrize("with_manifest", [True, False])
def test_a_report_of_another_case(forge: Make, kind: str, with_manifest: bool) -> None:
    forgery = forge(kind)
    (forgery.bag / REPORT).write_bytes(forgery.other(REPORT))
    if with_manifest:
        (forgery.bag / EVIDENCE).write_bytes(forgery.other(EVIDENCE))
    found = bad(forgery.verify())
    assert found["named_file_changed"].data["path"] == REPORT
    assert found["journal_cut"].data["path"] == REPORT
    assert ("manifest_replaced" in found) is not with_manifest


@pytest.mark.parametrize("kind", ["reported", "delivered"])
def test_another_evidence_manifest_beside_the_report(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    edit(forgery.bag, EVIDENCE, lambda data: data[: data.index(b"\n") + 1])
    assert bad(forgery.verify())["manifest_replaced"].data["path"] == EVIDENCE


@pytest.mark.parametrize("trusting", [True, False])
def test_an_incremental_update_over_page_one(forge: Make, trusting: bool) -> None:
    forgery = forge("delivered")
    relist(forgery.bag, forgery.bag / REPORT, painted_over((forgery.bag / REPORT).read_bytes()))
    found = bad(forgery.verify(trusting=trusting))
    assert found["report_broken"].data == {"path": REPORT, "reason": "changed_after_signing"}
    assert found["named_file_changed"].data["path"] == REPORT


def test_the_attachment_of_a_report_replaced(forge: Make) -> None:
    forgery = forge("delivered")
    target = first_original(forgery.bag)
    relist(forgery.bag, target, photo(5))
    manifest = (forgery.bag / EVIDENCE).read_bytes()
    forged = with_other_attachment((forgery.bag / REPORT).read_bytes(), manifest)
    relist(forgery.bag, forgery.bag / REPORT, forged)
    found = bad(forgery.verify())
    assert found["report_broken"].data["path"] == REPORT
    assert "named_file_changed" in found


@pytest.mark.parametrize("kind", KINDS)
def test_a_custody_list_rewritten(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    rows = custody_rows(forgery.bag)
    place = next(n for n, row in enumerate(rows) if row[2] == "withdraw")
    edit(forgery.bag, CUSTODY, lambda data: data.replace(b"wrong car", b"right car"))
    assert bad(forgery.verify())["custody_differs"].data == {"path": CUSTODY, "line": str(place + 1)}


def test_a_custody_list_without_its_end(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, CUSTODY, lambda data: data[: data.rindex(b"\r\n", 0, -2) + 2])
    assert "custody_differs" in bad(forgery.verify())


@pytest.mark.parametrize("kind", ["bare", "reported", "delivered"])
@pytest.mark.parametrize("pattern", ["*/statement.pdf", "*/page-1-*.png", "*/page-*.json"])
def test_a_part_of_a_signed_statement_replaced(forge: Make, kind: str, pattern: str) -> None:
    forgery = forge(kind)
    target = min((forgery.bag / "data/statements").glob(pattern))
    target.write_bytes(target.read_bytes() + b"\n")
    path = str(target.relative_to(forgery.bag))
    assert bad(forgery.verify())["named_file_changed"].data["path"] == path


def test_a_bag_that_calls_itself_another_case(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, "bag-info.txt", lambda data: data.replace(b"External-Identifier: 0", b"External-Identifier: 1"))
    assert bad(forgery.verify())["case_differs"].data["path"] == "bag-info.txt"
