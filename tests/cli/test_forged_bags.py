"""What the command line says of a bag: proven, in order but open, or changed, with the file or line and a failing status."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import Surveyor
from tests.faults.worlds import World
from tests.operations.cases.forged.forger import covers_tracks, first_original, read_lines, write_lines


def test_a_bag_in_order_without_a_root_is_not_plainly_said_to_hold(signed: Surveyor, tmp_path: Path) -> None:
    signed.say("export", signed.world.case, "--bag", tmp_path / "bag")
    told = signed.tell("verify", tmp_path / "bag", status=2)
    assert (told["holds"], told["proven"]) == (True, False)
    ended = signed.run("verify", tmp_path / "bag")
    assert (ended.status, ended.err) == (2, "")
    assert "not all of it is proven" in ended.out
    assert "No authority was given" not in ended.out, "the profile's own was not used"
    assert "? There is no receipt" in ended.out


def test_who_has_no_authority_at_hand_is_not_told_that_it_holds(signed: Surveyor, tmp_path: Path) -> None:
    """A receiver has no profile; a forger would have put an authority of their own into the bag."""
    bag = tmp_path / "bag"
    signed.say("export", signed.world.case, "--bag", bag)
    receiver = Surveyor(signed.launcher, World(tmp_path / "nobody", tmp_path, ""))
    for path in (bag, bag / "data/report.pdf"):
        told = receiver.tell("verify", path, status=2)
        assert (told["holds"], told["proven"]) == (True, False)
        ended = receiver.run("verify", path)
        assert (ended.status, ended.err) == (2, "")
        assert "who signed it is not proven" in ended.out
        assert ": holds." not in ended.out
    told = receiver.tell("verify", bag, "--root", bag / "data/certificates/authority.pem", status=2)
    assert [found["code"] for found in told["findings"] if found["level"] == "warn"] == ["receipt_missing"]


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


def test_a_list_of_certificates_taken_back_that_is_none_is_refused(signed: Surveyor, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    signed.say("export", signed.world.case, "--bag", bag)
    (tmp_path / "forged.crl").write_bytes(b"-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n")
    for path, reason in (("forged.crl", "malformed"), ("none.crl", "No such file or directory")):
        data = signed.refuse("revocation_list_invalid", "verify", bag, "--crl", tmp_path / path)
        assert data["reason"] == reason
