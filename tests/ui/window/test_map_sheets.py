"""The map sheets of a laptop are chosen in the window: added, refused, taken away, and known at the next start."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app import settings
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.map_places import MapPlaces
from surveyor_app.ui.forms.map_sheets_dialog import MapSheetsDialog
from surveyor_app.ui.window.arrival import ArrivalPage
from tests.media.made_sheets import SAID, around, make_sheet, picture
from tests.ui.conftest import TIMEOUT_MS, Settle, StartApp
from tests.ui.keyboard import press


@pytest.fixture
def page(desk: Desk, window: QWidget, settle: Settle) -> ArrivalPage:
    made = ArrivalPage(replace(desk, maps=MapPlaces()), window)
    made.resize(window.size())
    made.show()
    window.show()
    settle()
    return made


@pytest.fixture
def dialog(page: ArrivalPage, settle: Settle) -> MapSheetsDialog:
    page.position.sheets_button.click()
    settle()
    opened = page.findChild(MapSheetsDialog)
    assert opened is not None
    return opened


def texts(dialog: MapSheetsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(type(dialog.empty)) if label.isVisible())


def test_a_sheet_is_added_and_the_map_opens_on_it(
    page: ArrivalPage, dialog: MapSheetsDialog, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_sheet(tmp_path / "城区 1.mbtiles")
    before = path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_options: ([str(path)], ""))
    assert page.position.map_button.isHidden()
    assert dialog.empty.isVisible()
    assert dialog.add_button.hasFocus()
    press(dialog.add_button, Qt.Key.Key_Space)
    settle()
    assert page.desk.maps.places == (path,)
    assert page.position.map_button.isVisible()
    assert not dialog.empty.isVisible()
    assert "Shanghai" in texts(dialog)
    assert f"WGS 84 · zoom 15 to 16 · {path}" in texts(dialog)
    dialog.add([path])
    settle()
    assert page.desk.maps.places == (path,)
    assert dialog.note.label.text() == "城区 1.mbtiles is in the list already."
    dialog.remove_buttons[path].click()
    settle()
    assert not page.desk.maps.places
    assert page.position.map_button.isHidden()
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.glob("*.mbtiles*")] == ["城区 1.mbtiles"]


HOSTILE = {
    "text.mbtiles": b"this is no map",
    "empty.mbtiles": b"",
    "head.mbtiles": b"SQLite format 3\x00" + bytes(500),
    "photo.mbtiles": picture(),
}


def test_what_is_no_sheet_is_refused_in_words_and_good_ones_beside_it_are_added(
    page: ArrivalPage, dialog: MapSheetsDialog, settle: Settle, tmp_path: Path
) -> None:
    good = make_sheet(tmp_path / "good.mbtiles")
    bad = [tmp_path / name for name in HOSTILE]
    for path in bad:
        path.write_bytes(HOSTILE[path.name])
    bad.append(make_sheet(tmp_path / "vector.mbtiles", {**SAID, "format": "pbf"}))
    # Its metadata lie: the tiles are no pictures.
    lying = dict.fromkeys(around(16), b"\x1f\x8b\x08" + bytes(40))
    bad.append(make_sheet(tmp_path / "lying.mbtiles", tiles=lying))
    endless = "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    endless += " SELECT i AS zoom_level, i AS tile_column, i AS tile_row, i AS tile_data FROM n;"
    bad.append(make_sheet(tmp_path / "endless.mbtiles", script=f"DROP TABLE tiles; {endless}"))
    bomb = dict.fromkeys(around(16), picture()[:24] + b"\xff" * 8 + picture()[32:])
    bad.append(make_sheet(tmp_path / "bomb.mbtiles", tiles=bomb))
    pipe = tmp_path / "pipe.mbtiles"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
    bad += [pipe, tmp_path, tmp_path / "gone.mbtiles"]
    before = sorted(item.name for item in tmp_path.iterdir())
    dialog.add([*bad, good])
    settle()
    assert page.desk.maps.places == (good,)
    said = dialog.note.label.text()
    assert said.count("is not a map sheet that can be shown.") == len(bad)
    for path in bad:
        assert path.name in said
    assert sorted(item.name for item in tmp_path.iterdir()) == before, "nothing is written beside a sheet"


def test_a_stick_that_was_pulled_out_is_told_and_the_way_to_the_map_goes(
    page: ArrivalPage, dialog: MapSheetsDialog, settle: Settle, tmp_path: Path
) -> None:
    path = make_sheet(tmp_path / "a.mbtiles")
    dialog.add([path])
    settle()
    path.rename(tmp_path / "elsewhere")
    dialog.accept()
    page.load()
    settle()
    assert page.position.map_button.isHidden()
    page.show_sheets()
    settle()
    again = page.findChildren(MapSheetsDialog)[-1]
    assert f"It is not there now: {path}" in texts(again)
    assert page.desk.maps.places == (path,), "it is known again with the stick"


def test_what_is_chosen_is_known_at_the_next_start(
    start: StartApp, profile: Profile, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "profile"
    profile.close()
    path = make_sheet(tmp_path / "a.mbtiles")
    app = start(folder)
    app._maps.choose([path])
    qtbot.waitUntil(lambda: settings.load(app._settings_path).settings.map_sheets == (path,), timeout=TIMEOUT_MS)
    assert start(folder)._maps.places == (path,)
