"""Checks of what a photo shows and where it came from: quality, size, editing, screen-shots, likeness, content credentials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from functools import lru_cache

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.picture_checks import PictureResult, PictureWords, Question

C2PA_BROKEN = frozenset({"invalid"})
"""States of content credentials that say the file was changed after it was signed."""


def written_by_a_camera(asked: Question) -> Iterator[PictureResult]:
    """``edited_by_software``, ``screenshot`` and ``from_messenger``."""
    item, words = asked.item, asked.rules.words
    software = (item.software or "").lower()
    editor = _first_in(software, words.editors)
    if software:
        yield asked.result("edited_by_software", editor is None, software=item.software or "")
    reason = _screenshot_reason(item, words)
    yield asked.result("screenshot", True) if reason is None else asked.result("screenshot", False, hint=reason)
    if _fits_one(item.file_name, words.messenger_names):
        yield asked.result("from_messenger", False, name=item.file_name or "")


def seen_once(asked: Question) -> Iterator[PictureResult]:
    """``duplicate`` and ``near_duplicate`` inside the case."""
    if asked.around.measure is None:
        return
    same = tuple(other.id for other in asked.around.alike if other.distance == 0)
    near = tuple(other.id for other in asked.around.alike if other.distance > 0)
    if same or not near:
        yield asked.result("duplicate", not same, others=same)
    if near:
        yield asked.result("near_duplicate", False, others=near)


def not_seen_elsewhere(asked: Question) -> Iterator[PictureResult]:
    """``reused_in_other_case`` for the very file, ``alike_in_other_case`` for one that looks like it (rf_photo_reuse)."""
    same = sorted({other.case for other in asked.around.elsewhere if other.is_same_file})
    like = sorted({other.case for other in asked.around.elsewhere if not other.is_same_file} - set(same))
    if same or not like:
        code = "reused_in_other_case"
        yield asked.result(code, False, cases=", ".join(same)) if same else asked.result(code, True)
    if like:
        yield asked.result("alike_in_other_case", False, cases=", ".join(like))


def good_to_look_at(asked: Question) -> Iterator[PictureResult]:
    """``too_dark``, ``too_bright`` and ``blurred``: what is dark has no edges, so it is not called blurred too."""
    measure, limits = asked.around.measure, asked.rules.limits
    if measure is None:
        return
    is_dark = measure.level < limits.level_min or measure.dark_permille > limits.dark_permille_max
    is_bright = measure.level > limits.level_max or measure.bright_permille > limits.bright_permille_max
    yield asked.result("too_dark", not is_dark)
    if not is_dark:
        yield asked.result("too_bright", not is_bright)
    if not (is_dark or is_bright):
        yield asked.result("blurred", measure.sharpness >= limits.sharpness_min)


def large_enough(asked: Question) -> Iterator[PictureResult]:
    """``too_small``: below the size for scene photos (domain §5.2, scene_min)."""
    item, limits = asked.item, asked.rules.limits
    if item.width_px is None or item.height_px is None:
        return
    short, long = sorted((item.width_px, item.height_px))
    is_good = long >= limits.long_side_px and short >= limits.short_side_px
    yield asked.result("too_small", is_good, width_px=item.width_px, height_px=item.height_px)


def content_credentials(asked: Question) -> Iterator[PictureResult]:
    """``c2pa_invalid`` or ``c2pa_present`` with what checking them on this laptop said."""
    item = asked.item
    if item.c2pa or item.c2pa_state:
        code = "c2pa_invalid" if item.c2pa_state in C2PA_BROKEN else "c2pa_present"
        yield asked.result(code, False, state=item.c2pa_state or "", detail=item.c2pa_detail or "")


def _screenshot_reason(item: Evidence, words: PictureWords) -> str | None:
    """Return what gives a screen-shot away: ``comment``, ``software``, ``name`` or ``size``."""
    comment, software = (item.user_comment or "").strip().lower(), (item.software or "").lower()
    if comment in words.screenshot_comments:
        return "comment"
    if _first_in(software, words.screenshot_software) is not None:
        return "software"
    if _fits_one(item.file_name, words.screenshot_names):
        return "name"
    has_camera = bool(item.make or item.model or item.lens)
    if not has_camera and item.format == "png" and item.width_px and item.height_px:
        short, long = sorted((item.width_px, item.height_px))
        return "size" if (short, long) in words.screens else None
    return None


def _first_in(text: str, words: Iterable[str]) -> str | None:
    return next((word for word in words if word in text), None)


def _fits_one(name: str | None, patterns: tuple[str, ...]) -> bool:
    return _compiled(patterns).match((name or "").lower()) is not None


@lru_cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(translate(pattern) for pattern in patterns))
