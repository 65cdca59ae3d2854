"""VERIFY.txt, run word for word in a bare environment: it holds on what is whole, and names what is not."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from surveyor_app.report.bag.checking import verify_bag
from surveyor_app.report.bag.names import original_path
from surveyor_app.report.bag.writing import write_bag
from surveyor_app.report.findings import FindingCode
from tests.operations.cases.forged.forger import covers_tracks
from tests.report.bag.damage import change_file
from tests.report.bag.shell import faults_in, run_at_once, run_bare, steps_of
from tests.report.bags import content, world
from tests.report.keys import authority


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    folder = tmp_path / "bag"
    write_bag(folder, content())
    return folder


def test_verify_txt_says_that_all_of_it_holds(bag: Path) -> None:
    said = run_bare(bag, _insurers(bag))
    assert [step.status for step in said] == [0] * 17
    assert all("holds: " in step.words for step in said[:-1])
    assert said[-1].words.strip() == "RESULT: all of it holds"
    assert f"evidence root: {verify_bag(bag).evidence_root}" in "".join(step.words for step in said)


def test_the_commands_are_the_same_in_every_language(bag: Path) -> None:
    assert steps_of(bag) == steps_of(bag, "VERIFY.zh.txt")


def test_one_line_runs_all_of_verify_txt(bag: Path) -> None:
    done = run_at_once(bag, file="VERIFY.zh.txt")
    assert (done.returncode, "NOT PROVEN: that this is the insurer's own" in done.stdout) == (2, True)
    assert done.stdout.splitlines()[-1] == "RESULT: nothing speaks against it, but not all of it is proven"


def test_verify_txt_finds_the_one_line_whose_signature_does_not_fit(bag: Path) -> None:
    def exchange(data: bytes) -> bytes:
        first, second = re.findall(rb'"signature":"([^"]*)"', data)[:2]
        return data.replace(second, first)

    change_file(bag, "data/journal.jsonl", exchange)
    assert faults_in(run_bare(bag, _insurers(bag))) == ["data/journal.jsonl, line 2: its signature does not hold"]


def test_verify_txt_finds_what_the_manifests_were_made_to_fit(bag: Path) -> None:
    original = original_path(1, "IMG_0001.jpg")
    change_file(bag, original, lambda data: data[:-1] + b"X")
    change_file(bag, "data/journal.jsonl", lambda data: data.replace("照片 1".encode(), "照片 X".encode()))
    change_file(bag, "data/journal.jsonl", lambda data: b"\n".join([*data.split(b"\n")[:-2], b""]))
    change_file(bag, "data/evidence-manifest.txt", lambda data: data[: data.index(b"\n") + 1])
    faults = faults_in(run_bare(bag, _insurers(bag)))
    for expected in (
        f"{original}: the journal does not name this original",
        "data/journal.jsonl, line 4: its body was changed",
        "data/receipt.json: the journal lacks line",
        "data/evidence-manifest.txt is not the one in data/report.pdf",
    ):
        assert any(fault.startswith(expected) for fault in faults), expected


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        (
            "line 2: the line before it is missing",
            lambda data: b"\n".join([*data.split(b"\n")[:1], *data.split(b"\n")[2:]]),
        ),
        ("data/journal.jsonl has no lines", lambda _data: b""),
        ("line 12 has another form", lambda data: data + b'{"line":"{}"}\n'),
        ("its last line is cut", lambda data: data[:-1]),
        (
            "line 1: its signature does not hold",
            lambda data: data.replace(b'\\"actor\\":\\"chen', b'\\"actor\\":\\"wang'),
        ),
    ],
)
def test_verify_txt_fails_closed(bag: Path, fault: str, change: Callable[[bytes], bytes]) -> None:
    before = (bag / "data/journal.jsonl").read_bytes()
    assert change(before) != before
    change_file(bag, "data/journal.jsonl", change)
    said = run_bare(bag, _insurers(bag))
    assert any(fault in found for found in faults_in(said))
    assert said[-1].status == 1


@pytest.mark.parametrize("missing", ["join", "pdfsig"])
def test_verify_txt_does_not_hold_where_a_program_is_missing(bag: Path, missing: str) -> None:
    assert run_bare(bag, _insurers(bag), without=missing)[-1].status == 1


def test_verify_txt_does_not_take_a_name_for_a_hash(bag: Path) -> None:
    """Whoever adds a file may call it after the hash of one that is in the journal."""
    named = hashlib.sha256((bag / original_path(1, "IMG_0001.jpg")).read_bytes()).hexdigest()
    (bag / f"data/originals/{named}.jpg").write_bytes(b"something else")
    covers_tracks(bag)
    assert faults_in(run_bare(bag, _insurers(bag))) == [
        f"data/originals/{named}.jpg: the journal does not name this original"
    ]


def test_verify_txt_is_not_led_astray_by_names(bag: Path) -> None:
    names = ["data/\\cx.txt", "data/-n", "data/a\nb.txt", "more/notes.txt", "tagmanifest-sha256.txt.old"]
    for name in names:
        (bag / name).parent.mkdir(exist_ok=True)
        (bag / name).write_bytes(b"see for yourself")
    covers_tracks(bag)
    said = run_bare(bag, _insurers(bag))
    faults = faults_in(said)
    assert [name for name in names if not any(name.split("\n")[0] in fault for fault in faults)] == []
    assert said[-1].status == 1


def test_verify_txt_follows_no_link_and_waits_for_no_pipe(bag: Path) -> None:
    original = bag / original_path(1, "IMG_0001.jpg")
    original.unlink()
    os.mkfifo(original)
    assert f"./{original.relative_to(bag)} is a link or no file" in faults_in(run_bare(bag, _insurers(bag)))


def test_verify_txt_does_not_take_another_authoritys_device(bag: Path) -> None:
    change_file(bag, "data/certificates/authority.pem", lambda _pem: authority("Somebody else").pem)
    faults = faults_in(run_bare(bag))
    assert any(fault.startswith("data/certificates/device-") for fault in faults)
    assert "data/receipt.json: its signature does not hold, or does not come from the authority" in faults


def test_verify_txt_says_that_nobody_vouches_for_a_bare_key(tmp_path: Path) -> None:
    told = world(receipt=False)
    key = told.device.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    write_bag(tmp_path / "bag", replace(told.content, authority=None, certificates={"key-1.pem": key}))
    said = run_bare(tmp_path / "bag")
    assert faults_in(said) == []
    assert said[-1].status == 2
    assert f"who has device {told.device.id}" in [words for step in said for words in step.open]
    verdict = verify_bag(tmp_path / "bag")
    assert verdict.holds
    assert FindingCode.DEVICE_UNPROVEN in {finding.code for finding in verdict.findings}


def test_verify_txt_knows_what_was_erased_by_law(tmp_path: Path) -> None:
    write_bag(tmp_path / "bag", content(erased=True))
    assert run_bare(tmp_path / "bag", _insurers(tmp_path / "bag"))[-1].status == 0


def _insurers(bag: Path) -> Path:
    """Return the authority's certificate as it was had from the insurer."""
    path = bag.parent / "insurer.pem"
    path.write_bytes(authority().pem)
    return path
