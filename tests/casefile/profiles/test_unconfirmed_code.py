"""A recovery code that nobody confirmed is not lost: the profile keeps it, encrypted, until somebody has written it down."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from surveyor_app.casefile.profiles.file import FILE_NAME
from surveyor_app.casefile.profiles.profile import Profile
from tests.casefile.conftest import CHEAP, PASSPHRASE, NoVault, make_profile
from tests.samples.make_sample import PASSPHRASE as SAMPLE_PASSPHRASE
from tests.samples.make_sample import SAMPLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "配置"


def test_the_same_code_comes_again_until_it_is_confirmed_and_then_never(folder: Path) -> None:
    made, code = make_profile(folder)
    made.close()
    for _ in range(2):
        with Profile.unlock(folder, PASSPHRASE) as again:
            assert again.unconfirmed_code() == code
    with Profile.unlock(folder, PASSPHRASE) as again:
        again.confirm_recovery_code()
        assert again.unconfirmed_code() is None
    with Profile.unlock(folder, PASSPHRASE) as later:
        assert later.unconfirmed_code() is None
        later.confirm_recovery_code()
    Profile.recover(folder, code, "new one", cost=CHEAP).close()


def test_an_unconfirmed_code_stands_nowhere_in_plain(folder: Path) -> None:
    made, code = make_profile(folder)
    everything = b"".join(item.read_bytes() for item in folder.iterdir())
    made.close()
    everything += b"".join(item.read_bytes() for item in folder.iterdir())
    for form in (code, code.replace("-", ""), code.split("-")[0] + "-" + code.split("-")[1]):
        assert form.encode() not in everything


def test_whoever_opens_with_the_code_has_it_so_it_is_confirmed(folder: Path) -> None:
    made, code = make_profile(folder)
    made.close()
    with Profile.recover(folder, code, "new one", cost=CHEAP) as recovered:
        assert recovered.unconfirmed_code() is None


def test_a_laptop_set_up_from_a_mirrors_keys_has_nothing_to_confirm(folder: Path, tmp_path: Path) -> None:
    made, code = make_profile(folder)
    made.close()
    keys = tmp_path / "mirror.keys.toml"
    shutil.copy(folder / FILE_NAME, keys)
    other = Profile.from_mirror(
        tmp_path / "other", keys, code, "new one", user="zhang", display_name="张", cost=CHEAP, vault=NoVault()
    )
    with other:
        assert other.unconfirmed_code() is None


@pytest.mark.parametrize("name", ["format_1", "format_2", "format_3", "format_4"])
def test_the_code_of_a_profile_of_an_older_version_counts_as_confirmed(tmp_path: Path, name: str) -> None:
    shutil.copytree(SAMPLES / name / "profile", tmp_path / "profile")
    with Profile.unlock(tmp_path / "profile", SAMPLE_PASSPHRASE) as profile:
        assert profile.unconfirmed_code() is None
