"""The user's settings: one small TOML file that a person may also edit.

A file that cannot be read never stops the program: the defaults are used and the reason is handed to the caller, who
shows it. Keys that this version does not know are kept, so a newer version's settings survive an older one.
"""

from __future__ import annotations

import errno
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import platformdirs
import tomli_w

from surveyor_app.atomic_write import atomic_write
from surveyor_app.domain.errors import DiskFull, StorageFailed

_APP_NAME = "surveyor"
_TIMESTAMP, _TOKEN = "timestamp", "token"
_E = TypeVar("_E", bound=StrEnum)
_P = TypeVar("_P", bool, int)
_WRITTEN_OUT = ("profile_dir", "last_server", "second_copy_dir")
"""Keys that are written as text, and only once something was chosen."""
_PLAIN = ("large_targets", "lock_idle_min", "lock_after_sleep")
"""Keys written only where they differ from what holds without them."""


SYSTEM = "system"
"""Instead of the tag of a language: that of the desktop."""


class Theme(StrEnum):
    """Colours of the window; ``SUNLIGHT`` is the high-contrast one for outdoors."""

    LIGHT = "light"
    DARK = "dark"
    SUNLIGHT = "sunlight"


@dataclass(frozen=True, slots=True)
class TimestampSettings:
    """The time-stamp authority (RFC 3161): its address, and a PEM file with the certificates that vouch for it."""

    url: str
    authority: Path | None = None


@dataclass(frozen=True, slots=True)
class TokenSettings:
    """The smart card or token to sign with: its maker's module (PKCS#11), its label, and which certificate of several."""

    module: Path
    label: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen; ``profile_dir`` and ``last_server`` are None until then, ``unknown`` holds keys of other versions.

    ``language`` is the tag of one, or ``SYSTEM``. Which there are is not known here: one that was taken away stays chosen.
    ``map_sheets`` are sheets (MBTiles) or folders of them. ``timestamp`` and ``token`` stand in the file, edited by hand.
    """

    language: str = SYSTEM
    theme: Theme = Theme.LIGHT
    profile_dir: Path | None = None
    last_server: str | None = None
    map_sheets: tuple[Path, ...] = ()
    second_copy_dir: Path | None = None
    """Where second copies of open cases are kept: a stick, or another disk."""
    timestamp: TimestampSettings | None = None
    token: TokenSettings | None = None
    large_targets: bool = False
    lock_idle_min: int = 0
    """Lock after so many minutes without a key or a touch; 0 for never."""
    lock_after_sleep: bool = True
    """Lock when the laptop slept: its lid was closed."""
    unknown: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings and, for each thing in the file that could not be used, the reason (for the log and a notice)."""

    settings: Settings
    problems: tuple[str, ...] = ()


def default_settings_path() -> Path:
    """Where the settings lie unless the command line names another place."""
    return platformdirs.user_config_path(_APP_NAME, appauthor=False) / "settings.toml"


def default_profile_dir() -> Path:
    """Where the profile lies unless settings or command line name another place; never a roaming or synced folder."""
    return platformdirs.user_data_path(_APP_NAME, appauthor=False, roaming=False) / "profile"


