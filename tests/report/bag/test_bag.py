"""The bag: written, checked by its own VERIFY.txt, by us, and after every kind of damage."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from surveyor_app.domain.errors import BagInvalid, BlobDamaged, Cancelled, InputError, StorageFailed, TargetExists
from surveyor_app.report.bag.checking import verify_bag
from surveyor_app.report.bag.content import BagOriginal
from surveyor_app.report.bag.names import original_path, safe_name
from surveyor_app.report.bag.writing import write_bag
from surveyor_app.report.findings import FindingCode, Level
from tests.report.bag.damage import change_file
from tests.report.bags import ORIGINALS, content
from tests.report.keys import authority
from tests.wording.pseudo_messages import BEGIN, END
from tests.wording.third_language import MARKED, run_as


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    folder = tmp_path / "bag"
    write_bag(folder, content())
    return folder


def _codes(folder: Path, level: Level = Level.BAD) -> set[FindingCode]:
    return {finding.code for finding in verify_bag(folder).findings if finding.level is level}


def test_everything_is_there_and_holds(bag: Path) -> None:
    verdict = verify_bag(bag, roots=[authority().der])
    assert verdict.holds, verdict.findings
    assert verdict.is_proven
    assert verdict.files == 15
    assert {finding.code for finding in verdict.findings} >= {
        FindingCode.BAG_COMPLETE,
        FindingCode.JOURNAL_HOLDS,
        FindingCode.RECEIPT_HOLDS,
        FindingCode.REPORT_HOLDS,
    }
    assert verdict.receipt_signer is not None
    assert "CN=Receipts" in verdict.receipt_signer
    assert not list(bag.parent.glob(".bag*"))


def test_lines_as_older_programs_wrote_them_hold(bag: Path) -> None:
    """Without the centre's number, and with the members of a body in another order."""

    def older(data: bytes) -> bytes:
        lines = [json.loads(line) for line in data.splitlines()]
        for line in lines:
            line.pop("number")
            line["body"] = dict(reversed(line["body"].items()))
        texts = [json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines]
        return "".join(f"{text}\n" for text in texts).encode()

    change_file(bag, "data/journal.jsonl", older)
    verdict = verify_bag(bag, roots=[authority().der])
    left_open = {finding.code for finding in verdict.findings if finding.level is not Level.OK}
    assert left_open == {FindingCode.HANDOVER_MISSING}


def test_originals_are_byte_identical(bag: Path) -> None:
    for number, (name, data) in enumerate(ORIGINALS.items(), start=1):
        assert (bag / original_path(number, name)).read_bytes() == data


def test_without_roots_the_verdict_says_nobody_vouches(bag: Path) -> None:
    verdict = verify_bag(bag)
    assert verdict.holds
    assert not verdict.is_proven
    assert FindingCode.TRUST_NOT_CHECKED in {finding.code for finding in verdict.findings}


def test_a_foreign_root_does_not_hold(bag: Path) -> None:
    verdict = verify_bag(bag, roots=[authority("Somebody else").der])
    assert not verdict.holds
    assert FindingCode.RECEIPT_BROKEN in {finding.code for finding in verdict.findings}


def test_a_further_language_has_its_own_instructions_which_every_program_knows_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marked_program: Path
) -> None:
    with monkeypatch.context() as there:
        run_as(there, marked_program)
        write_bag(tmp_path / "bag", content())
    text = (tmp_path / "bag" / f"VERIFY.{MARKED}.txt").read_text(encoding="utf-8")
    prose = [re.sub(r"^\d+\. ", "", block) for block in text.strip().split("\n\n") if not block.startswith("  ")]
    assert len(prose) > 10
    assert {block[0] + block[-1] for block in prose} == {BEGIN + END}
    verdict = verify_bag(tmp_path / "bag", roots=[authority().der])
    assert verdict.is_proven
    assert not [finding for finding in verdict.findings if finding.code is FindingCode.TAG_UNKNOWN]


def test_a_bag_before_delivery_has_no_receipt(tmp_path: Path) -> None:
    write_bag(tmp_path / "bag", content(report=False, receipt=False))
    verdict = verify_bag(tmp_path / "bag", roots=[authority().der])
    assert verdict.holds
    assert not verdict.is_proven
    assert FindingCode.RECEIPT_MISSING in {finding.code for finding in verdict.findings}


def test_bag_info_holds_no_smuggled_header(bag: Path) -> None:
    info = (bag / "bag-info.txt").read_text(encoding="utf-8")
    assert not re.search(r"^Extra:", info, re.MULTILINE)
    payload = [path for path in (bag / "data").rglob("*") if path.is_file()]
    assert f"Payload-Oxum: {sum(path.stat().st_size for path in payload)}.{len(payload)}\n" in info


