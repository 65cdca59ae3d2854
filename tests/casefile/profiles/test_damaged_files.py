"""Every file of a profile, damaged in every way a disk or a person damages files: each has a way back to all cases.

The files are found by walking a real profile, so one that is added later is damaged here as well.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import InputError, ProfileDamaged, SurveyorError, WrongPassphrase
from tests.casefile.conftest import CHEAP, PASSPHRASE, NoVault, create_step, make_profile

FILES = ("profile.toml", "profile.copy.toml", "profile.db")
BESIDE = ("profile.db-wal", "profile.db-shm")


def empty(path: Path, _other: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path, _other: Path) -> None:
    data = path.read_bytes() if path.exists() else bytes(100)
    path.write_bytes(data[: len(data) // 2])


def flipped_in_the_middle(path: Path, _other: Path) -> None:
    data = bytearray(path.read_bytes() if path.exists() else bytes(100))
    data[len(data) // 2] ^= 0x04
    path.write_bytes(data)


def flipped_at_the_start(path: Path, _other: Path) -> None:
    data = bytearray(path.read_bytes() if path.exists() else bytes(100))
    data[3] ^= 0x04
    path.write_bytes(data)


def noise(path: Path, _other: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def of_another(path: Path, other: Path) -> None:
    shutil.copy(other / path.name if (other / path.name).exists() else other / "profile.db", path)


def missing(path: Path, _other: Path) -> None:
    path.unlink(missing_ok=True)


def a_folder(path: Path, _other: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def unreadable(path: Path, _other: Path) -> None:
    path.touch()
    path.chmod(0)


Damage = Callable[[Path, Path], None]
DAMAGES: tuple[Damage, ...] = (
    empty, cut, flipped_in_the_middle, flipped_at_the_start, noise, of_another, missing, a_folder, unreadable,
)  # fmt: skip


def way_back(folder: Path) -> Profile:
    """Go the way the program offers: unlock, and where the database is said to be damaged, repair it."""
    try:
        return Profile.unlock(folder, PASSPHRASE)
    except ProfileDamaged:
        repaired, aside = Profile.repair(folder, PASSPHRASE)
        assert aside is None or not aside.exists() or aside.parent == folder
        return repaired


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with a case, and another beside it whose passphrase is the same."""
    base = tmp_path_factory.mktemp("whole")
    made, _ = make_profile(base / "profile")
    with made, create_case(made, base / "case.survey") as case:
        case.apply([create_step("claim", {"report_no": "R1"})], "new")
    make_profile(base / "other")[0].close()
    return base


def test_these_are_all_files_of_a_profile(whole: Path) -> None:
    assert {path.name for path in (whole / "profile").iterdir()} == set(FILES)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("name", [*FILES, *BESIDE])
def test_a_damaged_file_has_a_way_back(whole: Path, tmp_path: Path, name: str, damage: Damage) -> None:
    shutil.copytree(whole / "profile", tmp_path / "profile")
    shutil.copy(whole / "case.survey", tmp_path / "case.survey")
    before = Profile.unlock(tmp_path / "profile", PASSPHRASE)
    device, user = before.device_key.device_id, before.user
    before.close()
    damage(tmp_path / "profile" / name, whole / "other")
    with way_back(tmp_path / "profile") as profile:
        assert (profile.device_key.device_id, profile.user, profile.display_name) == (device, user, "张查勘")
        with open_case(profile, tmp_path / "case.survey") as case:
            case.apply([create_step("person", {"name": "later"})], "new")
    # From now on it opens like any other, also without its copy.
    (tmp_path / "profile" / "profile.copy.toml").unlink()
    Profile.unlock(tmp_path / "profile", PASSPHRASE).close()


@pytest.mark.parametrize("damage", [empty, cut, noise, missing, of_another], ids=lambda damage: damage.__name__)
def test_the_recovery_code_still_opens_what_has_lost_its_file(tmp_path: Path, damage: Damage) -> None:
    made, code = make_profile(tmp_path / "profile")
    make_profile(tmp_path / "other")[0].close()
    made.close()
    damage(tmp_path / "profile" / "profile.toml", tmp_path / "other")
    Profile.recover(tmp_path / "profile", code, "a new one 2026", cost=CHEAP).close()
    Profile.unlock(tmp_path / "profile", "a new one 2026").close()
    with pytest.raises(WrongPassphrase):
        Profile.unlock(tmp_path / "profile", PASSPHRASE)


def test_nobody_repairs_without_the_passphrase(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole / "profile", tmp_path / "profile")
    empty(tmp_path / "profile" / "profile.db", whole)
    with pytest.raises(SurveyorError):
        Profile.repair(tmp_path / "profile", "another")
    assert (tmp_path / "profile" / "profile.db").read_bytes() == b"", "nothing was made"


def test_a_whole_profile_is_left_as_it_is(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole / "profile", tmp_path / "profile")
    repaired, aside = Profile.repair(tmp_path / "profile", PASSPHRASE)
    repaired.close()
    assert aside is None
    assert {path.name for path in (tmp_path / "profile").iterdir()} == set(FILES)


def test_a_profile_of_an_older_version_asks_who_it_is_of(tmp_path: Path) -> None:
    made, _ = Profile.create(
        tmp_path / "profile", PASSPHRASE, user="zhang", display_name="张查勘", cost=CHEAP, vault=NoVault()
    )
    made.close()
    for name in ("profile.toml", "profile.copy.toml"):
        path = tmp_path / "profile" / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith("identity")), encoding="utf-8")
    noise(tmp_path / "profile" / "profile.db", tmp_path)
    with pytest.raises(InputError):
        Profile.repair(tmp_path / "profile", PASSPHRASE)
    repaired, aside = Profile.repair(tmp_path / "profile", PASSPHRASE, user="zhang")
    with repaired:
        assert repaired.user == "zhang"
    assert aside is not None
    assert aside.read_bytes() == bytes(range(256)) * 40
