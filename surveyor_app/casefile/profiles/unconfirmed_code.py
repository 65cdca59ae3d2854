"""The recovery code between its making and the moment its owner has it on paper: kept so that it can be shown again.

A code that is shown once and kept nowhere is lost with a closed window. Two ways mend that: keep the code until it is
confirmed, or make another at the next unlock in place of the unconfirmed one. It is kept, because another would silently
kill the first: somebody who wrote it down and closed the window has a sheet that opens nothing, and a mirror made meanwhile
carries the slot of the first code and not of the second. Keeping it gives nothing away: it lies in the profile's database,
encrypted under the profile key, and whoever has that key has all that the code opens. It never stands in ``profile.toml``,
which a mirror copies and anybody reads, and it leaves the database when it is confirmed.

It stands among the profile's settings, so that an older version of the program still opens the profile. A profile of such
a version has no such line: its code was shown in its time and counts as confirmed.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

_NAME = "recovery_code.unconfirmed"


def keep(connection: Connection, code: str) -> None:
    """Keep a code that was just made."""
    connection.execute(text("INSERT INTO setting (name, value) VALUES (:name, :code)"), {"name": _NAME, "code": code})


def replace(connection: Connection, code: str) -> None:
    """Keep another code in place of the one that is shown, or was."""
    forget(connection)
    keep(connection, code)


def load(connection: Connection) -> str | None:
    """Return the code as it is shown, ``None`` when it was confirmed."""
    found = connection.execute(text("SELECT value FROM setting WHERE name = :name"), {"name": _NAME})
    code: str | None = found.scalar_one_or_none()
    return code


def forget(connection: Connection) -> None:
    """Let go of the code: its owner has it. Nothing happens when it is gone already."""
    connection.execute(text("DELETE FROM setting WHERE name = :name"), {"name": _NAME})
