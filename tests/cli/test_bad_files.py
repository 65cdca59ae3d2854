"""Files that are wrong, foreign, newer, damaged or in use: each gets its sentence and its code, and stays as it was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.engine import PAGE_BYTES, connect
from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.keys import SALT_BYTES
from surveyor_app.domain.ownership import Role
from surveyor_app.records import journal
from surveyor_app.records.journal import Author
from surveyor_app.records.keys import DeviceKey
from tests.casefile.conftest import make_profile
from tests.cli.commands import Surveyor, require_sentence
from tests.faults.pages import flip
from tests.faults.wholeness import require_nothing_beside
from tests.faults.worlds import ENVIRONMENT
from tests.records.newer_program import NewerDevice, Said


def test_wrong_passphrase(fetched: Surveyor) -> None:
    fetched.environment["SURVEYOR_PASSPHRASE"] = "not the one"
    before = fetched.world.case.read_bytes()
    fetched.refuse("wrong_passphrase", "case", "list")
    fetched.refuse("wrong_passphrase", "import", fetched.world.case, fetched.world.photos)
    assert fetched.world.case.read_bytes() == before


def test_people_get_the_sentence_alone(fetched: Surveyor, tmp_path: Path) -> None:
    ended = fetched.run("case", "info", tmp_path / "nowhere.survey")
    assert (ended.status, ended.out) == (1, "")
    require_sentence(ended.err, "not_found")


def test_no_secret_and_no_terminal(fetched: Surveyor) -> None:
    fetched.environment.clear()
    assert fetched.refuse("secret_missing", "case", "list")["variable"] == "SURVEYOR_PASSPHRASE"


def test_no_profile(fetched: Surveyor) -> None:
    shutil.rmtree(fetched.world.profile)
    fetched.refuse("profile_missing", "case", "list")
    assert not fetched.world.profile.exists()


def test_damaged_profile(fetched: Surveyor) -> None:
    flip(fetched.world.profile / "profile.db", 100)
    fetched.refuse("profile_damaged", "case", "list")


def test_a_case_of_another_profile(fetched: Surveyor, tmp_path: Path) -> None:
    other, _ = make_profile(tmp_path / "other")
    with other:
        create_case(other, tmp_path / "foreign.survey").close()
    before = (tmp_path / "foreign.survey").read_bytes()
    for words in (("case", "info"), ("case", "verify"), ("check",), ("sync",)):
        fetched.refuse("foreign_case_file", *words, tmp_path / "foreign.survey")
    fetched.refuse("foreign_case_file", "import", tmp_path / "foreign.survey", fetched.world.photos)
    assert (tmp_path / "foreign.survey").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"foreign.survey", "other", "world"}


def test_a_case_of_a_newer_version(fetched: Surveyor) -> None:
    path = fetched.world.case
    with fetched.world.unlock() as profile:
        connection = connect(path, profile.case_key(path.read_bytes()[:SALT_BYTES]))
        connection.execute("PRAGMA user_version = 99")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.close()
    before = path.read_bytes()
    data = fetched.refuse("newer_format", "case", "info", path)
    assert data["found"] == "99"
    fetched.refuse("newer_format", "case", "verify", path)
    assert path.read_bytes() == before
    require_nothing_beside(fetched.world)


def test_entries_of_a_newer_version_are_told_and_are_no_fault(fetched: Surveyor) -> None:
    path = fetched.world.case
    colleague = Author(DeviceKey.generate(), "colleague", system_clock)
    with fetched.world.unlock() as profile, open_case(profile, path) as case, case.write() as session:
        key = colleague.signer
        journal.register_device(session, key.device_id, key.public_key, Role.SURVEYOR, "colleague")
        entries = NewerDevice(colleague, case.case_id).says(Said("transfer", "sketch"), Said("create"))
        journal.receive(session, case.case_id, entries)
    assert "2 entries were made by a newer version" in fetched.say("case", "info", path)
    assert fetched.tell("case", "info", path)["newer"] == 2
    verified = fetched.tell("case", "verify", path)
    assert (verified["holds"], verified["proven"]) == (True, False)
    ((code, level, data),) = [(item["code"], item["level"], item["data"]) for item in verified["findings"]]
    assert (code, level, data) == ("newer_version", "warn", {"lines": "2"})
    assert "2 line(s) were made by a newer version" in fetched.say("case", "verify", path)


@pytest.mark.parametrize("left", [0, 100, PAGE_BYTES, 20 * PAGE_BYTES, -PAGE_BYTES, -7])
def test_a_file_that_was_cut_short(told: Surveyor, left: int) -> None:
    path = told.world.case
    # The profile learns where the case lies now.
    told.say("case", "info", path)
    path.write_bytes(path.read_bytes()[:left])
    told.refuse("damaged_file", "case", "info", path)
    told.refuse("damaged_file", "import", path, told.world.photos)
    assert [item.name for item in told.world.cases.iterdir()] == [path.name]


def test_what_is_no_case_at_all(fetched: Surveyor, tmp_path: Path) -> None:
    text = tmp_path / "notes.survey"
    text.write_text("这不是案件文件\n" * 4000, encoding="utf-8")
    fetched.refuse("not_a_case_file", "case", "info", text)
    fetched.refuse("not_a_case_file", "verify", text)
    fetched.refuse("not_found", "case", "info", tmp_path / "nowhere.survey")
    fetched.refuse("not_found", "verify", tmp_path / "nowhere.pdf")
    assert not list(tmp_path.glob("*.lock"))


def test_a_case_that_another_program_has_open(fetched: Surveyor) -> None:
    with fetched.world.unlock() as profile, open_case(profile, fetched.world.case) as case:
        for words in (("case", "info"), ("case", "verify"), ("check",)):
            fetched.refuse("case_locked", *words, case.path)
    fetched.say("case", "info", fetched.world.case)


def test_what_is_there_already_is_not_overwritten(told: Surveyor, tmp_path: Path) -> None:
    kept = tmp_path / "kept.pdf"
    kept.write_bytes(b"mine")
    told.refuse("target_exists", "report", told.world.case, "--out", kept, "--despite", "test")
    told.refuse("target_exists", "case", "new", "--out", kept)
    told.refuse("target_exists", "profile", "create", "--user", "zhang")
    (tmp_path / "full").mkdir()
    shutil.copy(kept, tmp_path / "full" / "a file")
    told.refuse("target_exists", "export", told.world.case, "--bag", tmp_path / "full")
    told.refuse(
        "not_found", "report", told.world.case, "--out", tmp_path / "no folder" / "report.pdf", "--despite", "test"
    )
    assert kept.read_bytes() == b"mine"
    assert told.tell("case", "info", told.world.case)["counts"]["report"] == 0


def test_pictures_that_cannot_be_read(fetched: Surveyor, tmp_path: Path) -> None:
    """What has bytes is kept as evidence; what has none to read is refused, and neither stops the others."""
    folder = tmp_path / "in"
    folder.mkdir()
    photo = fetched.world.photos / "sample-01.jpg"
    (folder / "1-empty.jpg").touch()
    (folder / "2-cut.jpg").write_bytes(photo.read_bytes()[:30_000])
    (folder / "3-noise.jpg").write_bytes(b"\xff\xd8\xff\xe1" + bytes(range(256)) * 50)
    os.mkfifo(folder / "4-pipe.jpg")
    shutil.copy(photo, folder / "5-good.jpg")
    (folder / "6-gone.jpg").symlink_to(tmp_path / "nowhere")
    (folder / "7-no-file.jpg").symlink_to("/proc/self/mem")
    items = fetched.tell("import", fetched.world.case, folder, tmp_path / "missing.jpg", status=1)
    outcomes = {Path(item["path"]).name: (item["outcome"], item["reason"]) for item in items}
    assert {name: outcome for name, (outcome, _) in outcomes.items()} == {
        "1-empty.jpg": "empty",
        "2-cut.jpg": outcomes["2-cut.jpg"][0],
        "3-noise.jpg": "stored_without_preview",
        "4-pipe.jpg": "refused",
        "5-good.jpg": "stored",
        "6-gone.jpg": "refused",
        "7-no-file.jpg": "refused",
        "missing.jpg": "refused",
    }
    assert outcomes["2-cut.jpg"][0].startswith("stored")
    assert all(reason for outcome, reason in outcomes.values() if outcome not in {"stored", "duplicate", "empty"})
    assert fetched.tell("case", "info", fetched.world.case)["counts"]["evidence"] == 4
    assert fetched.tell("case", "verify", fetched.world.case)["holds"] is True


def test_a_changed_report_and_a_changed_bag_do_not_hold(signed: Surveyor, tmp_path: Path) -> None:
    pdf, bag = tmp_path / "report.pdf", tmp_path / "bag"
    signed.say("report", signed.world.case, "--out", pdf, "--despite", "test")
    signed.say("export", signed.world.case, "--bag", bag)
    flip(pdf, pdf.stat().st_size // 2)
    flip(bag / "data/originals/0001-sample-01.jpg", 1000)
    for path in (pdf, bag):
        found = signed.tell("verify", path, status=1)
        assert found["holds"] is False
        assert all("?" not in finding["sentence"] for finding in found["findings"])


@pytest.fixture(autouse=True)
def no_secret_of_the_tester(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands get their secrets from the tests alone."""
    for name in (*ENVIRONMENT, "SURVEYOR_P12_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
