"""What a person said about a shot of the list (拍摄清单) that no photo answers: domain §5.1, §5.3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, ref, text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotState(Record):
    """A shot set to "not applicable" with its reason, for one subject (empty: the scene or the case).

    ``taken`` and ``missing`` follow from the photos and are never written down. A withdrawn record asks for the shot again.
    A ``shot_key`` without a point names a whole list: it does not apply, or, with ``missing``, it is asked for although it
    does not follow from the case.
    """

    KIND: ClassVar[str] = "shot_state"

    shot_key: str | None = text(80)
    subject_uid: str | None = ref("vehicle")
    state: str | None = enum("shot_state")
    reason: str | None = text(200)
