"""A damaged case is read as far as it can be read: one bit costs nothing, a lost page what lay on it, and no more."""

from __future__ import annotations

import random
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.drafts import drafts, save_draft
from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.salvage.results import Salvaged
from surveyor_app.casefile.salvage.salvaging import salvage
from surveyor_app.casefile.sealed_pages import SealedPages
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.errors import (
    Cancelled,
    CaseLocked,
    DamagedFile,
    ForeignCaseFile,
    NotACaseFile,
    NotFound,
    SurveyorError,
    TargetExists,
)
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.progress import Progress
from surveyor_app.records import journal, reading
from tests.casefile.conftest import create_step, make_profile, random_bytes

NAMES = [f"证人{n}" + "长" * 150 for n in range(60)]
SIZES = (700_000, 2_300_000, 40)


@dataclass(frozen=True, slots=True)
class Filled:
    """A closed case of sixty people and three originals, and where the roots of its tables lie."""

    path: Path
    originals: Mapping[str, bytes]
    roots: Mapping[str, int]
    draft_of: RecordId


@pytest.fixture
def filled(case: CaseFile) -> Filled:
    kept = {}
    for size in SIZES:
        data = random_bytes(size)
        stored = store_blob(case, [data])
        fields = {"sha256": stored.sha256, "file_name": f"{size}.jpg", "size_bytes": size}
        case.apply([create_step("evidence", fields)], "import")
        kept[stored.sha256] = data
    steps = [create_step("person", {"name": name}) for name in NAMES]
    for step in steps:
        case.apply([step], "new")
    save_draft(case, "person", RecordId(steps[0].id), "phone", "139")
    case.checkpoint()
    with case.read() as session:
        found = session.execute(text("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))
        roots: dict[str, int] = {name: root for name, root in found}  # rows are no pairs to the type checker
    case.close()
    return Filled(case.path, kept, roots, RecordId(steps[0].id))


def wipe(path: Path, *pages: int) -> None:
    """Put noise over whole pages, as a dying disk does."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE_BYTES)
            file.write(secrets.token_bytes(PAGE_BYTES))


def people(profile: Profile, path: Path) -> set[str]:
    with open_case(profile, path) as case, case.read() as session:
        return {str(person.name) for person in reading.list_records(session, case.case_id, Person)}


def held(profile: Profile, path: Path, originals: Mapping[str, bytes]) -> set[str]:
    """Return which originals can be read, each byte of them what it was."""
    found = set()
    with open_case(profile, path) as case:
        for sha256, data in originals.items():
            try:
                assert b"".join(read_blob(case, sha256)) == data
                found.add(sha256)
            except SurveyorError:
                continue
    return found


def salvaged(profile: Profile, filled: Filled) -> tuple[Salvaged, Path]:
    target = filled.path.with_name("again.survey")
    before = filled.path.read_bytes()
    done = salvage(profile, filled.path, target)
    assert filled.path.read_bytes() == before
    assert {item.name for item in target.parent.iterdir()} == {filled.path.name, target.name}
    return done, target


def test_one_bit_anywhere_costs_nothing(profile: Profile, filled: Filled) -> None:
    data = bytearray(filled.path.read_bytes())
    # In the salt, in the first page, in its HMAC, and somewhere near the end of a page, where it is soonest found.
    places = [5, PAGE_BYTES - 200, 2 * PAGE_BYTES - 1, 30 * PAGE_BYTES - 300, len(data) - 90]
    for n, place in enumerate(places):
        data[place] ^= 1 << n
    filled.path.write_bytes(data)
    done, target = salvaged(profile, filled)
    assert (done.mended, done.lost_pages, done.is_whole) == (4, 0, True)
    assert people(profile, target) == set(NAMES)
    assert held(profile, target, filled.originals) == set(filled.originals)
    assert verify_case(profile, target) == []


def test_a_lost_page_of_a_photo_costs_that_photo(profile: Profile, filled: Filled) -> None:
    # The second original begins behind the first and is the longest.
    wipe(filled.path, filled.roots["blob_part"] + 100)
    done, target = salvaged(profile, filled)
    (lost,) = done.lost_originals
    assert lost.name in {f"{size}.jpg" for size in SIZES}
    assert held(profile, target, filled.originals) == set(filled.originals) - {lost.sha256}
    assert people(profile, target) == set(NAMES)
    assert (done.lost_entries, done.lost_bodies, done.lost_pages, done.mended) == (0, 0, 1, 0)
    assert {finding.code for finding in verify_case(profile, target)} == {"original_missing"}
    with open_case(profile, target) as case:
        assert [(item.id, item.value) for item in drafts(case)] == [(filled.draft_of, "139")]


@pytest.mark.parametrize(
    "table", ["blob", "blob_part", "people", "evidence", "this_case", "devices", "sqlite_autoindex_journal_1"]
)
def test_what_follows_from_the_rest_is_rebuilt(profile: Profile, filled: Filled, table: str) -> None:
    wipe(filled.path, 1, filled.roots[table])
    done, target = salvaged(profile, filled)
    assert done.lost_pages == 2
    assert done.lost_entries == 0
    assert people(profile, target) == set(NAMES)
    if table != "blob_part":  # its root may hold the parts themselves
        assert held(profile, target, filled.originals) == set(filled.originals)
        assert [item for item in verify_case(profile, target) if item.code != "device_unknown"] == []


@pytest.mark.parametrize(("leaf", "epoch"), [(0, 0), (1, 1), (-1, 1)])
def test_lines_after_a_lost_page_of_the_journal_are_said_again(
    profile: Profile, filled: Filled, leaf: int, epoch: int
) -> None:
    with open_case(profile, filled.path) as case, case.read() as session:
        before = {head.hash for head in journal.heads(session, case.case_id)}
    leaves = leaves_of(profile, filled, "journal")
    assert len(leaves) > 2
    wipe(filled.path, leaves[leaf])
    done, target = salvaged(profile, filled)
    assert done.lost_entries > 0
    assert (done.said_again > 0) == (leaf >= 0)
    found = people(profile, target)
    assert len(found) + done.lost_entries >= len(NAMES)
    assert (NAMES[-1] in found) == (leaf >= 0)
    assert held(profile, target, filled.originals) == set(filled.originals)
    # No line is given a place that another has: the chain goes on in an epoch of its own, and so does work.
    with open_case(profile, target) as case:
        case.apply([create_step("person", {"name": "later"})], "new")
        with case.read() as session:
            own = journal.head_of(session, case.case_id, profile.device_key.device_id)
        assert own is not None
        assert own.epoch == epoch
        assert own.hash not in before
    assert {item.code for item in verify_case(profile, target)} == set()
    assert "later" in people(profile, target)


def test_a_lost_page_of_bodies_is_counted(profile: Profile, filled: Filled) -> None:
    wipe(filled.path, leaves_of(profile, filled, "bodies")[1])
    done, target = salvaged(profile, filled)
    assert done.lost_bodies > 0
    assert len(people(profile, target)) == len(NAMES) - done.lost_bodies + ("None" in people(profile, target))


def leaves_of(profile: Profile, filled: Filled, table: str) -> list[int]:
    """Return the pages a table's root points to."""
    with open_case(profile, filled.path) as case:
        key = case.key
    page = SealedPages.of(filled.path, key).plain(filled.roots[table])
    assert page[0] == 5, "the table lies on one page"
    cells = int.from_bytes(page[3:5])
    pointers = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n]) for n in range(cells)]
    return [int.from_bytes(page[at : at + 4]) for at in pointers] + [int.from_bytes(page[8:12])]


