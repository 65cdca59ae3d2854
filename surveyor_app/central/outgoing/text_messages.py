"""Text messages to customers: posted to a service as JSON that is signed, or put into a folder as they would be.

The signature is HMAC-SHA256 over the exact body, in hexadecimal, in the header ``X-Surveyor-Signature`` as ``sha256=…``; ``at``
and ``id`` in the body let the service refuse what it has seen before.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from surveyor_app.central.outgoing.mail import WAIT_S, to_folder
from surveyor_app.central.storage.outgoing_config import TextService
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.wire_errors import NotSent

SIGNATURE = "X-Surveyor-Signature"
_PHONE = re.compile(r"\+?[0-9]{7,15}", re.ASCII)


def text_message(to: str, text: str, id_: str, at: datetime) -> bytes:
    """Return the body of a text message as it leaves.

    Raises:
        InputError: the number is none.
    """
    number = dialled(to)
    said = {"id": id_, "at": utc_text(at), "to": number, "text": text}
    return json.dumps(said, ensure_ascii=False, sort_keys=True).encode()


def dialled(phone: str) -> str:
    """Return a phone number as it is dialled, without what people write between its digits.

    Raises:
        InputError: it is none.
    """
    number = re.sub(r"[ ()\-–.]", "", phone.strip())
    if _PHONE.fullmatch(number) is None:
        raise InputError(field="to", reason="no phone number")
    return number


def send_text(service: TextService | None, folder: Path, body: bytes, id_: str) -> None:
    """Post a text message, or put it into ``folder``.

    Raises:
        NotSent: the service cannot be reached or does not take it, or the folder cannot be written.
    """
    if service is None:
        to_folder(folder, f"{id_}.json", body)
        return
    headers = {"Content-Type": "application/json; charset=utf-8", SIGNATURE: signature(service.secret, body)}
    try:
        status = _posted(service.url, body, headers)
    except (OSError, http.client.HTTPException) as error:
        raise NotSent(reason="the service cannot be reached", detail=type(error).__name__) from error
    if not 200 <= status < 300:
        raise NotSent(reason="the service did not take it", detail=f"HTTP {status}")


def signature(secret: bytes, body: bytes) -> str:
    """Return what proves that a body comes from this centre."""
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()


def _posted(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Return the status; a redirect is followed nowhere, for whoever answers with one would be sent the customer's number."""
    parts = urlsplit(url)
    is_safe = parts.scheme == "https"
    kind = http.client.HTTPSConnection if is_safe else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=WAIT_S)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, dict(headers))
        answer = connection.getresponse()
        answer.read(65_536)
        return answer.status
    finally:
        connection.close()
