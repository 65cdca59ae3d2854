"""The centre that this laptop is enrolled at: its client, whose tokens the profile keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.wire_errors import NotEnrolled
from surveyor_app.sync.client import CentreClient

_EARLIER_TOKENS = "earlier_refresh_tokens"


class _ProfileTokens:
    """Keeps refresh tokens in the profile, durably, before they are used: the newest with the enrolment, others as a setting."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def load(self) -> Sequence[str]:
        earlier = (self._profile.setting(_EARLIER_TOKENS) or "").split()
        return (enrolment_of(self._profile).refresh_token, *earlier)

    def save(self, tokens: Sequence[str]) -> None:
        # First those that may be needed again: a crash in between costs none.
        self._profile.set_setting(_EARLIER_TOKENS, " ".join(tokens[1:]))
        self._profile.save_enrolment(replace(enrolment_of(self._profile), refresh_token=tokens[0]))


def forget_earlier_tokens(profile: Profile) -> None:
    """Keep none of the refresh tokens of an enrolment that is about to be replaced."""
    profile.set_setting(_EARLIER_TOKENS, "")


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
    enrolment = enrolment_of(profile)
    return CentreClient(server or enrolment.server, _ProfileTokens(profile), authority=enrolment.ca_der)
