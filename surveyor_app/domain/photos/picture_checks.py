"""What is passed, doubtful or wrong about one photo: its time, its place, its camera's clock, its picture and its origin.

Hints for a person, never verdicts (domain §14): a time may be early because a clock is wrong. Which result is a warning and
which a failure, the limits, the names of programs and the sentences lie in ``resources/picture_checks.toml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import Camera, CaptureTime, capture_time
from surveyor_app.domain.photos.distances import Place
from surveyor_app.domain.photos.evidence import Evidence


class Outcome(StrEnum):
    """How one check of one photo ended."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class PictureResult:
    """One line of the list of a photo.

    ``data`` fills the sentence; its names end in the unit: ``_s`` seconds, ``_m`` metres, ``_min`` minutes from UTC, ``_px``.
    ``others`` are the ids of photos of this case that it is about.
    """

    code: str
    outcome: Outcome
    data: Mapping[str, int | str] = field(default_factory=dict)
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """From where on something is doubtful; the reasons stand in the resource file."""

    before_accident_s: int
    before_arrival_s: int
    after_departure_s: int
    zone_doubt_s: int
    far_m: int
    clock_back_s: int
    clock_gps_s: int
    clock_ahead_s: int
    number_gap: int
    alike_bits: int
    alike_most: int
    sharpness_min: int
    level_min: int
    dark_permille_max: int
    level_max: int
    bright_permille_max: int
    long_side_px: int
    short_side_px: int


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What programs, screen-shots and messengers are known by, in lower case; names of files as patterns."""

    editors: tuple[str, ...]
    screenshot_software: tuple[str, ...]
    screenshot_comments: tuple[str, ...]
    screenshot_names: tuple[str, ...]
    messenger_names: tuple[str, ...]
    screens: frozenset[tuple[int, int]]
    """Short and long side of screens, in pixels."""


@dataclass(frozen=True, slots=True)
class PictureRules:
    """Everything of the resource file that decides."""

    limits: PictureLimits
    words: PictureWords
    levels: Mapping[str, Outcome]
    """What each code is when it does not pass."""


@dataclass(frozen=True, slots=True)
class SceneFacts:
    """What the case says about time and place; ``None`` for what nobody has entered yet."""

    accident_at: datetime | None = None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    place: Place | None = None
    offset_min: int = 0
    """Offset at which times without a zone are read."""
    clocks: Mapping[Camera, CameraClock] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PictureMeasure:
    """What was measured on the pixels of the preview; see the media package for how.

    ``sharpness`` grows with detail, ``level`` is the mean brightness 0 to 255, the permilles are the shares of nearly black and
    nearly white pixels.
    """

    sharpness: int
    level: int
    dark_permille: int
    bright_permille: int


@dataclass(frozen=True, slots=True)
class Alike:
    """Another photo of this case that looks like the one asked about; ``distance`` is in bits of the perceptual hash."""

    id: str
    distance: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same or a like picture in another case of this profile; ``case`` is what people call that case."""

    case: str
    is_same_file: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known about a photo beyond its own file."""

    measure: PictureMeasure | None = None
    forerunner: Evidence | None = None
    alike: tuple[Alike, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One photo with all that a check may look at."""

    item: Evidence
    scene: SceneFacts
    around: Surroundings
    rules: PictureRules
    taken: CaptureTime | None

    def result(
        self, code: str, is_good: bool, *, is_certain: bool = True, others: tuple[str, ...] = (), **data: int | str
    ) -> PictureResult:
        """Return the result of a check; what fails but rests on an assumed zone is a warning."""
        level = Outcome.PASS if is_good else self.rules.levels[code]
        if level is Outcome.FAIL and not is_certain:
            level = Outcome.WARN
        return PictureResult(code, level, data, others) if data or others else _plain(code, level)


@cache
def _plain(code: str, level: Outcome) -> PictureResult:
    """Return the one result that says no more than this: nearly all lines of ten thousand photos."""
    return PictureResult(code, level, MappingProxyType({}))


Check = Callable[[Question], Iterator[PictureResult]]


def question(item: Evidence, scene: SceneFacts, around: Surroundings, rules: PictureRules) -> Question:
    """Put together what is asked about one photo."""
    return Question(item, scene, around, rules, capture_time(item, scene.clocks, scene.offset_min))
