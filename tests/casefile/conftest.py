"""A real profile and a real encrypted case in a temporary folder; only the keyring and the cost of the passphrase differ."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.keys import KdfCost
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import CASE_KIND, encode_fields

CHEAP = KdfCost(memory_kib=64, rounds=1, lanes=1)
PASSPHRASE = "现场查勘 2026"


class DictVault:
    """A keyring that works; it stands for the operating system's."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.secrets.get(name)

    def keep(self, name: str, secret: str) -> bool:
        self.secrets[name] = secret
        return True


class NoVault:
    """A machine without a keyring."""

    def get(self, name: str) -> str | None:
        return None

    def keep(self, name: str, secret: str) -> bool:
        return False


def make_profile(folder: Path) -> tuple[Profile, str]:
    return Profile.create(folder, PASSPHRASE, user="zhang", display_name="张查勘", cost=CHEAP, vault=NoVault())


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile that knows no case yet, and beside it a case of that profile: each test works on copies of its own."""
    folder = tmp_path_factory.mktemp("template")
    make_profile(folder / "profile")[0].close()
    shutil.copytree(folder / "profile", folder / "maker")
    with Profile.unlock(folder / "maker", PASSPHRASE) as maker, create_case(maker, folder / "case.survey") as made:
        made.apply([Step(Action.CREATE, CASE_KIND, made.case_id)], "open_case")
    return folder


@pytest.fixture
def profile(tmp_path: Path, template: Path) -> Iterator[Profile]:
    shutil.copytree(template / "profile", tmp_path / "profile")
    with Profile.unlock(tmp_path / "profile", PASSPHRASE) as unlocked:
        yield unlocked


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    folder = tmp_path / "案件 #1"
    folder.mkdir()
    return folder / "RDAA202611230001-0a1b2c3d.survey"


@pytest.fixture
def case(profile: Profile, case_path: Path, template: Path) -> Iterator[CaseFile]:
    shutil.copy(template / "case.survey", case_path)
    with open_case(profile, case_path) as opened:
        yield opened


def create_step(kind: str, fields: Mapping[str, object], record_id: str | None = None) -> Step:
    return Step(Action.CREATE, kind, record_id or new_record_id(), encode_fields(kind, fields))


def random_bytes(size: int) -> bytes:
    return secrets.token_bytes(size)
