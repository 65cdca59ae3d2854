"""Mail to customers: plain text, to a server by SMTP or into a folder as it would be sent."""

from __future__ import annotations

import smtplib
import ssl
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from surveyor_app.atomic_write import atomic_write
from surveyor_app.central.storage.outgoing_config import NONE, TLS, MailServer, is_address
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.wire_errors import NotSent

WAIT_S = 15.0
FOLDER_SENDER = "centre@localhost.localdomain"
"""Who writes while no server is named."""


def mail_bytes(server: MailServer | None, name: str, to: str, subject: str, text: str, id_: str, at: datetime) -> bytes:
    """Return a mail as it leaves; ``name`` is what the centre is called, ``id_`` names the mail.

    Raises:
        InputError: the address is none, or the subject would begin another header.
    """
    if not is_address(to):
        raise InputError(field="to", reason="no e-mail address")
    if not subject.strip() or not subject.isprintable():
        raise InputError(field="subject", reason="characters or length")
    sender = FOLDER_SENDER if server is None else server.sender
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("".join(filter(str.isprintable, name)), addr_spec=sender)
    message["To"] = Address(addr_spec=to)
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{id_}@{sender.partition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="base64")
    return message.as_bytes()


def send_mail(server: MailServer | None, folder: Path, to: str, mail: bytes, id_: str) -> None:
    """Send a mail, or put it into ``folder``.

    Raises:
        NotSent: the server cannot be reached or refuses it, or the folder cannot be written.
    """
    if server is None:
        to_folder(folder, f"{id_}.eml", mail)
        return
    try:
        with _connected(server) as client:
            if server.user:
                client.login(server.user, server.password)
            client.sendmail(server.sender, [to], mail)
    except smtplib.SMTPRecipientsRefused as error:
        raise NotSent(reason="the address was refused", to=to) from error
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise NotSent(reason="the server did not take it", detail=type(error).__name__) from error


def to_folder(folder: Path, name: str, data: bytes) -> None:
    """Put what would leave into a folder.

    Raises:
        NotSent: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        atomic_write(folder / name, data)
    except OSError as error:
        raise NotSent(reason="the folder cannot be written", detail=error.strerror or "") from error


def _connected(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == TLS:
        return smtplib.SMTP_SSL(server.server, server.port, timeout=WAIT_S, context=context)
    client = smtplib.SMTP(server.server, server.port, timeout=WAIT_S)
    if server.security != NONE:
        try:
            # Refuses a server that offers no encryption: a password or a claim never goes in plain.
            client.starttls(context=context)
        except BaseException:
            client.close()
            raise
    return client
