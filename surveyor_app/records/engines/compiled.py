"""Statements compiled once for all engines of a process.

SQLAlchemy keeps what it compiled by engine, and each open case has engines of its own: the first page of every case would
compile anew what the case before it had compiled, which takes longer than running it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.util import LRUCache

MOST_STATEMENTS = 2_000
Key = tuple[Any, ...]


class CompiledStatements:
    """What the execution option ``compiled_cache`` asks for, with the kind of dialect in place of one engine's own.

    None of our engines sets its dialect up in a way of its own; what driver and server decide is told apart.
    """

    def __init__(self) -> None:
        self._kept: LRUCache[Key, Any] = LRUCache(MOST_STATEMENTS)

    def get(self, key: Key, default: Any = None) -> Any:
        """Return what was compiled for ``key``: a dialect, and what makes a statement what it is."""
        return self._kept.get(_for_all(key), default)

    def __setitem__(self, key: Key, compiled: Any) -> None:
        self._kept[_for_all(key)] = compiled

    def __len__(self) -> int:
        return len(self._kept)

    def keys(self) -> set[Key]:
        """Return what was compiled and not yet given up."""
        return set(self._kept)


def _for_all(key: Key) -> Key:
    dialect: Dialect = key[0]
    return (type(dialect), dialect.dbapi, getattr(dialect, "server_version_info", None), *key[1:])


compiled_statements = CompiledStatements()
"""Those of this process; the least used go first."""

SHARED = {"compiled_cache": compiled_statements}
"""Execution options of an engine that takes part."""
