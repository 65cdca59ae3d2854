"""A centre is backed up while it serves, and one made from that is the same; what came later, laptops bring back."""

from __future__ import annotations

import random
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage import backing_up, snapshots
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.central.storage.backing_up import back_up, restore
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.domain.errors import InputError, TargetExists
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.progress import Progress
from surveyor_app.domain.wire_errors import ServerFailed
from surveyor_app.records import replay
from surveyor_app.records import schema as records_schema
from surveyor_app.sync.delivering import Outcome, deliver
from tests.integration.laptop import Laptop, patience
from tests.postgres_server import PostgresServer

PHOTOS = [random.Random(n).randbytes(60_000) for n in range(3)]


class Died(Exception):
    """Stands for a kill."""


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[EmbeddedCentre, Laptop]]:
    """A centre with a delivered case, and the laptop that has it: a fresh pair each time, for what is there is counted."""
    with EmbeddedCentre(tmp_path / "centre") as centre:
        laptop = Laptop("zhang")
        enrol(centre, laptop)
        laptop.open_case()
        laptop.add_evidence(PHOTOS[0], preview=b"a preview")
        delivered(centre, laptop)
        yield centre, laptop
    laptop.close()


def enrol(centre: EmbeddedCentre, laptop: Laptop) -> None:
    code = office.create_user(centre.centre, laptop.user, laptop.user.title()).code
    assert code is not None
    laptop.enrol(centre.url, code)


def delivered(centre: EmbeddedCentre, laptop: Laptop) -> Outcome:
    with laptop.client(centre.url) as client:
        return deliver(laptop, client, laptop.verify, patience=patience())


def test_the_drill(made: tuple[EmbeddedCentre, Laptop], tmp_path: Path) -> None:
    """Backed up in the middle of a delivery, again after it, lost, restored: everybody goes on."""
    centre, laptop = made
    laptop.add_evidence(PHOTOS[1])
    delivering = threading.Thread(target=delivered, args=(centre, laptop))
    delivering.start()
    first = back_up(centre.config, tmp_path / "backup")
    delivering.join()
    assert first.blobs >= 2
    second = back_up(centre.config, tmp_path / "backup")
    assert (second.blobs, second.damaged) == (3, ())
    assert second.copied == 3 - first.blobs
    # After the last backup, more work: the centre then burns.
    laptop.add_evidence(PHOTOS[2])
    before = delivered(centre, laptop)
    restored = CentreConfig(tmp_path / "new")
    assert restore(tmp_path / "backup", restored).blobs == 3
    assert restored.data_dir.stat().st_mode & 0o777 == 0o700
    with EmbeddedCentre(restored.data_dir) as again:
        assert again.centre.authority.centre_id == centre.centre.authority.centre_id
        enrol(again, laptop)
        laptop.lost_entries = None
        after = delivered(again, laptop)
        assert after.lost is not None
        assert after.kind == before.kind == "full"
        with centre.centre.database.read() as there, again.centre.database.read() as here:
            assert replay.compare(there, here, laptop.case_id) == []
        held = {path for path in again.centre.store.list(f"cases/{laptop.case_id}")}
        assert {blob_path(laptop.case_id, sha256_hex(photo)) for photo in PHOTOS} <= held


@pytest.mark.postgres
@pytest.mark.parametrize("way", [("postgresql", "sqlite"), ("sqlite", "postgresql"), ("postgresql", "postgresql")])
def test_a_centre_is_restored_on_either_kind_of_database(
    way: tuple[str, str], postgres_server: PostgresServer, tmp_path: Path
) -> None:
    """Backed up while somebody delivers, and everybody goes on at the new one, with new entries after the old."""
    with ExitStack() as stack:
        urls = [stack.enter_context(postgres_server.fresh_database()) if kind == "postgresql" else None for kind in way]
        old, new = (CentreConfig(tmp_path / name, url) for name, url in zip(("old", "new"), urls, strict=True))
        laptop = stack.enter_context(closing(Laptop("zhang")))
        with EmbeddedCentre(old.data_dir, config=old) as centre:
            enrol(centre, laptop)
            laptop.open_case()
            laptop.add_evidence(PHOTOS[0], preview=b"a preview")
            delivered(centre, laptop)
            laptop.add_evidence(PHOTOS[1])
            delivering = threading.Thread(target=delivered, args=(centre, laptop))
            delivering.start()
            back_up(old, tmp_path / "backup")
            delivering.join()
            second = back_up(old, tmp_path / "backup")
            assert (second.blobs, second.damaged) == (3, ())
            assert restore(tmp_path / "backup", new).blobs == 3
            with pytest.raises(TargetExists):
                restore(tmp_path / "backup", new)
            with EmbeddedCentre(new.data_dir, config=new) as again:
                with centre.centre.database.read() as there, again.centre.database.read() as here:
                    assert replay.compare(there, here, laptop.case_id) == []
                    for table in records_schema.metadata.sorted_tables:
                        rows = [session.execute(select(table)).all() for session in (there, here)]
                        assert len(rows[0]) == len(rows[1]), table.name
                enrol(again, laptop)
                laptop.lost_entries = None
                laptop.add_evidence(PHOTOS[2])
                assert delivered(again, laptop).kind == "full"
                assert office.list_claims(again.centre)[0].case == laptop.case_id
    assert not list(tmp_path.glob("*/.snapshot*"))


