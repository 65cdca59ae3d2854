"""Which files of cards and watched folders were taken in before, in any case of the profile: what is left is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import text

from surveyor_app.casefile.profiles.database import ProfileDatabase


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as its volume shows it: path below the volume, bytes, and time of change (ISO, UTC; empty for none)."""

    path: str
    size: int
    modified: str


class SeenFiles:
    """What the profile's database knows of the files of each volume."""

    def __init__(self, database: ProfileDatabase) -> None:
        self._database = database

    def of(self, volume: str) -> frozenset[SeenFile]:
        """Return the files of a card or watched folder that were taken in, into whatever case."""
        statement = text("SELECT path, size, modified FROM seen_file WHERE volume = :volume")
        rows = self._database.do(lambda connection: connection.execute(statement, {"volume": volume}).all())
        return frozenset(SeenFile(*row) for row in rows)

    def remember(self, volume: str, files: Sequence[SeenFile]) -> None:
        """Keep files of a volume; one that was written anew under the same name takes the place of the old."""
        statement = text(
            "INSERT OR REPLACE INTO seen_file (volume, path, size, modified) VALUES (:volume, :path, :size, :modified)"
        )
        rows = [{"volume": volume, **asdict(item)} for item in files]
        if rows:
            self._database.do(lambda connection: connection.execute(statement, rows))