def test_custody_is_inert_in_a_spreadsheet(bag: Path) -> None:
    assert "\n=" not in (bag / "data/custody.csv").read_text(encoding="utf-8-sig").replace('"', "")
    assert "; source =cmd|IMG_0001.jpg" in (bag / "data/custody.csv").read_text(encoding="utf-8-sig")


# ------------------------------------------------------------------------------------------------------ where it goes


def test_an_occupied_folder_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "bag"
    folder.mkdir()
    (folder / "mine.txt").write_text("keep")
    for again in (False, True):
        with pytest.raises(TargetExists):
            write_bag(folder, content(), replace=again)
    assert (folder / "mine.txt").read_text() == "keep"


def test_an_earlier_bag_is_replaced_only_on_request(bag: Path) -> None:
    with pytest.raises(TargetExists):
        write_bag(bag, content())
    write_bag(bag, content(receipt=False), replace=True)
    assert not (bag / "data/receipt.json").exists()
    assert verify_bag(bag).holds
    assert [path.name for path in bag.parent.iterdir()] == ["bag"]


def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    def cancel(_fraction: float, _name: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_bag(tmp_path / "bag", content(), cancel)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_original_stops_the_export(tmp_path: Path) -> None:
    good = content()
    wrong = BagOriginal(1, "x.jpg", "0" * 64, 3, lambda: iter([b"abc"]))
    with pytest.raises(BlobDamaged):
        write_bag(tmp_path / "bag", replace(good, originals=(wrong,)))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        write_bag(tmp_path / "no such folder" / "bag", content())


def test_a_receipt_needs_its_signature(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_bag(tmp_path / "bag", replace(content(), receipt_cms=None))


# ------------------------------------------------------------------------------------------------------------- damage


def test_a_changed_original_is_noticed(bag: Path) -> None:
    target = bag / original_path(1, "IMG_0001.jpg")
    target.write_bytes(target.read_bytes()[:-1] + b"X")
    assert _codes(bag) == {FindingCode.FILE_CHANGED}


def test_a_missing_original_is_noticed(bag: Path) -> None:
    (bag / original_path(1, "IMG_0001.jpg")).unlink()
    assert _codes(bag) == {FindingCode.FILE_MISSING}


def test_an_added_file_is_noticed(bag: Path) -> None:
    (bag / "data/originals/9999-new.jpg").write_bytes(b"new")
    assert _codes(bag) == {FindingCode.FILE_UNLISTED}


def _edit_line(data: bytes, number: int, **members: object) -> bytes:
    lines = data.split(b"\n")
    value = json.loads(lines[number - 1])
    lines[number - 1] = json.dumps({**value, **members}, ensure_ascii=False).encode()
    return b"\n".join(lines)


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: b"\n".join(data.split(b"\n")[1:]),
        lambda data: b"\n".join([*data.split(b"\n")[:2], *data.split(b"\n")[3:]]),
        lambda data: data.replace("照片 1".encode(), "照片 X".encode()),
        lambda data: data.replace(b"evidence-2", b"evidence-9"),
        lambda data: _edit_line(data, 2, signature="AAAA"),
        lambda data: _edit_line(data, 2, body={"fields": {}}),
        lambda data: _edit_line(data, 2, line=7),
        lambda data: data[:-9],
        lambda data: data + b"[]\n",
        lambda data: data + b"\xff\n",
    ],
)
def test_a_journal_that_was_tampered_with_is_noticed(bag: Path, edit: Callable[[bytes], bytes]) -> None:
    change_file(bag, "data/journal.jsonl", edit)
    found = _codes(bag)
    assert FindingCode.JOURNAL_BROKEN in found
    # Where the line that a report or the receipt names is none any more, that is said as well.
    assert found <= {FindingCode.JOURNAL_BROKEN, FindingCode.JOURNAL_CUT}


def test_an_erased_body_still_verifies(tmp_path: Path) -> None:
    write_bag(tmp_path / "bag", content(erased=True))
    verdict = verify_bag(tmp_path / "bag", roots=[authority().der])
    assert verdict.is_proven, verdict.findings
    (journal,) = [finding for finding in verdict.findings if finding.code is FindingCode.JOURNAL_HOLDS]
    assert journal.data == {"lines": 12, "bodies_absent": 1, "signatures_checked": 12}


