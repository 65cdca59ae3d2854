"""Every verb once as it should go, for people and as JSON: from an empty profile to a checked bag."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.ownership import Role
from tests.cli.commands import Surveyor
from tests.faults.campaigns import LONG
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import Launcher
from tests.faults.worlds import Stage, World


def test_a_case_opened_on_the_spot(launcher: Launcher, make_world: MakeWorld, tmp_path: Path) -> None:
    photos = make_world(Stage.ENROLLED).photos
    surveyor = Surveyor(launcher, World(tmp_path / "alone", photos, ""))
    made = surveyor.tell("profile", "create", "--user", "wang", "--name", "王查勘")
    assert surveyor.tell("case", "list") == []
    path = tmp_path / "local.survey"
    new = surveyor.tell("case", "new", "--report-no", "R1", "--out", path)
    assert new["path"] == str(path)
    assert [case["report_no"] for case in surveyor.tell("case", "list")] == ["R1"]
    items = surveyor.tell("import", path, photos / "sample-01.jpg", photos / "scan.pdf")
    assert [item["outcome"] for item in items] == ["stored", "stored_without_preview"]
    assert items[1]["reason"]
    info = surveyor.tell("case", "info", path)
    assert (info["case_id"], info["counts"]["evidence"]) == (new["case"], 2)
    checked = surveyor.tell("check", path, status=1)
    assert "must" in {item["level"] for item in checked["findings"]}
    asked = {item["id"]: item for item in checked["prompts"]}
    assert (asked["rf_pressure"]["raised"], asked["rf_pressure"]["facts"], asked["rf_pressure"]["answer"]) == (
        False,
        [],
        None,
    )
    assert not {item["id"] for item in checked["findings"]} & set(asked), (
        "what is missing and what is asked stand apart"
    )
    surveyor.environment["SURVEYOR_RECOVERY_CODE"] = made["recovery_code"]
    surveyor.environment["SURVEYOR_PASSPHRASE"] = "a new one"
    surveyor.tell("profile", "recover")
    assert surveyor.tell("case", "verify", path)["holds"] is True
    history = surveyor.tell("case", "history", path, "--kind", "evidence")
    assert [line["action"] for line in history] == ["create", "create"]


def test_a_case_is_copied_and_comes_back(told: Surveyor, tmp_path: Path) -> None:
    case, copy = told.world.case, tmp_path / "stick.survey"
    first = told.tell("case", "backup", case, copy)
    again = told.tell("case", "backup", case, copy)
    assert first["new_parts"] > 0
    assert again["new_parts"] == 0
    case.unlink()
    told.tell("case", "restore", copy, case)
    assert told.tell("case", "verify", case)["holds"] is True


def test_report_delivery_and_bag(told: Surveyor) -> None:
    world = told.world
    with EmbeddedCentre(world.central) as centre:
        server = ("--server", centre.url)
        draft = world.folder / "draft.pdf"
        assert told.tell("report", world.case, "--out", draft, "--draft")["signed"] is False
        assert told.tell("verify", draft, status=1)["holds"] is False
        report = told.tell("report", world.case, "--out", world.pdf, "--despite", "test")
        assert (report["signed"], report["again"]) == (True, False)
        assert told.tell("sync", world.case, *server, "--until", "partial")["receipt"] == "partial"
        delivered = told.tell("sync", world.case, *server)
        assert delivered["receipt"] == "full"
        assert {item["state"] for item in delivered["items"]} == {"receipted"}
        assert told.tell("case", "list")[0]["delivery_state"] == "receipted"
    root = world.folder / "authority.pem"
    told.tell("export", world.case, "--bag", world.bag)
    root.write_bytes((world.bag / "data/certificates/authority.pem").read_bytes())
    for words in ((world.pdf, "--root", root), (world.bag, "--root", root), (world.case,)):
        assert told.tell("verify", *words)["holds"] is True
    # And once for people.
    assert told.say("verify", world.pdf, "--root", root).endswith(": holds.\n")
    # The authority of the profile is trusted by itself.
    assert told.say("verify", world.pdf).endswith(": holds.\n")
    assert "Receipt held: full" in say_sync(told)


def say_sync(surveyor: Surveyor) -> str:
    with EmbeddedCentre(surveyor.world.central) as centre:
        return surveyor.say("sync", surveyor.world.case, "--server", centre.url)


def test_a_report_is_handed_out_again_instead_of_being_signed_twice(told: Surveyor, tmp_path: Path) -> None:
    first = told.tell("report", told.world.case, "--out", tmp_path / "one.pdf", "--despite", "test")
    second = told.tell("report", told.world.case, "--out", tmp_path / "two.pdf", "--despite", "test")
    assert (first["again"], second["again"]) == (False, True)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    # The accessible copy can be asked for later as well: it is the beginning of what was signed.
    again, copy = tmp_path / "again.pdf", tmp_path / "copy.pdf"
    words = ("report", told.world.case, "--out", again, "--accessible", copy, "--despite", "test")
    handed_out = told.tell(*words)
    assert (handed_out["again"], handed_out["accessible"]) == (True, str(copy))
    assert again.read_bytes().startswith(copy.read_bytes())
    assert handed_out["accessible_sha256"] == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert [item["code"] for item in told.tell("verify", copy, status=1)["findings"] if item["level"] != "ok"] == [
        "no_signatures",
        "copy_alone",
    ]
    # In another language it says something else: a new revision.
    third = told.tell(
        "report", told.world.case, "--out", tmp_path / "three.pdf", "--language", "en", "--despite", "test"
    )
    assert third["again"] is False
    assert told.tell("case", "info", told.world.case)["counts"]["report"] == 2


def test_the_office_copy_is_written_for_its_owner_alone_and_changes_nothing(told: Surveyor, tmp_path: Path) -> None:
    before = told.tell("case", "history", told.world.case)
    office = tmp_path / "office.pdf"
    made = told.tell("report", told.world.case, "--out", office, "--copy", "office", "--language", "en")
    assert made == {"path": str(office), "signed": False, "copy": "office"}
    assert office.stat().st_mode & 0o777 == 0o600
    assert told.tell("case", "history", told.world.case) == before
    assert "office_copy" in {item["code"] for item in told.tell("verify", office, status=1)["findings"]}


@pytest.mark.parametrize("remote", [False, True], ids=["in its folder", "at a distance"])
def test_the_office_opens_and_assigns_a_claim(
    launcher: Launcher, make_world: MakeWorld, tmp_path: Path, remote: bool
) -> None:
    world = World(tmp_path / "alone", make_world(Stage.ENROLLED).photos, "")
    surveyor = Surveyor(launcher, world)
    surveyor.environment["SURVEYOR_OFFICE_PASSWORD"] = "correct horse battery"
    with EmbeddedCentre(world.central) as centre:
        office.create_user(centre.centre, "li", "Li", Role.OFFICE, "correct horse battery", administrator=True)
        place = ("--server", centre.url, "--office-user", "li") if remote else ("--data", world.central)
        claim = surveyor.tell(
            "central", "claim", "new", *place, "--report-no", "R7", "--set", "insured_name=赵敏",
            "--set", "accident_at=2026-11-20T14:03:22",
        )  # fmt: skip
        user = surveyor.tell("central", "user", *place, "wang", "--name", "王查勘")
        task = surveyor.tell("central", "claim", "assign", *place, claim["case"], "wang")
        assert task["user"] == "wang"
        (line,) = surveyor.tell("central", "claim", "list", *place)
        assert (line["report_no"], line["owner"], line["receipt"]) == ("R7", "wang", None)
        surveyor.tell("profile", "create", "--user", "wang")
        surveyor.environment["SURVEYOR_ENROLL_CODE"] = user["enrolment_code"]
        surveyor.tell("enroll", "--server", centre.url, "--user", "wang")
        (fetched,) = surveyor.tell("case", "fetch")
        assert fetched["case"] == claim["case"]
        # Fetching again brings what is new into the same file.
        assert surveyor.tell("case", "fetch", "--case", claim["case"]) == [fetched]
        assert surveyor.tell("case", "list")[0]["insured_name"] == "赵敏"
        surveyor.tell("central", "user", *place, "chen")
        given_on = surveyor.tell(
            "central", "claim", "reassign", *place, claim["case"], task["task"], "chen", "--reason", "ill"
        )
        surveyor.tell("central", "claim", "recall", *place, claim["case"], given_on["task"], "--reason", "mistake")
        (line,) = surveyor.tell("central", "claim", "list", *place)
        states = [(item["owner"], item["task_status"]) for item in line["tasks"]]
        assert states == [("wang", "reassigned"), ("chen", "cancelled")]
        surveyor.refuse(
            "input_invalid",
            "central",
            "claim",
            "reassign",
            *place,
            claim["case"],
            task["task"],
            "chen",
            "--reason",
            "ill",
        )


def test_the_same_file_twice_is_kept_once(fetched: Surveyor, tmp_path: Path) -> None:
    photo = fetched.world.photos / "sample-01.jpg"
    renamed = tmp_path / "另一个名字.jpg"
    renamed.write_bytes(photo.read_bytes())
    items = fetched.tell("import", fetched.world.case, photo, renamed)
    assert [item["outcome"] for item in items] == ["stored", "duplicate"]
    assert len({item["evidence"] for item in items}) == 1
    assert fetched.refuse("already_stored", "import", fetched.world.case, photo, renamed) == {"count": "2"}
    again = fetched.tell("import", fetched.world.case, photo, status=1)
    assert [(item["outcome"], item["evidence"]) for item in again["files"]] == [("duplicate", items[0]["evidence"])]
    assert fetched.tell("case", "info", fetched.world.case)["counts"]["evidence"] == 1


def test_every_verb_speaks_to_people(fetched: Surveyor) -> None:
    case = fetched.world.case
    assert "stored" in fetched.say("import", case, fetched.world.photos)
    for words in (("case", "list"), ("case", "info", case), ("case", "history", case), ("case", "verify", case)):
        assert fetched.say(*words).strip()


def test_the_demonstration_says_it_in_json(launcher: Launcher, make_world: MakeWorld, tmp_path: Path) -> None:
    ended = launcher.run(("demo", "--out", tmp_path / "demo", "--photos", make_world(Stage.ENROLLED).photos, "--json"))
    assert ended.status == 0, ended.err
    assert json.loads(ended.out)["receipt"] == "full"


def test_copies_of_the_photos_for_receivers(told: Surveyor, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    made = told.tell(
        "export", told.world.case, "--renditions", folder, "--rendition-profile", "legacy_upload", status=0
    )
    assert made["profile"] == "legacy_upload"
    assert {path.name for path in folder.glob("*.jpg")} == {item["file"] for item in made["items"]}
    told.refuse("target_exists", "export", told.world.case, "--renditions", folder)
    told.refuse("input_invalid", "export", told.world.case, "--renditions", tmp_path / "x", "--rendition-profile", "y")


@LONG
@pytest.mark.faults
@pytest.mark.parametrize("kind", ["flood", "injury"])
def test_the_demonstration_of_other_kinds_of_cases(launcher: Launcher, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "demo"
    ended = launcher.run(("demo", "--out", folder, "--kind", kind, "--json"))
    assert ended.status == 0, ended.err
    assert json.loads(ended.out)["receipt"] == "full"
    # Who signed is vouched for by the demonstration's own authority, which nobody named here.
    assert json.loads(launcher.run(("verify", folder / f"{kind}-bag", "--json")).out)["holds"] is True


def test_a_kind_of_sample_case_that_is_not_there_is_refused(launcher: Launcher, tmp_path: Path) -> None:
    ended = launcher.run(("demo", "--out", tmp_path / "demo", "--kind", "theft"))
    assert ended.status == 2
    assert "injury" in ended.err
    assert not (tmp_path / "demo").exists()
