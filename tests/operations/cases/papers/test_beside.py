"""A paper beside its bag or case: the sealed one is found, and every other is named for what it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.operations.cases.examining import examine
from surveyor_app.operations.cases.verdicts import Verdict
from surveyor_app.report.accessible.copies import accessible_copy
from surveyor_app.report.statements.paper import read_paper
from surveyor_app.wording.languages import english
from tests.casefile.conftest import PASSPHRASE
from tests.operations.cases.forged.forger import covers_tracks, read_lines, write_lines
from tests.operations.cases.papers.forging import (
    attached_text,
    painted,
    redrawn,
    reworded,
    seal_of,
    with_other_text,
    with_seal,
)
from tests.operations.cases.papers.world import Papers

Check = Callable[[bytes], Verdict]


@pytest.fixture(scope="module")
def profile(papers: Papers) -> Iterator[Profile]:
    with Profile.unlock(papers.profile, PASSPHRASE) as unlocked:
        yield unlocked


@pytest.fixture(params=["bag", "case"])
def check(papers: Papers, profile: Profile, tmp_path: Path, request: pytest.FixtureRequest) -> Check:
    """Checks a paper beside the bag, and beside the case file."""
    beside = papers.bag if request.param == "bag" else papers.case

    def run(pdf: bytes) -> Verdict:
        (tmp_path / "paper.pdf").write_bytes(pdf)
        return examine(tmp_path / "paper.pdf", papers.roots, profile, beside)

    return run


def faults(verdict: Verdict) -> dict[str, dict[str, str]]:
    return {item.code: dict(item.data) for item in verdict.faults}


@pytest.mark.parametrize("name", ["copy", "sealed"])
def test_the_sealed_paper_is_proven_with_and_without_its_seal(papers: Papers, check: Check, name: str) -> None:
    verdict = check(papers[name])
    assert (verdict.kind, verdict.state) == ("statement", "proven")
    part = next(part for part in verdict.parts if part.part.kind == "statement")
    assert (part.part.name, part.state) == ("2", "proven")
    assert [proof.signer for proof in part.part.proven_by] == ["zhang"]
    assert {name for _, name, _ in part.part.by_hand} == {"李国强", "张查勘", "王协办"}
    assert "signed by hand: 李国强 (Person questioned), 4 time(s)" in part.hands(english())


def test_an_older_revision_is_named_as_one(papers: Papers, check: Check) -> None:
    verdict = check(papers["older"])
    assert faults(verdict) == {"statement_older": {"number": "2"}}
    assert verdict.faults[0].sentence(english()).startswith("This is an older revision of statement 2")


def test_a_draft_is_named_as_one(papers: Papers, check: Check) -> None:
    assert faults(check(papers["draft"])) == {"statement_draft": {"number": "3"}}


def test_a_statement_of_another_case(papers: Papers, check: Check) -> None:
    assert faults(check(papers["foreign"])) == {"statement_foreign": {}}


def test_words_changed(papers: Papers, check: Check) -> None:
    for pdf in (reworded(papers["sealed"]), with_seal(reworded(papers["sealed"]), json.loads(seal_of(papers["copy"])))):
        assert faults(check(pdf)) == {"statement_page_changed": {"number": "2", "page": "1", "reason": "printed"}}


def test_handwriting_changed(papers: Papers, check: Check) -> None:
    verdict = check(redrawn(papers["sealed"]))
    found = faults(verdict)
    part = next(part for part in verdict.parts if part.part.kind == "statement")
    assert (part.state, part.part.proven_by, part.part.by_hand) == ("bad", (), ()), "nobody signed what was forged"
    assert found == {"statement_page_changed": {"number": "2", "page": "1", "reason": "drawn"}}


def test_the_attached_text_replaced(papers: Papers, check: Check) -> None:
    text = attached_text(papers["sealed"]).replace("十五米".encode(), "五十米".encode())
    found = faults(check(with_other_text(papers["sealed"], text)))
    assert found == {"statement_changed": {"number": "2", "reason": "page_text"}}


def test_an_update_over_page_one(papers: Papers, check: Check) -> None:
    for name in ("copy", "sealed"):
        assert faults(check(painted(papers[name])))["statement_page_changed"]["page"] == "1"


def test_a_paper_without_any_mark_of_ours(papers: Papers, check: Check) -> None:
    pdf = b"%PDF-1.7\n" + papers["sealed"][9:].replace(b"statement", b"statemant")
    assert read_paper(pdf) is None
    assert faults(check(pdf)) == {"statement_foreign": {}}


def test_a_bag_that_does_not_hold_proves_no_paper(papers: Papers, tmp_path: Path) -> None:
    shutil.copytree(papers.bag, tmp_path / "bag")
    lines = read_lines(tmp_path / "bag")
    sealing = next(line for line in lines if (line["body"] or {"fields": {}})["fields"].get("status") == "closed")
    sealing["body"]["fields"]["pages"] = 7
    write_lines(tmp_path / "bag", lines)
    covers_tracks(tmp_path / "bag")
    (tmp_path / "paper.pdf").write_bytes(papers["first"])
    verdict = examine(tmp_path / "paper.pdf", papers.roots, beside=tmp_path / "bag")
    assert verdict.state == "bad"
    assert "journal_broken" in faults(verdict)
    assert all(part.state != "proven" for part in verdict.parts if part.part.kind in {"journal", "statement"})


def test_without_an_authority_a_paper_beside_its_bag_is_not_proven(papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(papers["copy"])
    assert examine(tmp_path / "paper.pdf", (), beside=papers.bag).state == "unproven"


def test_what_is_no_pdf_is_checked_beside_nothing(papers: Papers, profile: Profile) -> None:
    with pytest.raises(InputError):
        examine(papers.bag, papers.roots, profile, papers.case)
    with pytest.raises(InputError):
        examine(papers.case, papers.roots)


def test_a_copy_sealed_by_a_laptop_that_was_lost_since_proves_nothing(papers: Papers, tmp_path: Path) -> None:
    """The clock of the device is its own word; nothing else says that it sealed the paper before it was lost."""
    (tmp_path / "paper.pdf").write_bytes(papers["copy"])
    assert examine(tmp_path / "paper.pdf", papers.roots).state == "proven"
    alone = examine(tmp_path / "paper.pdf", papers.roots, lists=[papers.lost])
    assert list(faults(alone)) == ["signer_revoked"]
    assert all(part.state != "proven" for part in alone.parts if part.part.kind == "statement")
    beside = examine(tmp_path / "paper.pdf", papers.roots, beside=papers.bag, lists=[papers.lost])
    assert faults(beside)["journal_broken"]["reason"] == "revoked"


def test_the_accessible_copy_is_proven_by_the_report_that_begins_with_it(papers: Papers, check: Check) -> None:
    verdict = check(accessible_copy(papers["report"]))
    assert (verdict.kind, verdict.state, verdict.faults) == ("report", "proven", ())
    assert "copy_of_report" in {item.code for item in verdict.findings}
    part = next(part for part in verdict.parts if part.part.kind == "report")
    assert [proof.signer for proof in part.part.proven_by] == ["张查勘"]


def test_the_accessible_copy_of_an_older_report_is_named_as_one(papers: Papers, check: Check) -> None:
    assert faults(check(accessible_copy(papers["issued"]))) == {"report_older": {}}


@pytest.mark.parametrize("name", ["changed", "longer", "other_report", "pages"])
def test_an_accessible_copy_replaced(papers: Papers, check: Check, name: str) -> None:
    own = accessible_copy(papers["report"])
    pdf = {
        "changed": own.replace(b"/Lang", b"/Lanh", 1),
        "longer": own + b"\n",
        "other_report": accessible_copy(papers["other_report"]),
        "pages": papers["pages"],
    }[name]
    assert faults(check(pdf)) == {"copy_foreign": {"sha256": sha256_hex(pdf)}}


def test_a_report_beside_its_case(papers: Papers, check: Check) -> None:
    assert check(papers["report"]).state == "proven"
    assert faults(check(papers["issued"])) == {"report_older": {}}
    assert faults(check(papers["other_report"])) == {"report_foreign": {}}
    assert faults(check(papers["report"] + b"more")) == {"bytes_behind": {"bytes": "5"}, "report_foreign": {}}
