"""A phone: what its browser sends, over a real connection."""

from __future__ import annotations

import hashlib
import http.client
import ssl
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

AGENT = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Phone:
    """A browser that opened an address and keeps its cookie."""

    address: str
    cookie: str = ""
    agent: str = AGENT
    seen: str = field(default="", init=False)
    """SHA-256 of the certificate that was shown."""

    def ask(self, method: str, below: str = "", body: bytes | None = None, **headers: str) -> Answer:
        """Ask once, on a connection of its own."""
        parts = urlsplit(self.address)
        connection = self.connect()
        try:
            told = {name.replace("_", "-"): value for name, value in headers.items()}
            told |= {"User-Agent": self.agent} | ({"Cookie": self.cookie} if self.cookie else {})
            connection.request(method, parts.path + below, body, told)
            found = connection.getresponse()
            answer = Answer(found.status, {name.lower(): value for name, value in found.getheaders()}, found.read())
        finally:
            connection.close()
        if "set-cookie" in answer.headers:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return answer

    def send(self, name: str, data: bytes, modified_ms: str = "1795154602000") -> Answer:
        """Send a file as the page does."""
        return self.ask("PUT", "/files", data, X_File_Name=quote(name), X_File_Modified=modified_ms)

    def connect(self) -> http.client.HTTPConnection:
        """Connect as the address says; any certificate is taken, and remembered."""
        parts = urlsplit(self.address)
        host, port = parts.hostname or "", parts.port or 0
        if parts.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=20)
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection(host, port, timeout=20, context=context)
        connection.connect()
        shown = connection.sock.getpeercert(binary_form=True)
        self.seen = hashlib.sha256(shown or b"").hexdigest()
        return connection
