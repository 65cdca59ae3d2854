"""What enrolment at a centre left with this profile, kept in the profile's encrypted database."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, text


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The centre, the certificates it gave out, and the token for the next conversation.

    ``ca_der`` and ``device_certificate`` are DER. ``surveyor_p12`` holds the surveyor's P-256 key and certificate under the
    random ``p12_passphrase``; secrets appear in no repr.
    """

    server: str
    user: str
    ca_der: bytes
    device_certificate: bytes
    surveyor_p12: bytes
    p12_passphrase: str
    refresh_token: str

    def __repr__(self) -> str:
        return f"Enrolment(server={self.server!r}, user={self.user!r})"


_COLUMNS = ("server", "user", "ca_der", "device_certificate", "surveyor_p12", "p12_passphrase", "refresh_token")


def save(connection: Connection, enrolment: Enrolment) -> None:
    """Keep the enrolment in place of an earlier one."""
    names = ", ".join(_COLUMNS)
    values = ", ".join(f":{name}" for name in _COLUMNS)
    connection.execute(text(f"INSERT OR REPLACE INTO enrolment (id, {names}) VALUES (1, {values})"), asdict(enrolment))


def load(connection: Connection) -> Enrolment | None:
    """Return the enrolment, ``None`` before the first."""
    row = connection.execute(text(f"SELECT {', '.join(_COLUMNS)} FROM enrolment")).one_or_none()
    return None if row is None else Enrolment(*row)
