"""Zones in the report: each capture time carries its own, or says that the scene's is assumed, or that none is known."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.texts import Text
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_bytes
from surveyor_app.operations.report.reporting import ReportOptions, draft_report
from surveyor_app.operations.report.sections import Sections
from surveyor_app.report.data import PhotoEntry
from surveyor_app.wording.languages import chinese, english
from tests.media.made_files import encoded, exif, quadrants
from tests.operations.worlds import only
from tests.report.test_layout import plain, text_of


def take(case: CaseFile, workers: MediaWorkers, name: str, **tags: object) -> None:
    import_bytes(case, name, encoded(quadrants(), "JPEG", exif=exif(**tags)), workers)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[PhotoEntry, ...]]:
    """What the report made of the photos, each time it was laid out."""
    found: list[tuple[PhotoEntry, ...]] = []
    made = Sections.photos

    def photos(self: Sections, *arguments: object, **more: object) -> tuple[PhotoEntry, ...]:
        found.append(made(self, *arguments, **more))  # type: ignore[arg-type]  # handed on as they came
        return found[-1]

    monkeypatch.setattr(Sections, "photos", photos)
    return found


def test_a_time_without_zone_says_that_the_scenes_is_assumed(
    filled: CaseFile, workers: MediaWorkers, printed: list[tuple[PhotoEntry, ...]]
) -> None:
    take(filled, workers, "plain.jpg", DateTimeOriginal="2026:11:20 10:00:00")
    take(filled, workers, "zoned.jpg", DateTimeOriginal="2026:11:20 10:00:01", OffsetTimeOriginal="+09:00")
    pdf = draft_report(filled, ReportOptions(despite="test"))
    said = {photo.caption: photo.taken for photo in printed[-1]}
    assumed = said["plain.jpg"]
    assert isinstance(assumed, Text)
    accident = only(filled, Claim).accident_at
    assert accident is not None
    assert assumed.in_(chinese()) == "2026-11-20 10:00:00 UTC+08:00（时区系推定）"
    assert assumed.in_(english()) == "2026-11-20 10:00:00 UTC+08:00 (zone assumed)"
    assert said["zoned.jpg"] == "2026-11-20 10:00:01 +09:00"
    assert "10:00:00UTC+08:00(时区系推定)" in plain(text_of(pdf)).replace("（", "(").replace("）", ")")


def test_where_nothing_says_a_zone_none_is_assumed(
    filled: CaseFile, workers: MediaWorkers, printed: list[tuple[PhotoEntry, ...]]
) -> None:
    claim = only(filled, Claim)
    records.change(filled, Claim, claim.id, {"accident_at": None})
    take(filled, workers, "plain.jpg", DateTimeOriginal="2026:11:20 10:00:00")
    draft_report(filled, ReportOptions(despite="test"))
    (taken,) = [photo.taken for photo in printed[-1] if photo.caption == "plain.jpg"]
    assert isinstance(taken, Text)
    assert taken.in_(english()) == "2026-11-20 10:00:00 (no zone written)"
