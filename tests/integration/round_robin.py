"""What stands before several nodes of one centre: each request goes to the next of them, whatever connection it came over."""

from __future__ import annotations

import http.client
import threading
from collections import Counter
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

_OF_THE_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "host"}


class RoundRobin:
    """Passes requests on in turn; ``served`` counts them by node."""

    def __init__(self, nodes: Sequence[str]) -> None:
        self.served: Counter[str] = Counter()
        self._nodes = cycle(nodes)
        self._turn = threading.Lock()
        robin = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                status, headers, answer = robin._ask(self.command, self.path, dict(self.headers.items()), body)
                self.send_response_only(status)
                for name, value in headers:
                    self.send_header(name, value)
                if not any(name.lower() == "content-length" for name, _ in headers):
                    self.send_header("content-length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def __getattr__(self, name: str) -> Any:
                if name.startswith("do_"):  # whatever the method is called
                    return self._pass_on
                raise AttributeError(name)

            def log_message(self, format: str, *arguments: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> RoundRobin:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _ask(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, list[tuple[str, str]], bytes]:
        with self._turn:
            node = next(self._nodes)
            self.served[node] += 1
        connection = http.client.HTTPConnection(urlsplit(node).netloc, timeout=60)
        try:
            sent = {name: value for name, value in headers.items() if name.lower() not in _OF_THE_HOP}
            connection.request(method, path, body, sent | {"content-length": str(len(body))})
            answer = connection.getresponse()
            content = answer.read()
            kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in _OF_THE_HOP]
            if method == "HEAD":
                kept += [("content-length", "0")]
            return answer.status, kept, content
        finally:
            connection.close()
