"""``profile.toml``: the profile's id, the salt of its database and its slots. Nothing in it is secret."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from surveyor_app.atomic_write import atomic_write
from surveyor_app.casefile.keys import SALT_BYTES
from surveyor_app.casefile.profiles.slots import Slot, SlotOwner
from surveyor_app.casefile.translation import system_translated
from surveyor_app.domain.errors import NewerFormat, ProfileDamaged, ProfileMissing
from surveyor_app.domain.journal.identifiers import is_uuid

FILE_NAME = "profile.toml"
DATABASE_NAME = "profile.db"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """The content; ``rest`` holds keys of other versions."""

    owner: SlotOwner
    salt: bytes
    slots: list[Slot]
    rest: Mapping[str, object]

    def save(self, folder: Path) -> None:
        """Write the file, all of it or nothing."""
        table = {
            **self.rest,
            "version": _VERSION,
            "profile_id": self.owner.profile_id,
            "salt": self.salt.hex(),
            "slot": [dict(slot) for slot in self.slots],
        }
        with system_translated(folder / FILE_NAME):
            atomic_write(folder / FILE_NAME, tomli_w.dumps(table).encode())

    @classmethod
    def load(cls, folder: Path) -> ProfileFile:
        """Read the file of the profile in ``folder``.

        Raises:
            ProfileMissing: there is none.
            ProfileDamaged: it cannot be read.
            NewerFormat: a newer version of the program wrote it.
        """
        return cls.read(folder / FILE_NAME)

    @classmethod
    def read(cls, path: Path) -> ProfileFile:
        """Read a profile's file wherever it lies, also the copy beside a mirror; errors as for :meth:`load`."""
        try:
            table = tomllib.loads(path.read_bytes().decode())
        except (FileNotFoundError, NotADirectoryError) as error:
            raise ProfileMissing(path=str(path.parent)) from error
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ProfileDamaged(path=str(path), reason=str(error)) from error
        return cls._from_table(table, path)

    @classmethod
    def _from_table(cls, table: dict[str, object], path: Path) -> ProfileFile:
        version, profile_id = table.pop("version", None), table.pop("profile_id", None)
        salt, slots = table.pop("salt", None), table.pop("slot", None)
        if isinstance(version, int) and version > _VERSION:
            raise NewerFormat(path=str(path), found=version, supported=_VERSION)
        if not isinstance(profile_id, str) or not is_uuid(profile_id):
            raise ProfileDamaged(path=str(path), reason="profile_id")
        if not isinstance(slots, list) or not all(isinstance(slot, dict) for slot in slots):
            raise ProfileDamaged(path=str(path), reason="slot")
        return cls(SlotOwner(profile_id), _salt(salt, path), list(slots), table)


def _salt(value: object, path: Path) -> bytes:
    try:
        salt = bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError:
        salt = b""
    if len(salt) != SALT_BYTES:
        raise ProfileDamaged(path=str(path), reason="salt")
    return salt
