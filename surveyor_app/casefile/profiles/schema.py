"""Tables of the profile's own database: who the surveyor is, which cases there are, what the centre gave out and receipted.

Small and local: its versions are counted in ``user_version`` and each is one list of statements, applied in order at open.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine

from surveyor_app.domain.errors import DiskFull, NewerFormat

APPLICATION_ID = 0x53565950
"""``SVYP``."""

_VERSIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE identity (id INTEGER PRIMARY KEY CHECK (id = 1), user TEXT NOT NULL, display_name TEXT NOT NULL,"
        " device_seed BLOB NOT NULL)",
        "CREATE TABLE known_case (case_id TEXT PRIMARY KEY, path TEXT NOT NULL, report_no TEXT, salt BLOB NOT NULL)",
        "CREATE TABLE known_head (case_id TEXT NOT NULL, device TEXT NOT NULL, epoch INTEGER NOT NULL,"
        " seq INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (case_id, device))",
        "CREATE TABLE receipt (id INTEGER PRIMARY KEY, case_id TEXT NOT NULL, kind TEXT NOT NULL,"
        " receipt BLOB NOT NULL, cms BLOB NOT NULL, received_at TEXT NOT NULL, UNIQUE (case_id, receipt))",
        "CREATE TABLE enrolment (id INTEGER PRIMARY KEY CHECK (id = 1), server TEXT NOT NULL, user TEXT NOT NULL,"
        " ca_der BLOB NOT NULL, device_certificate BLOB NOT NULL, surveyor_p12 BLOB NOT NULL,"
        " p12_passphrase TEXT NOT NULL, refresh_token TEXT NOT NULL)",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    (
        # Likeness of pictures across cases (domain §14, rf_photo_reuse), and which files of a card were taken in before.
        "CREATE TABLE known_picture (case_id TEXT NOT NULL, sha256 TEXT NOT NULL, phash TEXT NOT NULL,"
        " PRIMARY KEY (case_id, sha256))",
        "CREATE INDEX known_picture_sha256 ON known_picture (sha256)",
        "CREATE TABLE seen_file (volume TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,"
        " modified TEXT NOT NULL, PRIMARY KEY (volume, path))",
    ),
)


def bring_up_to_date(engine: Engine, path: str) -> None:
    """Create or upgrade the tables, all in one transaction.

    Raises:
        NewerFormat: a newer version of the program wrote the database.
    """
    with engine.begin() as connection:
        found = _version(connection)
        if found > len(_VERSIONS):
            raise NewerFormat(path=path, found=found, supported=len(_VERSIONS))
        if found == len(_VERSIONS):
            return
        for statements in _VERSIONS[found:]:
            for statement in statements:
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {len(_VERSIONS)}")


def require_known(connection: Connection, path: str) -> None:
    """Require that the tables are those of this version, of a file that may not be written.

    Raises:
        NewerFormat: a newer version of the program wrote the database.
        DiskFull: those of an older one, which would have to be upgraded first.
    """
    found = _version(connection)
    if found > len(_VERSIONS):
        raise NewerFormat(path=path, found=found, supported=len(_VERSIONS))
    if found < len(_VERSIONS):
        raise DiskFull(path=path)


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
