"""A throw-away S3 server for the tests that must hold on a store that is no folder: versitygw, built by Go, by its name.

``python -m tests.s3_server`` builds it, once, into ``build/s3``, and says why where it cannot be built; tests that want it are
skipped there. It keeps its objects in a folder of its own, listens on a free port of this machine, and ends with the test.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MODULE, VERSION = "github.com/versity/versitygw/cmd/versitygw", "v1.8.0"
PROGRAM = Path(__file__).resolve().parent.parent / "build" / "s3" / f"versitygw-{VERSION}" / "versitygw"
BUCKET, REGION = "surveyor", "us-east-1"
ACCESS, SECRET = "tests", "only for tests"
BUILD_S, START_S = 1500, 30.0


@dataclass(frozen=True, slots=True)
class S3Server:
    """A running server with one bucket, whose objects lie in ``folder``."""

    endpoint: str
    folder: Path

    def environment(self, secret: str = SECRET) -> Mapping[str, str]:
        """Return the variables by which a centre gets access."""
        return {
            "AWS_ENDPOINT": self.endpoint,
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": ACCESS,
            "AWS_SECRET_ACCESS_KEY": secret,
            "AWS_ALLOW_HTTP": "true",
        }

    def url(self, prefix: str) -> str:
        """Return the store's URL for a part of the bucket."""
        return f"s3://{BUCKET}/{prefix}"


def build() -> str | None:
    """Build the program unless it is there, and return why that is not possible."""
    if PROGRAM.is_file():
        return None
    if shutil.which("go") is None:
        return "there is no Go"
    PROGRAM.parent.mkdir(parents=True, exist_ok=True)
    command = ["go", "install", f"{MODULE}@{VERSION}"]
    try:
        subprocess.run(
            command,
            env={**os.environ, "GOBIN": str(PROGRAM.parent)},
            check=True,
            stdout=sys.stderr,
            timeout=BUILD_S,
        )
    except (subprocess.SubprocessError, OSError) as error:
        return str(error)
    return None


@contextmanager
def running_s3(folder: Path) -> Iterator[S3Server]:
    """Serve an empty bucket from a folder."""
    bucket = folder / "objects" / BUCKET
    bucket.mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [str(PROGRAM), "--access", ACCESS, "--secret", SECRET, "--region", REGION, "--port", f"127.0.0.1:{port}"]
    # Beside the objects: not every file system has extended attributes.
    command += ["--quiet", "--keep-alive", "posix", "--sidecar", str(_made(folder / "about")), str(bucket.parent)]
    log = folder / "log"
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as served:
        try:
            _wait(served, port, log)
            yield S3Server(f"http://127.0.0.1:{port}", bucket)
        finally:
            served.terminate()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _wait(served: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and served.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the S3 server did not start:\n{log.read_text(errors='replace')}")


if __name__ == "__main__":
    reason = build()
    sys.stdout.write(f"{PROGRAM}\n" if reason is None else f"The tests of an S3 store are skipped: {reason}\n")
