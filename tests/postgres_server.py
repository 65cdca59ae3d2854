"""A throw-away PostgreSQL server for the tests that must hold on both engines.

The server lives in a folder of its own, listens on a Unix socket only (no port to collide on) and ends with the process
that started it, even when that one is killed. As root, whom PostgreSQL refuses, it runs as the user ``postgres`` of the
Debian package.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

SUPERUSER = "postgres"
# What is lost at a power cut does not matter here, and syncing would double the time of the tests.
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB", "listen_addresses=")
DURABLE = ("shared_buffers=128MB", "listen_addresses=")
"""Settings under which every commit is flushed to the disk, as at an insurer's: for measurements."""

START_TIMEOUT_S = 60.0


def find_binaries() -> Path | None:
    """The newest folder that holds ``initdb`` and ``postgres``, or None where PostgreSQL is not installed."""
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    candidates = sorted(versions, key=lambda folder: float(folder.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        candidates.append(Path(on_path).resolve().parent)
    return next((folder for folder in candidates if _complete(folder)), None)


def _complete(folder: Path) -> bool:
    return (folder / "initdb").exists() and (folder / "postgres").exists()


@dataclass
class PostgresServer:
    """A running server; ``socket_dir`` is the folder of its Unix socket."""

    socket_dir: Path
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of ``database``."""
        return f"postgresql+psycopg://{SUPERUSER}@/{database}?host={self.socket_dir}"

    @contextmanager
    def fresh_database(self) -> Iterator[str]:
        """The URL of an empty database, dropped at the end whoever is still connected."""
        name = f"test_{next(self._numbers)}"
        self._administer(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield self.url(name)
        finally:
            self._administer(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _administer(self, statement: sql.Composed) -> None:
        with psycopg.connect(
            host=str(self.socket_dir), user=SUPERUSER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)


@contextmanager
def running_server(binaries: Path, settings: Sequence[str] = SETTINGS) -> Iterator[PostgresServer]:
    """Make a cluster in a temporary folder, serve it, and remove it at the end."""
    # Not below pytest's own folder: that one is closed to other users, and a socket's path may have 107 bytes at most.
    folder = Path(tempfile.mkdtemp(prefix="surveyor-pg-"))
    prefix = _as_ordinary_user(folder)
    data, log = folder / "data", folder / "log"
    try:
        initdb = [*prefix, str(binaries / "initdb"), "-D", str(data), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8"]
        initdb += ["--locale=C", "--no-sync", "--no-instructions"]
        subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, cwd=folder)
        told = [part for setting in settings for part in ("-c", setting)]
        command = [*prefix, str(binaries / "postgres"), "-D", str(data), "-k", str(folder), *told]
        with log.open("wb") as output:
            process = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder)
        try:
            _wait_until_ready(process, folder, log)
            yield PostgresServer(folder)
        finally:
            process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown: it does not wait for clients to leave
            process.wait(timeout=START_TIMEOUT_S)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_ordinary_user(folder: Path) -> list[str]:
    """The command prefix under which PostgreSQL runs; as root, ``folder`` is given to the user it names."""
    setpriv = shutil.which("setpriv")
    # QUIT is PostgreSQL's immediate shutdown: the server must not outlive a killed test run.
    prefix = [setpriv, "--pdeathsig", "QUIT"] if setpriv else []
    if os.geteuid() != 0:
        return prefix
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return [*prefix, f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _wait_until_ready(process: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            psycopg.connect(host=str(folder), user=SUPERUSER, dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
