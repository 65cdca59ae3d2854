"""Reads single columns of a table's item as what they have to be."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from surveyor_app.wording.toml_files import string_of


def optional(item: Mapping[str, Any], name: str) -> str | None:
    """Return a text that may be absent.

    Raises:
        ValueError: it is there and no text.
    """
    return string_of(item[name]) if name in item else None


def flag(item: Mapping[str, Any], name: str) -> bool:
    """Return a yes that may be absent.

    Raises:
        ValueError: it is there and neither true nor false.
    """
    value = item.get(name, False)
    if not isinstance(value, bool):
        raise ValueError(f"{name}: neither true nor false: {value!r}")
    return value


def whole(item: Mapping[str, Any], name: str, low: int, high: int) -> int:
    """Return a whole number within bounds.

    Raises:
        KeyError, ValueError: it is missing, or none.
    """
    value = item[name]
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"{name}: not a number from {low} to {high}: {value!r}")
    return value


def texts(item: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return a list of texts that may be absent.

    Raises:
        TypeError, ValueError: it is there and no such list.
    """
    value = item.get(name, ())
    if not isinstance(value, list | tuple):
        raise TypeError(f"{name}: not a list")
    return tuple(string_of(part) for part in value)


def one_of(item: Mapping[str, Any], name: str, known: Container[str]) -> str:
    """Return a text that is one of the known ones.

    Raises:
        KeyError, ValueError: it is missing, or another.
    """
    value = string_of(item[name])
    if value not in known:
        raise ValueError(f"{name}: not known: {value}")
    return value


def require_once(ids: Iterable[object]) -> None:
    """Refuse a list in which something stands twice.

    Raises:
        ValueError: it does, or there is nothing.
    """
    all_ = list(ids)
    if len(set(all_)) < len(all_) or not all_:
        raise ValueError("an id stands twice, or there is none")
