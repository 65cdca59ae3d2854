"""The second copy of the open case: in the background, with its state in the top bar, whatever happens to the stick."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app import settings
from surveyor_app.casefile.mirror import restore
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.settings.page import SettingsPage
from surveyor_app.ui.window.case_header import CaseHeader
from surveyor_app.ui.window.overview import OverviewWatch
from surveyor_app.ui.window.second_copy import CopyState, SecondCopy
from surveyor_app.ui.window.top_bar import TopBar
from tests.ui.conftest import Settle

CHANGED = Changes({"claim": frozenset({"x"})})


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def top(look: None, qtbot: QtBot) -> TopBar:
    made = TopBar()
    made.resize(1280, 56)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def copy(desk: Desk, stick: Path, top: TopBar) -> SecondCopy:
    made = SecondCopy(desk.case, desk.jobs, stick, top)
    watch = OverviewWatch(desk.case, desk.checks, (), desk.jobs, top)
    CaseHeader(top, top).follow(desk.edits, watch, desk.labels, made)
    return made


def test_it_is_made_and_says_so(copy: SecondCopy, top: TopBar, stick: Path, desk: Desk, settle: Settle) -> None:
    assert top.copy.text() == "copy not up to date"
    copy.copy()
    assert top.copy.text() == "copying…"
    settle()
    assert top.copy.text().startswith("copied ")
    assert (stick / f"{desk.case.path.name}.keys.toml").exists()
    copy.apply(CHANGED)
    assert top.copy.text() == "copy not up to date"
    restore(desk.profile, stick / desk.case.path.name, stick / "back.survey")


def test_a_stick_that_is_away_is_said_and_the_copy_goes_on_when_it_is_back(
    copy: SecondCopy, top: TopBar, stick: Path, settle: Settle
) -> None:
    shutil.rmtree(stick)
    copy.copy()
    assert top.copy.text() == "stick is away"
    stick.mkdir()
    copy.copy()
    settle()
    assert top.copy.text().startswith("copied ")


def test_another_file_in_its_place_is_left_alone_and_said(
    copy: SecondCopy, top: TopBar, stick: Path, desk: Desk, settle: Settle
) -> None:
    foreign = stick / desk.case.path.name
    foreign.write_bytes(b"something else of somebody" * 2000)
    before = foreign.read_bytes()
    copy.copy()
    settle()
    assert copy.state is CopyState.FAILED
    assert top.copy.text() == "NOT copied"
    assert foreign.read_bytes() == before


def test_closing_the_case_does_not_wait_for_it(
    copy: SecondCopy, desk: Desk, photos: list[Path], workers: MediaWorkers, settle: Settle
) -> None:
    import_files(desk.case, photos, workers)
    copy.copy()
    copy.stop()
    settle()
    assert copy.state is CopyState.COPYING
    copy.copy()
    assert desk.jobs.is_idle()


def test_without_a_folder_nothing_is_said(desk: Desk, top: TopBar) -> None:
    none = SecondCopy(desk.case, desk.jobs, None, top)
    CaseHeader(top, top).follow(
        desk.edits, OverviewWatch(desk.case, desk.checks, (), desk.jobs, top), desk.labels, none
    )
    none.apply(CHANGED)
    none.copy()
    assert none.state is CopyState.NONE
    assert top.copy.isHidden()


def test_where_it_lies_is_chosen_and_said(desk: Desk, look: None, stick: Path, qtbot: QtBot) -> None:
    page = SettingsPage(desk.profile, desk.jobs, settings.Settings(), desk.resources)
    qtbot.addWidget(page)
    changed: list[dict[str, object]] = []
    page.changed.connect(changed.append)
    assert "None is kept" in page.copy_state.text()
    page._set_copy(stick)
    assert "on the disk of this laptop" in page.copy_state.text()
    page.no_copy_button.click()
    assert changed == [{"second_copy_dir": stick}, {"second_copy_dir": None}]


def test_the_choice_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    chosen = replace(settings.Settings(), second_copy_dir=tmp_path / "U 盘")
    settings.save(path, chosen)
    assert settings.load(path).settings == chosen
