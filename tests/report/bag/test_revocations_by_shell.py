"""VERIFY.txt on bags of signers whose certificates were taken back, word for word where nothing is but the programs it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from surveyor_app.report.bag.content import BagContent
from surveyor_app.report.bag.writing import write_bag
from tests.operations.cases.forged.forger import covers_tracks
from tests.report.bag.shell import Said, faults_in, run_bare
from tests.report.bag.test_revocations import AFTER, BEFORE, device_certificate, with_list
from tests.report.bags import RECEIPTED_AT, world
from tests.report.keys import as_pem, authority, person, revocation_list

TEXTS = ("VERIFY.txt", "VERIFY.zh.txt")
HANDED_OUT = "that nothing is left out which came last: who handed the folder out was locked out"


def run(folder: Path, content: BagContent, file: str = "VERIFY.txt") -> list[Said]:
    write_bag(folder / "bag", content)
    (folder / "insurer.pem").write_bytes(authority().pem)
    return run_bare(folder / "bag", folder / "insurer.pem", file)


def left_open(said: Sequence[Said]) -> list[str]:
    return [words for step in said for words in step.open]


def test_what_was_receipted_before_they_were_taken_back_stands(tmp_path: Path) -> None:
    told = world()
    said = run(tmp_path, with_list(told.content, device_certificate(told), person().certificate))
    assert faults_in(said) == []
    # The hand-over has no time of its own.
    assert left_open(said) == [HANDED_OUT]


@pytest.mark.parametrize("file", TEXTS)
def test_a_line_of_after_the_receipt_is_named(tmp_path: Path, file: str) -> None:
    told = world(addendum=True)
    said = run(tmp_path, with_list(told.content, device_certificate(told)), file)
    line = len(list(told.content.journal))
    assert faults_in(said) == [
        f"data/journal.jsonl, line {line}: its device was locked out, and nothing proves that it is older"
    ]
    assert said[-1].status == 1


def test_without_a_receipt_no_line_is_proven_to_be_older(tmp_path: Path) -> None:
    told = world(receipt=False)
    faults = faults_in(run(tmp_path, with_list(told.content, device_certificate(told))))
    assert len(faults) == len(list(told.content.journal))


def test_a_receipt_of_after_the_loss_proves_nothing_of_before_it(tmp_path: Path) -> None:
    told = world()
    listed = with_list(told.content, device_certificate(told), person().certificate, since=BEFORE)
    faults = faults_in(run(tmp_path, listed))
    assert faults[0].startswith("data/journal.jsonl, line 1: its device was locked out")
    assert faults[-1].startswith("data/report.pdf: 陈查勘 Chen Chakan was locked out")


def test_what_the_office_had_accepted_stands_and_the_rest_has_no_effect(tmp_path: Path) -> None:
    told = world(locked_out=True)
    listed = with_list(told.content, device_certificate(told), person().certificate, since=BEFORE)
    said = run(tmp_path, listed)
    assert faults_in(said) == []
    void = "what the lines say that have no effect, because the office had locked out who signed them (1)"
    assert left_open(said) == [void, HANDED_OUT]


def test_a_file_that_only_such_a_line_names_is_strange(tmp_path: Path) -> None:
    """Whoever has the keys of a lost laptop names what they like."""
    told = world(locked_out=True)
    write_bag(tmp_path / "bag", told.content)
    forged = tmp_path / "bag" / "data" / "originals" / "0009-forged.jpg"
    forged.write_bytes(b"forged")
    covers_tracks(tmp_path / "bag")
    assert faults_in(run_bare(tmp_path / "bag")) == [
        "data/originals/0009-forged.jpg: the journal does not name this original"
    ]


def test_a_receipt_whose_signer_was_locked_out_is_a_fault(tmp_path: Path) -> None:
    receipts = person("Receipts", unit="receipts").certificate
    assert faults_in(run(tmp_path, with_list(world().content, receipts))) == [
        "data/receipt.json: who signed it was locked out, or is not known to the list"
    ]


@pytest.mark.parametrize("forged", [revocation_list({}, by=authority(generation=1)), b"nothing"])
def test_a_list_that_the_authority_did_not_make_is_a_fault(tmp_path: Path, forged: bytes) -> None:
    said = run(tmp_path, replace(world().content, revocations=forged))
    assert faults_in(said) == ["data/certificates/authority.crl is not the authority's list of certificates taken back"]
    assert said[-1].status == 1


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (None, "that nobody who signed was locked out: there is no list of certificates taken back"),
        (
            as_pem(revocation_list({}, at=BEFORE)),
            f"that nobody was locked out since {BEFORE:%Y%m%d%H%M%S}: the list is older than the receipt",
        ),
    ],
)
def test_no_list_or_an_old_one_leaves_it_open(tmp_path: Path, listed: bytes | None, words: str) -> None:
    said = run(tmp_path, replace(world().content, revocations=listed))
    assert faults_in(said) == []
    assert left_open(said) == [words]
    assert said[-1].status == 2


def test_the_list_of_the_day_of_the_receipt_leaves_nothing_open(tmp_path: Path) -> None:
    assert AFTER > RECEIPTED_AT > BEFORE
    assert run(tmp_path, world().content)[-1].status == 0
