"""Verification: a whole case holds; one changed byte in any region is found and named."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.errors import Cancelled, CaseLocked, ForeignCaseFile, NotACaseFile, NotFound
from surveyor_app.domain.progress import Progress
from tests.casefile.conftest import create_step, make_profile, random_bytes
from tests.local_rows import drop_previews, save_preview


@dataclass(frozen=True, slots=True)
class Filled:
    """A closed case and, by region, offsets of bytes that lie there."""

    path: Path
    sha256: str
    regions: dict[str, int]


def pages(case: CaseFile) -> int:
    case.checkpoint()
    with case.read() as session:
        return int(session.scalar(text("PRAGMA page_count")) or 0)


@pytest.fixture
def filled(case: CaseFile) -> Filled:
    case.apply([create_step("claim", {"report_no": "RDAA1"})], "new")
    before = pages(case)
    stored = store_blob(case, [random_bytes(900_000)])
    case.apply([create_step("evidence", {"sha256": stored.sha256})], "import")
    after = pages(case)
    save_preview(case, stored.sha256, PreviewKind.PREVIEW, random_bytes(900_000))
    end = pages(case)
    drop_previews(case)
    with case.read() as session:
        found = session.execute(text("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))
        roots: dict[str, int] = {name: root for name, root in found}  # rows are no pairs to the type checker
    case.close()
    assert case.path.stat().st_size == end * PAGE_BYTES
    page = {
        "journal": roots["journal"],
        "bodies": roots["bodies"],
        "claims": roots["claims"],
        "blob": (before + after) // 2,
        "free": (after + end) // 2,
    }
    regions = {name: (number - 1) * PAGE_BYTES + 5000 for name, number in page.items()}
    return Filled(
        case.path,
        stored.sha256,
        {**regions, "salt": 3, "first": 5000, "last": end * PAGE_BYTES - 1, "second": PAGE_BYTES},
    )


def flip(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 0x40]))


def codes(profile: Profile, path: Path) -> set[str]:
    return {finding.code for finding in verify_case(profile, path)}


def test_a_whole_case_holds_and_stays_as_it_was(profile: Profile, filled: Filled) -> None:
    before = filled.path.read_bytes()
    seen: list[Progress] = []
    assert verify_case(profile, filled.path, seen.append) == []
    assert filled.path.read_bytes() == before
    assert [item.name for item in filled.path.parent.iterdir()] == [filled.path.name]
    assert seen[-1] == Progress(1, 1)


@pytest.mark.parametrize(
    ("region", "code"),
    [
        ("salt", "salt_damaged"),
        ("first", "first_page_damaged"),
        ("second", "page_damaged"),
        ("journal", "page_damaged"),
        ("bodies", "page_damaged"),
        ("claims", "page_damaged"),
        ("blob", "page_damaged"),
        ("blob", "original_damaged"),
        ("free", "page_damaged"),
        ("last", "page_damaged"),
    ],
)
def test_one_changed_byte_is_found(profile: Profile, filled: Filled, region: str, code: str) -> None:
    flip(filled.path, filled.regions[region])
    assert code in codes(profile, filled.path)


def test_a_changed_byte_anywhere_is_found(profile: Profile, filled: Filled) -> None:
    size = filled.path.stat().st_size
    for offset in random.Random(7).sample(range(size), 12):
        flip(filled.path, offset)
        assert codes(profile, filled.path) & {"page_damaged", "first_page_damaged", "salt_damaged"}, offset
        flip(filled.path, offset)
    assert verify_case(profile, filled.path) == []


@pytest.mark.parametrize("cut", [1, PAGE_BYTES, 20 * PAGE_BYTES])
def test_a_truncated_case_is_found(profile: Profile, filled: Filled, cut: int) -> None:
    with filled.path.open("r+b") as file:
        file.truncate(filled.path.stat().st_size - cut)
    assert "truncated" in codes(profile, filled.path)


def test_bytes_hung_on_are_found(profile: Profile, filled: Filled) -> None:
    with filled.path.open("ab") as file:
        file.write(b"x" * PAGE_BYTES)
    assert "length_wrong" in codes(profile, filled.path)


Tamper = Callable[[CaseFile], None]


def run(*statements: str) -> Tamper:
    def tamper(case: CaseFile) -> None:
        with case.write() as session:
            for statement in statements:
                session.execute(text(statement))

    return tamper


@pytest.mark.parametrize(
    ("tamper", "code"),
    [
        (run("UPDATE claims SET report_no = 'forged'"), "projection_differs"),
        (run("DROP TRIGGER blob_no_delete"), "guard_missing"),
        (run("DROP TRIGGER blob_part_no_change", "UPDATE blob_part SET data = zeroblob(900000)"), "original_damaged"),
        (
            run(
                "DROP TRIGGER blob_part_no_delete", "DROP TRIGGER blob_no_delete", "DELETE FROM blob_part",
                "DELETE FROM blob",
            ),
            "original_missing",
        ),
        (run("DROP TRIGGER blob_no_change", "UPDATE blob SET size = 5"), "original_damaged"),
    ],
)  # fmt: skip
def test_who_holds_the_key_cannot_change_it_unnoticed(
    profile: Profile, filled: Filled, tamper: Tamper, code: str
) -> None:
    with open_case(profile, filled.path) as case:
        tamper(case)
    assert code in codes(profile, filled.path)


def test_an_older_copy_is_found(profile: Profile, filled: Filled) -> None:
    older = filled.path.read_bytes()
    with open_case(profile, filled.path) as case:
        case.apply([create_step("person", {"name": "李"})], "new")
    filled.path.write_bytes(older)
    assert codes(profile, filled.path) == {"head_missing"}
    open_case(profile, filled.path).close()
    assert codes(profile, filled.path) == set()


def test_what_is_not_ours_is_told(profile: Profile, filled: Filled, tmp_path: Path) -> None:
    stranger, _ = make_profile(tmp_path / "stranger")
    with stranger, pytest.raises(ForeignCaseFile):
        verify_case(stranger, filled.path)
    with pytest.raises(NotFound):
        verify_case(profile, tmp_path / "none.survey")
    (tmp_path / "letter.survey").write_text("dear")
    with pytest.raises(NotACaseFile):
        verify_case(profile, tmp_path / "letter.survey")


def test_an_open_case_is_not_checked_from_outside(profile: Profile, filled: Filled) -> None:
    with open_case(profile, filled.path), pytest.raises(CaseLocked):
        verify_case(profile, filled.path)
    assert verify_case(profile, filled.path) == []


def test_checking_can_be_cancelled(profile: Profile, filled: Filled) -> None:
    def cancel(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        verify_case(profile, filled.path, cancel)
    assert verify_case(profile, filled.path) == []
