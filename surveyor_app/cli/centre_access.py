"""The centre as the command line reaches it: in its own folder. Loaded only when a command needs the extra ``central``."""

from __future__ import annotations

import getpass
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from surveyor_app.central import serving
from surveyor_app.central.authority import account_events, attempts, revoking
from surveyor_app.central.authority.oidc_provider import require_safe
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import erasures, locking_out, office, reassigning
from surveyor_app.central.storage import backing_up
from surveyor_app.central.storage.backing_up import BackupResult
from surveyor_app.central.storage.config import CentreConfig, OidcConfig
from surveyor_app.central.storage.outgoing_config import OutgoingConfig, load_outgoing
from surveyor_app.central.web.proxies import trusted_networks
from surveyor_app.cli.centre_keys import KeyPlace, centre_keys
from surveyor_app.cli.output import Output
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.demands import Demand
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.domain.progress import ReportProgress
from surveyor_app.protocol.messages import AccountEvent, ClaimLine, DeviceLine, EraseBodies, UserAnswer
from surveyor_app.wording.translation import tr


def serve(
    data: Path,
    database: str | None,
    store: str | None,
    public_url: str | None,
    *,
    host: str,
    port: int,
    tls: tuple[Path, Path] | None,
    outgoing: Path | None,
    proxies: tuple[str, ...],
    key: tuple[Path | None, Path | None, str | None, str | None],
    output: Output,
) -> int:
    """Serve until interrupted.

    ``tls`` is the certificate chain and the key, ``outgoing`` says how messages leave, ``proxies`` which are
    believed, ``key`` where the private keys' secret is.
    """
    trusted_networks(proxies)  # Before anything is made or asked for.
    found = centre_keys(KeyPlace(*key))
    config = CentreConfig(
        data,
        database,
        store,
        public_url=public_url,
        trusted_proxies=proxies,
        key=found.key,
        key_before=found.before,
        oidc=oidc_config(os.environ),
        outgoing=OutgoingConfig() if outgoing is None else load_outgoing(outgoing),
    )
    serving.serve(
        config,
        host=host,
        port=port,
        tls=None if tls is None else serving.Tls(*tls),
        announce=lambda url: output.say(
            tr("The centre answers at {url}; its data lies in {folder}.", url=url, folder=data.absolute())
        ),
    )
    return 0


def oidc_config(environment: Mapping[str, str]) -> OidcConfig | None:
    """Return the company's own sign-in service as the environment names it, if it does.

    Raises:
        InputError: a part is missing, or the issuer is not reached safely.
    """
    told = {name: environment.get(f"SURVEYOR_OIDC_{name}", "").strip() for name in ("ISSUER", "CLIENT", "SECRET")}
    if not any(told.values()):
        return None
    for name, value in told.items():
        if not value:
            raise InputError(field=f"SURVEYOR_OIDC_{name}", reason="missing")
    claim = environment.get("SURVEYOR_OIDC_CLAIM", "").strip() or "preferred_username"
    return OidcConfig(require_safe(told["ISSUER"]), told["CLIENT"], told["SECRET"], claim)


def back_up(data: Path, database: str | None, store: str | None, out: Path, progress: ReportProgress) -> BackupResult:
    """Bring the backup in a folder up to date."""
    return backing_up.back_up(CentreConfig(data, database, store), out, progress)


def restore(
    backup: Path, data: Path, database: str | None, store: str | None, progress: ReportProgress
) -> BackupResult:
    """Make a centre from a backup."""
    return backing_up.restore(backup, CentreConfig(data, database, store), progress)


def open_claim(data: Path, fields: Mapping[str, Json], again_reason: str | None) -> str:
    """Open a claim and return its case id."""
    with _centre(data) as centre:
        return office.open_claim(centre, _actor(), fields, again_reason=again_reason)


def assign(data: Path, case: str, user: str, kind: str, due: str | None) -> str:
    """Give a task to a user and return its id."""
    with _centre(data) as centre:
        return office.assign(centre, _actor(), case, user, task_kind=kind, due_at=due)


def reassign(data: Path, case: str, task: str, user: str, reason: str | None) -> str:
    """Give a task on to another user and return the id of theirs."""
    with _centre(data) as centre:
        return reassigning.reassign(centre, _actor(), case, task, user, reason=reason)


def recall(data: Path, case: str, task: str, reason: str | None) -> None:
    """Take a task back."""
    with _centre(data) as centre:
        reassigning.recall(centre, _actor(), case, task, reason=reason)


def join(data: Path, case: str, provisional: str) -> None:
    """Tie a case opened on the spot to the office's own."""
    with _centre(data) as centre:
        office.join(centre, _actor(), case, provisional)


def erase(data: Path, case: str, asked: tuple[str, str], message: EraseBodies) -> int:
    """Erase what the message names and return how many bodies that were; ``asked`` is who asks, and their password."""
    with _centre(data) as centre:
        for user, password in (asked, (message.agreed_by, message.agreed_password)):
            with attempts.counted(centre.database, user, "", centre.now()):
                erasures.require_office(centre, user, password)
        demand = Demand(message.basis, date.fromisoformat(message.due_on), asked[0], message.agreed_by)
        return erasures.erase(centre, case, demand, message.records, message.bodies)


def list_claims(data: Path) -> list[ClaimLine]:
    """Return all claims, newest first."""
    with _centre(data) as centre:
        return office.list_claims(centre)


def create_user(
    data: Path, user: str, name: str, role: str, password: str | None, roles: Collection[str] | None = None
) -> UserAnswer:
    """Make an account, or a fresh enrolment code for the one there is; ``roles`` are what an office account is there for."""
    with _centre(data) as centre:
        is_administrator = role == office.ADMINISTRATOR
        kind = Role.OFFICE if is_administrator else Role(role)
        held = None if roles is None else [OfficeRole(item) for item in roles]
        return office.create_user(
            centre, user, name, kind, password, administrator=is_administrator, roles=held, by=_actor()
        )


def list_account_events(data: Path) -> list[AccountEvent]:
    """Return what was done to accounts, the newest first."""
    with _centre(data) as centre, centre.database.read() as session:
        return account_events.list_events(session)


def list_devices(data: Path) -> list[DeviceLine]:
    """Return the laptops that were certified."""
    with _centre(data) as centre, centre.database.read() as session:
        return revoking.list_devices(session)


def revoke_device(data: Path, device: str, why: str) -> int:
    """Take back what was given to a laptop and return how many certificates that were."""
    with _centre(data) as centre:
        return locking_out.lock_out_device(centre, device, Why(why), _actor())


def disable_user(data: Path, user: str) -> int:
    """Let a person sign in no more and return how many certificates were taken back."""
    with _centre(data) as centre:
        return locking_out.lock_out_user(centre, user, Why.LEFT, _actor())


@contextmanager
def _centre(data: Path) -> Iterator[Centre]:
    found = centre_keys()
    with closing(Centre(CentreConfig(data, key=found.key, key_before=found.before))) as centre:
        yield centre


def _actor() -> str:
    return f"office:{getpass.getuser()}"
