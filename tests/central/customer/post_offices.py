"""A mail server and a text message service that take what they are sent, or refuse it as they are told to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer


@dataclass
class PostOffice:
    """What arrived, and how the next one is answered."""

    port: int = 0
    arrived: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    refuses: str = ""


@contextmanager
def mail_server() -> Iterator[PostOffice]:
    """Serve SMTP (RFC 5321) on this machine, a session at a time; ``refuses`` is the command that gets a 550."""
    office = PostOffice()
    listener = socket.create_server(("127.0.0.1", 0))
    office.port = listener.getsockname()[1]

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.settimeout(20)
            with connection, connection.makefile("rwb") as line:
                _converse(office, line)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield office
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def _converse(office: PostOffice, line) -> None:  # type: ignore[no-untyped-def]  # a socket's file, which has no name of its own
    def say(text: str) -> None:
        line.write(text.encode() + b"\r\n")
        line.flush()

    say("220 here")
    envelope = b""
    while command := line.readline():
        verb = command[:4].upper().decode("latin-1")
        if office.refuses and verb == office.refuses:
            say("550 no")
        elif verb == "QUIT":
            say("221 bye")
            return
        elif verb == "DATA":
            say("354 go on")
            data = b""
            while (text := line.readline()) not in {b".\r\n", b""}:
                data += text
            office.arrived.append(envelope + data)
            say("250 taken")
        else:
            envelope += command if verb in {"MAIL", "RCPT"} else b""
            say("250 yes")


@contextmanager
def text_service(status: int = 200, location: str = "") -> Iterator[PostOffice]:
    """Serve a hook that takes posts and answers with a status."""
    office = PostOffice()

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            office.arrived.append(self.rfile.read(int(self.headers["content-length"])))
            office.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        office.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield office
        finally:
            server.shutdown()
            thread.join()