def load(path: Path) -> LoadedSettings:
    """Read settings; a missing file means defaults, a damaged one means defaults and a reason."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return LoadedSettings(Settings(), (f"{path}: {error}",))
    return _from_table(found)


def save(path: Path, settings: Settings) -> None:
    """Write settings so that the file is never half written; makes the folder.

    Raises:
        DiskFull: no room; the old file is as it was.
        StorageFailed: the folder cannot be written.
    """
    table: dict[str, object] = {**settings.unknown, "language": settings.language, "theme": settings.theme.value}
    for name in _WRITTEN_OUT:
        if (chosen := getattr(settings, name)) is not None:
            table[name] = str(chosen)
    defaults = Settings()
    for name in _PLAIN:
        if getattr(settings, name) != getattr(defaults, name):
            table[name] = getattr(settings, name)
    if settings.map_sheets:
        table["map_sheets"] = [str(path) for path in settings.map_sheets]
    if (timestamp := settings.timestamp) is not None:
        _put(table, _TIMESTAMP, {"url": timestamp.url, "authority": timestamp.authority})
    if (token := settings.token) is not None:
        _put(table, _TOKEN, {"module": token.module, "label": token.label, "key": token.key})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, tomli_w.dumps(table).encode())
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=str(path)) from error
        raise StorageFailed(path=str(path), reason=str(error)) from error


def _from_table(table: dict[str, object]) -> LoadedSettings:
    problems: list[str] = []
    defaults = Settings()
    rest = dict(table)
    profile_dir = _text(rest.pop("profile_dir", None), "profile_dir", problems)
    map_sheets = _paths(rest.pop("map_sheets", None), "map_sheets", problems)
    second_copy_dir = _text(rest.pop("second_copy_dir", None), "second_copy_dir", problems)
    settings = Settings(
        language=_text(rest.pop("language", None), "language", problems) or defaults.language,
        theme=_choice(rest.pop("theme", defaults.theme), "theme", defaults.theme, problems),
        profile_dir=Path(profile_dir) if profile_dir else None,
        last_server=_text(rest.pop("last_server", None), "last_server", problems),
        map_sheets=map_sheets,
        second_copy_dir=Path(second_copy_dir).expanduser() if second_copy_dir else None,
        large_targets=_plain(rest.pop("large_targets", None), "large_targets", defaults.large_targets, problems),
        lock_idle_min=_plain(rest.pop("lock_idle_min", None), "lock_idle_min", defaults.lock_idle_min, problems),
        lock_after_sleep=_plain(
            rest.pop("lock_after_sleep", None), "lock_after_sleep", defaults.lock_after_sleep, problems
        ),
        timestamp=_timestamp(rest, problems),
        token=_token(rest, problems),
        unknown=MappingProxyType(rest),
    )
    return LoadedSettings(settings, tuple(problems))


def _timestamp(rest: Mapping[str, object], problems: list[str]) -> TimestampSettings | None:
    texts = _texts(rest, _TIMESTAMP, ("url", "authority"), problems)
    url, authority = texts.get("url"), texts.get("authority")
    return TimestampSettings(url, Path(authority) if authority else None) if url else None


def _token(rest: Mapping[str, object], problems: list[str]) -> TokenSettings | None:
    texts = _texts(rest, _TOKEN, ("module", "label", "key"), problems)
    module, label = texts.get("module"), texts.get("label")
    return TokenSettings(Path(module), label, texts.get("key")) if module and label else None


def _texts(rest: Mapping[str, object], name: str, keys: tuple[str, ...], problems: list[str]) -> dict[str, str]:
    """Return the texts of a table that are there; what it holds besides stays in ``rest`` for the next writing."""
    table = rest.get(name, {})
    if not isinstance(table, dict):
        problems.append(f"{name}: {table!r}")
        return {}
    found = {key: _text(table.get(key), f"{name}.{key}", problems) for key in keys}
    return {key: text for key, text in found.items() if text}


def _put(table: dict[str, object], name: str, values: Mapping[str, object]) -> None:
    """Write values into a table beside what else it holds."""
    kept = table.get(name)
    written = {key: str(value) for key, value in values.items() if value is not None}
    table[name] = {**(kept if isinstance(kept, dict) else {}), **written}


def _choice(value: object, key: str, default: _E, problems: list[str]) -> _E:
    try:
        return type(default)(str(value))
    except ValueError:
        problems.append(f"{key}: {value!r}")
        return default


def _paths(value: object, key: str, problems: list[str]) -> tuple[Path, ...]:
    """Return one path or several; what is none is left out and told."""
    found = [_text(item, key, problems) for item in (value if isinstance(value, list) else [value])]
    return tuple(Path(text).expanduser() for text in found if text)


def _plain(value: object, key: str, default: _P, problems: list[str]) -> _P:
    """Return a number or a yes, of the type of its default."""
    if value is None:
        return default
    if type(value) is type(default) and (not isinstance(value, int) or value >= 0):
        return value
    problems.append(f"{key}: {value!r}")
    return default


def _text(value: object, key: str, problems: list[str]) -> str | None:
    if value is None or isinstance(value, str):
        return value
    problems.append(f"{key}: {value!r}")
    return None
