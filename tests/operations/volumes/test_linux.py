"""Volumes on Linux: label, serial, file system and hardware as the system's files tell them, however hostile."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from surveyor_app.operations.volumes import linux
from surveyor_app.operations.volumes.lookup import Volumes
from tests.operations.volumes.systems import MadeSystem

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux writes")


@pytest.fixture
def system(tmp_path: Path) -> MadeSystem:
    return MadeSystem(tmp_path / "system")


def test_a_card_is_known_by_label_serial_and_reader(system: MadeSystem, tmp_path: Path) -> None:
    card = tmp_path / "media" / "EOS DIGITAL"
    (card / "DCIM").mkdir(parents=True)
    system.mount(card)
    system.name_disk("sdb1", label=rb"EOS\x20DIGITAL", uuid="64A5-F009")
    system.hardware("8:17", "sdb", "sdb1", vendor="SanDisk ", model="Extreme SD  ")
    volume = Volumes(system.root).of(card / "DCIM" / "IMG_1.JPG")
    assert volume is not None
    assert (volume.root, volume.label, volume.serial) == (card, "EOS DIGITAL", "64A5-F009")
    assert (volume.file_system, volume.device) == ("vfat", "SanDisk Extreme SD")
    assert volume.text == "EOS DIGITAL · vfat · 64A5-F009"
    assert volume.key == "serial:64A5-F009"


def test_a_card_in_a_built_in_slot_has_its_name_as_hardware(system: MadeSystem, tmp_path: Path) -> None:
    card = tmp_path / "card"
    card.mkdir()
    system.mount(card, number="179:1", source="/dev/mmcblk0p1", system="exfat")
    system.hardware("179:1", "mmcblk0", "mmcblk0p1", name="SN64G")
    volume = Volumes(system.root).of_folder(card)
    assert volume is not None
    assert (volume.device, volume.file_system, volume.label, volume.serial) == ("SN64G", "exfat", None, None)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (rb"\x1b[31mred", "\\x1b[31mred"),
        (rb"a\x0ab", "a\\x0ab"),
        (b"\xff\xfe", "\\xff\\xfe"),
        ("现场".encode(), "现场"),
        (b"L" * 200, "L" * 120),
        (b"\xe2\x80\xaegpj.exe", "\\u202egpj.exe"),
    ],
)
def test_a_hostile_label_is_shown_safely(system: MadeSystem, tmp_path: Path, written: bytes, shown: str) -> None:
    card = tmp_path / "card"
    card.mkdir()
    system.mount(card)
    system.name_disk("sdb1", label=written)
    volume = Volumes(system.root).of_folder(card)
    assert volume is not None
    assert volume.label == shown
    assert len(volume.text or "") <= 200


def test_a_disk_without_a_name_is_told_by_its_file_system_and_place(system: MadeSystem, tmp_path: Path) -> None:
    system.mount(tmp_path / "share", number="0:55", system="cifs", source="//nas/photos")
    volume = Volumes(system.root).of_folder(tmp_path / "share")
    assert volume is not None
    assert (volume.text, volume.device, volume.serial) == ("cifs", "//nas/photos", None)
    assert volume.key == f"place::{tmp_path / 'share'}"


def test_the_deepest_mount_holds_a_file_and_the_later_of_two(system: MadeSystem, tmp_path: Path) -> None:
    system.mount(tmp_path, system="ext4", source="/dev/sdc1")
    system.mount(tmp_path / "card", system="vfat", source="/dev/sdb1")
    system.mount(tmp_path / "card", system="exfat", source="/dev/sdd1")
    found = Volumes(system.root)
    systems = [volume.file_system for place in ("card/x", "cardboard/x") if (volume := found.of(tmp_path / place))]
    assert systems == ["exfat", "ext4"]


def test_phones_and_cameras_of_the_file_bridge_are_volumes_of_their_own(system: MadeSystem, tmp_path: Path) -> None:
    bridge = tmp_path / "gvfs"
    phone, camera = bridge / "mtp:host=SAMSUNG_Galaxy_R5CT10", bridge / "gphoto2:host=Canon%2C_EOS_R6"
    for folder in (phone / "Internal storage", camera, bridge / "smb-share:server=nas"):
        folder.mkdir(parents=True)
    system.mount(bridge, number="0:50", system=linux.BRIDGE, source="gvfsd-fuse")
    found = Volumes(system.root)
    assert [(volume.root, volume.name, volume.is_phone) for volume in found.all()] == [
        (camera, "Canon, EOS R6", False),
        (phone, "SAMSUNG Galaxy R5CT10", True),
    ]
    held = found.of(phone / "Internal storage" / "IMG.jpg")
    assert held is not None
    assert held.key == "serial:SAMSUNG_Galaxy_R5CT10"
    assert found.of_folder(bridge) is None


def test_looking_for_cards_passes_the_systems_own_and_far_places_by(system: MadeSystem, tmp_path: Path) -> None:
    for name, kind in (("proc", "proc"), ("nas", "nfs4"), ("card", "vfat")):
        system.mount(tmp_path / name, system=kind)
    assert [volume.root for volume in Volumes(system.root).all()] == [tmp_path / "card"]


def test_what_is_no_mount_table_gives_no_volume(tmp_path: Path) -> None:
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/mountinfo").write_bytes(b"\xff\n\n27 1 - x\n1 2 3 4 5 6 7 8\n")
    assert Volumes(tmp_path).all() == []
    assert Volumes(tmp_path).of(tmp_path / "a") is None
    assert Volumes(tmp_path / "nothing").of(tmp_path / "a") is None


def test_names_no_file_system_has_are_on_no_volume() -> None:
    assert Volumes().of(Path("a\0b/c")) is None


def test_links_lead_to_the_volume_the_file_really_lies_on(system: MadeSystem, tmp_path: Path) -> None:
    card = tmp_path / "card"
    card.mkdir()
    system.mount(card)
    (tmp_path / "shortcut").symlink_to(card)
    volume = Volumes(system.root).of(tmp_path / "shortcut" / "IMG.jpg")
    assert volume is not None
    assert volume.root == card


def test_this_machine_says_where_a_file_lies(tmp_path: Path) -> None:
    volume = Volumes().of(tmp_path / "x")
    assert volume is not None
    assert volume.file_system
    assert os.fspath(tmp_path).startswith(os.fspath(volume.root))
