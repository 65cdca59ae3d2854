"""Keeps in the profile that the office locked this laptop out, so that it is said before anybody tries again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.wire_errors import DeviceRevoked

_SETTING = "locked_out_at"


def locked_out(profile: Profile) -> DeviceRevoked | None:
    """Return what the centre said when it refused this laptop last, ``None`` when it did not."""
    at = profile.setting(_SETTING)
    return DeviceRevoked(device=profile.device_key.device_id, at=at) if at else None


@contextmanager
def noting(profile: Profile) -> Iterator[None]:
    """Keep what the centre says while it is talked to: that this laptop is locked out, or, by its answers, that it is not."""
    try:
        yield
    except DeviceRevoked as error:
        profile.set_setting(_SETTING, str(error.data.get("at", "")))
        raise
    if profile.setting(_SETTING):
        profile.set_setting(_SETTING, "")
