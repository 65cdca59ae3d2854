"""A damaged profile: its database mended or made anew, and the cases that lie with it found again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.files import SUFFIX, open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.operations.cases.opening import cases_folder, summarise
from surveyor_app.records import journal


@dataclass(frozen=True, slots=True)
class Repaired:
    """The open profile; where the damaged database was put aside (``None``: nothing of it is lost); which cases were found.

    ``unread`` are files in the folder of cases that do not open.
    """

    profile: Profile
    aside: Path | None
    cases: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()


def repair_profile(
    folder: Path, passphrase: str, *, user: str | None = None, display_name: str | None = None
) -> Repaired:
    """Repair a profile, which is open then, and put the cases in its folder on its list again.

    A profile whose database was made anew has to be enrolled again, and cases that lie elsewhere are opened once by hand.

    Raises:
        WrongPassphrase, ProfileMissing, ProfileDamaged: the profile's file does not open.
        InputError: field ``user``: it has to be said who the profile is of.
    """
    profile, aside = Profile.repair(folder, passphrase, user=user, display_name=display_name)
    if aside is None:
        return Repaired(profile, None)
    found: list[Path] = []
    unread: list[Path] = []
    for path in sorted(cases_folder(profile).glob(f"*{SUFFIX}")):
        try:
            _look_into(profile, path)
            found.append(path)
        except SurveyorError:
            unread.append(path)
    return Repaired(profile, aside, tuple(found), tuple(unread))


def _look_into(profile: Profile, path: Path) -> None:
    """Put a case on the list, and remember how far it has come: a file that is older is then noticed again."""
    with open_case(profile, path) as case:
        with case.read() as session:
            head = journal.head_of(session, case.case_id, profile.device_key.device_id)
        if head is not None:
            profile.registry.remember_head(case.case_id, head)
        summarise(case)
