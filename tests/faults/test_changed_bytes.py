"""One changed byte anywhere in a delivered case file is found and said; nothing in the file can be read without the key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.domain.people.people import Person
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from tests.faults import edits
from tests.faults.launcher import Ended, Launcher
from tests.faults.pages import INTERIOR_TABLE, LEAF_INDEX, Pages, flip
from tests.faults.worlds import CLAIM, ENVIRONMENT, Stage, World

pytestmark = pytest.mark.faults

SALT = "The salt at the start of the case file was changed"
FIRST_PAGE = "The first page of the case file is damaged or was changed"
PAGE = "Page {page} of the case file is damaged or was changed"
ORIGINAL = "An original is damaged or was changed"
CUT = "The case file was cut short"
LENGTH = "The case file has the wrong length"

PRINTABLE = re.compile(rb"[ -~]{32,}")
"""In 12 MB of random bytes a run of so many printable characters has a chance of one in ten million."""


@pytest.fixture(scope="module")
def delivered(prepared: Mapping[Stage, World], tmp_path_factory: pytest.TempPathFactory) -> World:
    """A delivered case with free pages: the same file was offered a second time."""
    world = prepared[Stage.DELIVERED].copy(tmp_path_factory.mktemp("delivered") / "world")
    with world.opened() as case, MediaWorkers() as workers:
        again = evidence.import_files(case, [world.photos / "scan.pdf"], workers)
    assert [item.outcome for item in again.items] == ["duplicate"]
    return world


@pytest.fixture(scope="module")
def pages(delivered: World) -> Pages:
    return Pages.of(delivered)


@pytest.fixture
def damaged(delivered: World, tmp_path: Path) -> World:
    """A world of the test's own, to be damaged; its profile knows where the case lies now."""
    world = delivered.copy(tmp_path / "world")
    before = world.case.read_bytes()
    with world.opened():
        pass
    assert world.case.read_bytes() == before
    return world


def verify(launcher: Launcher, world: World) -> Ended:
    return launcher.run(("case", "verify", world.case, "--profile", world.profile), ENVIRONMENT)


def middle_of(world: World, name: str) -> bytes:
    """Return some bytes of an original that occur nowhere else."""
    data = (world.photos / name).read_bytes()
    return data[len(data) // 2 :][:64]


REGIONS: dict[str, tuple[Callable[[World, Pages], int], int, tuple[str, ...]]] = {
    "salt": (lambda _world, _pages: 1, 3, (SALT,)),
    "first page": (lambda _world, _pages: 1, 5000, (FIRST_PAGE,)),
    "end of the first page": (lambda _world, _pages: 1, -1, (FIRST_PAGE,)),
    "journal line": (lambda _world, pages: pages.holding(b'"kind":"person"'), 9000, (PAGE,)),
    "body of an entry": (lambda _world, pages: pages.holding(edits.NAMES[0].encode()), 0, (PAGE,)),
    "photo": (lambda world, pages: pages.holding(middle_of(world, "sample-01.jpg")), 77, (PAGE, ORIGINAL)),
    "paper": (lambda world, pages: pages.holding(middle_of(world, "scan.pdf")), -81, (PAGE, ORIGINAL)),
    "index": (lambda _world, pages: pages.of_kind(LEAF_INDEX), 1, (PAGE,)),
    "interior of a table": (lambda _world, pages: pages.of_kind(INTERIOR_TABLE), 1, (PAGE,)),
    "free page": (lambda _world, pages: pages.free(), 8000, (PAGE,)),
    "iv of the last page": (lambda _world, pages: len(pages.plain), -80, (PAGE,)),
    "hmac of the last page": (lambda _world, pages: len(pages.plain), -1, (PAGE,)),
}


def test_the_undamaged_case_holds(launcher: Launcher, delivered: World) -> None:
    verified = verify(launcher, delivered)
    assert (verified.status, verified.err) == (0, "")
    assert "every entry, record and original holds" in verified.out


@pytest.mark.parametrize("region", REGIONS)
def test_one_changed_byte_is_found(launcher: Launcher, damaged: World, pages: Pages, region: str) -> None:
    find, offset, sentences = REGIONS[region]
    page = find(damaged, pages)
    flip(damaged.case, (page - 1) * PAGE_BYTES + offset % PAGE_BYTES)
    verified = verify(launcher, damaged)
    assert verified.status == 1
    for sentence in sentences:
        assert sentence.format(page=page) in verified.out
    assert "Does not hold" in verified.out
    assert verified.err == ""


@pytest.mark.parametrize("left", [0, 10, PAGE_BYTES, PAGE_BYTES + 5, 200 * PAGE_BYTES, -PAGE_BYTES, -1])
def test_a_file_that_was_cut_short_is_found(launcher: Launcher, damaged: World, left: int) -> None:
    damaged.case.write_bytes(damaged.case.read_bytes()[:left])
    verified = verify(launcher, damaged)
    assert verified.status == 1
    assert CUT in verified.out
    assert "?" not in verified.out


def test_a_file_that_became_longer_is_found(launcher: Launcher, damaged: World) -> None:
    with damaged.case.open("ab") as file:
        file.write(bytes(PAGE_BYTES))
    verified = verify(launcher, damaged)
    assert verified.status == 1
    assert LENGTH in verified.out


def test_nothing_can_be_read_without_the_key(delivered: World, tmp_path: Path) -> None:
    world = delivered.copy(tmp_path / "world")
    require_unreadable(world, world.case, world.profile / "profile.db")
    with world.opened() as case:
        # While a case is open, what was just written lies beside it.
        records.create(case, Person, {"name": "孙丽华", "phone": "13900001111"})
        beside = [path for path in world.cases.iterdir() if path != world.case and path.suffix != ".lock"]
        assert {path.suffix for path in beside} == {".survey-wal", ".survey-shm"}
        require_unreadable(world, *beside, secrets=["孙丽华", "13900001111"])


def require_unreadable(world: World, *files: Path, secrets: list[str] | None = None) -> None:
    known = [*CLAIM.values(), *edits.NAMES, "张查勘", "查勘员", "witness", "create", "sample-01.jpg", *(secrets or [])]
    words = [word.encode(coding) for word in known for coding in ("utf-8", "utf-16-le", "gb18030")]
    words += [b"SQLite format", b"CREATE TABLE", b"Exif\0\0", b"%PDF-", b"JFIF\0", b"BEGIN CERTIFICATE", b"PRAGMA"]
    words += [path.read_bytes()[:16] for path in world.originals()]
    for file in files:
        data = file.read_bytes()
        assert data, file
        assert [word for word in words if len(word) > 5 and word in data] == []
        assert PRINTABLE.search(data) is None
