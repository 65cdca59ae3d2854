"""Settings survive damage, other versions and a full disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from surveyor_app import atomic_write
from surveyor_app.domain.errors import DiskFull, StorageFailed
from surveyor_app.settings import (
    Settings,
    Theme,
    TimestampSettings,
    TokenSettings,
    default_profile_dir,
    default_settings_path,
    load,
    save,
)


def test_missing_file_means_defaults(tmp_path: Path) -> None:
    loaded = load(tmp_path / "settings.toml")
    assert loaded.settings == Settings()
    assert loaded.problems == ()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.toml"
    chosen = Settings("zh_CN", Theme.SUNLIGHT, tmp_path / "档案", "https://centre.example")
    save(path, chosen)
    assert load(path).settings == chosen


def test_the_time_stamp_authority_is_kept_with_what_else_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        '[timestamp]\nurl = "https://time.example"\nauthority = "/etc/time.pem"\nfuture = 3\n', encoding="utf-8"
    )
    found = load(path).settings
    assert found.timestamp == TimestampSettings("https://time.example", Path("/etc/time.pem"))
    save(path, found)
    assert load(path).settings == found
    assert "future = 3" in path.read_text(encoding="utf-8")
    save(path, Settings(timestamp=TimestampSettings("https://other.example")))
    assert load(path).settings.timestamp == TimestampSettings("https://other.example")


def test_how_it_locks_is_kept_and_nonsense_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    chosen = Settings(large_targets=True, lock_idle_min=15, lock_after_sleep=False)
    save(path, chosen)
    assert load(path).settings == chosen
    path.write_text('lock_idle_min = "soon"\nlarge_targets = 1\n', encoding="utf-8")
    assert load(path).settings == Settings()
    assert load(path).problems == ("large_targets: 1", "lock_idle_min: 'soon'")
    path.write_text("lock_idle_min = -5\n", encoding="utf-8")
    assert load(path).settings.lock_idle_min == 0


def test_the_map_sheets_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    kept = (tmp_path / "地图", tmp_path / "city.mbtiles")
    save(path, Settings(map_sheets=kept))
    assert load(path).settings.map_sheets == kept
    path.write_text('map_sheets = "~/maps/city.mbtiles"\n', encoding="utf-8")
    assert load(path).settings.map_sheets == (Path.home() / "maps" / "city.mbtiles",)
    path.write_text('map_sheets = ["/a", 3, ""]\n', encoding="utf-8")
    assert load(path).settings.map_sheets == (Path("/a"),)
    path.write_text("map_sheets = 3\n", encoding="utf-8")
    assert load(path).settings.map_sheets == ()
    assert load(path).problems == ("map_sheets: 3",)


def test_the_token_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for token in (TokenSettings(Path("/lib/card.so"), "卡", "signature"), TokenSettings(Path("/lib/card.so"), "卡")):
        save(path, Settings(token=token))
        assert load(path).settings.token == token
    path.write_text('[token]\nmodule = "/lib/card.so"\n', encoding="utf-8")
    assert load(path).settings.token is None, "no label says which"


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("timestamp = 3", ("timestamp: 3",)),
        ("[timestamp]\nurl = 5", ("timestamp.url: 5",)),
        ("[timestamp]\nother = 5", ()),
    ],
)
def test_an_authority_that_is_not_written_down_right_is_none(
    tmp_path: Path, written: str, problems: tuple[str, ...]
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(written, encoding="utf-8")
    loaded = load(path)
    assert loaded.settings.timestamp is None
    assert loaded.problems == problems


def test_keys_of_other_versions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\nfuture = 3\n[window]\nwidth = 1280\n', encoding="utf-8")
    save(path, load(path).settings)
    again = load(path).settings
    assert again.theme is Theme.DARK
    assert again.unknown == {"future": 3, "window": {"width": 1280}}


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"theme = ", b"= 1\n", "语言 = zh".encode()])
def test_unreadable_file_gives_defaults_and_a_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    loaded = load(path)
    assert loaded.settings == Settings()
    assert str(path) in loaded.problems[0]


def test_wrong_values_cost_only_themselves(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\nlanguage = "en"\nlast_server = 5\n', encoding="utf-8")
    loaded = load(path)
    assert loaded.settings == Settings(language="en")
    assert loaded.problems == ("theme: 'pink'", "last_server: 5")


def test_byte_order_mark_of_windows_editors_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b'\xef\xbb\xbftheme = "dark"\n')
    assert load(path).settings.theme is Theme.DARK


def test_unwritable_place_is_storage_failed(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_bytes(b"")
    with pytest.raises(StorageFailed):
        save(blocker / "settings.toml", Settings())


def test_full_disk_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    save(path, Settings(theme=Theme.DARK))

    def refuse(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DiskFull):
        save(path, Settings(theme=Theme.LIGHT))
    assert load(path).settings.theme is Theme.DARK
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(("refusals", "succeeds"), [(3, True), (1000, False)])
def test_scanner_holding_the_file_is_waited_for_but_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, succeeds: bool
) -> None:
    path = tmp_path / "settings.toml"
    attempts = 0
    real_replace = Path.replace

    def held(source: Path, target: Path) -> Path:
        nonlocal attempts
        attempts += 1
        if attempts <= refusals:
            raise PermissionError(errno.EACCES, "held by another program")
        return real_replace(source, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(atomic_write, "_PAUSE_S", 0.0)
    if succeeds:
        save(path, Settings(theme=Theme.DARK))
        assert load(path).settings.theme is Theme.DARK
    else:
        with pytest.raises(StorageFailed):
            save(path, Settings())


def test_default_places_are_the_users_own() -> None:
    assert default_settings_path().name == "settings.toml"
    assert default_profile_dir().is_absolute()
    assert default_profile_dir().parent.name == "surveyor"
