"""Where the play is staged: a centre in a folder, or an insurer's: two nodes on PostgreSQL and S3 behind a round-robin."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.outgoing_config import OutgoingConfig
from tests.integration.network import Network
from tests.integration.round_robin import RoundRobin
from tests.judges.maven import NotHere
from tests.postgres_server import find_binaries, running_server
from tests.s3_server import build, running_s3

FOLDER, NODES = "folder", "nodes"
HOUSES = (FOLDER, NODES)
PHONE = "400 800 0000"


@dataclass(frozen=True, slots=True)
class House:
    """A centre: where browsers reach it, the laptop's own way there, and its nodes."""

    name: str
    url: str
    way: Network
    nodes: tuple[EmbeddedCentre, ...]
    robin: RoundRobin | None = None

    def letters(self) -> list[Path]:
        """Return the text messages and mail that left, from whichever node."""
        return sorted(
            path for node in self.nodes for path in (node.config.data_dir / "outgoing").rglob("*") if path.is_file()
        )


@contextmanager
def house(name: str, folder: Path) -> Iterator[House]:
    """Open a house of that name.

    Raises:
        NotHere: what it takes cannot be had.
    """
    nodes: tuple[EmbeddedCentre, ...]
    with ExitStack() as stack:
        if name == FOLDER:
            nodes = (stack.enter_context(EmbeddedCentre(folder, config=_config(folder))),)
            url, robin = nodes[0].url, None
        else:
            nodes = _nodes(stack, folder)
            robin = stack.enter_context(RoundRobin([node.url for node in nodes]))
            url = robin.url
        yield House(name, url, stack.enter_context(Network(url)), nodes, robin)


def _nodes(stack: ExitStack, folder: Path) -> tuple[EmbeddedCentre, ...]:
    binaries = find_binaries()
    if binaries is None:
        raise NotHere("PostgreSQL not found")
    if (why := build()) is not None:
        raise NotHere(f"the S3 server could not be built: {why}")
    (folder / "s3").mkdir(parents=True)
    s3 = stack.enter_context(running_s3(folder / "s3"))
    os.environ.update(s3.environment())
    database = stack.enter_context(stack.enter_context(running_server(binaries)).fresh_database())
    places = (folder / "first", folder / "second")
    configs = [_config(place, database, s3.url("play")) for place in places]
    return tuple(stack.enter_context(EmbeddedCentre(config.data_dir, config=config)) for config in configs)


def _config(folder: Path, database: str | None = None, store: str | None = None) -> CentreConfig:
    return CentreConfig(folder, database, store, outgoing=OutgoingConfig(phone=PHONE))
