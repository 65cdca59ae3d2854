"""The profile: one surveyor on one laptop, with the keys of every case, the device's signing key and the registry."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import text

from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.engine import FileKey
from surveyor_app.casefile.keys import CASE_INFO, PRODUCTION_COST, PROFILE_INFO, KdfCost, file_key, new_key, new_salt
from surveyor_app.casefile.profiles import enrolment as enrolments
from surveyor_app.casefile.profiles import identities, slots, unconfirmed_code
from surveyor_app.casefile.profiles.database import ProfileDatabase
from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.file import DATABASE_NAME, ProfileFile, is_there
from surveyor_app.casefile.profiles.identities import Identity
from surveyor_app.casefile.profiles.known_pictures import KnownPictures
from surveyor_app.casefile.profiles.making import establish, mend, put_aside, salt_of
from surveyor_app.casefile.profiles.recovery_code import from_text as recovery_code_read
from surveyor_app.casefile.profiles.registry import Registry
from surveyor_app.casefile.profiles.seen_files import SeenFiles
from surveyor_app.casefile.profiles.slots import SlotOwner
from surveyor_app.casefile.profiles.vault import OsVault, Vault
from surveyor_app.domain.errors import (
    DiskFull,
    InputError,
    ProfileDamaged,
    RecoveryCodeWrong,
    StorageFailed,
    TargetExists,
    WrongPassphrase,
)
from surveyor_app.domain.journal.identifiers import new_uuid7
from surveyor_app.domain.journal.instants import Clock
from surveyor_app.records.journal import Author
from surveyor_app.records.keys import DeviceKey


class Profile:
    """An unlocked profile; its database is open until :meth:`close`. May be used from any thread."""

    def __init__(self, folder: Path, profile_key: bytes, file: ProfileFile | None = None) -> None:
        """Open the database of the profile in ``folder`` with its key; use the class methods instead."""
        self.folder = folder
        self._key = profile_key
        self._file = file or ProfileFile.load(folder)
        key = FileKey(file_key(profile_key, self._file.salt, PROFILE_INFO), self._file.salt)
        self._database = ProfileDatabase(folder / DATABASE_NAME, key)
        try:
            self._load()
        except BaseException:
            self.close()
            raise
        self.registry = Registry(self._database, self.device_key.device_id)
        self.seen_files = SeenFiles(self._database)
        self.known_pictures = KnownPictures(self._database)
        self._keep_file()

    def _keep_file(self) -> None:
        """Have file and copy hold what opened the profile, and who it is of; on a full disk another time."""
        now = Identity(self.user, self.display_name, self.device_key.seed)
        if identities.unseal(self._file.identity, self._key, self._file.salt) != now:
            self._file = replace(self._file, identity=identities.seal(now, self._key, self._file.salt))
        if not self._file.is_saved(self.folder):
            with suppress(DiskFull, StorageFailed):
                self._file.save(self.folder)

    def _load(self) -> None:
        statement = text("SELECT user, display_name, device_seed FROM identity")
        row = self._database.do(lambda connection: connection.execute(statement).one_or_none())
        if row is None:
            raise ProfileDamaged(path=str(self.folder / DATABASE_NAME), reason="identity")
        self.user: str = row[0]
        self.display_name: str = row[1]
        self.device_key = DeviceKey.from_seed(row[2])
        enrolled = self.enrolment()
        self._certificate = None if enrolled is None else enrolled.device_certificate

    # ---------------------------------------------------------------------------------- make and unlock

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        user: str,
        display_name: str,
        cost: KdfCost = PRODUCTION_COST,
        vault: Vault | None = None,
    ) -> tuple[Profile, str]:
        """Make a profile in ``folder`` (made if need be) and return it with its recovery code.

        The code is kept, encrypted, until :meth:`confirm_recovery_code` says that its owner has it.

        Raises:
            TargetExists: there is a profile already.
            InputError: the passphrase is empty.
            DiskFull, StorageFailed: nothing was made.
        """
        if is_there(folder):
            raise TargetExists(path=str(folder))
        profile_key, owner = new_key(), SlotOwner(new_uuid7())
        by_passphrase = slots.passphrase_slot(owner, profile_key, passphrase, cost)
        by_code, code = slots.recovery_slot(owner, profile_key)
        by_keyring = slots.keyring_slot(owner, profile_key, vault or OsVault())
        made = [slot for slot in (by_passphrase, by_code, by_keyring) if slot is not None]
        identity = Identity(user, display_name, DeviceKey.generate().seed)
        establish(folder, ProfileFile(owner, new_salt(), made, {}), profile_key, identity, code)
        return cls(folder, profile_key), code

    @classmethod
    def from_mirror(
        cls,
        folder: Path,
        keys: Path,
        recovery_code: str,
        passphrase: str,
        *,
        user: str,
        display_name: str,
        cost: KdfCost = PRODUCTION_COST,
        vault: Vault | None = None,
    ) -> Profile:
        """Make a profile in ``folder`` that opens the mirrors beside which ``keys`` lies: the laptop itself is gone.

        It is a new device with a signing key of its own; the recovery code stays the same. Where a profile lies whose files
        with the slots are damaged, the keys stand in for them.

        Raises:
            TargetExists: there is a profile already. RecoveryCodeWrong: the code does not open the keys.
            ProfileMissing, ProfileDamaged: the keys cannot be read. Others as for :meth:`create`.
        """
        if is_there(folder):
            with suppress(ProfileDamaged):
                ProfileFile.load(folder)
                raise TargetExists(path=str(folder))
        file = ProfileFile.read(keys)
        profile_key = slots.open_with_recovery_code(file.owner, file.slots, recovery_code)
        if profile_key is None:
            raise RecoveryCodeWrong(path=str(keys))
        made = [slots.passphrase_slot(file.owner, profile_key, passphrase, cost)]
        by_keyring = slots.keyring_slot(file.owner, profile_key, vault or OsVault())
        made += [] if by_keyring is None else [by_keyring]
        made += [slot for slot in file.slots if slot.get("kind") not in {slots.PASSPHRASE, slots.KEYRING}]
        with suppress(ProfileDamaged):
            # Only the files with the slots were damaged: database and device are what they were.
            return cls(folder, profile_key, ProfileFile(file.owner, salt_of(folder), made, file.rest))
        put_aside(folder / DATABASE_NAME)
        identity = Identity(user, display_name, DeviceKey.generate().seed)
        establish(folder, ProfileFile(file.owner, new_salt(), made, file.rest), profile_key, identity)
        return cls(folder, profile_key)

    @classmethod
    def unlock(cls, folder: Path, passphrase: str) -> Profile:
        """Open the profile with its passphrase.

        Raises:
            WrongPassphrase: it opens no slot.
            ProfileMissing, ProfileDamaged, NewerFormat: see there.
        """

        def by_passphrase(file: ProfileFile) -> bytes | None:
            try:
                return slots.open_with_passphrase(file.owner, file.slots, passphrase)
            except InputError as error:
                raise WrongPassphrase(path=str(folder)) from error

        profile = cls._open_first(folder, by_passphrase)
        if profile is None:
            raise WrongPassphrase(path=str(folder))
        return profile

    @classmethod
    def _open_first(cls, folder: Path, opens: Callable[[ProfileFile], bytes | None]) -> Profile | None:
        """Open the profile by its file or, where that is damaged, by its copy; ``None`` where the secret opens neither.

        Raises:
            ProfileDamaged: it opens a file, but the database does not follow.
        """
        damaged: ProfileDamaged | None = None
        for file in ProfileFile.candidates(folder):
            try:
                profile_key = opens(file)
                if profile_key is not None:
                    return cls(folder, profile_key, file)
            except ProfileDamaged as error:
                damaged = damaged or error
        if damaged is not None:
            raise damaged
        return None

    @classmethod
    def unlock_with_keyring(cls, folder: Path, vault: Vault | None = None) -> Profile | None:
        """Open the profile with this user's keyring; ``None`` where that does not work and the passphrase is needed."""
        return cls._open_first(folder, lambda file: slots.open_with_keyring(file.owner, file.slots, vault or OsVault()))

    @classmethod
    def repair(
        cls, folder: Path, passphrase: str, *, user: str | None = None, display_name: str | None = None
    ) -> tuple[Profile, Path | None]:
        """Open a profile whose database is damaged or gone: it is mended, or a new one made and the device stays what it was.

        Returns the profile and where the damaged database was put aside; ``None`` where nothing of it is lost.

        Raises:
            WrongPassphrase, ProfileMissing, ProfileDamaged: the profile's file does not open.
            InputError: field ``user``: the file is of an older version and does not say who the profile is of.
        """
        with suppress(ProfileDamaged):
            return cls.unlock(folder, passphrase), None
        for file in ProfileFile.candidates(folder):
            with suppress(ProfileDamaged):
                profile_key = slots.open_with_passphrase(file.owner, file.slots, passphrase)
                if profile_key is not None:
                    key = FileKey(file_key(profile_key, file.salt, PROFILE_INFO), file.salt)
                    if mend(folder / DATABASE_NAME, key):
                        return cls(folder, profile_key, file), None
                    known = identities.unseal(file.identity, profile_key, file.salt)
                    if known is None and not user:
                        continue
                    made = known or Identity(user or "", display_name or user or "", DeviceKey.generate().seed)
                    aside = put_aside(folder / DATABASE_NAME)
                    establish(folder, file, profile_key, made)
                    return cls(folder, profile_key, file), aside
        raise InputError(field="user", reason="missing")

    @classmethod
    def recover(
        cls, folder: Path, recovery_code: str, new_passphrase: str, *, cost: KdfCost = PRODUCTION_COST
    ) -> Profile:
        """Open the profile with the recovery code and give it a new passphrase in place of the lost one.

        Whoever has the code needs not be shown it again, so it counts as confirmed.

        Raises:
            RecoveryCodeWrong: the code opens no slot.
            InputError: the new passphrase is empty.
        """
        profile = cls._open_first(
            folder, lambda file: slots.open_with_recovery_code(file.owner, file.slots, recovery_code)
        )
        if profile is None:
            raise RecoveryCodeWrong(path=str(folder))
        try:
            profile.change_passphrase(new_passphrase, cost=cost)
            pending = profile.unconfirmed_code()
            # The code before one that nobody has yet opens the profile too: the new one still has to be shown.
            if pending is not None and recovery_code_read(pending) == recovery_code_read(recovery_code):
                profile.confirm_recovery_code()
        except BaseException:
            profile.close()
            raise
        return profile

    def change_passphrase(self, passphrase: str, *, cost: KdfCost = PRODUCTION_COST) -> None:
        """Replace the passphrase; the other slots stay. Raises InputError when it is empty."""
        made = slots.passphrase_slot(self._file.owner, self._key, passphrase, cost)
        others = [slot for slot in self._file.slots if slot.get("kind") != slots.PASSPHRASE]
        self._save_slots([made, *others])

    def is_passphrase(self, passphrase: str) -> bool:
        """Tell whether this is the passphrase: whoever changes it is asked for it, for a laptop may be left open."""
        try:
            return slots.open_with_passphrase(self._file.owner, self._file.slots, passphrase) == self._key
        except InputError:
            return False

    def make_recovery_code(self) -> str:
        """Make another recovery code and return it; the one before opens the profile until the new one is confirmed.

        A kill in between loses neither: the new slot is written first, then its code is kept to be shown again.

        Raises:
            DiskFull, StorageFailed: the code before still holds.
        """
        made, code = slots.recovery_slot(self._file.owner, self._key)
        self._save_slots([*self._file.slots, made])
        self._database.do(lambda connection: unconfirmed_code.replace(connection, code))
        return code

    def rename(self, user: str, display_name: str) -> None:
        """Change who this profile is of: the user name until enrolment, for it stands in the certificate from then on.

        Raises:
            InputError: a name is empty, or the user name is certified already.
        """
        user, display_name = user.strip(), display_name.strip()
        if not user or not display_name:
            raise InputError(field="user" if not user else "name", reason="empty")
        if user != self.user and self.enrolment() is not None:
            raise InputError(field="user", reason="the office certified this name")
        statement = text("UPDATE identity SET user = :user, display_name = :name")
        self._database.do(lambda connection: connection.execute(statement, {"user": user, "name": display_name}))
        self.user, self.display_name = user, display_name
        self._keep_file()

    def _save_slots(self, made: list[slots.Slot]) -> None:
        file = replace(self._file, slots=made)
        file.save(self.folder)
        self._file = file

    def unconfirmed_code(self) -> str | None:
        """Return the recovery code as long as nobody has confirmed to have it, else ``None``."""
        return self._database.do(unconfirmed_code.load)

    def confirm_recovery_code(self) -> None:
        """Forget the recovery code for good: its owner has written it down. The codes before it open nothing any more.

        Raises:
            DiskFull, StorageFailed: it is shown again, and the codes before may still open the profile.
        """
        if self.unconfirmed_code() is not None:
            codes = [slot for slot in self._file.slots if slot.get("kind") == slots.RECOVERY]
            if codes[:-1]:
                self._save_slots([slot for slot in self._file.slots if slot not in codes[:-1]])
        self._database.do(unconfirmed_code.forget)

    @property
    def file(self) -> ProfileFile:
        """The slots, which a mirror carries so that the recovery code opens it on another machine."""
        return self._file

    # --------------------------------------------------------------------------------------------- keys

    def case_key(self, salt: bytes) -> FileKey:
        """Return the key of the case file that starts with ``salt``."""
        return FileKey(file_key(self._key, salt, CASE_INFO), salt)

    def author(self, clock: Clock = system_clock) -> Author:
        """Return who writes entries: this surveyor with this device's key, and its certificate once it is enrolled."""
        return Author(self.device_key, self.user, clock, certificate=self._certificate)

    # -------------------------------------------------------------------------------- enrolment, settings

    def save_enrolment(self, enrolment: Enrolment) -> None:
        """Keep what enrolment gave out, in place of an earlier one."""
        self._database.do(lambda connection: enrolments.save(connection, enrolment))
        self._certificate = enrolment.device_certificate

    def enrolment(self) -> Enrolment | None:
        """Return what enrolment gave out, ``None`` before the first."""
        return self._database.do(enrolments.load)

    def setting(self, name: str) -> str | None:
        """Return a setting that belongs to the profile and not to the machine."""
        return self._database.do(
            lambda connection: connection.execute(
                text("SELECT value FROM setting WHERE name = :name"), {"name": name}
            ).scalar_one_or_none()
        )

    def settings_below(self, prefix: str) -> dict[str, str]:
        """Return all settings whose names begin with ``prefix``, in one read."""
        statement = text("SELECT name, value FROM setting WHERE name >= :prefix AND name < :end")
        wanted = {"prefix": prefix, "end": prefix + "\U0010ffff"}
        rows = self._database.do(lambda connection: connection.execute(statement, wanted).all())
        return {name: value for name, value in rows}

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting."""
        statement = text("INSERT OR REPLACE INTO setting (name, value) VALUES (:name, :value)")
        self._database.do(lambda connection: connection.execute(statement, {"name": name, "value": value}))

    def close(self) -> None:
        """Close the database; nothing is left beside it. Closing twice does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
