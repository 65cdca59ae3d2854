"""Opens the profile and the case file that a command works on, and closes them again."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case, open_to_read
from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.cli.passphrases import PASSPHRASE, read_secret
from surveyor_app.cli.places import profile_folder
from surveyor_app.domain.errors import DiskFull, SurveyorError
from surveyor_app.operations.cases.opening import summarise
from surveyor_app.operations.cases.revocation_lists import held_list
from surveyor_app.operations.intake.capturing import finish_unfinished
from surveyor_app.wording.translation import tr


@contextmanager
def opened_profile(arguments: argparse.Namespace) -> Iterator[Profile]:
    """Unlock the profile and close it afterwards: by the passphrase that is set, the keyring, or one typed now."""
    folder = profile_folder(arguments)
    by_keyring = None if PASSPHRASE in os.environ else Profile.unlock_with_keyring(folder)
    profile = by_keyring or Profile.unlock(folder, read_secret(PASSPHRASE, tr("Passphrase")))
    try:
        yield profile
    finally:
        profile.close()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Whose word counts: certificates (DER), and lists of certificates that they took back."""

    roots: list[bytes] = field(default_factory=list)
    revocation_lists: list[bytes] = field(default_factory=list)


@contextmanager
def _own_profile(arguments: argparse.Namespace) -> Iterator[Profile | None]:
    """Unlock the profile if that can be done without asking anybody.

    Nothing where nobody unlocks the profile without being asked: whoever checks a bag need not be a surveyor.
    """
    folder, passphrase = profile_folder(arguments), os.environ.get(PASSPHRASE)
    try:
        profile = Profile.unlock_with_keyring(folder) if passphrase is None else Profile.unlock(folder, passphrase)
    except SurveyorError:
        profile = None
    try:
        yield profile
    finally:
        if profile is not None:
            profile.close()


def own_enrolment(arguments: argparse.Namespace) -> Enrolment | None:
    """Return what the profile holds of the centre at which it is enrolled; nothing where that is not known."""
    with _own_profile(arguments) as profile:
        return None if profile is None else profile.enrolment()


def own_anchor(arguments: argparse.Namespace) -> Anchor:
    """Return the authority at which the profile is enrolled, and the list it has of it."""
    with _own_profile(arguments) as profile:
        return Anchor() if profile is None else anchor_of(profile)


def anchor_of(profile: Profile) -> Anchor:
    """Return the authority at which a profile is enrolled, and the list it has of it; nothing before."""
    enrolment, held = profile.enrolment(), held_list(profile)
    return Anchor([] if enrolment is None else [enrolment.ca_der], [] if held is None else [held.der])


@contextmanager
def opened_case(arguments: argparse.Namespace, path: Path) -> Iterator[tuple[Profile, CaseFile]]:
    """Unlock the profile, open the case file, and close both afterwards; the list of cases then says how it stands."""
    with opened_profile(arguments) as profile:
        case = open_case(profile, path)
        try:
            finish_unfinished(case)
            yield profile, case
            summarise(case)
        finally:
            case.close()


@contextmanager
def opened_to_read(arguments: argparse.Namespace, path: Path) -> Iterator[tuple[Profile, CaseFile]]:
    """Likewise for what only reads: a full disk keeps nobody from looking into a case."""
    with opened_profile(arguments) as profile:
        case = open_to_read(profile, path)
        try:
            with suppress(DiskFull):
                finish_unfinished(case)
            yield profile, case
        finally:
            with suppress(DiskFull):
                case.close()
