"""What is doubtful about the photos of a case: against the case, against each other, and against the profile's other cases."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageFilter

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.picture_checks import Outcome, PictureResult
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_bytes, import_files
from surveyor_app.operations.photos.doubts import check_photos, doubts, failures
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.picture_rules import load_picture_table
from tests.media.made_files import encoded, exif_block, quadrants
from tests.operations.worlds import listed

RULES = load_picture_table(resources_dir()).rules


def results(case: CaseFile) -> dict[str, dict[str, PictureResult]]:
    """The results of each photo by file name and code."""
    found = check_photos(case, RULES).results
    return {item.file_name or "": {result.code: result for result in found[item.id]} for item in listed(case, Evidence)}


def test_a_recompressed_copy_and_its_original_name_each_other(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    (path,) = draw_sample_photos(tmp_path, 1)
    import_files(case, [path], workers)
    with Image.open(path) as picture:
        copy = encoded(picture.convert("RGB").resize((800, 600)), "JPEG", quality=60)
    import_bytes(case, "copy.jpg", copy, workers)
    first, second = listed(case, Evidence)
    found = results(case)
    for name, other in ((first.file_name, second.id), (second.file_name, first.id)):
        named = {**found[name or ""]}
        twins = [named[code] for code in ("duplicate", "near_duplicate") if code in named]
        assert {id_ for result in twins for id_ in result.others} == {other}
    records.withdraw(case, Evidence, [second.id], "copy")
    assert results(case)[first.file_name or ""]["duplicate"].outcome is Outcome.PASS


def test_a_photo_used_in_another_case_names_that_case(
    profile: Profile, case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    (path,) = draw_sample_photos(tmp_path, 1)
    with new_case(profile, report_no="R20261101-0009", path=tmp_path / "other.survey") as other:
        import_files(other, [path], workers)
    import_files(case, [path], workers)
    (found,) = results(case).values()
    assert found["reused_in_other_case"].outcome is Outcome.FAIL
    assert found["reused_in_other_case"].data == {"cases": "R20261101-0009"}


def test_times_in_odd_spellings_are_recorded_and_checked(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    written = {
        "a.jpg": {"DateTimeOriginal": "2026:11:20 下午02:30:00", "OffsetTimeOriginal": "+8:00"},
        "b.jpg": {"DateTimeOriginal": "2026:11:20 09:00:00"},
        "c.jpg": {"DateTimeOriginal": "2026:11:20 晚上12:30:00"},
        "d.jpg": {"DateTimeOriginal": "2026:11:20 10:00:00", "OffsetTimeOriginal": "CST"},
    }
    for name, texts in written.items():
        (tmp_path / name).write_bytes(encoded(quadrants(), "JPEG", exif=exif_block(**texts), comment=name.encode()))
    import_files(case, [tmp_path / name for name in written], workers)
    kept = {item.file_name: item for item in listed(case, Evidence)}
    assert (kept["a.jpg"].taken_at, kept["a.jpg"].taken_offset) == ("2026-11-20T14:30:00", "+08:00")
    assert kept["a.jpg"].taken_found == "DateTimeOriginal 2026:11:20 下午02:30:00; OffsetTimeOriginal +8:00"
    assert (kept["c.jpg"].taken_at, kept["c.jpg"].taken_problem) == (None, "half_day_unclear")
    found = results(case)
    assert "time_unclear" not in {**found["a.jpg"], **found["b.jpg"]}
    assert found["c.jpg"]["time_unclear"].outcome is Outcome.WARN
    assert found["d.jpg"]["time_unclear"].outcome is Outcome.PASS
    assert found["d.jpg"]["zone_assumed"].outcome is Outcome.PASS


def test_a_blurred_and_a_dark_picture_are_told_from_a_sharp_one(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    (path,) = draw_sample_photos(tmp_path, 1)
    with Image.open(path) as opened:
        sharp = opened.convert("RGB")
    versions = {
        "sharp.jpg": sharp,
        "blurred.jpg": sharp.filter(ImageFilter.GaussianBlur(sharp.width / 100)),
        "dark.jpg": sharp.point(lambda value: value // 16),
    }
    for name, picture in versions.items():
        import_bytes(case, name, encoded(picture, "JPEG", quality=90), workers)
    codes = {
        name: {code for code, result in found.items() if result.outcome is not Outcome.PASS} & {"blurred", "too_dark"}
        for name, found in results(case).items()
    }
    assert codes == {"sharp.jpg": set(), "blurred.jpg": {"blurred"}, "dark.jpg": {"too_dark"}}


def test_doubts_hold_what_did_not_pass_the_failures_first() -> None:
    passed = PictureResult("no_time", Outcome.PASS)
    warned, failed = PictureResult("blurred", Outcome.WARN), PictureResult("before_accident", Outcome.FAIL)
    assert doubts({"a": (passed,), "b": (passed, warned, failed)}) == {"b": ("before_accident", "blurred")}


def test_a_photo_that_failed_is_a_finding_with_its_number_and_a_link(
    profile: Profile, case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    (path,) = draw_sample_photos(tmp_path, 1)
    with new_case(profile, report_no="R20261101-0009", path=tmp_path / "other.survey") as other:
        import_files(other, [path], workers)
    import_files(case, [path], workers)
    (finding,) = [item for item in check(case, load_checks(resources_dir())) if item.check.id == "photo_failed"]
    assert finding.id == listed(case, Evidence)[0].id
    assert finding.text(english()) == "Photo 1: The same file is in another case: R20261101-0009"
    assert finding.text(chinese()) == "照片1: 同一文件已用于其他案件：R20261101-0009"


def _failed_codes(case: CaseFile) -> dict[str, set[str]]:
    """Return what failed of each photo, as it is remembered; the same is asked of a judgement made anew."""
    table = load_picture_table(resources_dir())
    anew = {
        id_: tuple(table.text(item) for item in failed)
        for id_, items in check_photos(case, table.rules).results.items()
        if (failed := [item for item in items if item.outcome is Outcome.FAIL])
    }
    remembered = failures(case, table)
    assert remembered == anew
    names = {str(item.id): item.file_name or "" for item in listed(case, Evidence)}
    return {names[id_]: {text.in_(english()) for text in texts} for id_, texts in remembered.items()}


def test_what_is_remembered_of_photos_follows_every_change(
    profile: Profile, case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    paths = draw_sample_photos(tmp_path, 2)
    import_files(case, paths, workers)
    before = _failed_codes(case)
    # A person touches no photo; what is said stays.
    records.create(case, Person, {"name": "王小明"})
    assert _failed_codes(case) == before
    # The scene is elsewhere; another case has the same picture; one is withdrawn, comes back, and a copy comes.
    (claim,) = listed(case, Claim)
    records.change(case, Claim, claim.id, {"accident_at": Instant(datetime(2020, 1, 1, tzinfo=UTC), 480, Trust.SYSTEM)})
    moved = _failed_codes(case)
    with new_case(profile, report_no="R20261101-0009", path=tmp_path / "other.survey") as other:
        import_files(other, paths[:1], workers)
    used = _failed_codes(case)
    assert used[paths[0].name] > moved.get(paths[0].name, set())
    first, _second = listed(case, Evidence)
    records.withdraw(case, Evidence, [first.id], "wrong car")
    assert first.file_name not in _failed_codes(case)
    records.restore(case, Evidence, [first.id])
    assert _failed_codes(case) == used
    with Image.open(paths[1]) as picture:
        copy = encoded(picture.convert("RGB").resize((800, 600)), "JPEG", quality=60)
    import_bytes(case, "copy.jpg", copy, workers)
    assert set(_failed_codes(case)) >= set(used)
