"""What the command line says of a bag: proven, in order but open, or changed, with the file or line and a failing status."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import Surveyor
from tests.operations.cases.forged.forger import covers_tracks, first_original, read_lines, write_lines


def test_a_bag_in_order_without_a_root_is_not_plainly_said_to_hold(signed: Surveyor, tmp_path: Path) -> None:
    signed.say("export", signed.world.case, "--bag", tmp_path / "bag")
    told = signed.tell("verify", tmp_path / "bag")
    assert (told["holds"], told["proven"]) == (True, False)
    said = signed.say("verify", tmp_path / "bag")
    assert "not all of it is proven" in said
    assert "? No authority was given" in said
    assert "? There is no receipt" in said


def test_a_changed_file_and_a_changed_line_fail_the_command(signed: Surveyor, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    signed.say("export", signed.world.case, "--bag", bag)
    original = first_original(bag)
    before = original.read_bytes()
    original.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    covers_tracks(bag)
    ended = signed.run("verify", bag)
    assert ended.status == 1
    assert f"✗ The file data/originals/{original.name} does not have the hash that the journal says." in ended.out
    assert "Does not hold" in ended.out
    original.write_bytes(before)
    lines = read_lines(bag)
    lines[4]["body"]["fields"]["rank"] = "zz"
    write_lines(bag, lines)
    covers_tracks(bag)
    told = signed.tell("verify", bag, status=1)
    (found,) = [item for item in told["findings"] if item["level"] == "bad"]
    assert found["sentence"] == "Line 5 of the journal does not hold: its body was changed."
