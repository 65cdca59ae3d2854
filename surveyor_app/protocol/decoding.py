"""JSON → message dataclasses, strictly: an unexpected type is refused, an unknown member is ignored (a newer peer)."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar, Union

from surveyor_app.domain.wire_errors import BadMessage

M = TypeVar("M")


def decode_message(message_class: type[M], data: bytes) -> M:
    """Read a message from its JSON bytes.

    Raises:
        BadMessage: when it is not JSON or not of the message's form.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadMessage(reason="not JSON") from error
    return message_from_json(message_class, value)


def message_from_json(message_class: type[M], value: object) -> M:
    """Read a message from parsed JSON.

    Raises:
        BadMessage: when it is not of the message's form.
    """
    return typing.cast(M, _decode(message_class, value, message_class.__name__))


def encode_message(message: object) -> bytes:
    """Return a message as compact JSON; members that are ``None`` are left out."""
    return json.dumps(message_to_json(message), ensure_ascii=False, separators=(",", ":")).encode()


def message_to_json(message: object) -> Any:
    """Return a message as JSON values; members that are ``None`` are left out."""
    if dataclasses.is_dataclass(message) and not isinstance(message, type):
        found = {item.name: getattr(message, item.name) for item in dataclasses.fields(message)}
        return {name: message_to_json(value) for name, value in found.items() if value is not None}
    if isinstance(message, Mapping):
        return {key: message_to_json(value) for key, value in message.items()}
    if isinstance(message, list | tuple):
        return [message_to_json(item) for item in message]
    return message


@functools.cache
def _hints(message_class: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(message_class)


def _decode(expected: Any, value: Any, where: str) -> Any:
    origin = typing.get_origin(expected)
    if origin in (Union, types.UnionType):
        return _decode_union(expected, value, where)
    if origin is tuple:
        if not isinstance(value, list):
            raise BadMessage(reason=where)
        return tuple(_decode(typing.get_args(expected)[0], item, where) for item in value)
    if origin is dict:
        if not isinstance(value, dict):
            raise BadMessage(reason=where)
        return {key: _decode(typing.get_args(expected)[1], item, f"{where}.{key}") for key, item in value.items()}
    if dataclasses.is_dataclass(expected):
        return _decode_dataclass(typing.cast(type[Any], expected), value, where)
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        raise BadMessage(reason=where)
    return value


def _decode_union(expected: Any, value: Any, where: str) -> Any:
    for option in typing.get_args(expected):
        if option is type(None) and value is None:
            return None
        if option is not type(None) and value is not None:
            return _decode(option, value, where)
    raise BadMessage(reason=where)


def _decode_dataclass(expected: type[Any], value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise BadMessage(reason=where)
    hints = _hints(typing.cast(Hashable, expected))
    found = {}
    for item in dataclasses.fields(expected):
        if item.name in value:
            found[item.name] = _decode(hints[item.name], value[item.name], f"{where}.{item.name}")
        elif item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING:
            raise BadMessage(reason=f"{where}.{item.name}")
    return expected(**found)
