"""SIGKILL at named steps of every command, on the laptop and at the centre, and then the rest of the job.

Nothing acknowledged is lost, every original arrives byte for byte, every entry is there once, the report is signed once and
the full receipt is held at the end, wherever the kill came. A point that is never reached fails its test.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.evidence import Evidence
from surveyor_app.operations import delivering
from surveyor_app.records import reading
from tests.faults import edits
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import KILLED, Ended, Launcher
from tests.faults.terminals import Terminal
from tests.faults.wholeness import require_whole
from tests.faults.worlds import ENVIRONMENT, Stage, World, go_on

pytestmark = [pytest.mark.faults, pytest.mark.timeout(120)]


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the laptop and the stage it starts from; ``{name}`` stands for a place in the world."""

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


FETCH = Command(Stage.ENROLLED, ("case", "fetch", "--dir", "{cases}"))
IMPORT = Command(Stage.FETCHED, ("import", "{case}", "{photos}"))
EDIT = Command(Stage.FETCHED, ("{profile}", "{case}"), program="edits")
REPORT = Command(Stage.TOLD, ("report", "{case}", "--out", "{pdf}"))
SYNC = Command(Stage.SIGNED, ("sync", "{case}", "--server", "{server}", "--patience", "30"))
EXPORT = Command(Stage.SIGNED, ("export", "{case}", "--bag", "{bag}"))

ON_THE_LAPTOP = [
    (FETCH, "create.before_publish"),
    (FETCH, "create.after_publish"),
    (FETCH, "fetch.before_received"),
    (FETCH, "fetch.after_received"),
    (IMPORT, "blob.before_commit:2"),
    (IMPORT, "blob.after_commit:2"),
    (IMPORT, "import.before_stored:2"),
    (IMPORT, "import.after_stored:2"),
    (IMPORT, "head.before_remembered:2"),
    (EDIT, "edit.before_commit:3"),
    (EDIT, "edit.after_commit:3"),
    (REPORT, "blob.after_commit"),
    (REPORT, "import.before_stored"),
    (REPORT, "sign.before_stored"),
    (REPORT, "sign.after_stored"),
    (SYNC, "sync.after_token_saved"),
    (SYNC, "sync.before_token_saved"),
    (SYNC, "sync.after_push_answer"),
    (SYNC, "sync.before_numbers"),
    (SYNC, "sync.after_numbers"),
    (SYNC, "sync.before_received"),
    (SYNC, "sync.after_received"),
    (SYNC, "sync.after_piece_sent:3"),
    (SYNC, "sync.before_blob_stored:2"),
    (SYNC, "sync.after_blob_stored:2"),
    (SYNC, "sync.before_receipt_saved:1"),
    (SYNC, "receipt.before_commit:2"),
    (SYNC, "receipt.after_commit:2"),
    (SYNC, "sync.after_receipt_saved:2"),
    (EXPORT, "bag.before_publish"),
    (EXPORT, "bag.after_publish"),
]
AT_THE_CENTRE = [
    "push.before_commit",
    "push.after_commit",
    "upload.before_piece:3",
    "upload.between_piece_and_row:3",
    "upload.after_piece:3",
    "blob.before_assembly:2",
    "blob.after_assembly:2",
    "blob.after_stored:2",
    "deliver.before_receipt:1",
    "deliver.after_receipt:1",
    "deliver.before_receipt:2",
    "deliver.after_receipt:2",
]


@pytest.mark.parametrize(("command", "point"), ON_THE_LAPTOP, ids=[f"{c.arguments[0]}-{p}" for c, p in ON_THE_LAPTOP])
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
        if point == "bag.after_publish":
            assert "target_exists" in again.err
        else:
            assert again.status == 0, again.err
        go_on(world, centre.url)
        require_whole(world, centre.centre)


@pytest.mark.parametrize("point", AT_THE_CENTRE)
def test_the_centre_is_killed(make_world: MakeWorld, launcher: Launcher, point: str) -> None:
    """The laptop goes on by itself as soon as the centre answers again."""
    world = make_world(Stage.SIGNED)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    serve = ("central", "serve", "--data", world.central, "--port", str(port))
    centre = launcher.start(serve, {"SURVEYOR_KILL_AT": point})
    laptop = launcher.start(SYNC.words(world, f"http://127.0.0.1:{port}"), ENVIRONMENT)
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
