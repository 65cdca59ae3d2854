"""Which files of cards and watched folders were taken in before, in any case of the profile: what is left is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as its volume shows it: path below the volume, bytes, and time of change (ISO, UTC; empty for none)."""

    path: str
    size: int
    modified: str


def seen(connection: Connection, volume: str) -> frozenset[SeenFile]:
    """Return the files of a volume that were taken in."""
    rows = connection.execute(
        text("SELECT path, size, modified FROM seen_file WHERE volume = :volume"), {"volume": volume}
    )
    return frozenset(SeenFile(*row) for row in rows)


def remember(connection: Connection, volume: str, files: Sequence[SeenFile]) -> None:
    """Keep files of a volume; one that was written anew under the same name takes the place of the old."""
    statement = text(
        "INSERT OR REPLACE INTO seen_file (volume, path, size, modified) VALUES (:volume, :path, :size, :modified)"
    )
    if files:
        connection.execute(
            statement,
            [{"volume": volume, "path": item.path, "size": item.size, "modified": item.modified} for item in files],
        )
