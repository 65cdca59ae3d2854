"""Stands before a real centre and changes the bodies of some of its answers."""

from __future__ import annotations

import http.client
import http.server
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from urllib.parse import urlsplit

Change = Callable[[bytes], bytes]


class ChangingCentre:
    """Passes every request on; an answer to a path that ends as told is changed if it is a good one."""

    def __init__(self, url: str) -> None:
        outer = self
        target = urlsplit(url)
        self.requests = 0
        self._changes: dict[str, tuple[Change, Mapping[str, str]]] = {}

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _pass_on(self) -> None:
                outer.requests += 1
                body = self.rfile.read(int(self.headers.get("content-length", "0")))
                behind = http.client.HTTPConnection(target.hostname or "", target.port)
                asked = {name: value for name, value in self.headers.items() if name.lower() != "accept-encoding"}
                behind.request(self.command, self.path, body, asked)
                answer = behind.getresponse()
                data = answer.read()
                behind.close()
                change, headers = outer._change_of(self.path)
                if change is not None and answer.status < 300:
                    data = change(data)
                self.send_response(answer.status)
                for name, value in (*answer.getheaders(), *headers.items()):
                    if name.lower() not in {"content-length", "transfer-encoding", "connection"}:
                        self.send_header(name, value)
                size = answer.headers["content-length"] if self.command == "HEAD" else str(len(data))
                if answer.status != 204:
                    self.send_header("content-length", size)
                self.end_headers()
                try:
                    self.wfile.write(data)
                except ConnectionError:
                    self.close_connection = True

            do_GET = do_POST = do_PATCH = do_HEAD = do_OPTIONS = _pass_on  # noqa: N815  # the names the server looks for

            def log_message(self, *arguments: object) -> None:
                """Say nothing."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever)

    def change(self, where: str, change: Change, headers: Mapping[str, str] | None = None) -> None:
        """Change good answers to paths that end so."""
        self._changes[where] = (change, headers or {})

    def _change_of(self, path: str) -> tuple[Change | None, Mapping[str, str]]:
        plain = urlsplit(path).path
        return next((found for where, found in self._changes.items() if plain.endswith(where)), (None, {}))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> ChangingCentre:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
