"""Profiles and cases to measure with: real files, no keyring, and a passphrase that costs no time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.keys import KdfCost
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.cases.opening import new_case

PASSPHRASE = "bench"
CASE_NAME = "case.survey"
_CHEAP = KdfCost(memory_kib=64, rounds=1, lanes=1)


class NoVault:
    """A machine without a keyring: a measurement leaves nothing behind in the person's own."""

    def get(self, name: str) -> str | None:
        """Know nothing."""
        return None

    def keep(self, name: str, secret: str) -> bool:
        """Keep nothing."""
        return False


@contextmanager
def made_case(folder: Path) -> Iterator[CaseFile]:
    """Make a profile and a case in ``folder`` and yield the case, open."""
    profile, _code = Profile.create(
        folder / "profile", PASSPHRASE, user="bench", display_name="Bench", cost=_CHEAP, vault=NoVault()
    )
    # So that the window opens on the list of cases.
    profile.confirm_recovery_code()
    with profile, new_case(profile, path=folder / CASE_NAME) as case:
        yield case


@contextmanager
def opened_case(folder: Path) -> Iterator[CaseFile]:
    """Open the case that :func:`made_case` made in ``folder``."""
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile, open_case(profile, folder / CASE_NAME) as case:
        yield case
