"""Runs all checks of photos, in the order they are shown."""

from __future__ import annotations

from surveyor_app.domain.photos import picture_content_checks as content
from surveyor_app.domain.photos import picture_time_checks as times
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.picture_checks import (
    Check,
    PictureResult,
    PictureRules,
    SceneFacts,
    Surroundings,
    question,
)

CODES = (
    "no_time",
    "time_unclear",
    "zone_assumed",
    "no_place",
    "far_away",
    "before_accident",
    "before_arrival",
    "after_departure",
    "clock_jumped",
    "clock_not_gps",
    "clock_ahead",
    "edited_by_software",
    "screenshot",
    "from_messenger",
    "reused_in_other_case",
    "alike_in_other_case",
    "duplicate",
    "near_duplicate",
    "too_dark",
    "too_bright",
    "blurred",
    "too_small",
    "c2pa_invalid",
    "c2pa_present",
)
"""All codes; window, report and resource file know them by these names for ever."""

CHECKS: tuple[Check, ...] = (
    times.time_known,
    times.place_known,
    times.near_the_scene,
    times.within_the_visit,
    times.clock_goes_forward,
    times.clock_agrees_with_gps,
    times.clock_is_not_ahead,
    content.written_by_a_camera,
    content.not_seen_elsewhere,
    content.seen_once,
    content.good_to_look_at,
    content.large_enough,
    content.content_credentials,
)


def check_picture(
    item: Evidence, scene: SceneFacts, around: Surroundings, rules: PictureRules
) -> tuple[PictureResult, ...]:
    """Return what passed and what did not; nothing for what is no photo (a dash-cam's video begins before the accident)."""
    if item.evidence_class != "photo":
        return ()
    asked = question(item, scene, around, rules)
    return tuple(result for check in CHECKS for result in check(asked))
