"""``profile.toml``: the profile's id, the salt of its database and its slots. Nothing in it can be read without a secret.

It lies there twice, for without it nothing opens: a damaged or missing one is made again from ``profile.copy.toml``. Both hold,
sealed under the profile key, who the profile is of and its device's key, from which a damaged database is made anew.
"""

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
COPY_NAME = "profile.copy.toml"
DATABASE_NAME = "profile.db"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """The content; ``rest`` holds keys of other versions, ``identity`` what :mod:`.identities` seals."""

    owner: SlotOwner
    salt: bytes
    slots: list[Slot]
    rest: Mapping[str, object]
    identity: str | None = None

    def save(self, folder: Path) -> None:
        """Write the file and its copy, each all of it or nothing."""
        content = self.to_bytes()
        for name in (FILE_NAME, COPY_NAME):
            with system_translated(folder / name):
                _make_way(folder / name)
                atomic_write(folder / name, content)

    def is_saved(self, folder: Path) -> bool:
        """Tell whether both files hold just this."""
        try:
            return all((folder / name).read_bytes() == self.to_bytes() for name in (FILE_NAME, COPY_NAME))
        except OSError:
            return False

    def to_bytes(self) -> bytes:
        """Return the content of the file."""
        table = {
            **self.rest,
            "version": _VERSION,
            "profile_id": self.owner.profile_id,
            "salt": self.salt.hex(),
            **({} if self.identity is None else {"identity": self.identity}),
            "slot": [dict(slot) for slot in self.slots],
        }
        return tomli_w.dumps(table).encode()

    @classmethod
    def load(cls, folder: Path) -> ProfileFile:
        """Read the file of the profile in ``folder``.

        Raises:
            ProfileMissing: there is none.
            ProfileDamaged: it cannot be read.
            NewerFormat: a newer version of the program wrote it.
        """
        return cls.candidates(folder)[0]

    @classmethod
    def candidates(cls, folder: Path) -> list[ProfileFile]:
        """Return the file and, where it differs, its copy: what one has lost the other may hold; errors as for :meth:`load`."""
        found: list[ProfileFile] = []
        failed: list[ProfileMissing | ProfileDamaged] = []
        for name in (FILE_NAME, COPY_NAME):
            try:
                file = cls.read(folder / name)
            except (ProfileMissing, ProfileDamaged) as error:
                failed.append(error)
                continue
            if file not in found:
                found.append(file)
        if not found:
            # A damaged one says more than one that is not there.
            raise next((error for error in failed if isinstance(error, ProfileDamaged)), failed[0])
        return found

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
        salt, slots, identity = (table.pop(name, None) for name in ("salt", "slot", "identity"))
        if isinstance(version, int) and version > _VERSION:
            raise NewerFormat(path=str(path), found=version, supported=_VERSION)
        if not isinstance(profile_id, str) or not is_uuid(profile_id):
            raise ProfileDamaged(path=str(path), reason="profile_id")
        if not isinstance(slots, list) or not all(isinstance(slot, dict) for slot in slots):
            raise ProfileDamaged(path=str(path), reason="slot")
        sealed = identity if isinstance(identity, str) else None
        return cls(SlotOwner(profile_id), _salt(salt, path), list(slots), table, sealed)


def is_there(folder: Path) -> bool:
    """Tell whether there is a profile in a folder, whole or not."""
    return any(path.exists() for path in (folder / FILE_NAME, folder / COPY_NAME))


def _make_way(path: Path) -> None:
    """Put aside what is no file and stands where one belongs."""
    if path.is_dir() and not path.is_symlink():
        path.rename(path.with_name(f"{path.name}.aside"))


def _salt(value: object, path: Path) -> bytes:
    try:
        salt = bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError:
        salt = b""
    if len(salt) != SALT_BYTES:
        raise ProfileDamaged(path=str(path), reason="salt")
    return salt
