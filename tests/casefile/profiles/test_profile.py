"""The profile: every slot opens it, a wrong secret does not, and what it keeps survives."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
import tomli_w
from keyring.backends import fail

from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.file import DATABASE_NAME
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.profiles.registry import KeptReceipt
from surveyor_app.casefile.profiles.vault import OsVault
from surveyor_app.domain.errors import (
    InputError,
    NewerFormat,
    ProfileDamaged,
    ProfileMissing,
    RecoveryCodeWrong,
    SurveyorError,
    TargetExists,
    WrongPassphrase,
)
from surveyor_app.domain.journal.identifiers import CaseId, DeviceId, EntryHash, new_case_id
from surveyor_app.records.journal import Head
from tests.casefile.conftest import CHEAP, PASSPHRASE, DictVault, NoVault, make_profile

ENROLMENT = Enrolment("https://centre.example", "zhang", b"ca", b"device", b"p12", "secret of p12", "refresh token")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "配置"


def test_the_passphrase_opens_the_profile_with_the_same_device(folder: Path) -> None:
    made, _ = make_profile(folder)
    device = made.device_key.device_id
    made.close()
    with Profile.unlock(folder, PASSPHRASE) as again:
        assert (again.user, again.display_name, again.device_key.device_id) == ("zhang", "张查勘", device)


@pytest.mark.parametrize("wrong", ["", "Demo", PASSPHRASE + " "])
def test_a_wrong_passphrase_is_refused(folder: Path, wrong: str) -> None:
    make_profile(folder)[0].close()
    with pytest.raises(WrongPassphrase):
        Profile.unlock(folder, wrong)


def test_the_recovery_code_sets_a_new_passphrase(folder: Path) -> None:
    made, code = make_profile(folder)
    made.set_setting("name", "值")
    made.close()
    Profile.recover(folder, code.lower().replace("-", " "), "new one", cost=CHEAP).close()
    with pytest.raises(WrongPassphrase):
        Profile.unlock(folder, PASSPHRASE)
    with Profile.unlock(folder, "new one") as again:
        assert again.setting("name") == "值"
    Profile.recover(folder, code, "a third", cost=CHEAP).close()


def test_a_wrong_recovery_code_is_refused(folder: Path) -> None:
    make_profile(folder)[0].close()
    _, other = make_profile(folder.with_name("other"))
    for wrong in ("nonsense", other):
        with pytest.raises(RecoveryCodeWrong):
            Profile.recover(folder, wrong, "new", cost=CHEAP)


def test_an_empty_new_passphrase_changes_nothing(folder: Path) -> None:
    made, code = make_profile(folder)
    made.close()
    with pytest.raises(InputError):
        Profile.recover(folder, code, "", cost=CHEAP)
    Profile.unlock(folder, PASSPHRASE).close()


def test_the_keyring_opens_the_profile_while_it_keeps_its_secret(folder: Path) -> None:
    vault = DictVault()
    Profile.create(folder, PASSPHRASE, user="zhang", display_name="张", cost=CHEAP, vault=vault)[0].close()
    assert [len(secret) for secret in vault.secrets.values()] == [64]
    opened = Profile.unlock_with_keyring(folder, vault)
    assert opened is not None
    opened.close()
    vault.secrets = {name: "00" * 32 for name in vault.secrets}
    assert Profile.unlock_with_keyring(folder, vault) is None
    vault.secrets = {name: "not hex" for name in vault.secrets}
    assert Profile.unlock_with_keyring(folder, vault) is None


def test_without_a_keyring_the_slot_is_not_made(folder: Path) -> None:
    make_profile(folder)[0].close()
    table = tomllib.loads((folder / "profile.toml").read_text(encoding="utf-8"))
    assert [slot["kind"] for slot in table["slot"]] == ["passphrase", "recovery"]
    assert Profile.unlock_with_keyring(folder, NoVault()) is None


def test_a_keyring_that_fails_is_no_error() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # the library is untyped in part
    try:
        assert OsVault().keep("name", "secret") is False
        assert OsVault().get("name") is None
    finally:
        keyring.set_keyring(before)


def test_a_profile_is_never_made_over_another(folder: Path) -> None:
    make_profile(folder)[0].close()
    with pytest.raises(TargetExists):
        make_profile(folder)


def test_a_creation_that_was_killed_is_begun_anew(folder: Path) -> None:
    folder.mkdir()
    (folder / "profile.db").write_bytes(b"half")
    make_profile(folder)[0].close()
    Profile.unlock(folder, PASSPHRASE).close()


def test_a_missing_profile_is_told(folder: Path) -> None:
    with pytest.raises(ProfileMissing):
        Profile.unlock(folder, PASSPHRASE)


def _edit(folder: Path, **values: object) -> None:
    for path in (folder / "profile.toml", folder / "profile.copy.toml"):
        path.write_text(tomli_w.dumps({**tomllib.loads(path.read_text(encoding="utf-8")), **values}), encoding="utf-8")


@pytest.mark.parametrize(
    "values",
    [
        {"profile_id": "x"},
        {"salt": "zz"},
        {"salt": 1},
        {"slot": [1]},
        {"slot": [{"kind": "passphrase", "memory_kib": 64, "rounds": 1, "lanes": 1, "salt": "%", "wrapped": "AA=="}]},
        {"slot": [{"kind": "passphrase", "memory_kib": "x", "rounds": 1, "lanes": 1, "salt": "AA==", "wrapped": ""}]},
        {"slot": [{"kind": "passphrase", "memory_kib": 2**40, "rounds": 1, "lanes": 1, "salt": "AA==", "wrapped": ""}]},
    ],
)
def test_a_damaged_profile_file_is_told(folder: Path, values: dict[str, object]) -> None:
    make_profile(folder)[0].close()
    _edit(folder, **values)
    with pytest.raises(ProfileDamaged):
        Profile.unlock(folder, PASSPHRASE)


def test_a_profile_file_that_is_no_toml_is_told(folder: Path) -> None:
    make_profile(folder)[0].close()
    for name in ("profile.toml", "profile.copy.toml"):
        (folder / name).write_bytes(b"\xff\x00")
    with pytest.raises(ProfileDamaged):
        Profile.unlock(folder, PASSPHRASE)


def test_slots_cannot_be_moved_to_another_profile(folder: Path) -> None:
    make_profile(folder)[0].close()
    other = folder.with_name("other")
    make_profile(other)[0].close()
    table = tomllib.loads((other / "profile.toml").read_text(encoding="utf-8"))
    _edit(folder, slot=table["slot"])
    with pytest.raises(WrongPassphrase):
        Profile.unlock(folder, PASSPHRASE)


def test_another_profiles_database_is_told(folder: Path) -> None:
    make_profile(folder)[0].close()
    other = folder.with_name("other")
    make_profile(other)[0].close()
    shutil.copy(other / "profile.db", folder / "profile.db")
    with pytest.raises(ProfileDamaged):
        Profile.unlock(folder, PASSPHRASE)


def test_a_newer_profile_is_refused(folder: Path) -> None:
    make_profile(folder)[0].close()
    _edit(folder, version=2)
    with pytest.raises(NewerFormat):
        Profile.unlock(folder, PASSPHRASE)


def test_unknown_keys_and_slots_are_kept(folder: Path) -> None:
    made, code = make_profile(folder)
    made.close()
    table = tomllib.loads((folder / "profile.toml").read_text(encoding="utf-8"))
    _edit(folder, slot=[*table["slot"], {"kind": "insurer", "wrapped": "AA=="}], later="kept")
    Profile.recover(folder, code, "new", cost=CHEAP).close()
    table = tomllib.loads((folder / "profile.toml").read_text(encoding="utf-8"))
    assert table["later"] == "kept"
    assert {slot["kind"] for slot in table["slot"]} == {"passphrase", "recovery", "insurer"}


def test_nothing_readable_and_nothing_beside_a_closed_profile(folder: Path) -> None:
    made, code = make_profile(folder)
    made.save_enrolment(ENROLMENT)
    made.close()
    assert sorted(item.name for item in folder.iterdir()) == ["profile.copy.toml", "profile.db", "profile.toml"]
    everything = b"".join(item.read_bytes() for item in folder.iterdir())
    for secret in ("张查勘", "secret of p12", "refresh token", "SQLite format", PASSPHRASE, code):
        assert secret.encode() not in everything


def test_enrolment_is_kept_and_replaced(profile: Profile) -> None:
    assert profile.enrolment() is None
    profile.save_enrolment(ENROLMENT)
    renewed = replace(ENROLMENT, refresh_token="the next")
    profile.save_enrolment(renewed)
    assert profile.enrolment() == renewed
    assert "secret" not in repr(renewed)


def test_the_registry_follows_a_moved_case_and_keeps_its_number(profile: Profile, tmp_path: Path) -> None:
    one, two = new_case_id(), new_case_id()
    profile.registry.register(one, tmp_path / "a.survey", b"s" * 16, "RDAA1")
    profile.registry.register(two, tmp_path / "b.survey", b"t" * 16)
    profile.registry.register(one, tmp_path / "c.survey", b"s" * 16)
    known = profile.registry.case(one)
    assert known is not None
    assert (known.path, known.report_no, known.salt) == (tmp_path / "c.survey", "RDAA1", b"s" * 16)
    assert {case.case_id for case in profile.registry.cases()} == {one, two}
    profile.registry.forget(two)
    assert [case.case_id for case in profile.registry.cases()] == [one]


def test_heads_and_receipts_outlive_the_case(profile: Profile, tmp_path: Path) -> None:
    case_id = CaseId(new_case_id())
    profile.registry.register(case_id, tmp_path / "a.survey", b"s" * 16)
    head = Head(DeviceId(profile.device_key.device_id), 0, 7, EntryHash("ab" * 32))
    profile.registry.remember_head(case_id, head)
    known = profile.registry.case(case_id)
    assert known is not None
    assert known.head == head
    receipt = KeptReceipt("full", b"{}", b"cms", "2026-11-23T06:00:00.000000Z")
    profile.registry.keep_receipt(case_id, receipt)
    profile.registry.keep_receipt(case_id, receipt)
    profile.registry.forget(case_id)
    assert profile.registry.head(case_id) == head
    assert profile.registry.receipts(case_id) == [receipt]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [("DELETE FROM identity", ProfileDamaged), ("PRAGMA user_version = 99", NewerFormat)],
)
def test_a_database_that_is_not_as_it_should_be_is_said_and_left_alone(
    profile: Profile, statement: str, expected: type[SurveyorError]
) -> None:
    with profile:
        profile._database.do(lambda connection: connection.exec_driver_sql(statement))
    before = (profile.folder / DATABASE_NAME).read_bytes()
    with pytest.raises(expected):
        Profile.unlock(profile.folder, PASSPHRASE)
    assert (profile.folder / DATABASE_NAME).read_bytes() == before


def test_no_files_seen_are_nothing_to_remember(profile: Profile) -> None:
    profile.seen_files.remember("card", [])
    assert profile.seen_files.of("card") == frozenset()
