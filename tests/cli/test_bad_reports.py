"""Reports that cannot be made, signed or written: nothing is sealed by halves, and the next try goes well."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from surveyor_app.data_files import migrations_dir, resources_dir
from tests.cli.commands import Surveyor
from tests.report import keys
from tests.wording.third_language import MARKED

REPORT = ("report", "--despite", "the insured could not be reached")


def require_not_signed(surveyor: Surveyor, pdf: Path) -> None:
    assert not pdf.exists()
    assert list(pdf.parent.iterdir()) == []
    info = surveyor.tell("case", "info", surveyor.world.case)
    assert (info["counts"]["report"], info["counts"]["signature"]) == (0, 0)
    assert surveyor.tell("case", "verify", surveyor.world.case)["holds"] is True


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Where the report shall go: a folder of its own, so that stray files show."""
    folder = tmp_path / "handed out"
    folder.mkdir()
    return folder / "report.pdf"


def test_a_case_that_is_not_ready(told: Surveyor, pdf: Path) -> None:
    told.refuse("not_ready", "report", told.world.case, "--out", pdf)
    require_not_signed(told, pdf)
    told.say(*REPORT, told.world.case, "--out", pdf)


@pytest.mark.parametrize(
    "option",
    [
        ("--draft",),
        ("--despite", "why"),
        ("--reasons", "list.txt"),
        ("--accessible", "copy.pdf"),
        ("--timestamp", "http://127.0.0.1:1"),
    ],
)
def test_an_office_copy_is_not_signed(told: Surveyor, pdf: Path, option: tuple[str, ...]) -> None:
    refused = told.refuse("input_invalid", "report", told.world.case, "--out", pdf, "--copy", "office", *option)
    assert refused["reason"] == "the office copy is not signed"
    assert not pdf.exists()


def test_an_expired_certificate(told: Surveyor, pdf: Path, tmp_path: Path) -> None:
    p12 = tmp_path / "expired.p12"
    p12.write_bytes(keys.expired().pkcs12())
    told.environment["SURVEYOR_P12_PASSPHRASE"] = keys.PASSPHRASE
    told.refuse("certificate_expired", *REPORT, told.world.case, "--out", pdf, "--certificate", p12)
    require_not_signed(told, pdf)


def test_a_wrong_passphrase_of_the_certificate(told: Surveyor, pdf: Path, tmp_path: Path) -> None:
    p12 = tmp_path / "chen.p12"
    p12.write_bytes(keys.person().pkcs12())
    words = (*REPORT, told.world.case, "--out", pdf, "--certificate", p12)
    told.environment["SURVEYOR_P12_PASSPHRASE"] = "not the one"
    told.refuse("certificate_unreadable", *words)
    del told.environment["SURVEYOR_P12_PASSPHRASE"]
    assert told.refuse("secret_missing", *words)["variable"] == "SURVEYOR_P12_PASSPHRASE"
    told.environment["SURVEYOR_P12_PASSPHRASE"] = keys.PASSPHRASE
    told.refuse("certificate_unreadable", *words[:-1], told.world.photos / "sample-01.jpg")
    told.refuse("certificate_unreadable", *words[:-1], tmp_path / "nowhere.p12")
    require_not_signed(told, pdf)
    assert told.tell(*words)["signed"] is True
    # The insurer's authority vouches for nobody else's certificates; who trusts theirs says so.
    codes = {item["code"] for item in told.tell("verify", pdf, status=1)["findings"] if item["level"] == "bad"}
    assert codes == {"signer_untrusted"}
    root = tmp_path / "root.pem"
    root.write_bytes(keys.authority().pem)
    assert told.tell("verify", pdf, "--root", root)["holds"] is True


def unpacked(folder: Path, *, without: str | None = None) -> Path:
    """Lay the program's data out as a packaged program does, without one of its files."""
    data = folder / "surveyor_app" / "_data"
    data.mkdir(parents=True)
    shutil.copytree(migrations_dir(), data / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(resources_dir(), data / "resources", copy_function=shutil.copyfile)
    if without is not None:
        (data / "resources" / without).unlink()
    return folder


@pytest.mark.parametrize("font", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def test_a_missing_font(told: Surveyor, pdf: Path, tmp_path: Path, font: str) -> None:
    told.program = "packaged"
    told.environment["UNPACKED"] = str(unpacked(tmp_path / "unpacked", without=f"fonts/{font}"))
    data = told.refuse("font_missing", *REPORT, told.world.case, "--out", pdf)
    assert data["path"].endswith(font)
    told.refuse("font_missing", *REPORT, told.world.case, "--out", pdf, "--draft")
    require_not_signed(told, pdf)


def test_a_report_in_a_language_that_there_is_none_of(told: Surveyor, pdf: Path) -> None:
    data = told.refuse("input_invalid", *REPORT, told.world.case, "--out", pdf, "--language", "en+xx")
    assert (data["field"], data["language"]) == ("language", "xx")
    require_not_signed(told, pdf)


def test_a_report_in_a_language_that_somebody_added(told: Surveyor, pdf: Path, marked_program: Path) -> None:
    told.program = "packaged"
    told.environment["UNPACKED"] = str(marked_program)
    told.say("report", told.world.case, "--out", pdf, "--language", f"zh_CN+{MARKED}", "--draft")
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_an_accessible_copy_that_cannot_be(told: Surveyor, pdf: Path) -> None:
    copy = pdf.with_name("copy.pdf")
    words = (*REPORT, told.world.case, "--out", pdf, "--accessible")
    assert told.refuse("input_invalid", *words, pdf)["field"] == "accessible"
    assert told.refuse("input_invalid", *words, copy, "--draft")["field"] == "accessible"
    copy.write_bytes(b"mine")
    told.refuse("target_exists", *words, copy)
    assert copy.read_bytes() == b"mine"
    copy.unlink()
    told.refuse("not_found", *words, copy / "nowhere" / "copy.pdf")
    require_not_signed(told, pdf)


def test_an_installation_without_its_data(told: Surveyor, pdf: Path, tmp_path: Path) -> None:
    told.program = "packaged"
    told.environment["UNPACKED"] = str(tmp_path / "nothing")
    told.refuse("installation_incomplete", *REPORT, told.world.case, "--out", pdf)
    told.program = "surveyor"
    require_not_signed(told, pdf)


def test_a_report_that_cannot_be_written_is_handed_out_later(told: Surveyor, pdf: Path) -> None:
    """It is signed and safe in the case; only the copy for others is missing."""
    pdf.parent.rmdir()
    pdf.parent.symlink_to("/proc/self/fdinfo")
    told.refuse("storage_failed", *REPORT, told.world.case, "--out", pdf)
    pdf.parent.unlink()
    pdf.parent.mkdir()
    assert told.tell(*REPORT, told.world.case, "--out", pdf)["again"] is True
    assert told.tell("case", "info", told.world.case)["counts"]["report"] == 1
    assert told.tell("verify", pdf)["holds"] is True
