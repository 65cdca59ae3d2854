"""Reading an open case: one idle connection is kept, and never one that saw damage, held an old state or outlived the case."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, text

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import DamagedFile
from surveyor_app.records import reading
from tests.casefile.conftest import create_step

CLAIM = {"report_no": "RDAA1"}


@contextmanager
def connections_made(case: CaseFile) -> Iterator[list[object]]:
    """Collect the connections opened for readers meanwhile."""
    made: list[object] = []

    def note(connection: object, _record: object) -> None:
        made.append(connection)

    event.listen(case.engine, "connect", note)
    yield made
    event.remove(case.engine, "connect", note)


def claims(case: CaseFile) -> int:
    with case.read() as session:
        return reading.count(session, case.case_id, Claim)


def beside(path: Path) -> list[str]:
    return sorted(item.name for item in path.parent.iterdir())


def test_readings_one_after_the_other_share_one_connection(case: CaseFile) -> None:
    claims(case)
    with connections_made(case) as made:
        for _ in range(5):
            claims(case)
    assert made == []


def test_readings_at_once_have_a_connection_each_and_one_stays(case: CaseFile) -> None:
    claims(case)
    with connections_made(case) as made:
        with case.read() as first, case.read() as second, case.read() as third:
            for session in (first, second, third):
                assert reading.count(session, case.case_id, Claim) == 0
        claims(case)
    assert len(made) == 2


def test_a_reading_after_a_write_sees_it(case: CaseFile) -> None:
    for count in range(1, 6):
        case.apply([create_step("claim", CLAIM)], "new")
        assert claims(case) == count


def test_a_reading_in_between_sees_its_own_state_to_its_end(case: CaseFile) -> None:
    with case.read() as session:
        assert reading.count(session, case.case_id, Claim) == 0
        case.apply([create_step("claim", CLAIM)], "new")
        assert reading.count(session, case.case_id, Claim) == 0
    assert claims(case) == 1


def test_a_reading_that_was_broken_off_leaves_no_old_state_behind(case: CaseFile) -> None:
    def broken_off() -> None:
        with case.read() as session:
            reading.count(session, case.case_id, Claim)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    case.apply([create_step("claim", CLAIM)], "new")
    assert claims(case) == 1


def test_any_thread_may_read_with_the_connection_of_another(case: CaseFile) -> None:
    found: list[int] = []
    errors: list[BaseException] = []

    def read_often() -> None:
        try:
            for _ in range(50):
                found.append(claims(case))
        except BaseException as error:
            errors.append(error)
            raise

    case.apply([create_step("claim", CLAIM)], "new")
    claims(case)
    threads = [threading.Thread(target=read_often) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert found == [1] * 300


def test_a_connection_that_met_a_damaged_page_is_never_used_again(profile: Profile, case: CaseFile) -> None:
    case.apply([create_step("claim", CLAIM)], "new")
    with case.read() as session:
        root = session.scalar(text("SELECT rootpage FROM sqlite_master WHERE name = 'claims'"))
    assert isinstance(root, int)
    case.close()
    sound = case.path.read_bytes()
    _damage(case.path, root)
    with open_case(profile, case.path) as again:
        with pytest.raises(DamagedFile):
            claims(again)
        with connections_made(again) as made:
            assert _devices(again) == 1
        assert len(made) == 1
    case.path.write_bytes(sound)
    with open_case(profile, case.path) as mended:
        assert claims(mended) == 1


def test_damage_that_one_reader_meets_ends_the_idle_connection_too(profile: Profile, case: CaseFile) -> None:
    case.apply([create_step("claim", CLAIM)], "new")
    with case.read() as session:
        root = session.scalar(text("SELECT rootpage FROM sqlite_master WHERE name = 'claims'"))
    assert isinstance(root, int)
    case.close()
    _damage(case.path, root)
    with open_case(profile, case.path) as again:
        with pytest.raises(DamagedFile):
            _meet_damage_beside_another_reader(again)
        with connections_made(again) as made:
            assert _devices(again) == 1
        assert len(made) == 1


def test_a_closed_case_is_one_file_though_its_connection_was_kept(case: CaseFile) -> None:
    case.apply([create_step("claim", CLAIM)], "new")
    claims(case)
    case.close()
    assert beside(case.path) == [case.path.name]


def test_a_reader_that_ends_after_the_closing_leaves_one_file(case: CaseFile) -> None:
    case.apply([create_step("claim", CLAIM)], "new")
    with case.read() as session:
        assert reading.count(session, case.case_id, Claim) == 1
        session.rollback()
        case.close()
        assert session.scalar(text("SELECT count(*) FROM devices")) == 1
    assert beside(case.path) == [case.path.name]


def _devices(case: CaseFile) -> int:
    with case.read() as session:
        return int(session.scalar(text("SELECT count(*) FROM devices")) or 0)


def _meet_damage_beside_another_reader(case: CaseFile) -> None:
    with case.read() as session:
        assert session.scalar(text("SELECT count(*) FROM devices")) == 1
        # This reader's connection is the idle one afterwards.
        assert _devices(case) == 1
        reading.count(session, case.case_id, Claim)


def _damage(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE_BYTES + 5000)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 0x40]))
