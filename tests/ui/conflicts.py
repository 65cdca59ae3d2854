"""A second surveyor on a second laptop who changes the same case, so that values stand side by side."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.files import create_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.kinds import R
from surveyor_app.operations.editing import records
from surveyor_app.protocol.items import DeviceInfo
from tests.casefile.conftest import CHEAP, NoVault

ALL = 10_000_000


def _device(case: CaseFile) -> DeviceInfo:
    key = case.profile.device_key
    return DeviceInfo(
        id=key.device_id, public_key=key.public_key, role="surveyor", holder=case.profile.user, certificate=None
    )


def change_on_both(
    case: CaseFile,
    folder: Path,
    record_class: type[R],
    record_id: str,
    here: Mapping[str, object],
    there: Mapping[str, object],
) -> None:
    """Change a record here and on another laptop that holds the case, neither knowing of the other, and bring them together."""
    profile, _code = Profile.create(
        folder / "other", "another surveyor", user="wang", display_name="王", cost=CHEAP, vault=NoVault()
    )
    with profile, create_case(profile, folder / "other.survey", case.case_id) as other:
        CaseDelivery(other).receive(CaseDelivery(case).unsent_entries(ALL), [_device(case)])
        records.change(other, record_class, record_id, there)
        records.change(case, record_class, record_id, here)
        CaseDelivery(case).receive(CaseDelivery(other).unsent_entries(ALL), [_device(other)])
