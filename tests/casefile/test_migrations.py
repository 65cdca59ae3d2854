"""Schema and migrations: the chain makes what the models say, an older file is upgraded whole or left as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from surveyor_app.casefile import migrating
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.engine import connect, transaction
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.migrating import VERSION_TABLE, LocalChain, bring_up_to_date, file_format
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.schema import GUARDS, metadata
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.errors import MigrationFailed, NewerFormat
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.records import journal, reading
from surveyor_app.records.journal import Author
from surveyor_app.records.keys import DeviceKey
from surveyor_app.records.schema import metadata as records_metadata
from tests.casefile.conftest import create_step, random_bytes
from tests.records.newer_program import NewerDevice, Said, learnt
from tests.records.rewinding import rewind
from tests.records.sides import DEMAND

SECOND = '''"""A later schema.

Revision ID: c999
"""
from alembic import op
import sqlalchemy as sa

revision = "c999"
down_revision = "c005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("draft", sa.Column("later", sa.Text()))
    op.execute("UPDATE draft SET later = 'filled'")
    {more}
'''


@pytest.fixture
def closed(case: CaseFile) -> Path:
    sha256 = store_blob(case, [random_bytes(1000)]).sha256
    case.apply([create_step("evidence", {"sha256": sha256}), create_step("claim", {"report_no": "R1"})], "new")
    with case.write() as session:
        session.execute(text("INSERT INTO draft VALUES ('claim', 'id', 'insurer', '\"x\"', 'now')"))
    case.close()
    return case.path


def chain(tmp_path: Path, more: str = "") -> LocalChain:
    folder = tmp_path / "100% later" / "casefile"
    shutil.copytree(migrating.local_chain().folder, folder)
    (folder / "versions" / "c999_later.py").write_text(SECOND.replace("{more}", more), encoding="utf-8")
    return LocalChain(folder)


def test_the_chain_makes_what_the_models_say(case: CaseFile) -> None:
    others = {*records_metadata.tables, "alembic_version_records", VERSION_TABLE}

    def ours(item: object, name: str | None, kind: str, reflected: bool, compared: object) -> bool:
        return not (kind == "table" and name in others)

    with case.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        found: dict[str, str] = {name: sql for name, sql in rows}
    assert {name: found[name] for name in GUARDS} == GUARDS


def test_migrations_import_nothing_of_ours() -> None:
    for path in migrating.local_chain().folder.rglob("*.py"):
        assert "surveyor_app" not in path.read_text(encoding="utf-8")


def test_a_current_file_is_left_alone(profile: Profile, closed: Path) -> None:
    before = closed.read_bytes()
    assert bring_up_to_date(closed, profile.case_key(before[:16])) is False
    assert closed.read_bytes() == before


def test_an_older_file_is_upgraded_with_its_data(profile: Profile, closed: Path, tmp_path: Path) -> None:
    key = profile.case_key(closed.read_bytes()[:16])
    assert bring_up_to_date(closed, key, chain(tmp_path), file_format() + 1) is True
    connection = connect(closed, key)
    assert connection.execute("SELECT later FROM draft").fetchall() == [("filled",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (file_format() + 1,)
    assert connection.execute("SELECT count(*) FROM blob_part").fetchone() == (1,)
    assert connection.execute("SELECT report_no FROM claims").fetchall() == [("R1",)]
    connection.close()
    assert [item.name for item in closed.parent.iterdir()] == [closed.name]
    with pytest.raises(NewerFormat):
        open_case(profile, closed)


@pytest.mark.parametrize("more", ["op.execute('no such statement')", "op.execute('DELETE FROM receipt_')", "1 / 0"])
def test_a_failed_upgrade_leaves_the_file_as_it_was(profile: Profile, closed: Path, tmp_path: Path, more: str) -> None:
    key = profile.case_key(closed.read_bytes()[:16])
    with pytest.raises(MigrationFailed):
        bring_up_to_date(closed, key, chain(tmp_path, more), file_format() + 1)
    assert [item.name for item in closed.parent.iterdir()] == [closed.name]
    assert verify_case(profile, closed) == []


def test_an_upgrade_that_loses_rows_is_undone(profile: Profile, closed: Path, tmp_path: Path) -> None:
    key = profile.case_key(closed.read_bytes()[:16])
    more = "op.execute('DROP TRIGGER blob_no_delete'); op.execute('DELETE FROM blob')"
    with pytest.raises(MigrationFailed):
        bring_up_to_date(closed, key, chain(tmp_path, more), file_format() + 1)
    assert verify_case(profile, closed) == []


def test_projections_are_rebuilt_from_the_journal(profile: Profile, closed: Path) -> None:
    key = profile.case_key(closed.read_bytes()[:16])
    with transaction(closed, key) as connection:
        connection.execute(text("UPDATE claims SET report_no = 'stale'"))
        connection.execute(text("PRAGMA user_version = 0"))
    with open_case(profile, closed) as case:
        assert case.notices == ("migrated",)
    assert verify_case(profile, closed) == []


def test_a_program_that_understands_more_works_out_what_waited(profile: Profile, case: CaseFile) -> None:
    """Without any newer table, and with an erasure that takes effect only now."""
    case.apply([create_step("person", {"name": "王五"}, "p1"), create_step("person", {"name": "赵六"}, "p2")], "new")
    office = Author(DeviceKey.generate(), "office", case.author.clock, Role.OFFICE)
    with case.write() as session:
        gone = journal.all_entries(session, case.case_id)[-1].entry.body
        journal.register_device(session, office.signer.device_id, office.signer.public_key, office.role, "office")
        named: list[Json] = [gone, "0" * 64]
        device = NewerDevice(office, case.case_id)
        said = Said("create", id="p3", fields={"name": "钱七"}, members={"witness": "li"})
        erasure = Said("erase", CASE_KIND, case.case_id, {"bodies": named, **DEMAND}, v=2)
        journal.receive(session, case.case_id, [*device.says(said), *device.says(erasure)])
    assert _people(case) == ["王五", "赵六"]
    case.close()
    assert [item.code for item in verify_case(profile, case.path)] == ["newer_version"]
    with learnt():
        with open_case(profile, case.path) as opened:
            assert (opened.notices, _people(opened)) == (("migrated",), ["", "王五", "钱七"])
        assert verify_case(profile, case.path) == []
        with open_case(profile, case.path) as opened:
            assert opened.notices == ()


def _people(case: CaseFile) -> list[str]:
    with case.read() as session:
        return sorted(person.name or "" for person in reading.list_records(session, case.case_id, Person))


def test_an_older_file_forgets_what_had_no_right_to_an_effect(profile: Profile, case: CaseFile) -> None:
    """Format 3 showed the alias that a surveyor had written, and the centre had numbered it."""
    case.apply([Step(Action.CREATE, CASE_KIND, case.case_id), create_step("claim", {"report_no": "R1"})], "new")
    case.apply([Step(Action.ALIAS, CASE_KIND, case.case_id, {"alias_of": "another"})], "alias")
    with case.write() as session:
        entries = journal.unsent(session, case.case_id, profile.device_key.device_id, 10**6)
        journal.assign_numbers(session, case.case_id, [entry.hash for entry in entries])
    case.close()
    with transaction(case.path, profile.case_key(case.path.read_bytes()[:16])) as connection:
        connection.execute(text("UPDATE cases SET alias_of = 'another'"))
        connection.execute(text("DELETE FROM quarantine"))
        rewind(connection, "r003")
        connection.execute(text("PRAGMA user_version = 3"))
    with open_case(profile, case.path) as opened, opened.read() as session:
        assert opened.notices == ("migrated",)
        assert journal.resolve(session, case.case_id) == [case.case_id]
        assert [(item.hash, item.reason) for item in reading.quarantine_of(session, case.case_id)] == [
            (entries[-1].hash, "not_owner")
        ]
    assert verify_case(profile, case.path) == []
