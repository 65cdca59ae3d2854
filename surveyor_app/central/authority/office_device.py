"""The device that signs the office's entries: the centre's own, shared by all its nodes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.authority import Authority
from surveyor_app.central.authority.authority import Device as CertifiedDevice
from surveyor_app.central.storage.key_locking import opened, to_keep
from surveyor_app.central.storage.schema import keys
from surveyor_app.domain.ownership import Role
from surveyor_app.records.devices import Device, save_device
from surveyor_app.records.keys import DeviceKey

OFFICE = "office"


def make_office_device(session: Session, authority: Authority, now: datetime) -> None:
    """Make and certify the office's device if this is the first start."""
    if session.scalar(select(keys.c.name).where(keys.c.name == OFFICE)) is not None:
        return
    key = DeviceKey.generate()
    certificate = authority.certify_device(session, CertifiedDevice(key.public_key), OFFICE, Role.OFFICE, now)
    session.execute(
        insert(keys).values(name=OFFICE, certificate=certificate, private_key=to_keep(session, OFFICE, key.seed))
    )
    save_device(session, Device(key.device_id, key.public_key, Role.OFFICE, OFFICE, certificate))


def office_key(session: Session) -> DeviceKey:
    """Return the key that signs the office's entries."""
    kept = session.execute(select(keys.c.private_key).where(keys.c.name == OFFICE)).scalar_one()
    return DeviceKey.from_seed(opened(session, OFFICE, kept))
