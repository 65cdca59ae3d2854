"""Volumes on macOS: what ``diskutil`` writes is read wherever the tests run."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from surveyor_app.operations.volumes.macos import from_plist


def test_a_card_is_known_by_what_diskutil_says() -> None:
    told = {
        "VolumeName": "EOS_DIGITAL",
        "VolumeUUID": "0A81F3B1",
        "FilesystemName": "ExFAT",
        "MediaName": "SD Card Reader",
    }
    volume = from_plist(Path("/Volumes/EOS_DIGITAL"), plistlib.dumps(told))
    assert volume.text == "EOS_DIGITAL · ExFAT · 0A81F3B1"
    assert volume.device == "SD Card Reader"


@pytest.mark.parametrize("told", [b"", b"no list", plistlib.dumps([1]), plistlib.dumps({"VolumeName": 7})])
def test_where_diskutil_says_nothing_the_folder_gives_the_name(told: bytes) -> None:
    volume = from_plist(Path("/Volumes/CARD"), told)
    assert (volume.label, volume.serial, volume.file_system) == ("CARD", None, None)
