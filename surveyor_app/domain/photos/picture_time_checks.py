"""Checks of a photo's time and place against the case, and of its camera's clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from surveyor_app.domain.photos.capture_times import capture_time
from surveyor_app.domain.photos.distances import distance_m
from surveyor_app.domain.photos.picture_checks import PictureResult, Question


def time_known(asked: Question) -> Iterator[PictureResult]:
    """``no_time``; ``time_unclear`` where the camera wrote something that was not used; and ``zone_assumed``.

    That is where the camera wrote no zone and was not measured.
    """
    yield asked.result("no_time", asked.taken is not None)
    item = asked.item
    if item.taken_problem:
        # Without a zone, or without the digits behind the second, the time itself stands all the same.
        yield asked.result("time_unclear", bool(item.taken_at), found=item.taken_found or "", hint=item.taken_problem)
    if asked.taken is not None and not asked.taken.is_certain:
        yield asked.result("zone_assumed", False, offset_min=asked.taken.offset_min)


def place_known(asked: Question) -> Iterator[PictureResult]:
    """``no_place``; devices without a fix write 0, 0, which lies in the sea."""
    item = asked.item
    yield asked.result("no_place", item.gps_lat is not None and bool(item.gps_lat or item.gps_lon))


def near_the_scene(asked: Question) -> Iterator[PictureResult]:
    """``far_away`` from the reported place."""
    item, place = asked.item, asked.scene.place
    if place is None or item.gps_lat is None or item.gps_lon is None or not (item.gps_lat or item.gps_lon):
        return
    far = round(distance_m(item.gps_lat, item.gps_lon, *place))
    yield asked.result("far_away", far <= asked.rules.limits.far_m, distance_m=far)


def within_the_visit(asked: Question) -> Iterator[PictureResult]:
    """``before_accident``, ``before_arrival``, ``after_departure``: the corrected time where the camera was measured.

    Before the accident is before arrival too; only the graver is said.
    """
    if asked.taken is None:
        return
    scene, limits, taken = asked.scene, asked.rules.limits, asked.taken.true_utc
    is_early = scene.accident_at is not None and _late_by(scene.accident_at, taken) > limits.before_accident_s
    if scene.accident_at is not None:
        yield _timed(asked, "before_accident", _late_by(scene.accident_at, taken), limits.before_accident_s)
    if scene.arrived_at is not None and not is_early:
        yield _timed(asked, "before_arrival", _late_by(scene.arrived_at, taken), limits.before_arrival_s)
    if scene.left_at is not None:
        yield _timed(asked, "after_departure", _late_by(taken, scene.left_at), limits.after_departure_s)


def clock_goes_forward(asked: Question) -> Iterator[PictureResult]:
    """``clock_jumped``: the file before it in the camera's own numbering was taken later."""
    before, taken = asked.around.forerunner, asked.taken
    earlier = None if before is None else capture_time(before, asked.scene.clocks, asked.scene.offset_min)
    if before is None or earlier is None or taken is None:
        return
    # One camera's times without zones compare with each other, with one zone recorded and one not they do not.
    if earlier.zone_is_recorded is taken.zone_is_recorded:
        back = _late_by(earlier.utc, taken.utc)
        is_good = back <= asked.rules.limits.clock_back_s
        yield asked.result("clock_jumped", is_good, others=() if is_good else (before.id,), difference_s=back)


def clock_agrees_with_gps(asked: Question) -> Iterator[PictureResult]:
    """``clock_not_gps``: the time of the position fix and the camera's differ."""
    fixed = _moment(asked.item.gps_utc)
    if fixed is None or asked.taken is None:
        return
    off = abs(_late_by(asked.taken.true_utc, fixed))
    yield asked.result("clock_not_gps", off <= asked.rules.limits.clock_gps_s, difference_s=off)


def clock_is_not_ahead(asked: Question) -> Iterator[PictureResult]:
    """``clock_ahead``: the photo says it was taken after it was stored here."""
    stored = asked.item.imported_at
    if stored is None or asked.taken is None:
        return
    ahead = _late_by(asked.taken.true_utc, stored.utc)
    is_good = ahead <= asked.rules.limits.clock_ahead_s
    yield asked.result("clock_ahead", is_good, is_certain=_is_beyond_doubt(asked, ahead), difference_s=ahead)


def _timed(asked: Question, code: str, off: int, allowed: int) -> PictureResult:
    return asked.result(code, off <= allowed, is_certain=_is_beyond_doubt(asked, off), difference_s=abs(off))


def _is_beyond_doubt(asked: Question, off: int) -> bool:
    """Tell whether a difference holds in whatever zone the camera stood."""
    return asked.taken is None or asked.taken.is_certain or off > asked.rules.limits.zone_doubt_s


def _late_by(moment: datetime, than: datetime) -> int:
    return (moment - than) // timedelta(seconds=1)


def _moment(text: str | None) -> datetime | None:
    """Return a time of the file that is in UTC, ``None`` for no or another form."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
