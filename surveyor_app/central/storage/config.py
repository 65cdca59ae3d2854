"""How one centre is set up: two URLs say where records and blobs lie; everything else has a default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from surveyor_app.central.storage.outgoing_config import OutgoingConfig


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class OidcConfig:
    """The insurer's own sign-in service: its issuer, as whom the centre is known there, and which claim names an account."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    claim: str = "preferred_username"


@dataclass(frozen=True, slots=True)
class CentreConfig:
    """Settings of a centre.

    ``database`` is an SQLAlchemy URL, by default an SQLite file in ``data_dir``; ``store`` a folder or an obstore URL such as
    ``s3://bucket/prefix``, by default a folder in ``data_dir``. Several nodes that share both are one centre.
    """

    data_dir: Path
    database: str | None = None
    store: str | None = None
    name: str = "Surveyor centre"
    access_token_life: timedelta = timedelta(minutes=15)
    refresh_token_life: timedelta = timedelta(days=180)
    enrolment_code_life: timedelta = timedelta(days=14)
    certificate_life: timedelta = timedelta(days=730)
    upload_life: timedelta = timedelta(days=90)
    """How long an unfinished upload waits for its next byte: longer than a laptop stays away."""
    customer_link_life: timedelta = timedelta(days=90)
    """How long a customer's link leads to their claim."""
    outgoing: OutgoingConfig = field(default_factory=OutgoingConfig)
    """Where mail and text messages go."""
    public_url: str | None = None
    """Address under which others reach this centre; certificates name it, so that whoever checks one can ask."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses and networks of the proxies before this centre: what they say of the client is believed, and of nobody else."""
    key: bytes | None = field(default=None, repr=False)
    """Secret under which the private keys lie encrypted in the database."""
    key_before: bytes | None = field(default=None, repr=False)
    """Secret under which they lay before; they are moved under ``key`` at the start."""
    oidc: OidcConfig | None = None
    """Where people of the office may sign in besides; without it, with a password alone."""
    now: Callable[[], datetime] = field(default=_utc_now)

    @property
    def service_phone(self) -> str:
        """Where a customer may call; empty where there is no such number."""
        return self.outgoing.phone

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL in effect."""
        return self.database or f"sqlite:///{(self.data_dir / 'centre.db').absolute()}"

    @property
    def published_at(self) -> str | None:
        """The public address without a slash at its end."""
        return self.public_url.rstrip("/") if self.public_url else None

    @property
    def store_url(self) -> str:
        """The store's folder or URL in effect."""
        return self.store or str((self.data_dir / "store").absolute())
