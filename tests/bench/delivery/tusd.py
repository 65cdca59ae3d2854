"""The other side of a good line: tusd, the reference server of tus, and its Python client, with what a centre does besides.

Each upload is flushed to the disk and read again with its hash, as evidence has to be. tusd is built by Go, by its name.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tusclient.client import TusClient

MODULE, VERSION = "github.com/tus/tusd/v2/cmd/tusd", "v2.9.1"
CHUNK_BYTES = 256 * 1024
BUILD_S = 900
START_S = 20.0


def tusd_in(cache: Path) -> Path | None:
    """Return the program, built at the first time; ``None`` where there is no Go or the registry is out of reach."""
    program = cache / f"tusd-{VERSION}" / "tusd"
    if program.is_file():
        return program
    if shutil.which("go") is None:
        return None
    program.parent.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "GOBIN": str(program.parent)}
    command = ["go", "install", f"{MODULE}@{VERSION}"]
    try:
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=BUILD_S)
    except (subprocess.SubprocessError, OSError):
        return None
    return program


@contextmanager
def serving(program: Path, folder: Path) -> Iterator[str]:
    """Serve an empty folder and yield the address of its uploads.

    Raises:
        SystemExit: it does not answer.
    """
    folder.mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [str(program), "-upload-dir", str(folder), "-host", "127.0.0.1", "-port", str(port)]
    command += ["-base-path", "/files/", "-disable-download"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as served:
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}/files/"
        finally:
            served.terminate()


def seconds_of(url: str, folder: Path, files: Sequence[Path]) -> float:
    """Upload files one after another, each flushed and read again where it was stored, and return how long it took.

    Raises:
        SystemExit: something else was stored.
    """
    client = TusClient(url)
    started = time.monotonic()
    for path in files:
        uploader = client.uploader(str(path), chunk_size=CHUNK_BYTES)
        uploader.upload()
        stored = folder / str(uploader.url).rpartition("/")[2]
        with stored.open("rb") as file:
            os.fsync(file.fileno())
        if hashlib.sha256(stored.read_bytes()).digest() != hashlib.sha256(path.read_bytes()).digest():
            raise SystemExit("tusd stored something else")
    return time.monotonic() - started


def _wait(port: int) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("tusd does not answer")
