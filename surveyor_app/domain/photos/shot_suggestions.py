"""Suggestions for photos without a shot: taken within two minutes, by the same camera, of one that was assigned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.domain.photos.shot_needs import Need, NeedGroup, Progress

NEAR = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A shot for a photo; never applied by itself."""

    shot_key: str
    subject: str


def suggest(line: EvidenceLine, lines: Iterable[EvidenceLine], groups: Sequence[NeedGroup]) -> Suggestion | None:
    """Return what an unassigned photo probably shows: the subject of the nearest assigned one, and there the shot that is due.

    That is the neighbour's own shot while photos of it are wanting, then the next one that is missing, as the list goes on.
    """
    if line.shot_key or line.withdrawn or not line.taken_at:
        return None
    nearest = _nearest(line, lines)
    if nearest is None or nearest.shot_key is None:
        return None
    for group in groups:
        place = next((n for n, need in enumerate(group.needs) if _is_of(need, nearest)), None)
        if place is None:
            continue
        order = (*group.needs[place:], *group.needs[:place])
        due = next((need for need in order if need.blocks), None)
        due = due or next((need for need in order if need.progress in {Progress.MISSING, Progress.PARTLY}), None)
        chosen = due or group.needs[place]
        return Suggestion(chosen.shot.key, chosen.subject)
    return None


def _is_of(need: Need, line: EvidenceLine) -> bool:
    return need.shot.key == line.shot_key and need.subject in {"", line.subject_uid or ""}


def _nearest(line: EvidenceLine, lines: Iterable[EvidenceLine]) -> EvidenceLine | None:
    at = _moment(line)
    if at is None:
        return None
    best: tuple[timedelta, EvidenceLine] | None = None
    for other in lines:
        if other.shot_key is None or other.withdrawn or other.camera != line.camera:
            continue
        if line.subject_uid and other.subject_uid != line.subject_uid:
            continue
        moment = _moment(other)
        if moment is None:
            continue
        apart = abs(moment - at)
        if apart <= NEAR and (best is None or apart < best[0]):
            best = apart, other
    return best[1] if best else None


def _moment(line: EvidenceLine) -> datetime | None:
    """Return the time as the camera recorded it; two pictures of one camera need no zone."""
    try:
        return datetime.fromisoformat((line.taken_at or "")[:19])
    except ValueError:
        return None
