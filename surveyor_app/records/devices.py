"""The devices whose signatures are believed, and on whose behalf each of them writes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import RowMapping, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.identifiers import DeviceId
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.records.keys import device_id_of
from surveyor_app.records.schema import devices


@dataclass(frozen=True, slots=True)
class Device:
    """A known device: raw Ed25519 key, role, who holds it, and its certificate once it has one (X.509, DER)."""

    id: DeviceId
    public_key: bytes
    role: Role
    holder: str
    certificate: bytes | None = None

    @property
    def writer(self) -> Writer:
        """Whom it writes for; a holder counts only once certified."""
        return Writer(self.id, self.role, None if self.certificate is None else self.holder)


def known_devices(session: Session) -> list[Device]:
    """Return all known devices, sorted by id."""
    rows = session.execute(select(devices).order_by(devices.c.id)).mappings()
    return [_device(row) for row in rows]


def writers(session: Session) -> dict[str, Writer]:
    """Return whom each known device writes for."""
    certified = devices.c.certificate.is_not(None).label("is_certified")
    rows = session.execute(select(devices.c.id, devices.c.role, devices.c.holder, certified))
    return {row.id: Writer(row.id, Role(row.role), row.holder if row.is_certified else None) for row in rows}


def find_device(session: Session, device: str) -> Device | None:
    """Return one device, ``None`` when it is not known."""
    row = session.execute(select(devices).where(devices.c.id == device)).mappings().one_or_none()
    return None if row is None else _device(row)


def public_keys(session: Session) -> dict[str, bytes]:
    """Return the public key of each known device."""
    return {row.id: row.public_key for row in session.execute(select(devices.c.id, devices.c.public_key))}


def save_device(session: Session, device: Device) -> Device | None:
    """Store a device or what has become known of it, and return it as it was known before.

    Entries that wait for it are not looked at: that does :func:`~surveyor_app.records.registering.register_device`.

    Raises:
        InputError: when the id is not the hash of the key.
    """
    if device_id_of(device.public_key) != device.id:
        raise InputError(field="device", reason="the id is not the hash of the key")
    before = find_device(session, device.id)
    values = {"role": device.role.value, "holder": device.holder}
    if device.certificate is not None:
        values["certificate"] = device.certificate  # type: ignore[assignment]  # one dict for columns of several types
    if before is None:
        session.execute(insert(devices).values(id=device.id, public_key=device.public_key, **values))
        return None
    session.execute(update(devices).where(devices.c.id == device.id).values(**values))
    return before


def _device(row: RowMapping) -> Device:
    return Device(DeviceId(row["id"]), row["public_key"], Role(row["role"]), row["holder"], row["certificate"])
