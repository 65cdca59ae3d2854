"""Real papers and a real bag, made once; the page in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.verify.page import VerifyPage
from tests.casefile.conftest import PASSPHRASE
from tests.operations.cases.papers.conftest import papers
from tests.operations.cases.papers.world import Papers

__all__ = ["papers"]

OpenVerify = Callable[..., VerifyPage]


@pytest.fixture(scope="module")
def surveyor(papers: Papers) -> Iterator[Profile]:
    """The enrolled profile of the papers' surveyor."""
    with Profile.unlock(papers.profile, PASSPHRASE) as unlocked:
        yield unlocked


@pytest.fixture
def open_verify(look: None, jobs: Jobs, qtbot: QtBot) -> Iterator[OpenVerify]:
    """Shows the page, with a profile or without."""
    opened: list[VerifyPage] = []

    def show(profile: Profile | None = None) -> VerifyPage:
        page = VerifyPage(jobs, profile)
        opened.append(page)
        page.resize(1280, 660)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show
    jobs.settle()
    for page in opened:
        shiboken6.delete(page)
