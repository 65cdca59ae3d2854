"""Making, opening and closing a case file, and every file that is not one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.engine import PAGE_BYTES, connect
from surveyor_app.casefile.files import create_case, file_name, open_case
from surveyor_app.casefile.migrating import file_format
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.schema import APPLICATION_ID
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import (
    CaseLocked,
    DamagedFile,
    ForeignCaseFile,
    NewerFormat,
    NotACaseFile,
    NotFound,
    StorageFailed,
    TargetExists,
)
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.records import reading
from tests.casefile.conftest import create_step, make_profile


@pytest.fixture
def closed(profile: Profile, case: CaseFile) -> Path:
    case.apply([create_step("claim", {"report_no": "RDAA202611230001", "insured_name": "王先生"})], "new_claim")
    case.close()
    return case.path


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Profile]:
    made, _ = make_profile(tmp_path / "stranger")
    with made:
        yield made


def report_numbers(case: CaseFile) -> list[str | None]:
    with case.read() as session:
        return [claim.report_no for claim in reading.list_records(session, case.case_id, Claim)]


def test_a_closed_case_is_one_file_and_nothing_beside_it(closed: Path) -> None:
    assert [item.name for item in closed.parent.iterdir()] == [closed.name]
    assert closed.stat().st_size % PAGE_BYTES == 0


def test_nothing_in_the_file_is_readable(closed: Path) -> None:
    data = closed.read_bytes()
    for word in ("王先生", "RDAA202611230001", "SQLite format", "CREATE TABLE", "zhang"):
        assert word.encode() not in data


def test_what_was_written_is_there_after_opening_again(profile: Profile, closed: Path) -> None:
    with open_case(profile, closed) as case:
        assert report_numbers(case) == ["RDAA202611230001"]


def test_closing_twice_does_nothing(case: CaseFile) -> None:
    case.close()
    case.close()


def test_format_and_application_are_marked(profile: Profile, case: CaseFile) -> None:
    with case.read() as session:
        assert session.scalar(text("PRAGMA application_id")) == APPLICATION_ID
        assert session.scalar(text("PRAGMA user_version")) == file_format()
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"


def test_the_registry_knows_the_case(profile: Profile, closed: Path) -> None:
    (known,) = profile.registry.cases()
    assert known.path == closed
    assert known.salt == closed.read_bytes()[:16]
    assert known.head is not None
    assert known.head.seq == 2


def test_a_case_is_open_once(profile: Profile, case: CaseFile) -> None:
    with pytest.raises(CaseLocked):
        open_case(profile, case.path)


def test_a_file_is_never_overwritten(profile: Profile, tmp_path: Path) -> None:
    path = tmp_path / "letter.survey"
    path.write_text("dear")
    with pytest.raises(TargetExists):
        create_case(profile, path)
    assert path.read_text() == "dear"
    assert not path.with_name("letter.survey.lock").exists()


def test_a_given_id_is_kept(profile: Profile, case_path: Path) -> None:
    case_id = CaseId("0192f0c0-0000-7000-8000-000000000001")
    create_case(profile, case_path, case_id, report_no="R1").close()
    with open_case(profile, case_path) as case:
        assert case.case_id == case_id
    known = profile.registry.case(case_id)
    assert known is not None
    assert known.report_no == "R1"


def test_a_moved_file_is_found_and_registered_again(profile: Profile, closed: Path) -> None:
    moved = closed.with_name("搬走.survey")
    closed.rename(moved)
    open_case(profile, moved).close()
    assert [known.path for known in profile.registry.cases()] == [moved]


def test_a_missing_file_is_told_and_leaves_nothing(profile: Profile, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_case(profile, tmp_path / "none" / "case.survey")
    with pytest.raises(NotFound):
        open_case(profile, tmp_path / "case.survey")
    assert not (tmp_path / "case.survey.lock").exists()


def test_another_profiles_case_is_foreign(stranger: Profile, closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(ForeignCaseFile):
        open_case(stranger, closed)
    assert closed.read_bytes() == before
    assert [item.name for item in closed.parent.iterdir()] == [closed.name]


@pytest.mark.parametrize("content", [b"", b"text\n" * 10_000, b"\xff\xd8\xff" + b"\x00" * 100_000, os.urandom(20_000)])
def test_something_else_is_not_a_case_file(profile: Profile, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "else.survey"
    path.write_bytes(content)
    with pytest.raises(NotACaseFile):
        open_case(profile, path)
    assert path.read_bytes() == content
    assert sorted(item.name for item in tmp_path.iterdir()) == ["else.survey", "profile"]


def test_a_plain_database_is_not_a_case_file(profile: Profile, tmp_path: Path) -> None:
    path = tmp_path / "plain.survey"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.execute("INSERT INTO t VALUES (hex(randomblob(100000)))")
    connection.commit()
    connection.close()
    with pytest.raises(NotACaseFile):
        open_case(profile, path)


def test_a_database_of_ours_that_is_no_case_is_refused(profile: Profile, tmp_path: Path) -> None:
    path = tmp_path / "other.survey"
    connection = connect(path, profile.case_key(b"0123456789abcdef"), create=True)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(NotACaseFile):
        open_case(profile, path)


def test_a_case_file_that_does_not_say_whose_it_is_is_damaged(profile: Profile, closed: Path) -> None:
    connection = connect(closed, profile.case_key(closed.read_bytes()[:16]))
    connection.execute("DELETE FROM this_case")
    connection.close()
    with pytest.raises(DamagedFile) as caught:
        open_case(profile, closed)
    assert caught.value.data["reason"] == "case id"


def test_a_newer_file_is_refused_and_untouched(profile: Profile, closed: Path) -> None:
    connection = connect(closed, profile.case_key(closed.read_bytes()[:16]))
    connection.execute(f"PRAGMA user_version = {file_format() + 1}")
    connection.close()
    before = closed.read_bytes()
    with pytest.raises(NewerFormat) as caught:
        open_case(profile, closed)
    assert caught.value.data == {"path": str(closed), "found": file_format() + 1, "supported": file_format()}
    assert closed.read_bytes() == before


@pytest.mark.parametrize("size", [0, 5, 100, PAGE_BYTES - 1, PAGE_BYTES, 3 * PAGE_BYTES, 3 * PAGE_BYTES + 77])
def test_a_truncated_file_is_damaged(profile: Profile, closed: Path, size: int) -> None:
    with closed.open("r+b") as file:
        file.truncate(size)
    with pytest.raises(DamagedFile):
        open_case(profile, closed)
    assert closed.stat().st_size == size
    assert [item.name for item in closed.parent.iterdir()] == [closed.name]


def test_a_damaged_first_page_is_told_from_a_foreign_file(profile: Profile, closed: Path) -> None:
    _flip(closed, 100)
    with pytest.raises(DamagedFile) as caught:
        open_case(profile, closed)
    assert caught.value.data["reason"] == "first page"


def test_a_damaged_salt_is_mended_from_the_registry(profile: Profile, closed: Path) -> None:
    salt = closed.read_bytes()[:16]
    _flip(closed, 3)
    assert closed.read_bytes()[:16] != salt
    with open_case(profile, closed) as case:
        assert "salt_mended" in case.notices
        assert report_numbers(case) == ["RDAA202611230001"]
    assert closed.read_bytes()[:16] == salt
    with open_case(profile, closed) as case:
        assert case.notices == ()


def test_a_kill_in_the_middle_of_creating_leaves_no_case(profile: Profile, case_path: Path) -> None:
    case_path.with_name(f".{case_path.name}.new").write_bytes(b"half")
    create_case(profile, case_path).close()
    assert [item.name for item in case_path.parent.iterdir()] == [case_path.name]


def test_a_copy_of_an_open_case_after_a_checkpoint_is_complete(profile: Profile, case: CaseFile) -> None:
    case.apply([create_step("claim", {"report_no": "R7"})], "new_claim")
    case.checkpoint()
    copy = case.path.with_name("copy.survey")
    shutil.copy(case.path, copy)
    with open_case(profile, copy) as opened:
        assert report_numbers(opened) == ["R7"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_read_only_folder_is_told(profile: Profile, closed: Path) -> None:
    closed.parent.chmod(0o500)
    try:
        with pytest.raises(StorageFailed):
            open_case(profile, closed)
    finally:
        closed.parent.chmod(0o700)


def test_a_folder_that_is_a_file_is_told(profile: Profile, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageFailed):
        create_case(profile, tmp_path / "file" / "case.survey")


def test_file_names_carry_number_and_id() -> None:
    case_id = CaseId("0192f0c0-0000-7000-8000-0123456789ab")
    assert file_name(case_id, "RDAA/2026 1") == "RDAA_2026_1-456789ab.survey"
    assert file_name(case_id, None) == "local-456789ab.survey"


def _flip(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 1]))
