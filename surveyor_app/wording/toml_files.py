"""Reads TOML files that come with the program, and says so when one is missing or not as it should be."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from surveyor_app.domain.errors import InstallationIncomplete


def read_toml(resources: Path, name: str, *, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Return a TOML file of the resources as it stands there; ``parse_float`` where figures with a point have to be exact.

    Raises:
        InstallationIncomplete: the file is missing or no TOML.
    """
    path = resources / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=parse_float)
    except (OSError, ValueError) as error:
        raise InstallationIncomplete(what=name, path=str(path), tried=[str(path)], reason=str(error)) from error


@contextmanager
def well_formed(resources: Path, name: str) -> Iterator[None]:
    """Guard the taking apart of a table: what has another shape than expected is an incomplete installation.

    Raises:
        InstallationIncomplete: a key is missing or a value of another kind.
    """
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        path = str(resources / name)
        reason = f"{type(error).__name__}: {error}"
        raise InstallationIncomplete(what=name, path=path, tried=[path], reason=reason) from error


def string_of(value: object) -> str:
    """Return a text that is there.

    Raises:
        ValueError: it is no text, or an empty one.
    """
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"not a text: {value!r}")
    return value
