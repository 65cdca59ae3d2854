"""The bag of a case: everything in it, nothing damaged, and each file where the report's manifest says."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.errors import (
    BagInvalid,
    BlobDamaged,
    Cancelled,
    CertificateUnreadable,
    NotFound,
    StorageFailed,
    TargetExists,
)
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.cases.verdicts import VerificationFinding
from surveyor_app.operations.cases.verifying import (
    looks_like_pdf,
    read_roots,
    verify_bag_folder,
    verify_case,
    verify_pdf_file,
)
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report.reporting import ReportOptions, sign_report, surveyor_credential
from surveyor_app.report.bag.original_numbers import number_originals
from surveyor_app.wording.languages import english, languages
from tests.integration.centres import shared_centre
from tests.operations.worlds import entries, listed, only, photo
from tests.report.keys import authority, person

__all__ = ["shared_centre"]


def found(folder: Path, roots: tuple[Path, ...] = ()) -> dict[str, VerificationFinding]:
    trusted = [certificate for root in roots for certificate in read_roots(root)]
    return {item.code: item for item in verify_bag_folder(folder, trusted)}


def originals(folder: Path) -> dict[str, str]:
    """Return the hash of every original in a bag by name."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "data" / "originals").iterdir())
    }


def check_manifest(folder: Path) -> None:
    """Check the originals against the evidence manifest with standard tools, as a court would."""
    command = "grep '  data/originals/' data/evidence-manifest.txt | sha256sum --check --strict --quiet"
    subprocess.run(command, shell=True, cwd=folder, check=True, timeout=30)


def sha(number: int) -> str:
    return hashlib.sha256(photo(number)).hexdigest()


def test_a_case_without_report_and_receipt_makes_a_bag(filled: CaseFile, tmp_path: Path) -> None:
    records.withdraw(filled, Evidence, [listed(filled, Evidence)[0].id], "wrong car")
    export_bag(filled, tmp_path / "out" / "bag")
    bag = tmp_path / "out" / "bag"
    assert originals(bag) == {"0001-IMG_0002.jpg": sha(2), "0002-IMG_0003.jpg": sha(3), "0003-IMG_0001.jpg": sha(1)}
    check_manifest(bag)
    codes = found(bag)
    assert {item.level for item in codes.values()} == {"ok", "warn"}
    assert codes["receipt_missing"].level == "warn"
    assert len((bag / "data" / "journal.jsonl").read_bytes().splitlines()) == len(entries(filled))


def test_an_empty_case_makes_a_bag(case: CaseFile, tmp_path: Path) -> None:
    export_bag(case, tmp_path / "bag")
    assert {item.level for item in found(tmp_path / "bag").values()} == {"ok", "warn"}


def test_the_custody_list_tells_who_did_what_to_which_file(filled: CaseFile, tmp_path: Path) -> None:
    first = listed(filled, Evidence)[0]
    records.withdraw(filled, Evidence, [first.id], "wrong car")
    export_bag(filled, tmp_path / "bag")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "bag" / "data" / "custody.csv").read_text("utf-8-sig"))))
    assert [(row["actor"], row["action"], row["item"]) for row in rows] == [
        *(("zhang", "create", f"IMG_000{n}.jpg") for n in (1, 2, 3)),
        ("zhang", "withdraw", "IMG_0001.jpg"),
    ]
    assert rows[-1]["sha256"] == first.sha256
    assert rows[-1]["note"].startswith("wrong car; entry ")
    assert rows[0]["note"].startswith(f"origin file; source {first.source}; volume {first.volume}; ")
    assert f"file_modified_at {first.file_modified_at}; importer surveyor " in rows[0]["note"]


