"""Copies for receivers: sized, stamped, hidden where asked for, tied to their originals; and the report's annotated photos."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError, LayoutFailed, NotFound, TargetExists
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shapes import Drawn, Shape
from surveyor_app.domain.texts import Text
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.photos import annotating, renditions
from surveyor_app.operations.photos.annotated_pictures import with_layers
from surveyor_app.operations.photos.annotating import NewShape
from surveyor_app.operations.report.assembling import assemble
from surveyor_app.operations.report.reporting import ReportOptions, draft_report
from surveyor_app.wording.rendition_profiles import RenditionProfile, load_profiles, stamp_lines
from tests.media.made_files import encoded
from tests.operations.worlds import REPORT_NO, listed, only
from tests.report.test_layout import plain, text_of

PROFILES = load_profiles(resources_dir())
BARE = RenditionProfile("bare", Text.same("Bare"), 1600, 90, 800_000, "all", ())


@pytest.fixture
def large(filled: CaseFile, workers: MediaWorkers, tmp_path: Path) -> str:
    """A photo of 2400 x 1600 noisy pixels; returns its id."""
    path = tmp_path / "large.jpg"
    path.write_bytes(encoded(Image.effect_noise((2400, 1600), 80).convert("RGB"), "JPEG", quality=90))
    return evidence.import_files(filled, [path], workers).items[0].evidence_id or ""


def picture(item: renditions.Rendition) -> Image.Image:
    assert item.jpeg is not None
    return Image.open(io.BytesIO(item.jpeg)).convert("RGB")


def shade(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_a_copy_keeps_its_receivers_limits(filled: CaseFile, large: str, workers: MediaWorkers, name: str) -> None:
    profile = PROFILES[name]
    item = renditions.make_rendition(filled, large, profile, workers)
    assert item.jpeg is not None
    assert len(item.jpeg) <= profile.max_bytes
    assert max(picture(item).size) <= profile.longest_px
    record = listed(filled, Evidence)[-1]
    assert (item.number, item.original_sha256) == (4, record.sha256)
    assert item.sha256 == hashlib.sha256(item.jpeg).hexdigest()


def test_a_stamp_says_where_and_by_whom(filled: CaseFile, large: str, workers: MediaWorkers) -> None:
    item = renditions.make_rendition(filled, large, PROFILES["rendition"], workers)
    made = picture(item)
    assert max(shade(made, made.width - 3, made.height - 3)) < 120


def test_the_time_is_stamped_only_of_what_was_taken_here(filled: CaseFile) -> None:
    values = {"report_no": "R1", "number": "3", "time": "", "place": "人民路", "shot": ""}
    lines = stamp_lines(PROFILES["rendition"].stamp, values)
    assert lines == ("报案号 R1  No. 3", "人民路")
    record = listed(filled, Evidence)[0]
    album = renditions._read(filled)
    taken = Evidence(id=record.id, taken_at="2026-11-20T14:03:22", taken_offset="+08:00", captured_here=True)
    assert renditions._values(album, 1, taken)["time"] == "2026-11-20 14:03:22 +08:00"
    found = Evidence(id=record.id, taken_at="2026-11-20T14:03:22", captured_here=None, shot_key="motor.scene_locator")
    values = renditions._values(album, 1, found)
    assert values["time"] == ""
    assert values["shot"] == "现场方位"
    assert (values["report_no"], values["place"]) == (REPORT_NO, "人民路 12 号")


def test_the_whole_layer_or_only_what_hides(filled: CaseFile, large: str, workers: MediaWorkers) -> None:
    annotating.add(filled, large, NewShape(Shape.BOX, ((1000, 1000), (3000, 3000)), "yellow", 80))
    annotating.add(filled, large, NewShape(Shape.PIXELATE, ((5000, 5000), (8000, 8000)), "red", 80))
    whole = picture(renditions.make_rendition(filled, large, BARE, workers))
    hiding = picture(renditions.make_rendition(filled, large, PROFILES["redacted"], workers))
    untouched = RenditionProfile("bare", Text.same("Bare"), 1600, 90, 800_000, "none", ())
    clean = picture(renditions.make_rendition(filled, large, untouched, workers))
    red, green, blue = shade(whole, 160, 200)
    assert red > 200
    assert blue < 100
    assert len(set(shade(hiding, 160, 200))) == 1
    region = (850, 600, 1250, 840)
    flat = [max(abs(a - b) for a, b in zip(shade(image, 1001, 700), shade(image, 1003, 700), strict=True)) for image in
            (whole, hiding)]  # fmt: skip
    assert max(flat) <= 8
    assert clean.crop(region).getcolors(300) is None or len(clean.crop(region).getcolors(300) or []) > 60
    assert green > 150


def test_copies_are_written_with_a_manifest(filled: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0" + b"no picture" * 40)
    evidence.import_files(filled, [broken], workers)
    folder = tmp_path / "copies"
    made = renditions.write_renditions(filled, folder, PROFILES["legacy_upload"], workers)
    originals = [item.sha256 for item in listed(filled, Evidence)]
    rows = [line.split("\t") for line in (folder / renditions.MANIFEST).read_text().splitlines()]
    assert rows[0] == ["file", "original_sha256", "rendition_sha256", "problem"]
    assert [row[1] for row in rows[1:]] == originals
    for name, _original, sha256, problem in rows[1:4]:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256
        assert problem == ""
    assert rows[4][0] == ""
    assert rows[4][3]
    assert [item.sha256 for item in made[:3]] == [row[2] for row in rows[1:4]]
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "-c", "--quiet", renditions.SUMS], cwd=folder, check=True)


def test_nothing_is_overwritten(filled: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "x").write_text("x")
    for place in (tmp_path / "there", tmp_path / "there" / "x"):
        with pytest.raises(TargetExists):
            renditions.write_renditions(filled, place, BARE, workers)


def test_no_copy_of_what_is_withdrawn_or_unknown(filled: CaseFile, workers: MediaWorkers) -> None:
    first = listed(filled, Evidence)[0].id
    records.withdraw(filled, Evidence, [first], "wrong car")
    with pytest.raises(NotFound):
        renditions.make_rendition(filled, first, BARE, workers)
    with pytest.raises(InputError):
        renditions.profile_named(PROFILES, "no such")


def test_a_very_large_original_is_left_out(
    filled: CaseFile, workers: MediaWorkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renditions, "MAX_ORIGINAL_BYTES", 10)
    item = renditions.make_rendition(filled, listed(filled, Evidence)[0].id, BARE, workers)
    assert (item.jpeg, item.problem, item.sha256) == (None, "too_large", "")


def test_an_original_is_never_changed_by_a_copy(filled: CaseFile, large: str, workers: MediaWorkers) -> None:
    record = listed(filled, Evidence)[-1]
    renditions.make_rendition(filled, large, PROFILES["rendition"], workers)
    data = b"".join(evidence.original(filled, record.sha256 or ""))
    assert hashlib.sha256(data).hexdigest() == record.sha256


# ---------------------------------------------------------------------------------------------- the report


def test_the_report_says_which_photos_are_annotated(filled: CaseFile) -> None:
    first, second = (item.id for item in listed(filled, Evidence)[:2])
    annotating.add(filled, first, NewShape(Shape.ARROW, ((1000, 1000), (3000, 3000)), "red", 45))
    assembled = assemble(filled, "both", 4, datetime(2026, 11, 20, tzinfo=UTC), draft=True)
    assert [photo.annotated for photo in assembled.data.photos] == [True, False, False]
    assert set(assembled.layers) == {first}
    text = plain(text_of(draft_report(filled, ReportOptions())))
    assert text.count("标注件") == 1
    records.withdraw(filled, Evidence, [second], "x")


def test_the_report_prints_the_annotated_picture(filled: CaseFile) -> None:
    before = draft_report(filled, ReportOptions())
    first = listed(filled, Evidence)[0]
    annotating.add(filled, first.id, NewShape(Shape.PIXELATE, ((0, 0), (10000, 10000)), "red", 45))
    after = draft_report(filled, ReportOptions())
    jpeg = evidence.preview(filled, first.sha256 or "")
    assert jpeg is not None
    assert jpeg in before
    assert jpeg not in after


def test_a_layer_that_cannot_be_drawn_stops_the_report() -> None:
    layer = (Drawn(Shape.PIXELATE, ((0, 0), (10000, 10000)), "#E02020", 45),)
    with pytest.raises(LayoutFailed):
        with_layers({"a": b"no picture"}, {"a": layer}, lambda: None)
    assert with_layers({"a": b"no picture"}, {"b": layer}, lambda: None) == {"a": b"no picture"}


def test_the_claims_place_stands_in_when_the_visit_has_none(case: CaseFile) -> None:
    records.change(case, Claim, only(case, Claim).id, {"accident_place": "沪杭高速 K12"})
    assert renditions._read(case).place == "沪杭高速 K12"
