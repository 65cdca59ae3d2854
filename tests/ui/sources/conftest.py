"""An open case that is watched, its page of photos, and a camera's card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window.case_view import CaseView
from tests.operations.real_cards import card_in
from tests.operations.worlds import photos_in
from tests.ui.conftest import Settle
from tests.ui.sources.source_lines import photos_page, watched_case


@pytest.fixture
def view(desk: Desk, window: QWidget, settle: Settle) -> Iterator[CaseView]:
    with watched_case(desk, window, settle) as made:
        yield made


@pytest.fixture
def page(view: CaseView) -> PhotosPage:
    return photos_page(view)


@pytest.fixture
def card(tmp_path: Path) -> Iterator[Path]:
    with card_in(tmp_path / "media" / "EOS_DIGITAL") as folder:
        photos_in(folder / "DCIM" / "100CANON", 4)
        yield folder
