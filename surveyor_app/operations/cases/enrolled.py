"""The centre that this laptop is enrolled at: its client, whose tokens the profile keeps."""

from __future__ import annotations

from dataclasses import replace

from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.wire_errors import NotEnrolled
from surveyor_app.sync.client import CentreClient


class _ProfileTokens:
    """Keeps the refresh token in the profile, durably, before it is used."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def load(self) -> str:
        return enrolment_of(self._profile).refresh_token

    def save(self, refresh_token: str) -> None:
        self._profile.save_enrolment(replace(enrolment_of(self._profile), refresh_token=refresh_token))


def enrolment_of(profile: Profile) -> Enrolment:
    """Return the enrolment.

    Raises:
        NotEnrolled: there is none.
    """
    enrolment = profile.enrolment()
    if enrolment is None:
        raise NotEnrolled()
    return enrolment


def client_of(profile: Profile, server: str | None = None) -> CentreClient:
    """Return a client of the centre, at another address of it if one is given.

    Raises:
        NotEnrolled: this laptop is not enrolled yet.
    """
    return CentreClient(server or enrolment_of(profile).server, _ProfileTokens(profile))
