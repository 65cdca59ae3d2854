"""``surveyor card`` and what an import says of where files came from and how it ended."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.commands import Surveyor
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import Launcher
from tests.faults.worlds import Stage
from tests.operations.real_cards import card_in


@pytest.fixture
def card(fetched: Surveyor, tmp_path: Path) -> Path:
    """A folder with the photos of the sample as a camera leaves them."""
    root = tmp_path / "card"
    shutil.copytree(fetched.world.photos, root / "DCIM" / "100CANON")
    return root


def test_a_card_is_safe_to_format_once_all_of_it_is_stored(fetched: Surveyor, card: Path) -> None:
    case = fetched.world.case
    before = fetched.tell("card", case, card, status=1)
    assert before["safe"] is False
    assert {item["state"] for item in before["files"]} == {"not_stored"}
    fetched.tell("import", case, card)
    after = fetched.tell("card", case, card)
    assert after["safe"] is True
    assert len(after["files"]) == len(before["files"])
    assert "Safe to format" in fetched.say("card", case, card)
    (card / "DCIM" / "new.jpg").write_bytes(b"new")
    assert "Not safe to format: 1 of" in fetched.run("card", case, card).out


def test_a_card_with_empty_files_is_never_called_safe_without_a_word_about_them(fetched: Surveyor, card: Path) -> None:
    case, folder = fetched.world.case, card / "DCIM" / "100CANON"
    for name in ("VIDEO_0001.MP4", "VIDEO_0002.MP4"):
        (folder / name).touch()
    items = fetched.tell("import", case, card)
    empty = [item for item in items if item["outcome"] == "empty"]
    assert [Path(item["path"]).name for item in empty] == ["VIDEO_0001.MP4", "VIDEO_0002.MP4"]
    assert len({item["evidence"] for item in empty}) == 2
    told = fetched.tell("card", case, card)
    assert told["safe"] is True
    assert [Path(path).name for path in told["empty"]] == ["VIDEO_0001.MP4", "VIDEO_0002.MP4"]
    assert [item["state"] for item in told["files"] if "VIDEO" in item["path"]] == ["empty", "empty"]
    (sentence,) = [line for line in fetched.say("card", case, card).splitlines() if line.startswith("Safe to format")]
    assert sentence.startswith(f"Safe to format, but 2 file(s) are EMPTY: all {len(items) - 2} file(s) with content")
    assert "VIDEO_0001.MP4, DCIM/100CANON/VIDEO_0002.MP4" in sentence


def test_an_import_says_which_files_are_empty(fetched: Surveyor, tmp_path: Path) -> None:
    case = fetched.world.case
    (tmp_path / "VIDEO_0001.MP4").touch()
    said = fetched.say("import", case, tmp_path / "VIDEO_0001.MP4")
    assert said.startswith("empty")
    assert "1 file(s) are empty (0 bytes)" in said
    fetched.refuse("already_stored", "import", case, tmp_path / "VIDEO_0001.MP4")


def test_a_card_that_is_not_there_is_said(fetched: Surveyor, tmp_path: Path) -> None:
    fetched.refuse("source_gone", "card", fetched.world.case, tmp_path / "nowhere")


def test_cards_are_listed_with_what_is_new(fetched: Surveyor, tmp_path: Path) -> None:
    case = fetched.world.case
    assert fetched.tell("card", case) == []
    assert "no camera card" in fetched.say("card", case)
    with card_in(tmp_path / "EOS_DIGITAL") as mounted:
        shutil.copytree(fetched.world.photos, mounted / "DCIM" / "100CANON")
        (listed,) = fetched.tell("card", case)
        assert (listed["name"], listed["kind"], len(listed["new"])) == ("EOS_DIGITAL", "card", listed["files"])
        fetched.tell("import", case, mounted)
        (again,) = fetched.tell("card", case)
        assert again["new"] == []
        (mounted / "DCIM" / "later.jpg").write_bytes(b"later")
        items = fetched.tell("import", case, mounted, "--new")
        assert [Path(item["path"]).name for item in items] == ["later.jpg"]


def test_the_origin_may_be_given(launcher: Launcher, make_world: MakeWorld) -> None:
    surveyor = Surveyor(launcher, make_world(Stage.FETCHED))
    case, photo = surveyor.world.case, surveyor.world.photos / "sample-01.jpg"
    items = surveyor.tell("import", case, photo, "--origin", "scanner")
    assert [item["outcome"] for item in items] == ["stored"]
    assert surveyor.run("import", case, photo, "--origin", "camera").status == 2
