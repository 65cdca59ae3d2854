"""One centre at work: its database brought up to date, its store, its authority."""

from __future__ import annotations

from datetime import datetime

from surveyor_app.central.authority.authority import Authority, load_authority
from surveyor_app.central.authority.office_device import make_office_device
from surveyor_app.central.authority.tokens import Lives
from surveyor_app.central.storage.assembling import sweep
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.expiring import remove_expired
from surveyor_app.central.storage.folder_modes import guard
from surveyor_app.central.storage.grouping import GroupedWrites
from surveyor_app.central.storage.key_locking import KeyLock, lock_open_keys
from surveyor_app.central.storage.migrating import upgrade
from surveyor_app.central.storage.receiving import Room
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.media.worker import MediaWorkers


class Centre:
    """What every request needs; opening it is all that a start or restart takes."""

    def __init__(self, config: CentreConfig) -> None:
        self.config = config
        config.data_dir.mkdir(parents=True, exist_ok=True)
        guard(config)
        self.database = Database(
            config.database_url, None if config.key is None else KeyLock(config.key, config.key_before)
        )
        self.pushes = GroupedWrites(self.database)
        self.store = BlobStore(config.store_url)
        self.room = Room()
        self.media = MediaWorkers(1)
        """Opens what customers send, in a process of its own that starts with the first of it."""
        with self.database.write() as session:
            upgrade(session.connection())
        with self.database.write() as session:
            locked = lock_open_keys(session)
        if locked:
            self.database.flush_log()
        with self.database.write() as session:
            self.authority: Authority = load_authority(
                session, config.name, config.now(), config.certificate_life, config.published_at
            )
            make_office_device(session, self.authority, config.now())
        sweep(self.database, self.store)
        self.tidy()

    @property
    def lives(self) -> Lives:
        """How long tokens hold here."""
        return Lives(self.config.access_token_life, self.config.refresh_token_life)

    def now(self) -> datetime:
        """The centre's time, UTC."""
        return self.config.now()

    def upload_expires_at(self) -> str:
        """Until when an upload lives that goes on now; UTC text."""
        return utc_text(self.now() + self.config.upload_life)

    def tidy(self) -> None:
        """Do what is due from time to time: forget uploads that nobody finished."""
        remove_expired(self.database, self.store, self.now(), self.config.upload_life)

    def close(self) -> None:
        """Close the database and what opens files; the centre is not used afterwards."""
        self.media.close()
        self.database.close()
