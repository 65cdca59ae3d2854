"""Starts real commands as real processes, cheaply: one parent loads the program once and forks a child for each.

A child is what ``surveyor …`` would be after its imports: it gets arguments, environment, standard output and standard error
of its own, and may be killed or kill itself. The parent starts no thread, so forking it is safe.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
KILLED = -signal.SIGKILL


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that ended: its exit status, negative for a signal, and what it had written."""

    status: int
    out: str
    err: str


class Launcher:
    """Starts processes and tells when they end; closing it kills those that still run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._outputs: dict[int, Path] = {}
        self._ended: dict[int, int] = {}
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.launcher"],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(
        self,
        arguments: Sequence[str | Path],
        environment: Mapping[str, str] | None = None,
        *,
        program: str = "surveyor",
        terminal: str | None = None,
        largest_file: int | None = None,
    ) -> int:
        """Start a command and return its process id.

        Args:
            arguments: Of the command line.
            environment: Added to that of the tests.
            program: A name in :data:`PROGRAMS`.
            terminal: Name of a pseudo terminal that becomes standard error.
            largest_file: No file may grow beyond so many bytes: stands for a full disk.
        """
        self._count += 1
        output = self._folder / f"process-{self._count}"
        order = {
            "program": program,
            "arguments": [str(argument) for argument in arguments],
            "environment": dict(environment or {}),
            "output": str(output),
            "terminal": terminal,
            "largest_file": largest_file,
        }
        pid = self._ask(order)["pid"]
        # Numbers of processes come round again on a busy machine: what ended long ago under this one is another.
        self._ended.pop(pid, None)
        self._outputs[pid] = output
        return pid

    def wait(self, pid: int) -> Ended:
        """Wait until a process has ended."""
        while pid not in self._ended:
            self.wait_any()
        status, output = self._ended[pid], self._outputs[pid]
        error = output.with_suffix(".err")
        return Ended(status, _text(output.with_suffix(".out")), _text(error))

    def wait_any(self) -> int:
        """Wait until some process ends and return its id."""
        answer = self._ask({"wait": True})
        self._ended[answer["pid"]] = answer["status"]
        return answer["pid"]

    def has_ended(self, pid: int) -> bool:
        """Tell whether an end was noticed."""
        return pid in self._ended

    def kill(self, pid: int) -> None:
        """Kill a process, if it still runs, and wait for its end."""
        if pid not in self._ended:
            os.kill(pid, signal.SIGKILL)
            self.wait(pid)

    def run(
        self,
        arguments: Sequence[str | Path],
        environment: Mapping[str, str] | None = None,
        *,
        program: str = "surveyor",
        terminal: str | None = None,
        largest_file: int | None = None,
    ) -> Ended:
        """Run a command to its end."""
        return self.wait(
            self.start(arguments, environment, program=program, terminal=terminal, largest_file=largest_file)
        )

    def close(self) -> None:
        """End the parent, and with it everything that still runs."""
        self._parent.communicate()

    def _ask(self, order: Mapping[str, object]) -> dict[str, int]:
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(json.dumps(order) + "\n")
        self._parent.stdin.flush()
        answer: dict[str, int] = json.loads(self._parent.stdout.readline())
        return answer


def _text(path: Path) -> str:
    # Killed in its first moments, a process had not even opened it.
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


# ------------------------------------------------------------------------------------------------ the parent's side


def serve(programs: Mapping[str, Callable[[list[str]], int]]) -> None:
    """Read orders from standard input, one JSON document a line, until it ends."""
    running: set[int] = set()
    for line in sys.stdin:
        order = json.loads(line)
        if "wait" in order:
            pid, status = os.wait()
            running.discard(pid)
            answer = {"pid": pid, "status": os.waitstatus_to_exitcode(status)}
        else:
            pid = os.fork()
            if pid == 0:
                _become(order, programs)
            running.add(pid)
            answer = {"pid": pid}
        print(json.dumps(answer), flush=True)  # noqa: T201 -- the language of the pipe
    for pid in running:
        os.kill(pid, signal.SIGKILL)


def _become(order: dict[str, object], programs: Mapping[str, Callable[[list[str]], int]]) -> None:
    """Turn the forked child into the command; never returns."""
    status = 70
    try:
        _redirect(Path(str(order["output"])), order["terminal"])
        os.environ.update(order["environment"])  # type: ignore[call-overload]  # JSON of our own
        limit = order["largest_file"]
        if isinstance(limit, int):
            # SIGXFSZ is ignored by Python: a write beyond the limit fails with EFBIG.
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        status = programs[str(order["program"])](order["arguments"])  # type: ignore[arg-type]  # JSON of our own
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 70
    except BaseException:  # noqa: BLE001 -- a child must not return into the parent's loop
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _redirect(output: Path, terminal: object) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(output.with_suffix(".out"), flags, 0o600), 1)
    error = os.open(output.with_suffix(".err"), flags, 0o600)
    if isinstance(terminal, str):
        error = os.open(terminal, os.O_WRONLY | os.O_NOCTTY)
    os.dup2(error, 2)
    # As on a terminal: what a command has said is out, whatever happens next.
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    sys.stdin.close()
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- the descriptor, not a path


if __name__ == "__main__":
    from surveyor_app.central import serving  # noqa: F401 -- loaded once for all children
    from surveyor_app.cli import main
    from surveyor_app.cli.parser import VERBS, build_parser
    from surveyor_app.protocol.limits import KIB
    from surveyor_app.sync import uploading
    from tests.faults import edits, recording, signing

    # A verb loads what it needs when it is asked for: all of them, once for all children.
    for verb in VERBS:
        build_parser([verb])

    def packaged(arguments: list[str]) -> int:
        """Run the command as a packaged program would, whose data lies where it unpacked itself."""
        sys._MEIPASS = os.environ["UNPACKED"]  # type: ignore[attr-defined]
        return main(arguments)

    def piecemeal(arguments: list[str]) -> int:
        """Run the command as on a slow line: every blob comes in pieces of a request each."""
        uploading.MAX_CHUNK_BYTES = KIB * 256  # type: ignore[attr-defined]
        uploading.Uploader.offers = lambda self, what: False  # type: ignore[method-assign]
        return main(arguments)

    serve(
        {
            "surveyor": main,
            "piecemeal": piecemeal,
            "edits": edits.main,
            "packaged": packaged,
            "recording": recording.main,
            "signing": signing.main,
        }
    )
