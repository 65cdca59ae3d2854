"""The authority's list of certificates taken back, kept in the profile: fetched at each delivery, never forgetting anybody."""

from __future__ import annotations

import base64
from contextlib import suppress

from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import RevocationListInvalid
from surveyor_app.domain.wire_errors import WireError
from surveyor_app.report.revocation_lists import RevocationList, Revocations, newest_of, read_revocation_list
from surveyor_app.sync import fetching
from surveyor_app.sync.client import CentreClient

_SETTING = "revocation_list"


def held_list(profile: Profile) -> RevocationList | None:
    """Return the list that is kept of the authority the profile is enrolled at, ``None`` before the first."""
    enrolment, kept = profile.enrolment(), profile.setting(_SETTING)
    if enrolment is not None and kept is not None:
        # Of another authority, or of an earlier one of the same centre: no list of this one.
        with suppress(RevocationListInvalid, ValueError):
            return read_revocation_list(base64.b64decode(kept, validate=True), [enrolment.ca_der])
    return None


def revocations(profile: Profile) -> Revocations:
    """Return what is known of certificates taken back."""
    held = held_list(profile)
    return Revocations(() if held is None else (held,))


def renew_list(profile: Profile, client: CentreClient) -> RevocationListInvalid | None:
    """Ask the centre for its list and keep it if it is newer; return why what it gave cannot be believed.

    A centre that has none, or that cannot be reached now, changes nothing.
    """
    enrolment = profile.enrolment()
    if enrolment is None:
        return None
    try:
        data = fetching.revocation_list(client)
    except WireError:
        return None
    held = held_list(profile)
    try:
        newest = newest_of(held, read_revocation_list(data, [enrolment.ca_der]), system_clock().at)
    except RevocationListInvalid as error:
        return error
    if newest is not held:
        profile.set_setting(_SETTING, base64.b64encode(newest.der).decode())
    return None
