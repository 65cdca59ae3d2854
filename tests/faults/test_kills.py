"""SIGKILL at named steps of every command, on the laptop and at the centre, and then the rest of the job.

Nothing acknowledged is lost, every original arrives byte for byte, every entry is there once, the report is signed once and
the full receipt is held at the end, wherever the kill came. A point that is never reached fails its test.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases import delivering
from surveyor_app.records import reading
from tests.faults import campaigns, edits
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import KILLED, Ended, Launcher
from tests.faults.terminals import Terminal
from tests.faults.wholeness import require_whole
from tests.faults.worlds import ENVIRONMENT, Stage, World, go_on

ALWAYS: tuple[pytest.MarkDecorator, ...] = ()
LONG = (campaigns.LONG,)

pytestmark = [pytest.mark.faults, pytest.mark.timeout(120)]


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the laptop and the stage it starts from; ``{name}`` stands for a place in the world."""

    name: str
    stage: Stage
    arguments: Sequence[str]
    program: str = "surveyor"

    def words(self, world: World, server: str) -> list[str]:
        """Return the command line."""
        places = {
            "cases": world.cases,
            "case": world.case,
            "case_id": world.case_id,
            "photos": world.photos,
            "profile": world.profile,
            "pdf": world.pdf,
            "bag": world.bag,
            "server": server,
        }
        words = [word.format_map(places) for word in self.arguments]
        return words if self.program != "surveyor" else [*words, "--profile", str(world.profile)]


FETCH = Command("fetch", Stage.ENROLLED, ("case", "fetch", "--dir", "{cases}"))
IMPORT = Command("import", Stage.FETCHED, ("import", "{case}", "{photos}"))
EDIT = Command("edit", Stage.CAPTURED, ("{profile}", "{case}"), program="edits")
REPORT = Command("report", Stage.TOLD, ("report", "{case}", "--out", "{pdf}", "--despite", "test"))
SYNC = Command("sync", Stage.SIGNED, ("sync", "{case}", "--server", "{server}", "--patience", "30"))
EXPORT = Command("export", Stage.SIGNED, ("export", "{case}", "--bag", "{bag}"))

ON_THE_LAPTOP = [
    (FETCH, "create.before_publish", LONG),
    (FETCH, "create.after_publish", ALWAYS),
    (FETCH, "fetch.before_received", LONG),
    (FETCH, "fetch.after_received", LONG),
    (IMPORT, "blob.before_commit:2", LONG),
    (IMPORT, "blob.after_commit:2", LONG),
    (IMPORT, "import.before_stored:2", LONG),
    (IMPORT, "import.after_stored:2", ALWAYS),
    (IMPORT, "head.before_remembered:2", LONG),
    (EDIT, "edit.before_commit:3", LONG),
    (EDIT, "edit.after_commit:3", ALWAYS),
    (REPORT, "blob.after_commit", LONG),
    (REPORT, "import.before_stored", LONG),
    (REPORT, "sign.before_stored", ALWAYS),
    (REPORT, "sign.after_stored", ALWAYS),
    (SYNC, "sync.before_token_saved", LONG),
    (SYNC, "sync.after_token_saved", LONG),
    (SYNC, "sync.after_push_answer", LONG),
    (SYNC, "sync.before_numbers", LONG),
    (SYNC, "sync.after_numbers", ALWAYS),
    (SYNC, "sync.before_received", LONG),
    (SYNC, "sync.after_received", LONG),
    (SYNC, "sync.after_piece_sent:3", LONG),
    (SYNC, "sync.before_blob_stored:2", LONG),
    (SYNC, "sync.after_blob_stored:2", ALWAYS),
    (SYNC, "sync.before_receipt_saved:1", LONG),
    (SYNC, "receipt.before_commit:2", LONG),
    (SYNC, "receipt.after_commit:2", ALWAYS),
    (SYNC, "sync.after_receipt_saved:2", LONG),
    (EXPORT, "bag.before_publish", ALWAYS),
    (EXPORT, "bag.after_publish", LONG),
]
DONE_ALREADY = {
    "bag.after_publish": "target_exists",
    "import.after_stored:2": "already_stored",
    "head.before_remembered:2": "already_stored",
}
"""Steps behind which nothing is left to do; the command, given again, says so and fails."""
AT_THE_CENTRE = [
    ("push.before_commit", LONG),
    ("push.after_commit", ALWAYS),
    ("upload.before_piece:2", LONG),
    ("upload.between_piece_and_row:2", ALWAYS),
    ("upload.after_piece:2", LONG),
    ("blob.before_assembly:2", LONG),
    ("blob.after_assembly:2", LONG),
    ("blob.before_stored:2", ALWAYS),
    ("blob.after_stored", ALWAYS),
    ("deliver.before_receipt:1", LONG),
    ("deliver.after_receipt:1", LONG),
    ("deliver.before_receipt:2", LONG),
    ("deliver.after_receipt:2", ALWAYS),
]
IN_PIECES = {
    "upload.before_piece:2",
    "upload.between_piece_and_row:2",
    "upload.after_piece:2",
    "blob.after_stored",
}
"""Steps that only blobs take which come in pieces: on a good line they come whole."""
IN_A_ROW = [
    "sync.before_token_saved",
    "sync.after_push_answer",
    "sync.before_received",
    "sync.after_piece_sent:2",
    "sync.before_blob_stored",
    "sync.before_receipt_saved",
    "sync.after_receipt_saved",
]


