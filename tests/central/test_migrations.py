"""An upgraded database has exactly the tables the code knows; both engines, both chains."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, inspect, text

from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.migrating import VERSION_TABLE, upgrade
from surveyor_app.central.storage.schema import NAMING, metadata
from surveyor_app.central.storage.uploads import list_uploads
from surveyor_app.data_files import migrations_dir
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_case_id
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.records import journal, reading
from tests.records.newer_program import NewerDevice, Said, learnt
from tests.records.rewinding import rewind
from tests.records.sides import author


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'centre.db'}"
    found: str = request.getfixturevalue("postgres_url")
    return found


def test_upgrade_equals_models(url: str) -> None:
    database = Database(url)
    with database.write() as session:
        upgrade(session.connection())
    with database.write() as session:
        upgrade(session.connection())  # a second start
    with database.read() as session:
        context = MigrationContext.configure(
            session.connection(),
            opts={"compare_type": True, "include_object": _is_ours, "version_table": VERSION_TABLE},
        )
        assert compare_metadata(context, metadata) == []
        assert "journal" in inspect(session.connection()).get_table_names()
    database.close()


def _is_ours(item: object, name: str | None, kind: str, reflected: bool, compared: object) -> bool:
    return kind != "table" or (name or "").startswith("centre_")


def test_names_follow_one_convention() -> None:
    assert isinstance(metadata, MetaData)
    assert metadata.naming_convention["pk"] == NAMING["pk"]
    assert all(table.name.startswith("centre_") for table in metadata.sorted_tables)


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'centre.db'}")

    def fail() -> None:
        with database.write() as session:
            upgrade(session.connection())
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        fail()
    with database.read() as session:
        assert inspect(session.connection()).get_table_names() == []
    database.close()


def test_what_had_no_right_to_an_effect_loses_it(url: str) -> None:
    """An older centre let a surveyor's alias tie two cases."""
    database = Database(url)
    with database.write() as session:
        upgrade(session.connection())
    own, other = new_case_id(), new_case_id()
    with database.write() as session:
        steps = [Step(Action.CREATE, CASE_KIND, own), Step(Action.ALIAS, CASE_KIND, own, {"alias_of": other})]
        written = journal.append(session, own, steps, author(1))
        journal.assign_numbers(session, own, [entry.hash for entry in written])
        session.execute(text("UPDATE cases SET alias_of = :other"), {"other": other})
        session.execute(text("DELETE FROM quarantine"))
        assert journal.resolve(session, other) == [other, own]
        rewind(session.connection(), "r003")
    with database.write() as session:
        upgrade(session.connection())
    with database.read() as session:
        assert journal.resolve(session, other) == [other]
        assert [item.reason for item in reading.quarantine_of(session, own)] == ["not_owner"]
    database.close()


def test_a_centre_that_understands_more_shows_what_waited(url: str) -> None:
    """No table changes for it: a newer version may know a member of the line more, and nothing else."""
    database = Database(url)
    case = new_case_id()
    device = NewerDevice(author(1), case)
    with database.write() as session:
        upgrade(session.connection())
        journal.register_device(session, *_known(author(1)))
        opened = Said("create", id="p1", fields={"name": "王五"}, members={"witness": "li"})
        journal.receive(session, case, device.says(opened))
    with database.write() as session:
        upgrade(session.connection())
        assert reading.list_records(session, case, Person) == []
    with learnt(), database.write() as session:
        upgrade(session.connection())
        assert [person.name for person in reading.list_records(session, case, Person)] == ["王五"]
        assert reading.quarantine_of(session, case) == []
    database.close()


def _known(by: journal.Author) -> tuple[str, bytes, Role, str]:
    return by.signer.device_id, by.signer.public_key, by.role, by.actor


def test_blobs_of_the_first_version_are_read_again_for_every_later_receipt(url: str) -> None:
    database = Database(url)
    case = new_case_id()
    with database.write() as session:
        config = Config()
        config.set_main_option("script_location", str(migrations_dir() / "central").replace("%", "%%"))
        config.attributes["connection"] = session.connection()
        command.upgrade(config, "0001")
        values = {"case": case, "sha256": "ab" * 32}
        session.execute(
            text(
                'INSERT INTO centre_blobs (case_id, sha256, size, state, "offset", fence, reread_for)'
                " VALUES (:case, :sha256, 5, 'stored', 5, 1, 'a root')"
            ),
            values,
        )
    with database.write() as session:
        upgrade(session.connection())
    with database.read() as session:
        (upload,) = list_uploads(session, case)
        assert (upload.sha256, upload.size, upload.state, upload.reread_in) == ("ab" * 32, 5, "stored", None)
    database.close()
