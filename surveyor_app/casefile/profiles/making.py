"""Makes a profile's files: its database first, and last the file with its slots, for only then there is a profile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from surveyor_app.atomic_write import atomic_write
from surveyor_app.casefile.engine import PAGE_BYTES, FileKey, connect, make_writer
from surveyor_app.casefile.keys import PROFILE_INFO, SALT_BYTES, file_key
from surveyor_app.casefile.profiles import identities, schema, unconfirmed_code
from surveyor_app.casefile.profiles.database import BESIDE
from surveyor_app.casefile.profiles.file import DATABASE_NAME, ProfileFile
from surveyor_app.casefile.profiles.identities import Identity
from surveyor_app.casefile.sealed_pages import SealedPages
from surveyor_app.casefile.translation import system_translated, translated
from surveyor_app.domain.errors import ProfileDamaged


def establish(folder: Path, file: ProfileFile, profile_key: bytes, identity: Identity, code: str | None = None) -> None:
    """Write a new profile's database, and last the file with its slots: only then there is a profile.

    ``code`` is a recovery code that nobody was shown yet.
    """
    path = folder / DATABASE_NAME
    with translated(path), system_translated(path):
        folder.mkdir(parents=True, exist_ok=True)
        # What a killed creation left has no key any more.
        for left in (path.with_name(path.name + suffix) for suffix in ("", *BESIDE)):
            left.unlink(missing_ok=True)
        key = FileKey(file_key(profile_key, file.salt, PROFILE_INFO), file.salt)
        _make_database(path, key, identity, code)
    replace(file, identity=identities.seal(identity, profile_key, file.salt)).save(folder)


def mend(path: Path, key: FileKey) -> bool:
    """Mend a database in which no page lost more than a bit, as its pages prove; tell whether it holds now."""
    with system_translated(path):
        if not path.is_file() or path.stat().st_size < PAGE_BYTES:
            return False
        pages = SealedPages.of(path, key)
        pages.check(lambda _number: None)
        if pages.damaged or not pages.mended:
            return False
        atomic_write(path, b"".join(pages.all_sealed()))
        return True


def salt_of(folder: Path) -> bytes:
    """Return the salt that stands at the beginning of a profile's database.

    Raises:
        ProfileDamaged: there is none.
    """
    path = folder / DATABASE_NAME
    try:
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
    except OSError as error:
        raise ProfileDamaged(path=str(path), reason="database") from error
    if len(salt) != SALT_BYTES:
        raise ProfileDamaged(path=str(path), reason="database")
    return salt


def put_aside(path: Path) -> Path:
    """Rename a damaged database, and what lies beside it, so that nothing of it is lost."""
    count = 1
    while (aside := path.with_name(f"{path.name}.damaged-{count}")).exists():
        count += 1
    with system_translated(path):
        for suffix in ("", *BESIDE):
            left = path.with_name(path.name + suffix)
            if left.exists():
                left.rename(aside.with_name(aside.name + suffix))
    return aside


def _make_database(path: Path, key: FileKey, identity: Identity, code: str | None) -> None:
    keeper = connect(path, key, create=True)
    try:
        keeper.execute("PRAGMA journal_mode = WAL")
        engine = make_writer(path, key)
        try:
            schema.bring_up_to_date(engine, str(path))
            with engine.begin() as connection:
                connection.execute(
                    text("INSERT INTO identity (id, user, display_name, device_seed) VALUES (1, :user, :name, :seed)"),
                    {"user": identity.user, "name": identity.display_name, "seed": identity.seed},
                )
                if code is not None:
                    unconfirmed_code.keep(connection, code)
        finally:
            engine.dispose()
    finally:
        keeper.close()
