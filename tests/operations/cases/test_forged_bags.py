"""A bag that was changed by someone who writes everything unsigned anew: said to be changed, and where."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profile import Profile
from surveyor_app.central import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.cases.verifying import VerificationFinding, verify_bag_folder
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report.reporting import ReportOptions, sign_report, surveyor_credential
from surveyor_app.operations.statements.closing import close
from surveyor_app.report.cms import sign_detached
from surveyor_app.report.credentials import PrivateKey
from surveyor_app.wording.languages import english, languages
from tests.casefile.conftest import make_profile
from tests.integration.centres import shared_centre
from tests.operations.forger import (
    AUTHORITY,
    CUSTODY,
    EVIDENCE,
    JOURNAL,
    RECEIPT,
    REPORT,
    SIGNATURE,
    covers_tracks,
    custody_rows,
    device_certificate,
    edit,
    first_original,
    of_kind,
    painted_over,
    read_lines,
    relist,
    rewritten,
    signed_of,
    strike_out,
    with_other_attachment,
    write_lines,
)
from tests.operations.statement_world import sign_all, take_frozen
from tests.operations.worlds import listed, only, photo
from tests.report.keys import Issued, authority, person

__all__ = ["shared_centre"]

KINDS = ("bare", "reported", "partial", "delivered", "addendum")
"""Bags of one case as it goes on: nothing signed, a report, a receipt of each kind, a photo after the receipt."""


@dataclass(frozen=True)
class Bags:
    """The bags of one case by kind, one of another case, the root to trust, and the surveyor's own keys."""

    folder: Path
    root: Path
    surveyor: tuple[PrivateKey, x509.Certificate]


@pytest.fixture(scope="module")
def bags(tmp_path_factory: pytest.TempPathFactory, shared_centre: EmbeddedCentre, workers: MediaWorkers) -> Bags:
    """Bags as the program makes them."""
    folder = tmp_path_factory.mktemp("bags")
    with make_profile(folder / "profile")[0] as profile:
        code = office.create_user(shared_centre.centre, "zhang", "张查勘").code
        delivering.enrol(profile, shared_centre.url, "zhang", code or "")
        with new_case(profile, report_no="RD-1", path=folder / "one.survey") as case:
            _tell(case, profile, workers, folder)
        with new_case(profile, report_no="RD-2", path=folder / "other.survey") as case:
            evidence.import_bytes(case, "other.jpg", photo(7), workers)
            sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
            delivering.deliver_case(profile, case)
            export_bag(case, folder / "other")
        _tell_assigned(shared_centre, profile, workers, folder)
        _tell_restored(profile, workers, folder)
        credential = surveyor_credential(profile)
    root = folder / "root.pem"
    root.write_bytes((folder / "delivered" / AUTHORITY).read_bytes())
    certificate = x509.load_der_x509_certificate(credential.certificate)
    return Bags(folder, root, (credential.key, certificate))


def _tell(case: CaseFile, profile: Profile, workers: MediaWorkers, folder: Path) -> None:
    for number in (1, 2, 3):
        evidence.import_bytes(case, f"IMG_{number}.jpg", photo(number), workers)
    shown = listed(case, Evidence)
    records.change(case, Evidence, shown[0].id, {"caption": "前保险杠"})
    records.withdraw(case, Evidence, [shown[1].id], "wrong car")
    statement = take_frozen(case, 1).statement
    sign_all(case, statement)
    close(case, statement)
    export_bag(case, folder / "bare")
    sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
    export_bag(case, folder / "reported")
    delivering.deliver_case(profile, case, until="partial")
    export_bag(case, folder / "partial")
    delivering.deliver_case(profile, case)
    export_bag(case, folder / "delivered")
    evidence.import_bytes(case, "later.jpg", photo(9), workers)
    export_bag(case, folder / "addendum")


def _tell_assigned(centre: EmbeddedCentre, profile: Profile, workers: MediaWorkers, folder: Path) -> None:
    """A claim of the office: two devices write into one journal."""
    case_id = office.open_claim(centre.centre, "li", {"report_no": "RD-3", "insured_name": "李四"})
    office.assign(centre.centre, "li", case_id, "zhang")
    with delivering.fetch_case(profile, case_id, path=folder / "assigned.survey") as case:
        evidence.import_bytes(case, "a.jpg", photo(1), workers)
        records.change(case, Task, only(case, Task).id, {"survey_place": "人民路 12 号"})
        sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
        delivering.deliver_case(profile, case)
        export_bag(case, folder / "assigned")


