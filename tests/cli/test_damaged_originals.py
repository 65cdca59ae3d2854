"""One flipped bit in a photo keeps back nothing else: import, report, copy, bag and delivery go on and name what is damaged."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.central.serving import EmbeddedCentre
from tests.cli.commands import Surveyor
from tests.faults.pages import Pages, flip
from tests.operations.worlds import photo

DAMAGED = "sample-01.jpg"


@pytest.fixture
def damaged(told: Surveyor) -> Surveyor:
    """A case in which one photo has lost a bit in its middle."""
    told.say("case", "info", told.world.case)
    data = (told.world.photos / DAMAGED).read_bytes()
    page = Pages.of(told.world).holding(data[len(data) // 2 :][:64])
    flip(told.world.case, (page - 1) * PAGE_BYTES + 5000)
    return told


def test_everything_else_goes_on(damaged: Surveyor, tmp_path: Path) -> None:
    world = damaged.world
    another = tmp_path / "another.jpg"
    another.write_bytes(photo(77))
    assert [item["outcome"] for item in damaged.tell("import", world.case, another)] == ["stored"]
    damaged.say("report", world.case, "--out", tmp_path / "report.pdf", "--despite", "test")
    copied = damaged.run("case", "backup", world.case, tmp_path / "copy.survey")
    assert (copied.status, copied.err) == (1, "")
    assert f"Left out, for it is damaged: {DAMAGED}" in copied.out
    exported = damaged.tell("export", world.case, "--bag", tmp_path / "bag", status=1)
    assert [item["name"] for item in exported["left_out"]] == [DAMAGED]
    assert DAMAGED in (tmp_path / "bag" / "data" / "left-out.txt").read_text()
    # Nobody takes such a bag for whole.
    verdict = damaged.tell("verify", tmp_path / "bag", status=1)
    assert "named_file_missing" in [item["code"] for item in verdict["findings"]]
    assert damaged.tell("case", "restore", tmp_path / "copy.survey", tmp_path / "back.survey")["path"]


def test_delivery_brings_the_rest_to_the_centre(damaged: Surveyor) -> None:
    world = damaged.world
    with EmbeddedCentre(world.central) as centre:
        refused = damaged.refuse("blob_damaged", "sync", world.case, "--server", centre.url)
        assert refused["name"] == DAMAGED
        held = {key.rpartition("/")[2] for key in centre.centre.store.list(f"cases/{world.case_id}")}
        originals = {path.name: hash_of(path) for path in world.originals()}
        assert {name for name, sha256 in originals.items() if sha256 in held} == set(originals) - {DAMAGED}


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
