"""Photos used before are noticed, in the case and across cases; what is derived can be made again from the case itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.measures import load_measures
from surveyor_app.casefile.previews import PreviewKind, load_preview
from surveyor_app.casefile.profiles.known_pictures import Resemblance
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import Cancelled, DiskFull
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.intake import deriving
from surveyor_app.operations.intake.evidence import import_bytes, import_files
from tests.local_rows import drop_measures, drop_previews
from tests.media.made_files import encoded
from tests.media.screen_photos import photo
from tests.operations.worlds import listed

# A code is as good a picture as any: it has content, and other texts look different.
_ONE, _TWO = photo("one", (640, 480)), photo("two, and quite different", (640, 480))


def _take(case: CaseFile, workers: MediaWorkers, name: str, data: bytes) -> str:
    import_bytes(case, name, data, workers)
    return next(item.sha256 or "" for item in listed(case, Evidence) if item.file_name == name)


def _in_other_cases(case: CaseFile) -> Mapping[str, list[Resemblance]]:
    hashes = {sha256: item.phash for sha256, item in load_measures(case).items()}
    return case.profile.known_pictures.resembling(case.case_id, hashes)


def test_an_import_measures_photos(case: CaseFile, workers: MediaWorkers) -> None:
    sha256 = _take(case, workers, "one.jpg", encoded(_ONE, "JPEG"))
    measured = load_measures(case, [sha256])[sha256]
    assert measured.level > 0
    assert len(measured.phash) == 16


def test_the_next_import_tells_the_profile_what_an_earlier_one_could_not(
    profile: Profile, case: CaseFile, workers: MediaWorkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(profile.known_pictures, "remember", _full)
        _take(case, workers, "one.jpg", encoded(_ONE, "JPEG"))
    assert profile.known_pictures.count(case.case_id) == 0
    _take(case, workers, "two.jpg", encoded(_TWO, "JPEG"))
    assert profile.known_pictures.count(case.case_id) == 2


def _full(_pictures: object) -> None:
    raise DiskFull


def test_a_photo_of_another_case_is_noticed(
    profile: Profile, case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    used = _take(case, workers, "one.jpg", encoded(_ONE, "JPEG", quality=95))
    assert _in_other_cases(case) == {}
    with new_case(profile, report_no="RPT-2", path=tmp_path / "other.survey") as other:
        again = _take(other, workers, "again.jpg", encoded(_ONE, "JPEG", quality=70))
        _take(other, workers, "two.jpg", encoded(_TWO, "JPEG"))
        found = _in_other_cases(other)
        assert set(found) == {again}
        assert [(item.picture.case_id, item.picture.sha256) for item in found[again]] == [(case.case_id, used)]


def test_what_is_derived_is_made_again_from_the_case(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.7\n%%EOF")
    import_files(case, [paper], workers)
    sha256 = _take(case, workers, "one.jpg", encoded(_ONE, "JPEG"))
    before = load_measures(case), load_preview(case, sha256, PreviewKind.PREVIEW)
    assert deriving.underived(case) == []
    drop_previews(case)
    drop_measures(case)
    assert deriving.underived(case) == [sha256]
    assert deriving.derive_missing(case, workers) == 1
    assert (load_measures(case), load_preview(case, sha256, PreviewKind.PREVIEW)) == before
    assert deriving.derive_missing(case, workers) == 0


def test_making_again_can_be_cancelled_and_keeps_what_was_made(case: CaseFile, workers: MediaWorkers) -> None:
    for name, picture in (("one.jpg", _ONE), ("two.jpg", _TWO)):
        _take(case, workers, name, encoded(picture, "JPEG"))
    drop_measures(case)

    def cancel(progress: Progress) -> None:
        if progress.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        deriving.derive_missing(case, workers, cancel)
    assert len(deriving.underived(case)) == 1
