"""A damaged case on the command line: read into a new one, what is lost said by name, and the work goes on to the receipt."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.central.serving import EmbeddedCentre
from tests.cli.commands import Surveyor
from tests.faults.pages import Pages, flip
from tests.faults.worlds import go_on


def test_a_case_that_lost_a_page_goes_on_in_a_new_file(told: Surveyor, tmp_path: Path) -> None:
    world = told.world
    told.say("case", "info", world.case)  # the profile learns where the case lies now
    photo = world.photos / "sample-01.jpg"
    middle = photo.read_bytes()[photo.stat().st_size // 2 :][:64]
    page = Pages.of(world).holding(middle)
    data = bytearray(world.case.read_bytes())
    data[(page - 1) * PAGE_BYTES + 100 : page * PAGE_BYTES] = bytes(PAGE_BYTES - 100)
    world.case.write_bytes(data)
    new = tmp_path / "salvaged.survey"
    said = told.run("case", "salvage", world.case, "--out", new)
    assert said.status == 1
    assert "The bytes of the original “sample-01.jpg” are lost" in said.out
    assert world.case.read_bytes() == data
    assert told.refuse("target_exists", "case", "salvage", world.case, "--out", new)["path"] == str(new)
    # The card still has the photo: taken in again, nothing is missing any more.
    world.case.unlink()
    new.rename(world.cases / "salvaged.survey")
    items = told.tell("import", world.case, photo)
    assert [item["outcome"] for item in items] == ["stored"]
    assert told.tell("case", "verify", world.case)["holds"] is True
    with EmbeddedCentre(world.central) as centre:
        go_on(world, centre.url)
        assert told.tell("sync", world.case, "--server", centre.url)["receipt"] == "full"
    assert told.tell("case", "verify", world.case)["holds"] is True


def test_one_bit_costs_nothing(told: Surveyor, tmp_path: Path) -> None:
    flip(told.world.case, -PAGE_BYTES - 200)
    new = tmp_path / "salvaged.survey"
    done = told.tell("case", "salvage", told.world.case, "--out", new)
    assert (done["whole"], done["mended"], done["lost_pages"]) == (True, 1, 0)
    assert told.tell("case", "verify", new)["holds"] is True
