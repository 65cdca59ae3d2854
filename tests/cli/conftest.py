"""Worlds and real processes for the commands."""

from __future__ import annotations

import sys

import pytest

from surveyor_app.wording import translation


@pytest.fixture(autouse=True)
def _speaks_english_and_leaves_no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say English unless a test asks for more, and leave what others in this process say as it was."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("_language", "_messages"):
        monkeypatch.setattr(translation, name, getattr(translation, name))


if sys.platform == "win32":
    collect_ignore_glob = ["*"]
else:
    from tests.cli.commands import Surveyor
    from tests.faults.conftest import MakeWorld, launcher, make_world, prepared
    from tests.faults.launcher import Launcher
    from tests.faults.worlds import Stage

    __all__ = ["launcher", "make_world", "prepared"]

    @pytest.fixture
    def fetched(make_world: MakeWorld, launcher: Launcher) -> Surveyor:
        """A laptop with a fetched case that is still empty."""
        return Surveyor(launcher, make_world(Stage.FETCHED))

    @pytest.fixture
    def told(make_world: MakeWorld, launcher: Launcher) -> Surveyor:
        """A laptop with photos and people in its case, and nothing signed."""
        return Surveyor(launcher, make_world(Stage.TOLD))

    @pytest.fixture
    def signed(make_world: MakeWorld, launcher: Launcher) -> Surveyor:
        """A laptop with a signed case that is not delivered yet."""
        return Surveyor(launcher, make_world(Stage.SIGNED))