@pytest.mark.parametrize("share", [0.8, 0.95])
def test_a_cut_file_gives_what_is_left(profile: Profile, filled: Filled, share: float) -> None:
    data = filled.path.read_bytes()
    filled.path.write_bytes(data[: int(len(data) * share)])
    done, target = salvaged(profile, filled)
    assert done.lost_pages or not done.is_whole
    missing = {item.sha256 for item in done.lost_originals}
    assert held(profile, target, filled.originals) == set(filled.originals) - missing or done.lost_entries
    with open_case(profile, target) as case:
        case.apply([create_step("person", {"name": "later"})], "new")
    assert "later" in people(profile, target)


def test_random_damage_never_stops_it_and_never_lies(profile: Profile, filled: Filled) -> None:
    whole = filled.path.read_bytes()
    chance = random.Random(11)
    for n in range(4):
        data = bytearray(whole)
        pages = chance.sample(range(2, len(data) // PAGE_BYTES), 6)
        filled.path.write_bytes(data)
        wipe(filled.path, *(page + 1 for page in pages))
        target = filled.path.with_name(f"again-{n}.survey")
        done = salvage(profile, filled.path, target)
        assert people(profile, target) <= {*NAMES, "None"}
        lost = {item.sha256 for item in done.lost_originals}
        assert not held(profile, target, filled.originals) & lost


def test_what_cannot_be_salvaged_is_refused(profile: Profile, filled: Filled, tmp_path: Path) -> None:
    there = tmp_path / "there.survey"
    there.write_bytes(b"mine")
    with pytest.raises(TargetExists):
        salvage(profile, filled.path, there)
    assert there.read_bytes() == b"mine"
    with pytest.raises(NotFound):
        salvage(profile, tmp_path / "nowhere.survey", tmp_path / "new.survey")
    (tmp_path / "notes.survey").write_text("no case at all\n" * 3000)
    with pytest.raises(NotACaseFile):
        salvage(profile, tmp_path / "notes.survey", tmp_path / "new.survey")
    other, _ = make_profile(tmp_path / "other")
    with other, pytest.raises(ForeignCaseFile):
        salvage(other, filled.path, tmp_path / "new.survey")
    with open_case(profile, filled.path), pytest.raises(CaseLocked):
        salvage(profile, filled.path, tmp_path / "new.survey")
    wipe(filled.path, *range(1, filled.path.stat().st_size // PAGE_BYTES + 1))
    with pytest.raises(DamagedFile):
        salvage(profile, filled.path, tmp_path / "new.survey")
    assert {item.name for item in tmp_path.glob("*.survey*")} == {"there.survey", "notes.survey"}


def test_a_cancelled_salvage_leaves_nothing(profile: Profile, filled: Filled, tmp_path: Path) -> None:
    wipe(filled.path, 3)

    def stop(progress: Progress) -> None:
        if progress.done > progress.total // 2 + 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        salvage(profile, filled.path, tmp_path / "new.survey", stop)
    assert list(tmp_path.glob("*new.survey*")) == []