def _tell_restored(profile: Profile, workers: MediaWorkers, folder: Path) -> None:
    """A backup that was put back: two histories of one device, and a new epoch."""
    path, backup = folder / "restored.survey", folder / "backup.survey"
    with new_case(profile, report_no="RD-4", path=path) as case:
        evidence.import_bytes(case, "a.jpg", photo(1), workers)
    shutil.copy(path, backup)
    with open_case(profile, path) as case:
        records.change(case, Claim, only(case, Claim).id, {"insured_name": "delivered"})
        delivering.deliver_case(profile, case)
    shutil.copy(backup, path)
    with open_case(profile, path) as case:
        records.change(case, Claim, only(case, Claim).id, {"insured_name": "restored"})
        delivering.deliver_case(profile, case)
        export_bag(case, folder / "restored")


class Forgery:
    """A copy of a bag to be changed."""

    def __init__(self, bags: Bags, folder: Path, kind: str) -> None:
        self.bags = bags
        self.bag = folder / "bag"
        shutil.copytree(bags.folder / kind, self.bag)

    def verify(self, *, trusting: bool = True) -> list[VerificationFinding]:
        """Cover all tracks and have the bag checked, with the insurer's root or with none."""
        covers_tracks(self.bag)
        return verify_bag_folder(self.bag, [self.bags.root] if trusting else [])

    def other(self, path: str) -> bytes:
        """Return a file of another case's bag."""
        return (self.bags.folder / "other" / path).read_bytes()


Make = Callable[[str], Forgery]


@pytest.fixture
def forge(bags: Bags, tmp_path: Path) -> Make:
    return lambda kind: Forgery(bags, tmp_path, kind)


def bad(findings: list[VerificationFinding]) -> dict[str, VerificationFinding]:
    """Return what speaks against a bag, of each code the first; each finding has its sentence in both languages."""
    for item in findings:
        for language in languages(resources_dir()):
            sentence = item.sentence(language)
            assert not sentence.startswith(item.code)
            assert "?" not in sentence
            assert language == english() or not any(
                word in sentence for word in (item.data.get("reason", ""),) if len(word) > 2 and word.isascii()
            )
    return {item.code: item for item in reversed(findings) if item.level == "bad"}


# ----------------------------------------------------------------------------------------------------------- untouched


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
        "receipt_missing",
    }
    lines = read_lines(tmp_path / "bag")
    lines[3]["line"] = lines[3]["line"].replace('"actor":"zhang"', '"actor":"chang"')
    write_lines(tmp_path / "bag", lines)
    covers_tracks(tmp_path / "bag")
    assert bad(verify_bag_folder(tmp_path / "bag"))["journal_broken"].data["line"] == "4"


# ------------------------------------------------------------------------------------------------------------ originals


