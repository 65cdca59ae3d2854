"""Evidence (证据材料): photos, video, sound, papers and other files, with what their bytes say; domain §5, design §5."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import WGS84, boolean, decimal, enum, instant, integer, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """One original file. ``number`` on screen and in the report is the position by ``rank``, never a time stamp.

    ``file_name`` is for display; ``file_name_b64`` holds the exact bytes of the name. ``taken_at`` is local time;
    ``taken_found`` is what the camera wrote where that is spelt oddly or was not used, ``taken_problem`` why it was not.
    ``coded_*`` is the size of the stored pixels where a container turns or crops them, ``shown_*`` that of the picture inside a
    raw file which is shown; ``pages`` is told where there are several.
    ``source`` is the path it came from, ``volume`` the card or disk, ``device`` what took or held it as the system names it,
    ``file_modified_at`` and ``file_created_at`` what the file system said (ISO, UTC), ``importer`` the program's version.
    ``shot_key`` is ``case_type.id`` of the shot lists (domain §5.3); ``subject_uid`` the vehicle, person or damage it shows.
    """

    KIND: ClassVar[str] = "evidence"
    DAMAGED: ClassVar[str] = "truncated"
    """The ``no_preview`` of a picture of which a part can be shown, and is."""

    rank: str | None = text(60)
    evidence_class: str | None = enum("evidence_class")
    sha256: str | None = text(64)
    size_bytes: int | None = integer("B")
    file_name: str | None = text(255)
    file_name_b64: str | None = text(400)
    source: str | None = text(500)
    imported_at: Instant | None = instant()
    format: str | None = text(20)
    media_type: str | None = text(100)
    width_px: int | None = integer("px")
    height_px: int | None = integer("px")
    coded_width_px: int | None = integer("px")
    coded_height_px: int | None = integer("px")
    shown_width_px: int | None = integer("px")
    shown_height_px: int | None = integer("px")
    pages: int | None = integer()
    orientation: int | None = integer()
    taken_at: str | None = text(40)
    taken_subsec: str | None = text(20)
    taken_offset: str | None = text(10)
    taken_found: str | None = text(200)
    taken_problem: str | None = text(40)
    gps_lat: Decimal | None = decimal(7, WGS84)
    gps_lon: Decimal | None = decimal(7, WGS84)
    gps_alt_m: Decimal | None = decimal(2, "m")
    gps_direction_deg: Decimal | None = decimal(2, "°")
    gps_speed_kmh: Decimal | None = decimal(2, "km/h")
    gps_utc: str | None = text(40)
    make: str | None = text(500)
    model: str | None = text(500)
    serial: str | None = text(500)
    lens: str | None = text(500)
    software: str | None = text(500)
    c2pa: bool | None = boolean()
    duration_ms: int | None = integer("ms")
    codec: str | None = text(60)
    reader: str | None = text(120)
    no_preview: str | None = text(40)
    exif_problem: str | None = text(60)
    caption: str | None = text(200)
    subject_uid: str | None = ref("vehicle")
    shot_key: str | None = text(80)
    origin: str | None = enum("evidence_origin")
    captured_here: bool | None = boolean()
    device: str | None = text(200)
    volume: str | None = text(200)
    file_modified_at: str | None = text(40)
    file_created_at: str | None = text(40)
    importer: str | None = text(120)
    user_comment: str | None = text(500)
    c2pa_state: str | None = text(40)
    c2pa_detail: str | None = text(500)

    @property
    def may_be_shown(self) -> bool:
        """Tell whether there is, or may yet be made, a picture of all of it or of a part."""
        return self.no_preview in {None, self.DAMAGED}
