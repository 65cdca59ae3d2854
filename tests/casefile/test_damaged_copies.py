"""A damaged original keeps no other out of the second copy, and what cannot be copied is blamed on the file that is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.copying import MirrorResult
from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.headers import find_key, read_header
from surveyor_app.casefile.mirror import backup, restore
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.sealed_pages import SealedPages
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.errors import DamagedFile
from surveyor_app.domain.people.people import Person
from surveyor_app.records import reading
from tests.casefile.conftest import create_step, random_bytes
from tests.faults.pages import flip

SIZES = (300_000, 1_500_000, 400_000)


@pytest.fixture
def originals(case: CaseFile) -> list[bytes]:
    made = [random_bytes(size) for size in SIZES]
    for data in made:
        case.apply([create_step("evidence", {"sha256": store_blob(case, [data]).sha256})], "import")
    case.apply([create_step("person", {"name": "张三"})], "new")
    return made


def page_holding(profile: Profile, path: Path, content: bytes) -> int:
    pages = SealedPages.of(path, find_key(profile, path, read_header(path)).key)
    return next(n for n in range(2, pages.count + 1) if content in pages.plain(n))


def damage(profile: Profile, case: CaseFile, *contents: bytes) -> CaseFile:
    """Flip a bit on each page that holds one of these bytes, and open the case again."""
    case.close()
    for content in contents:
        flip(case.path, (page_holding(profile, case.path, content) - 1) * PAGE_BYTES + 4000)
    return open_case(profile, case.path)


def test_a_damaged_original_is_left_out_and_named(
    profile: Profile, case: CaseFile, originals: list[bytes], tmp_path: Path
) -> None:
    with damage(profile, case, originals[1][500_000:][:32]) as damaged:
        result = backup(damaged, tmp_path / "copy.survey")
        (left_out,) = result.left_out
        again = backup(damaged, tmp_path / "copy.survey")
    assert result == MirrorResult(2, 2, (left_out,))
    assert again == MirrorResult(0, 2, (left_out,))
    restore(profile, tmp_path / "copy.survey", tmp_path / "back.survey")
    with open_case(profile, tmp_path / "back.survey") as back:
        held = {b"".join(read_blob(back, sha256)) for sha256 in stored(back)}
        assert held == {originals[0], originals[2]}
        with back.read() as session:
            assert [item.name for item in reading.list_records(session, back.case_id, Person)] == ["张三"]


def stored(case: CaseFile) -> list[str]:
    with case.read() as session:
        return list(session.scalars(text("SELECT sha256 FROM blob WHERE state = 'stored'")))


def test_several_damaged_originals_are_left_out(
    profile: Profile, case: CaseFile, originals: list[bytes], tmp_path: Path
) -> None:
    with damage(profile, case, originals[0][50_000:][:32], originals[2][50_000:][:32]) as damaged:
        result = backup(damaged, tmp_path / "copy.survey")
    assert (result.parts, len(result.left_out)) == (2, 2)


def test_what_the_copy_held_before_the_damage_it_keeps(
    profile: Profile, case: CaseFile, originals: list[bytes], tmp_path: Path
) -> None:
    backup(case, tmp_path / "copy.survey")
    with damage(profile, case, originals[1][500_000:][:32]) as damaged:
        assert backup(damaged, tmp_path / "copy.survey") == MirrorResult(0, 4)
    restore(profile, tmp_path / "copy.survey", tmp_path / "back.survey")
    with open_case(profile, tmp_path / "back.survey") as back:
        assert {b"".join(read_blob(back, sha256)) for sha256 in stored(back)} == set(originals)


def test_a_damaged_journal_is_blamed_on_the_case(
    profile: Profile, case: CaseFile, originals: list[bytes], tmp_path: Path
) -> None:
    # By its own body: a page of people would do as well, the journal lies elsewhere.
    with damage(profile, case, b'"kind":"person"') as damaged:
        with pytest.raises(DamagedFile) as refused:
            backup(damaged, tmp_path / "copy.survey")
        assert refused.value.data["path"] == str(damaged.path)


def test_a_damaged_copy_is_blamed_on_the_copy(
    profile: Profile, case: CaseFile, originals: list[bytes], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.survey"
    backup(case, copy)
    flip(copy, (page_holding(profile, copy, originals[1][500_000:][:32]) - 1) * PAGE_BYTES + 4000)
    with pytest.raises(DamagedFile) as refused:
        backup(case, copy)
    assert refused.value.data["path"] == str(copy)