@pytest.mark.parametrize(
    ("command", "point"),
    [pytest.param(command, point, id=f"{command.name}-{point}", marks=when) for command, point, when in ON_THE_LAPTOP],
)
def test_the_laptop_is_killed(
    make_world: MakeWorld, launcher: Launcher, tmp_path: Path, command: Command, point: str
) -> None:
    world = make_world(command.stage)
    with EmbeddedCentre(world.central) as centre:
        follow(world, centre.url)
        terminal = Terminal()
        killed = launcher.run(
            command.words(world, centre.url),
            ENVIRONMENT | {"SURVEYOR_KILL_AT": point},
            program=command.program,
            terminal=terminal.name,
        )
        terminal.close()
        assert killed.status == KILLED, f"the step was never reached: {killed.out}{killed.err}"
        if command in (IMPORT, EDIT):
            # On a copy: opening the case tidies up, and the command itself must cope without that.
            require_acknowledged(world.copy(tmp_path / "after-the-kill"), killed, terminal.files_done())
        again = launcher.run(command.words(world, centre.url), ENVIRONMENT, program=command.program)
        if point in DONE_ALREADY:
            assert DONE_ALREADY[point] in again.err
        else:
            assert again.status == 0, again.err
        go_on(world, centre.url)
        require_whole(world, centre.centre)


@pytest.mark.parametrize("point", [pytest.param(point, marks=when) for point, when in AT_THE_CENTRE])
def test_the_centre_is_killed(make_world: MakeWorld, launcher: Launcher, point: str) -> None:
    """The laptop goes on by itself as soon as the centre answers again."""
    world = make_world(Stage.SIGNED)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    serve = ("central", "serve", "--data", world.central, "--port", str(port))
    centre = launcher.start(serve, {"SURVEYOR_KILL_AT": point})
    program = "piecemeal" if point in IN_PIECES else "surveyor"
    laptop = launcher.start(SYNC.words(world, f"http://127.0.0.1:{port}"), ENVIRONMENT, program=program)
    first = launcher.wait_any()
    assert first == centre, f"the step was never reached: {launcher.wait(first)}"
    assert launcher.wait(centre).status == KILLED
    revived = launcher.start(serve)
    delivered = launcher.wait(laptop)
    launcher.kill(revived)
    assert delivered.status == 0, delivered.err
    with EmbeddedCentre(world.central) as again:
        go_on(world, again.url)
        require_whole(world, again.centre)


def test_the_laptop_is_killed_again_and_again(make_world: MakeWorld, launcher: Launcher) -> None:
    world = make_world(Stage.SIGNED)
    with EmbeddedCentre(world.central) as centre:
        for point in IN_A_ROW:
            words = SYNC.words(world, centre.url)
            assert launcher.run(words, ENVIRONMENT | {"SURVEYOR_KILL_AT": point}).status == KILLED, point
        go_on(world, centre.url)
        require_whole(world, centre.centre)


@pytest.mark.parametrize(
    "point",
    [
        pytest.param(point, marks=LONG)
        for point in ("import.after_stored:2", "edit.after_commit:9", "sign.after_stored", "deliver.after_receipt:2")
    ],
)
def test_laptop_and_centre_are_killed_together(
    prepared: Mapping[Stage, World], launcher: Launcher, tmp_path: Path, point: str
) -> None:
    """The demonstration runs both in one process: as in a power cut, nothing of either survives in memory."""
    out = tmp_path / "demo"
    words = ("demo", "--out", out, "--photos", prepared[Stage.ENROLLED].photos)
    assert launcher.run(words, {"SURVEYOR_KILL_AT": point}).status == KILLED
    again = launcher.run(words)
    assert again.status == 0, again.err
    profile = ("--profile", out / "profile")
    verified = launcher.run(("case", "verify", out / "case.survey", *profile), {"SURVEYOR_PASSPHRASE": "demo"})
    assert verified.status == 0, verified.out
    assert launcher.run(("verify", out / "bag", "--root", out / "bag/data/certificates/authority.pem")).status == 0
    assert json.loads((out / "receipt.json").read_bytes())["kind"] == "full"
    assert sorted(path.name for path in (out / "bag/data").glob("report*.pdf")) == ["report.pdf"]


def follow(world: World, server: str) -> None:
    """Tell the laptop where the centre answers in this test."""
    with world.unlock() as profile:
        delivering.follow_centre(profile, server)


def require_acknowledged(world: World, killed: Ended, files_done: int) -> None:
    """What the killed command had called stored or saved is there."""
    with world.opened() as case:
        with case.read() as session:
            found = {item.file_name for item in reading.list_records(session, case.case_id, Evidence)}
        assert {path.name for path in world.originals()[:files_done]} <= found
        assert set(killed.out.split()) <= set(edits.people(case))