@pytest.mark.postgres
def test_a_restore_that_dies_leaves_no_half_centre_on_postgresql(
    made: tuple[EmbeddedCentre, Laptop], postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre, _laptop = made
    back_up(centre.config, tmp_path / "backup")
    new = CentreConfig(tmp_path / "new", postgres_url)

    def dies(_connection: Connection) -> None:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(snapshots, "_set_counters", dies)
        with pytest.raises(Died):
            restore(tmp_path / "backup", new)
    assert restore(tmp_path / "backup", new).copied == 0, "nothing stood in the way, and what was copied is kept"


def test_a_backup_cut_short_leaves_the_one_before(
    made: tuple[EmbeddedCentre, Laptop], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre, laptop = made
    folder = tmp_path / "backup"
    back_up(centre.config, folder)
    laptop.add_evidence(random.Random(str(tmp_path)).randbytes(5_000))
    delivered(centre, laptop)

    dies_at = [""]

    def reach(point: str) -> None:
        if point == dies_at[0]:
            raise Died

    monkeypatch.setattr(backing_up, "reach", reach)
    for dies_at[0] in ("backup.after_snapshot", "backup.before_published", "backup.after_published"):
        with pytest.raises(Died):
            back_up(centre.config, folder)
        shutil.rmtree(tmp_path / "new", ignore_errors=True)
        assert restore(folder, CentreConfig(tmp_path / "new")).blobs > 0
    dies_at[0] = "restore.before_published"
    with pytest.raises(Died):
        restore(folder, CentreConfig(tmp_path / "half"))
    assert not (tmp_path / "half" / "centre.db").exists()
    dies_at[0] = ""
    assert restore(folder, CentreConfig(tmp_path / "half")).copied == 0, "what was copied is not copied again"


def test_what_the_store_lost_is_said_and_asked_for_again(made: tuple[EmbeddedCentre, Laptop], tmp_path: Path) -> None:
    centre, laptop = made
    sha256 = sha256_hex(PHOTOS[0])
    path = blob_path(laptop.case_id, sha256)
    centre.centre.store.put(path, b"something else")
    try:
        found = back_up(centre.config, tmp_path / "backup")
    finally:
        centre.centre.store.put(path, PHOTOS[0])
    assert found.damaged == (sha256,)
    restore(tmp_path / "backup", CentreConfig(tmp_path / "new"))
    with EmbeddedCentre(tmp_path / "new") as again:
        enrol(again, laptop)
        assert delivered(again, laptop).kind == "full"
        assert b"".join(again.centre.store.read(path)) == PHOTOS[0]


def test_only_whole_backups_are_restored_and_nothing_is_overwritten(
    made: tuple[EmbeddedCentre, Laptop], tmp_path: Path
) -> None:
    centre, _laptop = made
    folder = tmp_path / "backup"
    told: list[Progress] = []
    back_up(centre.config, folder, told.append)
    assert told[-1] == Progress(len(told) - 1, len(told) - 1)
    with pytest.raises(TargetExists):
        restore(folder, centre.config)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    new = CentreConfig(tmp_path / "new")
    (blob, *_rest) = (folder / "store" / "cases").glob("*/*")
    (database,) = folder.glob("centre-*.db")
    attacks: dict[str, Callable[[], object]] = {
        "a blob": lambda: blob.write_bytes(b"x"),
        "the database": lambda: database.write_bytes(database.read_bytes()[:-1] + b"!"),
        "its description": lambda: (folder / "backup.json").write_text('{"v": 1, "database": "../../x"}'),
        "no description": lambda: (folder / "backup.json").unlink(),
    }
    for attack in attacks.values():
        attack()
        with pytest.raises(InputError):
            restore(folder, new)
        assert not (new.data_dir / "centre.db").exists()
    for config, out in ((centre.config, tmp_path / "mine"), (CentreConfig(tmp_path / "none"), tmp_path / "out")):
        with pytest.raises(InputError):
            back_up(config, out)
    with pytest.raises(ServerFailed):
        back_up(CentreConfig(tmp_path, "postgresql+psycopg://nobody@localhost:1/x"), tmp_path / "out")
    assert (tmp_path / "mine" / "letter.txt").read_text() == "mine"
