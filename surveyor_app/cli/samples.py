"""A sample claim with an embedded centre on loopback: opened, assigned, fetched; what demo and ``run-sample`` stand on."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import ProfileMissing
from surveyor_app.domain.ownership import Role
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.sample_story import Table, claim_body, load_story
from surveyor_app.wording.sample_kinds import MOTOR

PASSPHRASE = "demo"
OFFICE_USER = "office:demo"
CLERK = "clerk"
PASSWORD_BYTES = 12


class NoVault:
    """Keeps the sample's key out of the user's own keyring: a demonstration leaves nothing behind but its folder."""

    def get(self, name: str) -> str | None:
        """Hold nothing."""
        return None

    def keep(self, name: str, secret: str) -> bool:
        """Take nothing."""
        return False


@dataclass(frozen=True, slots=True)
class Sample:
    """Where the sample's parts lie; ``server`` is the embedded centre's address of this run.

    ``clerk`` signs in at its desk with ``password``, which is another one in each run.
    """

    profile: Path
    case: Path
    server: str
    clerk: str
    password: str


@contextmanager
def embedded_centre(folder: Path) -> Iterator[tuple[EmbeddedCentre, str]]:
    """Run a centre on a free port of loopback with its data in ``folder``."""
    centre = EmbeddedCentre(folder)
    server = centre.start()
    try:
        yield centre, server
    finally:
        centre.stop()


@contextmanager
def sample_claim(folder: Path, kind: str = MOTOR) -> Iterator[Sample]:
    """Prepare ``folder`` (centre, profile, fetched case) where it is not yet, and keep the centre running meanwhile.

    Cases of several kinds lie beside each other in one folder, with one centre and one surveyor.
    """
    story = load_story(resources_dir(), kind)
    with embedded_centre(folder / "central") as (centre, server):
        with open_profile(folder / "profile", story) as profile:
            case = assigned_case(centre, server, profile, story, folder / name_of(kind, "case.survey"))
            path = case.path
            case.close()
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        office.create_user(centre.centre, CLERK, CLERK, Role.OFFICE, password)
        yield Sample(folder / "profile", path, server, CLERK, password)


def name_of(kind: str, name: str) -> str:
    """Return what a file of a sample case is called: as it is for the first kind, with the kind before it for the others."""
    return name if kind == MOTOR else f"{kind}-{name}"


def open_profile(folder: Path, story: Table) -> Profile:
    """Return the sample surveyor's profile, made at the first time with the passphrase ``demo``."""
    try:
        return Profile.unlock(folder, PASSPHRASE)
    except ProfileMissing:
        user = story["user"]
        profile, _code = Profile.create(
            folder, PASSPHRASE, user=user["name"], display_name=user["display_name"], vault=NoVault()
        )
        # Nobody needs its code: the passphrase is known to all.
        profile.confirm_recovery_code()
        return profile


def assigned_case(centre: EmbeddedCentre, server: str, profile: Profile, story: Table, path: Path) -> CaseFile:
    """Return the sample case, open: claim opened and assigned at the centre, laptop enrolled, case fetched to ``path``."""
    claim_id = _claim(centre, story)
    user = story["user"]
    if profile.enrolment() is None:
        account = office.create_user(centre.centre, user["name"], user["display_name"])
        delivering.enrol(profile, server, user["name"], account.code or "")
    delivering.follow_centre(profile, server)
    if not any(item.case == claim_id for item in delivering.list_assignments(profile)):
        office.assign(centre.centre, OFFICE_USER, claim_id, user["name"])
    return delivering.fetch_case(profile, claim_id, path=path)


def _claim(centre: EmbeddedCentre, story: Table) -> str:
    """Return the case id of the sample claim, opened at the first time."""
    report_no = story["claim"]["report_no"]
    for line in office.list_claims(centre.centre):
        if line.report_no == report_no:
            return line.case
    return office.open_claim(centre.centre, OFFICE_USER, claim_body(story))
