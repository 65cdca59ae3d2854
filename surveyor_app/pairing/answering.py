"""Answers one connection of a pairing."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, Protocol

from surveyor_app.pairing.asking import Announced, Unfit, device_of, read_announced
from surveyor_app.pairing.spool import CHUNK_BYTES, Spool

TIMEOUT_S = 30
ROOM_BYTES = 512 * 1024**2
"""What stays free on the disk: the case is to be written too."""
COOKIE = "pairing"
_SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file: ``is_safe`` once it is in the case, and a sentence for whoever holds the phone."""

    is_safe: bool
    text: str


Receive = Callable[[Spool], Received]
"""Takes what came into the case; called on a thread of its own for each file, and returns once that is done."""


class Host(Protocol):
    """The pairing a connection belongs to."""

    files: Mapping[str, tuple[str, bytes]]
    receive: Receive
    folder: Path
    token: str
    phone: str | None
    is_closed: bool

    @property
    def is_encrypted(self) -> bool:
        """Tell whether it speaks TLS."""

    def admit(self, cookie: str, device: str) -> str | None:
        """Return the cookie of a phone that may use the page."""

    def note_guess(self) -> None:
        """Count somebody without the code."""


class Answering(BaseHTTPRequestHandler):
    """One connection of a phone, or of somebody else."""

    protocol_version = "HTTP/1.1"
    timeout = TIMEOUT_S
    server_version = "Surveyor"
    sys_version = ""

    def __init__(self, pairing: Host, *about: Any) -> None:
        self._pairing = pairing
        super().__init__(*about)

    def do_GET(self) -> None:
        """Give a part of the page."""
        name = self._name()
        found = self._pairing.files.get(name) if name is not None else None
        if found is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        cookie = (
            self._cookie()
            if name
            else self._pairing.admit(self._cookie(), device_of(self.headers.get("User-Agent", "")))
        )
        if cookie is None or not self._is_the_one(cookie):
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        media_type, data = found
        self._answer(HTTPStatus.OK, media_type, data, cookie)

    def do_PUT(self) -> None:
        """Take a file."""
        if self._name() != "files":
            self._refuse(HTTPStatus.NOT_FOUND)
        elif not self._is_the_one(self._cookie()):
            self._refuse(HTTPStatus.FORBIDDEN)
        else:
            try:
                self._take(read_announced({name.lower(): value for name, value in self.headers.items()}))
            except Unfit as error:
                self._refuse(error.status)

    def log_message(self, format: str, *args: object) -> None:
        """Write no log: addresses with the code in them have no place there."""

    # ------------------------------------------------------------------------------------------- pieces

    def _take(self, announced: Announced) -> None:
        folder = self._pairing.folder
        if shutil.disk_usage(folder).free < announced.size + ROOM_BYTES:
            raise Unfit(HTTPStatus.INSUFFICIENT_STORAGE)
        spool = Spool(folder, announced.name, announced.modified_at, announced.device)
        try:
            left = announced.size
            while left:
                data = self.rfile.read(min(left, CHUNK_BYTES))
                if not data:
                    # Cut off: the phone has it still, and half a file is no evidence.
                    self.close_connection = True
                    return
                spool.write(data)
                left -= len(data)
            if self._pairing.is_closed:
                self.close_connection = True
                return
            received = self._pairing.receive(spool)
        except OSError as error:
            raise Unfit(HTTPStatus.INSUFFICIENT_STORAGE) from error
        finally:
            spool.close()
        told = json.dumps({"safe": received.is_safe, "text": received.text}).encode()
        self._answer(HTTPStatus.CREATED if received.is_safe else HTTPStatus.CONFLICT, "application/json", told)

    def _name(self) -> str | None:
        """Return what is asked for below the code, ``None`` for who has not got it."""
        parts = self.path.partition("?")[0].split("/")
        is_ours = len(parts) in {3, 4} and parts[:2] == ["", "p"]
        if is_ours and secrets.compare_digest(parts[2].encode(), self._pairing.token.encode()):
            return parts[3] if len(parts) == 4 else ""
        self._pairing.note_guess()
        return None

    def _cookie(self) -> str:
        try:
            found = SimpleCookie(self.headers.get("Cookie", "")).get(COOKIE)
        except CookieError:
            return ""
        return found.value if found is not None else ""

    def _is_the_one(self, cookie: str) -> bool:
        phone = self._pairing.phone
        return phone is not None and secrets.compare_digest(cookie.encode(), phone.encode())

    def _refuse(self, status: int) -> None:
        # What the phone is sending is not read; with it unread the connection cannot go on.
        self.close_connection = True
        self._answer(status, "text/plain; charset=utf-8", HTTPStatus(status).phrase.encode())

    def _answer(self, status: int, media_type: str, data: bytes, cookie: str | None = None) -> None:
        self.send_response(status)
        for name, value in _SAFE.items():
            self.send_header(name, value)
        if cookie is not None:
            secure = "; Secure" if self._pairing.is_encrypted else ""
            self.send_header("Set-Cookie", f"{COOKIE}={cookie}; Path=/p/; HttpOnly; SameSite=Strict{secure}")
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)