def test_a_forged_receipt_is_noticed(bag: Path) -> None:
    change_file(bag, "data/receipt.json", lambda data: data.replace(b"full", b"part"))
    assert _codes(bag) == {FindingCode.RECEIPT_BROKEN}


def test_a_changed_report_is_noticed(bag: Path) -> None:
    change_file(bag, "data/report.pdf", lambda data: data.replace(b"/StructParents 0", b"/StructParents 1", 1))
    assert _codes(bag) == {FindingCode.REPORT_BROKEN, FindingCode.NAMED_FILE_CHANGED}


def test_a_device_without_certificate_is_said(tmp_path: Path) -> None:
    write_bag(tmp_path / "bag", replace(content(), certificates={}))
    assert FindingCode.DEVICE_KEY_MISSING in _codes(tmp_path / "bag")


# ------------------------------------------------------------------------------------------------------------ hostile


@pytest.mark.parametrize(
    "path", ["../secret.txt", "/etc/hostname", "data/../../secret.txt", "data\\..\\secret.txt", "data//x"]
)
def test_paths_that_lead_out_are_never_read(bag: Path, path: str) -> None:
    (bag.parent / "secret.txt").write_bytes(b"secret")
    sha256 = hashlib.sha256(b"secret").hexdigest()
    with (bag / "manifest-sha256.txt").open("a") as manifest:
        manifest.write(f"{sha256}  {path}\n")
    found = _codes(bag)
    assert FindingCode.PATH_UNSAFE in found
    assert not verify_bag(bag).holds


def test_links_are_not_followed(bag: Path) -> None:
    outside = bag.parent / "outside"
    outside.mkdir()
    original = bag / original_path(1, "IMG_0001.jpg")
    (outside / original.name).write_bytes(original.read_bytes())
    original.unlink()
    original.symlink_to(outside / original.name)
    assert _codes(bag) == {FindingCode.PATH_UNSAFE}


def test_a_linked_folder_is_not_followed(bag: Path) -> None:
    (bag / "data/originals").rename(bag.parent / "originals")
    (bag / "data/originals").symlink_to(bag.parent / "originals")
    assert _codes(bag) == {FindingCode.PATH_UNSAFE}


def test_a_pipe_does_not_block(bag: Path) -> None:
    original = bag / original_path(1, "IMG_0001.jpg")
    original.unlink()
    os.mkfifo(original)
    assert FindingCode.PATH_UNSAFE in _codes(bag)


def test_malformed_manifest_lines_are_findings(bag: Path) -> None:
    with (bag / "manifest-sha256.txt").open("ab") as manifest:
        manifest.write(b"nonsense\n\xff\xfe  data/x\n" + b"0" * 64 + b"\n")
    assert FindingCode.MANIFEST_MALFORMED in _codes(bag)


def test_what_is_no_bag_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BagInvalid):
        verify_bag(tmp_path)
    with pytest.raises(BagInvalid):
        verify_bag(tmp_path / "absent")
    (tmp_path / "bagit.txt").write_text("BagIt-Version: 0.97\n")
    with pytest.raises(BagInvalid):
        verify_bag(tmp_path)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("IMG_0001.jpg", "IMG_0001.jpg"),
        ("现场 照片?.jpg", "现场_照片_.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\x.exe", "x.exe"),
        ("a\0b\nc.jpg", "abc.jpg"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("gbk_\\xca\\xc2\\xb9\\xca.jpg", "gbk__.jpg"),
        ("bad_\\xff\\xfe现.jpg", "bad__现.jpg"),
        ("new\\x0aline.jpg", "new_line.jpg"),
        ("tab\\x09name.jpg", "tab_name.jpg"),
        ("rtl\\u202egpj.jpg", "rtl_gpj.jpg"),
        ("C:\\xyz\\x.exe", "x.exe"),
        ("CON.jpg", "_CON.jpg"),
        ("...", "file"),
        ("", "file"),
        ("-rf", "rf"),
        ("..", "file"),
        ("100%.png", "100_.png"),
        ("trail. ", "trail"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize("name", ["长" * 300 + ".jpg", "a" * 300, "b" * 10 + "." + "c" * 300, "😀" * 200 + ".heic"])
def test_long_names_are_shortened_and_keep_their_suffix(name: str) -> None:
    safe = safe_name(name)
    assert len(safe.encode()) <= 120
    if name.endswith((".jpg", ".heic")):
        assert safe.rsplit(".", 1)[1] == name.rsplit(".", 1)[1]


def test_many_equal_names_do_not_collide() -> None:
    assert len({original_path(number, "IMG.jpg") for number in range(1, 12000)}) == 11999