def test_an_addendum_leaves_every_file_where_the_signed_manifest_says(
    signed: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    evidence.import_bytes(signed, "later.jpg", photo(9), workers)
    export_bag(signed, tmp_path / "bag")
    assert originals(tmp_path / "bag") == {
        "0001-IMG_0001.jpg": sha(1),
        "0002-IMG_0003.jpg": sha(3),
        "0003-IMG_0002.jpg": sha(2),
        "0004-later.jpg": sha(9),
    }
    check_manifest(tmp_path / "bag")
    codes = found(tmp_path / "bag")
    assert codes["evidence_root"].data["root"] == only(signed, Report).evidence_root
    assert "manifest_mismatch" not in codes


def test_every_issued_report_is_in_the_bag(signed: CaseFile, tmp_path: Path) -> None:
    second = sign_report(signed, ReportOptions(language="en", despite="test"), person("张查勘").credential)
    export_bag(signed, tmp_path / "bag")
    data = tmp_path / "bag" / "data"
    assert (data / "report.pdf").read_bytes() == second.pdf
    assert [path.name for path in sorted(data.glob("*.pdf"))] == ["report-RDAA202611230001.pdf", "report.pdf"]
    root = tmp_path / "ca.pem"
    root.write_bytes(authority().pem)
    assert found(tmp_path / "bag", (root,))["report_holds"].level == "ok"


def test_a_report_number_may_be_anything(case: CaseFile, tmp_path: Path) -> None:
    records.change(case, Claim, only(case, Claim).id, {"report_no": "../RD/报案 1\\\\2"})
    for _ in range(2):
        sign_report(case, ReportOptions(language="en", despite="test"), person("张查勘").credential)
    export_bag(case, tmp_path / "bag")
    assert len(list((tmp_path / "bag" / "data").glob("*.pdf"))) == 2


def test_a_delivered_case_carries_receipt_and_certificates(
    profile: Profile, shared_centre: EmbeddedCentre, workers: MediaWorkers, tmp_path: Path
) -> None:
    code = office.create_user(shared_centre.centre, "zhang", "张查勘").code
    enrolment = delivering.enrol(profile, shared_centre.url, "zhang", code or "")
    with new_case(profile, report_no="RD-BAG", path=tmp_path / "case.survey") as case:
        evidence.import_bytes(case, "a.jpg", photo(1), workers)
        sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
        delivering.deliver_case(profile, case)
        export_bag(case, tmp_path / "bag")
    bag = tmp_path / "bag"
    codes = found(bag, (bag / "data" / "certificates" / "authority.pem",))
    assert {item.level for item in codes.values()} == {"ok"}, codes
    assert {"receipt_holds", "report_holds", "journal_holds", "bag_complete"} <= set(codes)
    assert read_roots(bag / "data" / "certificates" / "authority.pem") == [enrolment.ca_der]
    assert json.loads((bag / "data" / "receipt.json").read_bytes())["kind"] == "full"


# ------------------------------------------------------------------------------------------- what makes no bag


def test_only_a_bag_of_ours_is_ever_replaced(filled: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    export_bag(filled, tmp_path / "bag")
    with pytest.raises(TargetExists):
        export_bag(filled, tmp_path / "bag")
    evidence.import_bytes(filled, "later.jpg", photo(9), workers)
    export_bag(filled, tmp_path / "bag", replace=True)
    assert len(originals(tmp_path / "bag")) == 4
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "beach.jpg").write_bytes(b"mine")
    with pytest.raises(TargetExists):
        export_bag(filled, tmp_path / "holiday", replace=True)
    assert (tmp_path / "holiday" / "beach.jpg").read_bytes() == b"mine"


def test_a_damaged_original_is_left_out_but_takes_no_earlier_bag_away(filled: CaseFile, tmp_path: Path) -> None:
    export_bag(filled, tmp_path / "earlier")
    with filled.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(text("UPDATE blob_part SET data = zeroblob(length(data)) WHERE blob_id = 2"))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BlobDamaged):
        export_bag(filled, tmp_path / "earlier", replace=True)
    assert sorted(tmp_path.iterdir()) == before
    assert len(originals(tmp_path / "earlier")) == 3
    (left_out,) = export_bag(filled, tmp_path / "bag")
    assert len(originals(tmp_path / "bag")) == 2
    assert (tmp_path / "bag" / "data" / "left-out.txt").read_text() == f"{left_out.sha256}  {left_out.name}\n"


def test_a_place_that_cannot_be_is_an_error_of_the_disk(filled: CaseFile, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageFailed):
        export_bag(filled, tmp_path / "file" / "bag")
    with pytest.raises(StorageFailed):
        new_case(filled.profile, path=tmp_path / "file" / "deep" / "case.survey")


def test_a_cancelled_export_leaves_nothing(filled: CaseFile, tmp_path: Path) -> None:
    def cancel(_told: Progress) -> None:
        raise Cancelled

    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        export_bag(filled, tmp_path / "bag", cancel)
    assert sorted(tmp_path.iterdir()) == before


# ------------------------------------------------------------------------------------------- numbers, and what verify says


def test_the_same_bytes_under_two_records_have_two_numbers() -> None:
    twins = [Evidence(id=identifier, sha256="a" * 64, file_name="x") for identifier in map(str, "12")]  # type: ignore[arg-type]  # any id will do
    assert [number for number, _ in number_originals(twins, None)] == [1, 2]
    issued = ("a" * 64 + "  data/originals/0007-x\n" + "b" * 64 + "  data/originals/0003-y\n").encode()
    assert [number for number, _ in number_originals(twins, issued)] == [7, 8]
    assert [number for number, _ in number_originals(twins, b"\xff not a manifest")] == [1, 2]


def test_a_changed_original_is_found_by_verify(filled: CaseFile) -> None:
    with filled.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(text("UPDATE blob_part SET data = zeroblob(length(data)) WHERE blob_id = 2"))
    filled.close()
    findings = verify_case(filled.profile, filled.path)
    assert {item.level for item in findings} == {"bad"}
    for language in languages(resources_dir()):
        assert all(item.sentence(language) not in {"", item.code} for item in findings)


def test_what_cannot_be_checked_says_so(tmp_path: Path) -> None:
    (tmp_path / "no.pem").write_bytes(b"no certificate")
    works: tuple[tuple[type[Exception], Callable[[], object]], ...] = (
        (NotFound, lambda: verify_pdf_file(tmp_path / "gone.pdf")),
        (NotFound, lambda: looks_like_pdf(tmp_path / "gone.pdf")),
        (BagInvalid, lambda: verify_bag_folder(tmp_path)),
        (CertificateUnreadable, lambda: read_roots(tmp_path / "no.pem")),
        (CertificateUnreadable, lambda: read_roots(tmp_path / "gone.pem")),
    )
    for error, work in works:
        with pytest.raises(error):
            work()


def test_a_pdf_is_told_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\n%PDF-1.7\n")
    (tmp_path / "b.pdf").write_bytes(b"hello")
    assert looks_like_pdf(tmp_path / "a.txt")
    assert not looks_like_pdf(tmp_path / "b.pdf")


def test_a_finding_of_a_newer_version_is_shown_by_its_code() -> None:
    assert (
        VerificationFinding("of_a_newer_version", "bad", {"n": "1"}).sentence(english()) == "of_a_newer_version (n=1)"
    )
    assert VerificationFinding("of_a_newer_version", "bad", {}).sentence(english()) == "of_a_newer_version"
