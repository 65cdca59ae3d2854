"""Runs the layout engine in its own process: fonts checked first, a time limit, a memory limit, a cancel point.

Kept apart from what is laid out: the report and the picture of a signature use the same process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Any

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import FontMissing, LayoutFailed
from surveyor_app.report.literal_text import LiteralText, covered_characters
from surveyor_app.report.more_fonts import MoreFont, beside

_FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_MEMORY_BYTES = 3 << 30
"""Address space of the engine. 300 pictures of 0.2 MB take 0.9 GB of it; more processors want more for their threads."""
_POLL_S = 0.2
_PIPE_BYTES = 1 << 20
"""A report of 100 pictures goes in as 27 MB and comes out as 21 MB."""
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]

Engine = subprocess.Popen[bytes]
"""A layout process that waits for its one job."""


@dataclass(frozen=True)
class ReportFiles:
    """Where templates and fonts lie."""

    template_dir: Path
    font_dir: Path

    @classmethod
    def installed(cls) -> ReportFiles:
        """Return the folders that come with the program.

        Raises:
            InstallationIncomplete: the program's data is missing.
        """
        resources = resources_dir()
        return cls(resources / "report", resources / "fonts")

    def fonts(self) -> tuple[Path, ...]:
        """Return the font files.

        Raises:
            FontMissing: with the path of the first that is absent.
        """
        paths = tuple(self.font_dir / name for name in _FONTS)
        for path in paths:
            if not path.is_file():
                raise FontMissing(path=str(path))
            covered_characters(path)
        return paths

    @cached_property
    def literal(self) -> LiteralText:
        """Makes any text printable with these fonts."""
        return LiteralText(self.fonts())

    def read(self, name: str) -> bytes:
        """Return one template file.

        Raises:
            LayoutFailed: it is not there.
        """
        try:
            return (self.template_dir / name).read_bytes()
        except OSError as error:
            raise LayoutFailed(reason=f"template {name}: {error.strerror}") from error


@dataclass(frozen=True, slots=True)
class Typesetting:
    """One job: the entry template, the files it reads by name, and what the PDF claims to be."""

    template: str
    files: Mapping[str, bytes]
    standards: Sequence[str]
    timestamp: int
    tags: bool = True
    memory_bytes: int = _MEMORY_BYTES
    more_fonts: Sequence[MoreFont] = ()
    """Fonts of this machine beside the bundled ones; the template names their families."""


def typeset(
    job: Typesetting,
    files: ReportFiles,
    *,
    timeout_s: float = 120.0,
    cancel_point: Callable[[], None] | None = None,
    engine: Engine | None = None,
) -> bytes:
    """Return the PDF of one job; the same job gives the same bytes.

    Args:
        job: What to lay out.
        files: Templates and fonts.
        timeout_s: After so long the engine is killed.
        cancel_point: Called several times a second; it may raise ``Cancelled``, which ends the engine.
        engine: One from :func:`engine_started`, which does this one job; started here if not given.

    Raises:
        FontMissing: a font is absent.
        LayoutFailed: the engine refused, was killed or took too long.
    """
    output = _answer(job, files, None, timeout_s, cancel_point, engine)
    if not output.startswith(b"%PDF-"):
        raise LayoutFailed(reason=_reason(0, b""))
    # typst leaves the last line open; an object appended there would not begin on a line of its own, as PDF/A wants it to.
    return output if output.endswith(b"\n") else output + b"\n"


def page_pictures(
    job: Typesetting, files: ReportFiles, ppi: float, *, cancel_point: Callable[[], None] | None = None
) -> tuple[list[bytes], Any]:
    """Return each page as PNG, and the value of the element that the template labels ``<where>``.

    Errors as :func:`typeset`.
    """
    output = _answer(job, files, ppi, 120.0, cancel_point, None)
    head, _, rest = output.partition(b"\n")
    try:
        answer = json.loads(head)
        sizes = [int(size) for size in answer["pages"]]
    except (ValueError, KeyError, TypeError) as error:
        raise LayoutFailed(reason="no pages") from error
    pages = []
    for size in sizes:
        pages.append(rest[:size])
        rest = rest[size:]
    return pages, answer["where"]


def _answer(
    job: Typesetting,
    files: ReportFiles,
    ppi: float | None,
    timeout_s: float,
    cancel_point: Callable[[], None] | None,
    engine: Engine | None,
) -> bytes:
    files.fonts()
    contents = {"main.typ": files.read(job.template), "words.typ": files.read("words.typ"), **job.files}
    with beside(files.font_dir, job.more_fonts) as folders:
        return _answered(job, [str(folder) for folder in folders], contents, ppi, timeout_s, cancel_point, engine)


def _answered(
    job: Typesetting,
    fonts: Sequence[str],
    contents: Mapping[str, bytes],
    ppi: float | None,
    timeout_s: float,
    cancel_point: Callable[[], None] | None,
    engine: Engine | None,
) -> bytes:
    header = {
        "fonts": list(fonts),
        "standards": list(job.standards),
        "timestamp": job.timestamp,
        "tags": job.tags,
        "memory_bytes": job.memory_bytes,
        "ppi": ppi,
        "files": [[name, len(data)] for name, data in contents.items()],
    }
    frame = [json.dumps(header).encode(), b"\n", *contents.values()]
    status, output, problem = _run(frame, timeout_s, cancel_point, engine)
    if status != 0:
        raise LayoutFailed(reason=_reason(status, problem))
    return output


@contextmanager
def engine_started() -> Iterator[Engine]:
    """Start an engine ahead of its job, so that it loads while the job is put together; it is ended at the end."""
    with _start() as process:
        try:
            yield process
        finally:
            # Ends the threads that talk to it too: their pipes close.
            process.kill()


def _run(
    frame: Sequence[bytes], timeout_s: float, cancel_point: Callable[[], None] | None, engine: Engine | None
) -> tuple[int, bytes, bytes]:
    """Feed the engine and wait, asking ``cancel_point`` meanwhile; whatever is raised, no process is left behind.

    Not ``Popen.communicate`` with a timeout: called again, it forgets the input it has not sent yet (Python 3.11 on POSIX),
    and a job larger than the pipe waits for ever.
    """
    deadline = time.monotonic() + timeout_s
    started = engine_started() if engine is None else nullcontext(engine)
    with started as process, ThreadPoolExecutor(3) as pool:
        try:
            pool.submit(_feed, process.stdin, frame)
            output = pool.submit(_drain, process.stdout)
            problem = pool.submit(_drain, process.stderr)
            while not _is_done(output):
                if cancel_point is not None:
                    cancel_point()
                if time.monotonic() > deadline:
                    raise LayoutFailed(reason="timeout")
            # Its output ended, so the engine has ended or is about to.
            return process.wait(), output.result(), problem.result()
        finally:
            process.kill()


def _start() -> Engine:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "surveyor_app.report.typst_worker"],
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        env={**os.environ, "PYTHONPATH": str(_PACKAGE_ROOT)},
        pipesize=_PIPE_BYTES,
        # Windows: no console window flashes up behind the program's own.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _is_done(output: Future[bytes]) -> bool:
    """Wait a moment for the end of the output; waiting for the process instead would sleep up to 50 ms too long."""
    return bool(wait([output], _POLL_S).done)


def _feed(pipe: IO[bytes] | None, pieces: Sequence[bytes]) -> None:
    """Send the job; an engine that ended early is seen by its exit status."""
    if pipe is not None:
        with suppress(OSError), pipe:
            pipe.writelines(pieces)


def _drain(pipe: IO[bytes] | None) -> bytes:
    return b"" if pipe is None else pipe.read()


def _reason(status: int, problem: bytes) -> str:
    text = problem.decode("utf-8", "replace").strip()
    return f"killed by signal {-status}" if status < 0 else text[-2000:] or f"exit status {status}"
