"""Where mail and text messages of the centre go, read from one TOML file; without one they lie in a folder, to be looked at.

::

    phone = "400 800 0000"            # where customers call

    [mail]
    server = "smtp.example.cn"
    port = 587
    security = "starttls"             # or "tls", or "none" within one machine
    user = "claims"
    password_file = "/run/secrets/mail"
    sender = "claims@example.cn"

    [texts]
    url = "https://sms.example.cn/send"
    secret_file = "/run/secrets/texts"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from surveyor_app.domain.errors import InputError

STARTTLS, TLS, NONE = "starttls", "tls", "none"
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
"""Addresses as the rules of SMTP have them without quoting (RFC 5321, 4.1.2); nothing that could end a line or begin another."""
MOST_ADDRESS = 254


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes mail, and whom it comes from."""

    server: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TextService:
    """Where text messages are posted to, and the secret that signs them."""

    url: str
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class OutgoingConfig:
    """How messages leave; ``None`` is the folder."""

    mail: MailServer | None = None
    texts: TextService | None = None
    phone: str = ""


def load_outgoing(path: Path) -> OutgoingConfig:
    """Read the file.

    Raises:
        InputError: it cannot be read, is no TOML, or something in it is missing, of another kind or not known.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(field="outgoing", reason="not readable", detail=str(error)) from error
    _require_known(table, "", {"phone", "mail", "texts"})
    mail, texts = table.get("mail"), table.get("texts")
    return OutgoingConfig(
        mail=None if mail is None else _mail(mail),
        texts=None if texts is None else _texts(texts),
        phone=_text(table, "phone", ""),
    )


def _mail(table: Any) -> MailServer:
    _require_known(table, "mail.", {"server", "port", "security", "user", "password_file", "sender"})
    security, port, sender = _text(table, "security", STARTTLS), table.get("port", 587), _text(table, "sender")
    if security not in {STARTTLS, TLS, NONE}:
        raise InputError(field="mail.security", reason="unknown value")
    if not isinstance(port, int) or not 0 < port < 65536:
        raise InputError(field="mail.port", reason="not a integer")
    if not is_address(sender):
        raise InputError(field="mail.sender", reason="no e-mail address")
    password = _secret(table, "password_file") if "password_file" in table else ""
    return MailServer(_text(table, "server"), port, security, sender, _text(table, "user", ""), password)


def _texts(table: Any) -> TextService:
    _require_known(table, "texts.", {"url", "secret_file"})
    url, secret = _text(table, "url"), _secret(table, "secret_file").encode()
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InputError(field="texts.url", reason="not a URL")
    if len(secret) < 16:
        raise InputError(field="texts.secret_file", reason="characters or length")
    return TextService(url, secret)


def is_address(text: str) -> bool:
    """Tell whether something is an e-mail address to which this centre writes."""
    return len(text) <= MOST_ADDRESS and ADDRESS.fullmatch(text) is not None


def _require_known(table: Any, where: str, names: Collection[str]) -> None:
    if not isinstance(table, Mapping):
        raise InputError(field=where.rstrip("."), reason="not an object")
    for name in sorted(table.keys() - set(names)):
        raise InputError(field=where + name, reason="unknown field")


def _text(table: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = table.get(name, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise InputError(field=name, reason="not a text")
    return value.strip()


def _secret(table: Mapping[str, Any], name: str) -> str:
    path = Path(_text(table, name))
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise InputError(field=name, reason="not readable", path=str(path)) from error
