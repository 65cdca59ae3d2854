"""A centre that says of every case that it holds nothing, whatever it takes: it stands before a real one."""

from __future__ import annotations

import http.client
import http.server
import json
import threading
from types import TracebackType
from urllib.parse import urlsplit

from surveyor_app.protocol.numbering import numbering_digest


class LyingCentre:
    """Passes every request on, and changes what the answer says about the numbers it holds."""

    def __init__(self, url: str) -> None:
        outer = self
        target = urlsplit(url)
        self.requests = 0

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _pass_on(self) -> None:
                outer.requests += 1
                body = self.rfile.read(int(self.headers.get("content-length", "0")))
                behind = http.client.HTTPConnection(target.hostname or "", target.port)
                behind.request(self.command, self.path, body, dict(self.headers))
                answer = behind.getresponse()
                data = answer.read()
                behind.close()
                if self.path == "/v1/cases":
                    lie = {**json.loads(data), "number": 0, "digest": numbering_digest([])}
                    data = json.dumps(lie).encode()
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in {"content-length", "transfer-encoding", "connection"}:
                        self.send_header(name, value)
                self.send_header(
                    "content-length", answer.headers["content-length"] if self.command == "HEAD" else str(len(data))
                )
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PATCH = do_HEAD = _pass_on  # noqa: N815  # the names the server looks for

            def log_message(self, *arguments: object) -> None:
                """Say nothing."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> LyingCentre:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
