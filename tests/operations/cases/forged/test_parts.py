"""What is found in a bag is told part by part, with who vouches for each; a forged part is never among the proven."""

from __future__ import annotations

import pytest

from surveyor_app.operations.cases.examining import examine
from surveyor_app.operations.cases.verdicts import Verdict, VerifiedPart
from surveyor_app.operations.cases.verifying import read_roots
from surveyor_app.report.parts import PartKind
from surveyor_app.wording.languages import chinese, english
from tests.operations.cases.forged.forger import (
    JOURNAL,
    RECEIPT,
    REPORT,
    covers_tracks,
    edit,
    first_original,
    painted_over,
    relist,
)
from tests.operations.cases.forged.forgery import KINDS, Forgery, Make
from tests.operations.worlds import photo


def told(forgery: Forgery, *, trusting: bool = True) -> Verdict:
    covers_tracks(forgery.bag)
    return examine(forgery.bag, read_roots(forgery.bags.root) if trusting else ())


def one(verdict: Verdict, kind: PartKind, name: str | None = None) -> VerifiedPart:
    (found,) = [part for part in verdict.parts if part.part.kind is kind and name in (None, part.part.name)]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_finding_stands_in_one_part(forge: Make, kind: str) -> None:
    verdict = told(forge(kind))
    grouped = [finding for part in verdict.parts for finding in part.findings]
    assert sorted(map(str, grouped)) == sorted(map(str, verdict.findings))
    assert verdict.state == ("proven" if kind == "delivered" else "open")


def test_a_delivered_bag_says_who_vouches_for_each_part(forge: Make) -> None:
    verdict = told(forge("delivered"))
    states = {(part.part.kind.value, part.state) for part in verdict.parts}
    proven = {"anchor", "originals", "journal", "statement", "report", "receipt"}
    assert states == {("files", "complete"), *((kind, "proven") for kind in proven)}
    report = one(verdict, PartKind.REPORT).part.proven_by[0]
    assert (report.signer, report.time_source) == ("张查勘", "signer")
    assert one(verdict, PartKind.RECEIPT).part.proven_by[0].time_source == "receipt"
    originals = {proof.signer for proof in one(verdict, PartKind.ORIGINALS).part.proven_by}
    assert originals >= {"zhang", "张查勘"}
    statement = one(verdict, PartKind.STATEMENT)
    assert "手写签名：李国强（被询问人）3 处" in statement.hands(chinese())
    assert statement.title(english()) == "Statement 1, 1 page(s)"


def test_without_an_authority_no_part_is_proven(forge: Make) -> None:
    verdict = told(forge("delivered"), trusting=False)
    assert verdict.state == "unproven"
    assert {part.state for part in verdict.parts} == {"open", "complete"}
    words = one(verdict, PartKind.RECEIPT).proofs(english())
    assert all("nobody who is trusted vouches for it" in word for word in words)


def test_an_original_replaced_is_told_of_the_originals(forge: Make) -> None:
    forgery = forge("delivered")
    relist(forgery.bag, first_original(forgery.bag), photo(5))
    assert one(told(forgery), PartKind.ORIGINALS).state == "bad"


def test_a_report_painted_over_leaves_the_statement_proven(forge: Make) -> None:
    forgery = forge("reported")
    relist(forgery.bag, forgery.bag / REPORT, painted_over((forgery.bag / REPORT).read_bytes()))
    verdict = told(forgery)
    assert one(verdict, PartKind.REPORT).state == "bad"
    assert one(verdict, PartKind.STATEMENT).state == "proven"


def test_a_changed_page_of_a_statement_is_told_of_that_statement(forge: Make) -> None:
    forgery = forge("bare")
    target = min((forgery.bag / "data/statements").glob("*/page-1-*.png"))
    target.write_bytes(target.read_bytes() + b"\n")
    assert one(told(forgery), PartKind.STATEMENT, "1").state == "bad"


def test_a_broken_journal_proves_nothing_that_hangs_on_it(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, JOURNAL, lambda data: data.replace("前保险杠".encode(), "后保险杠".encode()))
    verdict = told(forgery)
    hanging = {PartKind.JOURNAL, PartKind.STATEMENT, PartKind.ORIGINALS}
    assert all(part.state != "proven" for part in verdict.parts if part.part.kind in hanging)


def test_a_receipt_of_another_case_is_the_part_that_does_not_hold(forge: Make) -> None:
    forgery = forge("delivered")
    for path in (RECEIPT, f"{RECEIPT}.p7s"):
        (forgery.bag / path).write_bytes(forgery.other(path))
    assert one(told(forgery), PartKind.RECEIPT).state == "bad"
