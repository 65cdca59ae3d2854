"""Imports that end early in the window: the exact list of what is stored and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.sources.import_outcome import ImportOutcome
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.toasts import Toast, ToastHost
from tests.operations.real_cards import pull_out
from tests.operations.worlds import photos_in
from tests.ui.conftest import TIMEOUT_MS, Settle
from tests.ui.sources.source_lines import (
    evidence_of,
    only_line,
    press_offer,
)


def test_a_card_pulled_out_in_mid_import_gives_the_exact_list(
    view: CaseView, page: PhotosPage, desk: Desk, card: Path, toasts: ToastHost, settle: Settle
) -> None:
    photos_in(card / "DCIM" / "100CANON", 150)
    view.cards.look()
    settle()
    pulled: list[bool] = []

    def pull(_changes: object) -> None:
        if not pulled:
            pulled.append(True)
            pull_out(card)

    desk.jobs.changed.connect(pull)
    press_offer(only_line(page), "Import 150 new")
    settle()
    result = page.importing.last_result
    assert result is not None
    stored = len(evidence_of(desk))
    if stored == 150:
        pytest.skip("all of it was read before the card could be pulled")
    assert "was taken away" in toasts.texts()[-1]
    assert f"{stored} stored · {150 - stored} not reached" in toasts.texts()[-1]
    toasts.findChildren(Toast)[-1].button.click()
    (dialog,) = page.findChildren(ImportOutcome)
    lines = dialog.lines
    assert len(lines) == 150
    assert lines[0].endswith(": not reached, not stored (its card or folder was taken away)")
    assert sum(line.endswith(": stored") for line in lines) == stored
    dialog.accept()


def test_a_cancelled_import_says_what_is_stored_and_can_be_undone(
    page: PhotosPage, desk: Desk, tmp_path: Path, toasts: ToastHost, settle: Settle, qtbot: QtBot
) -> None:
    paths = photos_in(tmp_path / "photos", 150)
    page.importing.import_paths(paths)
    (job,) = desk.jobs.running()
    qtbot.waitUntil(lambda: job.progress is not None and job.progress.done > 0, timeout=TIMEOUT_MS)
    job.cancel()
    settle()
    stored = len(evidence_of(desk))
    text = toasts.texts()[-1]
    assert text == f"Import cancelled. {stored} stored · {150 - stored} not reached"
    desk.edits.undo()
    settle()
    assert evidence_of(desk) == []


def test_an_import_cancelled_before_it_began_says_so(
    page: PhotosPage, desk: Desk, tmp_path: Path, toasts: ToastHost, settle: Settle
) -> None:
    page.importing.import_paths(photos_in(tmp_path / "photos", 1))
    desk.jobs.running()[0].cancel()
    settle()
    assert toasts.texts()[-1].startswith("Import cancelled.")


def test_an_import_names_damaged_pictures_in_its_news(
    page: PhotosPage, desk: Desk, tmp_path: Path, toasts: ToastHost, settle: Settle
) -> None:
    (good, cut, tail) = photos_in(tmp_path / "photos", 3)
    cut.write_bytes(cut.read_bytes()[:-2])
    whole = tail.read_bytes()
    tail.write_bytes(whole[: len(whole) * 3 // 4] + bytes(len(whole) // 4))
    page.importing.import_paths([tmp_path / "photos"])
    settle()
    said = toasts.texts()[-1]
    assert f"2 damaged: {cut.name}, {tail.name}" in said or f"2 damaged: {tail.name}, {cut.name}" in said
    assert good.name not in said
