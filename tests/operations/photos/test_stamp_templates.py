"""Stamps that a surveyor changed: kept, taken back, and nothing that cannot be used gets that far."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import StampInvalid, StampsUnreadable, StorageFailed
from surveyor_app.operations.photos.stamp_templates import FILE, checked, keep_stamp, with_own_stamps
from surveyor_app.wording.rendition_profiles import load_profiles

PROFILES = load_profiles(resources_dir())
KIND = PROFILES["rendition"]


def test_a_changed_stamp_is_kept_and_the_others_stay(tmp_path: Path) -> None:
    keep_stamp(tmp_path, KIND, [" 公估 {report_no} ", "", "{surveyor}"])
    keep_stamp(tmp_path, PROFILES["redacted"], [])
    own = with_own_stamps(PROFILES, tmp_path)
    assert own["rendition"].stamp == ("公估 {report_no}", "{surveyor}")
    assert own["redacted"].stamp == ()
    assert own["legacy_upload"] == PROFILES["legacy_upload"]
    assert list(own) == list(PROFILES)


def test_the_shipped_stamp_comes_back(tmp_path: Path) -> None:
    assert with_own_stamps(PROFILES, tmp_path) == PROFILES
    keep_stamp(tmp_path, KIND, ["{number}"])
    keep_stamp(tmp_path, KIND, None)
    assert with_own_stamps(PROFILES, tmp_path) == PROFILES


@pytest.mark.parametrize(
    ("lines", "name"),
    [(["{claim}"], "{claim}"), (["x"] * 9, "9"), (["x" * 121], "x" * 121), (["{}"], "{}")],
    ids=["field", "lines", "long", "empty-field"],
)
def test_a_stamp_that_cannot_be_used_is_refused(tmp_path: Path, lines: list[str], name: str) -> None:
    with pytest.raises(StampInvalid) as refused:
        checked(lines)
    assert refused.value.data["name"] == name
    with pytest.raises(StampInvalid):
        keep_stamp(tmp_path, KIND, lines)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"not toml", b"\xff\xfe", b"stamps = 3", b"[stamps]\nrendition = 'x'", b"[stamps]\nrendition = ['{nothing}']"],
)
def test_a_file_that_cannot_be_used_is_named_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    for act in (lambda: with_own_stamps(PROFILES, tmp_path), lambda: keep_stamp(tmp_path, KIND, ["{number}"])):
        with pytest.raises(StampsUnreadable) as refused:
            act()
        assert refused.value.data["path"] == str(tmp_path / FILE)
    assert (tmp_path / FILE).read_bytes() == content


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        keep_stamp(tmp_path / "gone", KIND, ["{number}"])
