"""Files that leave the case, and the second copy that comes back."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.domain.errors import CertificateUnreadable, NotFound, StorageFailed, TargetExists
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases.backup import backup_case, restore_case
from surveyor_app.operations.cases.verifying import verify_case
from surveyor_app.operations.editing.handing_out import hand_out, require_place
from surveyor_app.operations.report.reporting import credential_from_file
from tests.operations.worlds import entries, listed
from tests.report.keys import PASSPHRASE, person


def test_a_file_is_handed_out_whole_and_readable(tmp_path: Path) -> None:
    hand_out(tmp_path / "report.pdf", b"one")
    hand_out(tmp_path / "report.pdf", b"two")
    assert (tmp_path / "report.pdf").read_bytes() == b"two"
    assert stat.S_IMODE((tmp_path / "report.pdf").stat().st_mode) == 0o644
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_a_place_is_asked_for_before_the_work(tmp_path: Path) -> None:
    require_place(tmp_path / "report.pdf")
    (tmp_path / "report.pdf").write_bytes(b"one")
    with pytest.raises(TargetExists):
        require_place(tmp_path / "report.pdf")
    with pytest.raises(NotFound):
        require_place(tmp_path / "nowhere" / "report.pdf")


def test_a_disk_that_refuses_is_our_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageFailed):
        hand_out(tmp_path / "file" / "report.pdf", b"one")


def test_a_certificate_comes_out_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "surveyor.p12"
    path.write_bytes(person().pkcs12())
    assert credential_from_file(path, PASSPHRASE).certificate == person().der
    with pytest.raises(CertificateUnreadable):
        credential_from_file(path, "wrong")
    with pytest.raises(CertificateUnreadable):
        credential_from_file(tmp_path / "gone.p12", PASSPHRASE)


def test_a_second_copy_brings_the_case_back(filled: CaseFile, tmp_path: Path) -> None:
    backup_case(filled, tmp_path / "copy")
    expected = [item.sha256 for item in listed(filled, Evidence)], len(entries(filled))
    filled.close()
    filled.path.unlink()
    restore_case(filled.profile, tmp_path / "copy", tmp_path / "restored.survey")
    assert verify_case(filled.profile, tmp_path / "restored.survey") == []
    with open_case(filled.profile, tmp_path / "restored.survey") as restored:
        assert ([item.sha256 for item in listed(restored, Evidence)], len(entries(restored))) == expected