WITH_ORIGINALS = ("bare", "reported", "delivered", "addendum")


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
def test_a_flipped_byte_of_an_original(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    data = bytearray(target.read_bytes())
    data[-3] ^= 1
    relist(forgery.bag, target, bytes(data))
    found = bad(forgery.verify())
    assert found["named_file_changed"].data["path"] == f"data/originals/{target.name}"
    assert "custody_differs" in found


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
def test_a_replaced_original(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    target.write_bytes(photo(5))
    assert bad(forgery.verify())["named_file_changed"].data["path"] == f"data/originals/{target.name}"


def test_the_last_photo_of_an_addendum_replaced(forge: Make) -> None:
    forgery = forge("addendum")
    (target,) = forgery.bag.glob("data/originals/*later.jpg")
    relist(forgery.bag, target, photo(5))
    assert bad(forgery.verify())["named_file_changed"].data["path"] == f"data/originals/{target.name}"


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
@pytest.mark.parametrize("trusting", [True, False])
def test_a_photo_removed_with_its_lines(forge: Make, kind: str, trusting: bool) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    strike_out(forgery.bag, hashlib.sha256(target.read_bytes()).hexdigest())
    lines = read_lines(forgery.bag)
    record = signed_of(lines[of_kind(lines, "evidence")[0]])["id"]
    write_lines(forgery.bag, [line for line in lines if signed_of(line)["id"] != record])
    target.unlink()
    assert "journal_broken" in bad(forgery.verify(trusting=trusting))


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
def test_a_photo_removed_and_its_bodies_left_out(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    strike_out(forgery.bag, hashlib.sha256(target.read_bytes()).hexdigest())
    lines = read_lines(forgery.bag)
    place = of_kind(lines, "evidence")[0]
    lines[place] |= {"body": None, "salt": None}
    write_lines(forgery.bag, lines)
    target.unlink()
    found = bad(forgery.verify())
    assert found["journal_broken"].data == {"line": str(place + 1), "reason": "body_missing"}


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
def test_a_photo_removed_but_its_lines_left(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    strike_out(forgery.bag, hashlib.sha256(target.read_bytes()).hexdigest())
    target.unlink()
    assert bad(forgery.verify())["named_file_missing"].data["path"] == f"data/originals/{target.name}"


@pytest.mark.parametrize("kind", ["bare", "delivered"])
def test_two_photos_under_each_others_names(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    one, other = sorted((forgery.bag / "data/originals").iterdir())[:2]
    first, second = one.read_bytes(), other.read_bytes()
    relist(forgery.bag, one, second)
    other.write_bytes(first)
    lines = (forgery.bag / EVIDENCE).read_text(encoding="utf-8").splitlines()
    hash_of = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, other)}
    lines = [hash_of.get(line.rpartition("/")[2], line[:64]) + line[64:] for line in lines]
    (forgery.bag / EVIDENCE).write_text("".join(sorted(f"{line}\n" for line in lines)), encoding="utf-8")
    assert bad(forgery.verify())["named_file_changed"].data["path"] in {
        f"data/originals/{one.name}",
        f"data/originals/{other.name}",
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", ["data/originals/9999-new.jpg", "data/note.txt", "data/statements/01-x/more.json"])
def test_an_added_file(forge: Make, kind: str, path: str) -> None:
    forgery = forge(kind)
    (forgery.bag / path).parent.mkdir(exist_ok=True)
    (forgery.bag / path).write_bytes(photo(5))
    assert bad(forgery.verify())["file_unproven"].data["path"] == path


def test_a_file_added_beside_the_payload_is_pointed_out(forge: Make) -> None:
    forgery = forge("delivered")
    (forgery.bag / "READ_ME_FIRST.txt").write_text("no need to check")
    (found,) = [item for item in forgery.verify() if item.level != "ok"]
    assert (found.code, found.level, found.data["path"]) == ("tag_unknown", "warn", "READ_ME_FIRST.txt")


# -------------------------------------------------------------------------------------------------------------- journal


@pytest.mark.parametrize("kind", KINDS)
def test_an_edited_body(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    edit(forgery.bag, JOURNAL, lambda data: data.replace("前保险杠".encode(), "后保险杠".encode()))
    lines = read_lines(forgery.bag)
    (place,) = [n for n, line in enumerate(lines, 1) if "后保险杠" in json.dumps(line["body"], ensure_ascii=False)]
    assert bad(forgery.verify())["journal_broken"].data == {"line": str(place), "reason": "body"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_edited_signed_line(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    lines = read_lines(forgery.bag)
    lines[-1]["line"] = lines[-1]["line"].replace('"actor":"zhang"', '"actor":"wang"')
    write_lines(forgery.bag, lines)
    assert bad(forgery.verify())["journal_broken"].data == {"line": str(len(lines)), "reason": "signature"}


@pytest.mark.parametrize("kind", ["reported", "partial", "delivered"])
@pytest.mark.parametrize("trusting", [True, False])
def test_the_last_line_dropped(forge: Make, kind: str, trusting: bool) -> None:
    forgery = forge(kind)
    write_lines(forgery.bag, read_lines(forgery.bag)[:-1])
    assert {"journal_broken", "journal_cut"} & bad(forgery.verify(trusting=trusting)).keys()


def test_the_last_line_dropped_where_nothing_signed_names_it_is_not_proven(forge: Make) -> None:
    forgery = forge("bare")
    lines = read_lines(forgery.bag)
    while signed_of(lines[-1])["op_n"] != signed_of(lines[-1])["op_of"] or len(lines) == len(read_lines(forgery.bag)):
        lines.pop()
    write_lines(forgery.bag, lines)
    findings = forgery.verify()
    assert any(item.level != "ok" for item in findings)


@pytest.mark.parametrize("kind", ["reported", "partial", "delivered", "addendum"])
def test_a_journal_cut_to_ten_lines(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    write_lines(forgery.bag, read_lines(forgery.bag)[:10])
    cut = {item.data["path"] for item in forgery.verify() if item.code == "journal_cut"}
    assert cut == {REPORT, EVIDENCE} | (set() if kind == "reported" else {RECEIPT})


def test_a_journal_without_its_middle_operation(forge: Make) -> None:
    forgery = forge("delivered")
    lines = read_lines(forgery.bag)
    place = next(n for n in of_kind(lines, "evidence") if signed_of(lines[n])["op_of"] == 1)
    write_lines(forgery.bag, [*lines[:place], *lines[place + 1 :]])
    assert bad(forgery.verify())["journal_broken"].data == {"line": str(place + 1), "reason": "chain"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_journal(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    write_lines(forgery.bag, [])
    assert bad(forgery.verify())["journal_broken"].data == {"line": "1", "reason": "empty"}


def test_a_line_of_another_case(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, JOURNAL, lambda data: data + forgery.other(JOURNAL).split(b"\n")[0] + b"\n")
    found = bad(forgery.verify())["journal_broken"]
    assert found.data == {"line": str(len(read_lines(forgery.bag))), "reason": "case"}


def test_a_line_twice(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, JOURNAL, lambda data: data + data.split(b"\n")[0] + b"\n")
    assert bad(forgery.verify())["journal_broken"].data["reason"] == "repeated"


def test_the_whole_journal_of_another_case(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, JOURNAL, lambda _data: forgery.other(JOURNAL))
    assert {"receipt_broken", "journal_cut", "case_differs"} <= bad(forgery.verify()).keys()


# -------------------------------------------------------------------------------------------------------------- receipt


@pytest.mark.parametrize("trusting", [True, False])
def test_a_receipt_of_another_case(forge: Make, trusting: bool) -> None:
    forgery = forge("delivered")
    for path in (RECEIPT, SIGNATURE):
        (forgery.bag / path).write_bytes(forgery.other(path))
    found = bad(forgery.verify(trusting=trusting))
    assert found["receipt_broken"].data["reason"] == "case"


@pytest.mark.parametrize("trusting", [True, False])
def test_a_receipt_signed_by_the_surveyor(forge: Make, trusting: bool) -> None:
    forgery = forge("delivered")
    receipt = (forgery.bag / RECEIPT).read_bytes()
    (forgery.bag / SIGNATURE).write_bytes(sign_detached(receipt, *forgery.bags.surveyor))
    assert bad(forgery.verify(trusting=trusting))["receipt_broken"].data["reason"] == "signer"


def test_a_receipt_by_an_authority_of_the_forgers_own(forge: Make) -> None:
    forgery = forge("delivered")
    service = person("Receipts", unit="receipts")
    receipt = (forgery.bag / RECEIPT).read_bytes()
    (forgery.bag / SIGNATURE).write_bytes(sign_detached(receipt, service.key, service.certificate))
    for trusting in (True, False):
        assert bad(forgery.verify(trusting=trusting))["receipt_broken"].data["reason"] == "untrusted"


def test_a_receipt_that_says_something_else(forge: Make) -> None:
    forgery = forge("partial")
    edit(forgery.bag, RECEIPT, lambda data: data.replace(b'"partial"', b'"full"'))
    assert bad(forgery.verify())["receipt_broken"].data["reason"] == "bad_signature"


def test_an_earlier_receipt_does_not_stand_for_what_came_later(forge: Make) -> None:
    forgery = forge("addendum")
    for path in (RECEIPT, SIGNATURE):
        (forgery.bag / path).unlink()
    findings = forgery.verify()
    assert "receipt_missing" in {item.code for item in findings if item.level == "warn"}


# ----------------------------------------------------------------------------------------------------- reports, custody


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


# ------------------------------------------------------------------------------------------------------ keys of others


def _with_own_device(forgery: Forgery, certificate: Callable[[bytes], bytes]) -> None:
    """Write the journal anew with another plate, by a device of the forger's own."""
    lines = read_lines(forgery.bag)

    def change(_signed: dict[str, object], line: dict[str, object]) -> None:
        body = line["body"]
        if isinstance(body, dict) and body["fields"].get("caption") == "前保险杠":
            body["fields"]["caption"] = "后保险杠"

    made, own = rewritten(lines, change)
    write_lines(forgery.bag, made)
    (device,) = (forgery.bag / "data/certificates").glob("device-*.pem")
    device.write_bytes(certificate(own))
    rows = (forgery.bag / CUSTODY).read_bytes()
    heads = (forgery.bag / EVIDENCE).read_bytes()
    for old, new in zip(lines, made, strict=True):
        was, now = (hashlib.sha256(line["line"].encode()).hexdigest().encode() for line in (old, new))
        rows, heads = rows.replace(was, now), heads.replace(was, now)
    heads = heads.replace(signed_of(lines[0])["device"].encode(), signed_of(made[0])["device"].encode())
    (forgery.bag / CUSTODY).write_bytes(rows)
    ordered = sorted(heads.splitlines(keepends=True))
    (forgery.bag / EVIDENCE).write_bytes(b"".join(ordered))


@pytest.mark.parametrize("kind", ["bare", "reported", "delivered"])
@pytest.mark.parametrize("trusting", [True, False])
def test_a_journal_written_anew_by_a_device_nobody_certified(forge: Make, kind: str, trusting: bool) -> None:
    forgery = forge(kind)
    _with_own_device(forgery, lambda own: own)
    found = bad(forgery.verify(trusting=trusting))
    assert {"certificate_untrusted", "device_unproven"} <= found.keys()
    assert ("journal_cut" in found) is (kind != "bare")


def test_everything_by_an_authority_of_the_forgers_own_is_never_plainly_said_to_hold(forge: Make) -> None:
    """Without a root to trust nobody can tell it from a true bag of another insurer; with one it does not hold."""
    forgery = forge("bare")
    forged = authority("Forger CA")
    _with_own_device(forgery, lambda own: _certified(own, forged))
    (forgery.bag / AUTHORITY).write_bytes(forged.pem)
    untrusting = forgery.verify(trusting=False)
    assert bad(untrusting) == {}
    assert {"trust_not_checked", "receipt_missing"} == {item.code for item in untrusting if item.level == "warn"}
    found = [item for item in forgery.verify() if item.level == "bad"]
    assert {"certificate_untrusted", "device_unproven"} == {item.code for item in found}
    assert AUTHORITY in {item.data.get("path") for item in found}


def _certified(own: bytes, issuer: Issued) -> bytes:
    key = x509.load_pem_x509_certificate(own).public_key()
    assert isinstance(key, Ed25519PublicKey)
    return device_certificate(key, issuer)


@pytest.mark.parametrize("trusting", [True, False])
def test_a_bag_without_the_certificate_of_its_device(forge: Make, trusting: bool) -> None:
    forgery = forge("delivered")
    (device,) = (forgery.bag / "data/certificates").glob("device-*.pem")
    device.unlink()
    assert "device_key_missing" in bad(forgery.verify(trusting=trusting))


def test_a_surveyor_who_displaces_what_was_receipted(forge: Make, bags: Bags) -> None:
    """With the device's own key: another line in the place of a receipted one, said to have come first."""
    forgery = forge("delivered")
    lines = read_lines(forgery.bag)
    place = next(n for n in of_kind(lines, "evidence") if signed_of(lines[n])["op_of"] == 1)
    signed = signed_of(lines[place]) | {"op": "another", "at": "2026-01-01T00:00:00.000000Z"}
    data = json.dumps(signed, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    with Profile.unlock(bags.folder / "profile", "现场查勘 2026") as profile:
        signature = base64.b64encode(profile.device_key.sign(data)).decode()
    line = {**lines[place], "line": data.decode(), "signature": signature, "number": 1}
    write_lines(forgery.bag, [*lines, line])
    assert "displaced" in {item.data.get("reason") for item in forgery.verify() if item.level == "bad"}


def test_only_is_still_what_it_was(forge: Make) -> None:
    """The forger's tools change nothing by themselves."""
    forgery = forge("delivered")
    write_lines(forgery.bag, read_lines(forgery.bag))
    assert {item.level for item in forgery.verify()} == {"ok"}
