"""Every file of the public corpus, examined through real workers and compared with its manifest, file by file.

The manifest was made with other tools. Where we differ on purpose, the file stands in one of the tables below with the
reason; anything else that differs fails.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from surveyor_app.media.facts import Examination, MediaClass, Problem
from surveyor_app.media.paged import PDF
from surveyor_app.media.worker import MediaWorkers

# What the manifest says cannot be decoded or can, and we see otherwise.
_PREVIEW_DIFFERS = {
    "hostile/androidx-media/black_large.webp": "144 million pixels are more than we decode",
}
# The manifest's library refused these by its pixel guard and so has no size; the headers do say one.
_SIZE_DIFFERS = {
    "hostile/metadata-extractor/reallybig.bmp": "3000000x2000000",
    # Frames larger than what the header states.
    "hostile/jpegturbo-afl/id_000456,src_000325,op_havoc,rep_1.gif": "32x32",
    "hostile/Pillow/decompression_bomb.gif": "32x32",
    # What no decoder opens has a header all the same.
    "hostile/jpegturbo-afl/id_005826,src_005824,op_havoc,rep_8.jpg": "47x100",
    "hostile/exiv2/issue_428_poc1.png": "45x28",
    "hostile/androidx-media/sample_fragmented_clearkey.mp4": "1080x720",
    "hostile/metadata-extractor/rgb16-3103.bmp": "127x64",
    "hostile/metadata-extractor/754664a12e36abff7950e796c906ae39.jpg": "17920x17993",
    "hostile/metadata-extractor/c-m1-a4842373fc20cc42b8e023a329761915.png": "32x32",
    "hostile/metadata-extractor/BigTIFFMotorolaLongStrips.tif": "64x64",
    "hostile/metadata-extractor/m1-42c19f8e79e582bef107f372f18a074b.tif": "17x17",
    "hostile/ExifReader/test.jxl": "1x1",
    "hostile/Pillow/libtiff_segfault.tif": "65535x900",
    "hostile/Pillow/png_decompression_dos.png": "1x1",
    # Of raw files the photo's size, not that of a picture inside.
    "c2pa/c2pa-python/C.dng": "2048x1365",
    "exif_headers/exiftool/PhaseOne.iiq": "7320x5484",
    # Pillow announces a TIFF with orientation 8 turned; stored it is upright.
    "hostile/Pillow/crash-74d2a78403a5a59db1fb0a2b8735ac068a75f6e3.tif": "88x590",
    # Apple's icon container: not a format of evidence, stored unopened.
    "hostile/Pillow/oom-8ed3316a4109213ca96fb8a256a0bfefdece1461.icns": "",
}
_TIME_DIFFERS = {
    # No DateTimeOriginal, but a DateTimeDigitized, which the manifest does not list.
    "heic/ExifReader/test.avif": "2011-06-28T12:06:14",
    "photos/metadata-extractor/Kodak CLAS Digital Film Scanner HR200 (1).jpg": "2001-01-11T03:28:39",
    # Malformed times count as none.
    "photos/metadata-extractor/FujiFilm DX-5.jpg": None,
    "photos/metadata-extractor/Nikon E900 (1).jpg": None,
    "photos/metadata-extractor/Olympus C4040Z.jpg": None,
    # The phone's own field has the moment and the zone; the container's is when the file was finished or exported.
    "video/androidx-media/dolbyVision-hdr.MOV": "2023-05-09T11:41:46",
    "video/metadata-extractor/with-gps.mov": "2019-07-24T08:25:40",
    # Matroska states a time too; the manifest lists the MP4 family only.
    "video/androidx-media/bbb_642x642_768kbps_30fps_vp9.webm": "2021-02-24T12:48:02",
    "video/androidx-media/sample.mkv": "2016-05-31T17:01:35",
    # Encrypted without key: the demuxer refuses the file, its header says this.
    "hostile/androidx-media/sample_fragmented_clearkey.mp4": "2021-09-06T17:17:28",
    # Said in XMP, IPTC or the maker's own block alone.
    "c2pa/c2pa-python/cloud.jpg": "2005-05-13T13:09:04",
    "formats/metadata-extractor/Issue 154.jpg": "2018-01-12T21:19:13",
    "formats/Pillow/app13-multiple.jpg": "2019-10-14T15:00:20",
    "heic/pillow_heif/L_xmp.heif": "2018-10-27T13:27:23",
    "hostile/exifr/RangeError_Offset_outside_bounds.jpg": "2020-07-23T11:32:20",
    "hostile/exif-samples/image00971.jpg": "2010-04-13T09:37:22",
    "hostile/exif-samples/image01137.jpg": "2009-09-14T11:08:06",
    "hostile/exif-samples/image01713.jpg": "2010-03-04T11:59:38",
    "hostile/Pillow/exif-dpi-zerodivision.jpg": "2017-03-13T23:03:09",
    "hostile/Pillow/exif_gps_typeerror.jpg": "2010-07-11T13:53:00",
    "hostile/Pillow/invalid-exif.jpg": "2017-03-13T23:03:09",
    "photos/metadata-extractor/FLIR Vue Pro 640.jpg": "2016-06-27T15:29:42",
    "photos/metadata-extractor/FLIR iPhone device.jpg": "2021-05-16T12:27:36",
}
# True: we find a place where the manifest has none; False: the other way round.
_PLACE_DIFFERS = {
    "photos/metadata-extractor/FLIR iPhone device.jpg": True,  # in the camera's own block
    "exif_headers/exiftool/InfiRay.jpg": False,  # 0/0 degrees: no fix
    "exif_headers/Pillow/exif_gps.jpg": False,  # no latitude that could be one
    "hostile/androidx-media/sample_audio_only.mp4": True,  # the container has a location tag
    "video/androidx-media/sample_portrait.mp4": True,
    "video/metadata-extractor/FLIR Thermal.mp4": True,
}
# Display matrix of a video, which the manifest gives as an angle without the mirroring.
_VIDEO_TURNS = {
    "video/androidx-media/dolbyVision-hdr.MOV": 6,
    "video/androidx-media/sample_rotate_and_reflect.mp4": 5,
    "video/metadata-extractor/with-gps.mov": 6,
    "video/metadata-extractor/ftyp3gp5.mp4": 6,
}
# Read by Pillow where ExifRead raised or was blind; the manifest lists makers by ExifRead only.
_MAKER_DIFFERS = {
    "formats/exiv2/ReaganSmallPng.png": "NIKON CORPORATION | NIKON D1X",
    "heic/exiv2/Canon.HIF": "Canon | Canon EOS R5",
    "hostile/pillow_heif/L_exif_xmp_iptc.heic": "SONY | ILCE-7SM3",
    "video/androidx-media/dolbyVision-hdr.MOV": "Apple | iPhone 14 Pro",
    "video/metadata-extractor/with-gps.mov": "Apple | iPhone 6",
    # Bytes that are no text are shown as escapes.
    "formats/Pillow/pport_g4.tif": r"\x8c | Photosmart Plus B210 series",
}
# ExifRead raised, Pillow read the metadata: nothing is unreadable.
_EXIF_SAVED = {
    "hostile/androidx-media/sample_still_photo.heic",
    "hostile/pillow_heif/L_exif_xmp_iptc.heic",
}
# ExifRead found nothing without a word, Pillow says the block is damaged.
_EXIF_DAMAGED = {"hostile/Pillow/truncated_exif_dpi.jpg"}
# The manifest is on a server, a link in the metadata names it; nothing is embedded.
_C2PA_ELSEWHERE = {"c2pa/c2pa-python/cloud.jpg"}


@dataclass(frozen=True)
class Entry:
    """One line of the manifest and what we found."""

    path: str
    row: dict[str, str]
    found: Examination


@pytest.fixture(scope="module")
def entries(corpus_dir: Path) -> list[Entry]:
    with (corpus_dir / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    with MediaWorkers(2) as workers, ThreadPoolExecutor(2) as beside:
        found = beside.map(workers.examine_path, [corpus_dir / row["path"] for row in rows])
        return [Entry(row["path"], row, examination) for row, examination in zip(rows, found, strict=True)]


def _differences(entries: list[Entry], expected: Callable[[Entry], object], actual: Callable[[Entry], object]) -> str:
    lines = [
        f"{entry.path}: expected {expected(entry)!r}, found {actual(entry)!r}"
        for entry in entries
        if expected(entry) != actual(entry)
    ]
    return "\n".join(lines)


def test_no_file_hangs_or_kills_its_worker(entries: list[Entry]) -> None:
    assert len(entries) == 350
    ended = {Problem.TOO_SLOW, Problem.CRASHED, Problem.OUT_OF_MEMORY}
    assert [(entry.path, entry.found.problem) for entry in entries if entry.found.problem in ended] == []


def _is_shown_whole(entry: Entry) -> bool:
    """Of what the list calls undecodable a part may be shown, but never as if nothing were wrong."""
    return entry.found.preview is not None and entry.found.problem is None


def test_what_can_be_decoded_has_a_preview(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> bool:
        return entry.row["decodes"] == "yes" and entry.path not in _PREVIEW_DIFFERS

    # Of papers the list does not say whether a page can be drawn.
    pictures = [entry for entry in entries if entry.found.facts.format != "pdf"]
    assert _differences(pictures, expected, _is_shown_whole) == ""


def test_either_a_preview_or_a_reason(entries: list[Entry]) -> None:
    for entry in entries:
        is_shown = entry.found.problem in {None, Problem.TRUNCATED}
        assert (entry.found.preview is not None) == is_shown, entry.path
        assert (entry.found.preview is None) == (entry.found.thumbnail is None), entry.path


def test_papers_are_papers(entries: list[Entry]) -> None:
    papers = [entry for entry in entries if entry.row["category"] == "pdf"]
    assert papers
    assert {entry.found.facts.media_class for entry in papers} == {MediaClass.PAPER}
    assert {entry.found.problem for entry in papers} <= {None, Problem.UNREADABLE}


def test_sizes(entries: list[Entry]) -> None:
    def actual(entry: Entry) -> str:
        facts = entry.found.facts
        return f"{facts.width_px}x{facts.height_px}" if facts.width_px else ""

    def expected(entry: Entry) -> str:
        return _SIZE_DIFFERS.get(entry.path, entry.row["width_x_height"])

    assert _differences(entries, expected, actual) == ""


def test_times(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> str | None:
        if entry.path in _TIME_DIFFERS:
            return _TIME_DIFFERS[entry.path]
        said = entry.row["exif_datetime_original"].removeprefix("pillow-only:")
        return f"{said[:10].replace(':', '-')}T{said[11:]}" if said else None

    def actual(entry: Entry) -> str | None:
        # Videos are compared in UTC.
        facts = entry.found.facts
        if facts.taken_at is None or facts.media_class is not MediaClass.VIDEO or facts.taken_offset is None:
            return facts.taken_at
        hours, minutes = facts.taken_offset.split(":")
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        return (datetime.fromisoformat(facts.taken_at) - offset).isoformat()

    assert _differences(entries, expected, actual) == ""


def test_which_files_have_a_place(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> bool:
        return _PLACE_DIFFERS.get(entry.path, entry.row["has_gps"] == "yes")

    assert _differences(entries, expected, lambda entry: entry.found.facts.gps_lat is not None) == ""


def test_places_agree_to_seven_digits(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> tuple[Decimal, ...] | None:
        return _place_in(entry.row["gps_raw"]) if entry.found.facts.gps_lat is not None else None

    def actual(entry: Entry) -> tuple[Decimal | None, ...] | None:
        facts = entry.found.facts
        # The manifest gives raw numbers for pictures only.
        return (facts.gps_lat, facts.gps_lon) if entry.row["gps_raw"] and facts.gps_lat is not None else None

    assert _differences(entries, expected, actual) == ""
    assert sum(actual(entry) is not None for entry in entries) > 30


def test_orientations(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> int | None:
        if entry.path.startswith("video/") or entry.found.facts.media_class is MediaClass.VIDEO:
            return _VIDEO_TURNS.get(entry.path)
        return int(entry.row["orientation"]) if entry.row["orientation"] else None

    assert _differences(entries, expected, lambda entry: entry.found.facts.orientation) == ""


def test_makers(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> str:
        return _MAKER_DIFFERS.get(entry.path, entry.row["make_model"].strip(" |"))

    def actual(entry: Entry) -> str:
        return " | ".join(text for text in (entry.found.facts.make, entry.found.facts.model) if text)

    assert _differences(entries, expected, actual) == ""


def test_unreadable_metadata_are_reported(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> bool:
        raised = entry.row["exifread"] != "" and not entry.row["exifread"].startswith("ok")
        return (raised and entry.path not in _EXIF_SAVED) or entry.path in _EXIF_DAMAGED

    assert _differences(entries, expected, lambda entry: entry.found.facts.exif_problem is not None) == ""


def test_c2pa_is_noticed(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> bool:
        return "C2PA" in entry.row["exercises"] and entry.path not in _C2PA_ELSEWHERE

    assert _differences(entries, expected, lambda entry: entry.found.facts.c2pa) == ""


def test_credentials_are_judged_as_the_manifest_says(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> str | None:
        said = re.search(r"C2PA (manifest Valid|manifest Invalid|remote)", entry.row["exercises"])
        states = {"manifest Valid": "valid_untrusted", "manifest Invalid": "invalid", "remote": "remote_not_fetched"}
        return states[said[1]] if said else None

    assert _differences(entries, expected, lambda entry: entry.found.facts.c2pa_state) == ""


def test_what_has_a_preview_was_measured(entries: list[Entry]) -> None:
    def expected(entry: Entry) -> bool:
        # Sharpness and light of a drawn page say nothing of how it was taken.
        return entry.found.preview is not None and entry.found.facts.format != PDF

    assert _differences(entries, expected, lambda entry: entry.found.measures is not None) == ""


def test_videos_have_a_duration_and_a_codec(entries: list[Entry]) -> None:
    for entry in entries:
        if entry.row["category"] != "video":
            continue
        facts = entry.found.facts
        seconds = re.search(r"(\d+\.\d) s(;|$)", entry.row["exercises"])
        assert seconds is not None, entry.path
        assert facts.duration_ms is not None, entry.path
        # The manifest has tenths, and of the picture where we have the longest of all tracks.
        assert abs(facts.duration_ms - Decimal(seconds[1]) * 1000) < 100, entry.path
        assert facts.codec is not None, entry.path
        assert facts.codec in entry.row["exercises"], entry.path


def _place_in(raw: str) -> tuple[Decimal, ...] | None:
    """Return the place that "[31, 13, 1236/25] N; [121, 28, 633/25] E" names."""
    if not raw:
        return None
    found = []
    for part in raw.split(";"):
        numbers, reference = part.strip().rsplit(" ", 1)
        degrees = Fraction(0)
        for place, text in enumerate(numbers.strip("[]").split(", ")):
            degrees += (Fraction(0) if text == "0/0" else Fraction(text)) / 60**place
        exact = degrees * 10**7 * (-1 if reference in "SW" else 1)
        found.append(Decimal(round(exact)).scaleb(-7))
    return tuple(found)
