"""The devices whose signatures are believed, and on whose behalf each of them writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import RowMapping, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.identifiers import DeviceId
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.records.chunks import chunked
from surveyor_app.records.keys import device_id_of
from surveyor_app.records.schema import devices

_ONE = select(devices).where(devices.c.id == bindparam("device"))
_SOME = select(devices).where(devices.c.id.in_(bindparam("some", expanding=True))).order_by(devices.c.id)


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


def known_devices(session: Session, ids: Iterable[str] | None = None) -> list[Device]:
    """Return the known devices, sorted by id: all of them, or those of the ``ids`` that are known."""
    if ids is None:
        return [_device(row) for row in session.execute(select(devices).order_by(devices.c.id)).mappings()]
    found: list[Device] = []
    for chunk in chunked(sorted(set(ids))):
        found += [_device(row) for row in session.execute(_SOME, {"some": chunk}).mappings()]
    return found


class Writers(Mapping[str, Writer]):
    """Whom known devices write for, each looked up when it is asked for: a centre knows a hundred thousand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[str, Writer] = {}

    def __getitem__(self, device: str) -> Writer:
        """Return whom a device writes for.

        Raises:
            KeyError: it is not known.
        """
        if device not in self._found:
            known = find_device(self._session, device)
            if known is None:
                raise KeyError(device)
            self._found[device] = known.writer
        return self._found[device]

    def __iter__(self) -> Iterator[str]:
        """Give out the ids of all known devices."""
        return iter(self._session.scalars(select(devices.c.id)).all())

    def __len__(self) -> int:
        """Return how many are known."""
        return int(self._session.scalar(select(func.count()).select_from(devices)) or 0)


def writers(session: Session) -> Writers:
    """Return whom each known device writes for, within this session."""
    return Writers(session)


def writers_of(session: Session, ids: Iterable[str]) -> dict[str, Writer]:
    """Return whom each of these devices writes for, as far as they are known."""
    return {device.id: device.writer for device in known_devices(session, ids)}


def find_device(session: Session, device: str) -> Device | None:
    """Return one device, ``None`` when it is not known."""
    row = session.execute(_ONE, {"device": device}).mappings().one_or_none()
    return None if row is None else _device(row)


def public_keys(session: Session, ids: Iterable[str] | None = None) -> dict[str, bytes]:
    """Return the public keys of the known devices: of all of them, or of those of the ``ids``."""
    return {device.id: device.public_key for device in known_devices(session, ids)}


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
