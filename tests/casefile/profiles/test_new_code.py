"""Another recovery code, another name, and who may change the passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.casefile.profiles import unconfirmed_code
from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import InputError, RecoveryCodeWrong
from tests.casefile.conftest import CHEAP, PASSPHRASE, make_profile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def _recover(folder: Path, code: str) -> None:
    Profile.recover(folder, code, PASSPHRASE, cost=CHEAP).close()


def test_a_new_code_takes_the_place_of_the_old_once_it_is_confirmed(folder: Path) -> None:
    profile, old = make_profile(folder)
    with profile:
        profile.confirm_recovery_code()
        new = profile.make_recovery_code()
        assert profile.unconfirmed_code() == new
        profile.confirm_recovery_code()
    _recover(folder, new)
    with pytest.raises(RecoveryCodeWrong):
        _recover(folder, old)


def test_until_then_the_old_one_opens_too_and_the_new_one_is_still_shown(folder: Path) -> None:
    profile, old = make_profile(folder)
    with profile:
        profile.confirm_recovery_code()
        new = profile.make_recovery_code()
    _recover(folder, old)
    with Profile.unlock(folder, PASSPHRASE) as profile:
        assert profile.unconfirmed_code() == new
    _recover(folder, new)
    with pytest.raises(RecoveryCodeWrong):
        _recover(folder, old)


def test_a_kill_between_slot_and_code_leaves_the_old_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile, old = make_profile(folder)

    def killed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with profile:
        profile.confirm_recovery_code()
        monkeypatch.setattr(unconfirmed_code, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            profile.make_recovery_code()
    monkeypatch.undo()
    _recover(folder, old)
    with Profile.unlock(folder, PASSPHRASE) as profile:
        profile.make_recovery_code()
        profile.confirm_recovery_code()
        assert [slot["kind"] for slot in profile.file.slots].count("recovery") == 1


def test_a_name_changes_until_the_office_certified_it(folder: Path) -> None:
    profile, _code = make_profile(folder)
    with profile:
        profile.rename(" li ", "李查勘")
        assert profile.user == "li"
    with Profile.unlock(folder, PASSPHRASE) as profile:
        assert (profile.user, profile.display_name) == ("li", "李查勘")
        profile.save_enrolment(Enrolment("https://centre.example", "li", b"", b"", b"", "", ""))
        with pytest.raises(InputError):
            profile.rename("zhang", "李查勘")
        profile.rename("li", "李四")
        with pytest.raises(InputError):
            profile.rename("li", " ")
        assert profile.display_name == "李四"


def test_the_passphrase_is_known_by_its_slot(folder: Path) -> None:
    profile, _code = make_profile(folder)
    with profile:
        assert profile.is_passphrase(PASSPHRASE)
        assert not profile.is_passphrase("another")
        assert not profile.is_passphrase("")
