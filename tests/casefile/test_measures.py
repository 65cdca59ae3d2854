"""Measures are derived and kept by original; pictures of all cases are known to the profile."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.measures import StoredMeasures, load_measures, missing_measures
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.casefile.profiles.known_pictures import KnownPicture, Resemblance
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.photos.likeness import NOTHING_TO_COMPARE
from tests.local_rows import drop_measures, save_measures, save_preview

_HERE, _THERE, _ELSEWHERE = CaseId("here"), CaseId("there"), CaseId("elsewhere")


def _values(version: int = 1, sharpness: int = 120) -> dict[str, int | str]:
    return {
        "version": version,
        "phash": "00ff00ff00ff00ff",
        "sharpness": sharpness,
        "level": 99,
        "dark_permille": 3,
        "bright_permille": 0,
    }


def test_measures_are_found_by_their_original_and_the_last_count(case: CaseFile) -> None:
    save_measures(case, "a", _values())
    save_measures(case, "a", _values(sharpness=7))
    save_measures(case, "b", _values())
    assert load_measures(case, ["a", "c"]) == {"a": StoredMeasures(1, "00ff00ff00ff00ff", 7, 99, 3, 0)}
    assert set(load_measures(case)) == {"a", "b"}
    drop_measures(case)
    assert load_measures(case) == {}


def test_more_originals_than_one_statement_takes(case: CaseFile) -> None:
    save_measures(case, "n3999", _values())
    assert set(load_measures(case, [f"n{number}" for number in range(4000)])) == {"n3999"}


def test_what_an_older_version_measured_counts_as_missing(case: CaseFile) -> None:
    one, two, three = (store_blob(case, [name]) for name in (b"one", b"two", b"three"))
    for stored in (one, two):
        save_preview(case, stored.sha256, PreviewKind.PREVIEW, b"picture")
    # What has no picture cannot be measured and is not missing.
    assert three.sha256 not in missing_measures(case, 1)
    assert missing_measures(case, 1) == [one.sha256, two.sha256]
    save_measures(case, one.sha256, _values())
    assert missing_measures(case, 1) == [two.sha256]
    assert missing_measures(case, 2) == [one.sha256, two.sha256]


def test_pictures_of_other_cases_are_found_by_likeness_and_by_bytes(profile: Profile) -> None:
    mine = KnownPicture(_HERE, "mine", "00ff00ff00ff00ff")
    near = KnownPicture(_THERE, "near", "00ff00ff00ff00f0")
    far = KnownPicture(_THERE, "far", "0123456789abcdef")
    same = KnownPicture(_ELSEWHERE, "mine", "00ff00ff00ff00ff")
    profile.known_pictures.remember([mine, near, far, same])
    found = profile.known_pictures.resembling(_HERE, {"mine": mine.phash, "other": "fedcba9876543210"})
    assert found == {"mine": [Resemblance(same, 0), Resemblance(near, 4)]}
    assert profile.known_pictures.resembling(_HERE, {"mine": mine.phash}, max_distance=3) == {
        "mine": [Resemblance(same, 0)]
    }


def test_the_same_question_is_answered_anew_once_more_is_known(profile: Profile) -> None:
    asked = {"mine": "00ff00ff00ff00ff"}
    assert profile.known_pictures.resembling(_HERE, asked) == {}
    near = KnownPicture(_THERE, "near", "00ff00ff00ff00f0")
    profile.known_pictures.remember([near])
    assert profile.known_pictures.resembling(_HERE, asked) == {"mine": [Resemblance(near, 4)]}
    assert profile.known_pictures.resembling(_HERE, asked) == {"mine": [Resemblance(near, 4)]}
    assert profile.known_pictures.resembling(_HERE, asked, max_distance=3) == {}
    assert profile.known_pictures.resembling(_HERE, {"mine": "fedcba9876543210"}) == {}


def test_a_picture_without_content_is_found_by_its_bytes_only(profile: Profile) -> None:
    blank = KnownPicture(_THERE, "blank", NOTHING_TO_COMPARE)
    profile.known_pictures.remember([blank])
    found = profile.known_pictures.resembling(_HERE, {"blank": NOTHING_TO_COMPARE, "white": NOTHING_TO_COMPARE})
    assert found == {"blank": [Resemblance(blank, 0)]}


def test_remembering_again_changes_nothing(profile: Profile) -> None:
    picture = KnownPicture(_THERE, "a", "00ff00ff00ff00ff")
    profile.known_pictures.remember([picture])
    profile.known_pictures.remember([picture])
    profile.known_pictures.remember([])
    assert profile.known_pictures.resembling(_HERE, {"b": picture.phash}) == {"b": [Resemblance(picture, 0)]}
