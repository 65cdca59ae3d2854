"""HTTP to the centre: one connection, tokens refreshed when they expire, every failure one of the domain's errors.

Timeouts are per operation on the socket: a slow line is fine as long as something moves.
"""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx2

from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.wire_errors import BadMessage, NotSignedIn, TokenExpired, Unreachable
from surveyor_app.protocol.decoding import decode_message, encode_message
from surveyor_app.protocol.limits import KIB
from surveyor_app.protocol.messages import TokenAnswer, TokenRequest
from surveyor_app.protocol.problems import MEDIA_TYPE, error_from
from surveyor_app.sync.answers import Answer, read_answer
from surveyor_app.sync.authorities import require_same
from surveyor_app.sync.tokens import TokenKeeper, kept_after

A = TypeVar("A")
R = TypeVar("R")

CONNECT_TIMEOUT_S = 15.0
STALL_TIMEOUT_S = 45.0
SEND_BUFFER_BYTES = 256 * KIB
"""A small kernel buffer: what seems sent is nearly sent, so that a stall shows and a cut costs little."""

CERTIFICATE = "application/pkix-cert"
GZIP_FROM_BYTES = 512
LONGEST_TOKEN = 1024

Content = Callable[[], Iterable[bytes]]
"""Makes a request's body anew for each attempt."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A good answer whose bytes are still coming: whoever takes them sees to it that they are not too many."""

    url: str
    status_code: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]


class CentreClient:
    """Sends messages to one centre; to be used by one thread at a time, and closed."""

    def __init__(
        self,
        server: str,
        tokens: TokenKeeper | None = None,
        *,
        stall_s: float = STALL_TIMEOUT_S,
        authority: bytes | None = None,
    ) -> None:
        """Send nothing yet. ``authority`` is the certificate (DER) of the one that the laptop was enrolled by."""
        self.server = server.rstrip("/")
        self._tokens = tokens
        self._authority = authority
        self._access: str | None = None
        self._socket: socket.socket | None = None
        self._is_aborted = False
        options = [(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)]
        timeout = httpx2.Timeout(stall_s, connect=min(CONNECT_TIMEOUT_S, stall_s))
        # Loading the trusted certificates takes a tenth of a second: only where they are used.
        transport = httpx2.HTTPTransport(verify=self.server.startswith("https:"), socket_options=options)
        try:
            self._http = httpx2.Client(base_url=self.server, timeout=timeout, transport=transport)
        except httpx2.InvalidURL as error:
            raise InputError(field="server", reason="not a URL") from error

    def __enter__(self) -> CentreClient:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def abort(self) -> None:
        """End the request under way; it fails as ``unreachable``, and so do all later ones. May be called on any thread.

        Only a connection that is still being made is waited for.
        """
        self._is_aborted = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def get(self, path: str, answer: type[A]) -> A:
        """Ask for something.

        Raises:
            WireError: as the centre says, or ``unreachable``.
        """
        return self._decoded(self.send("GET", path), answer)

    def authority(self) -> bytes | None:
        """Return the certificate of the centre's authority (DER), ``None`` from a centre too old to tell.

        Raises:
            Unreachable: something else answers in its place.
        """
        try:
            answer = self.send("GET", "/v1/authority.cer", signed_in=False)
        except NotFound:
            return None
        if answer.headers.get("content-type", "") != CERTIFICATE:
            raise Unreachable(server=self.server, reason="foreign answer")
        return answer.content

    def post(self, path: str, message: object, answer: type[A], *, signed_in: bool = True) -> A:
        """Send a message and return the answer; a longer message is compressed.

        Raises:
            WireError: as the centre says, or ``unreachable``.
        """
        response = self.send("POST", path, *_json_body(encode_message(message)), signed_in=signed_in)
        return self._decoded(response, answer)

    def tell(self, path: str, message: object) -> None:
        """Send a message that has no answer.

        Raises:
            WireError: as the centre says, or ``unreachable``.
        """
        self.send("POST", path, *_json_body(encode_message(message)))

    def send(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        content: Content | None = None,
        *,
        signed_in: bool = True,
    ) -> Answer:
        """Send any request; an expired access token is replaced once and the request repeated.

        Raises:
            WireError: as the centre says, or ``unreachable``.
        """
        if not signed_in:
            return self._once(method, path, dict(headers or {}), content, self._read)
        return self._signed_in(method, path, headers, content, self._read)

    def receive(self, path: str, headers: Mapping[str, str], take: Callable[[Incoming], R]) -> R:
        """Ask for bytes and let ``take`` have them as they come; what it returns or raises ends the request.

        Raises:
            WireError: as the centre says, or ``unreachable``, also while ``take`` waits for bytes.
        """

        def hand_over(answered: httpx2.Response) -> R:
            told = (str(answered.url), answered.status_code, answered.headers)
            return take(Incoming(*told, answered.iter_bytes()))

        return self._signed_in("GET", path, {**headers, "accept-encoding": "identity"}, None, hand_over)

    def _signed_in(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None,
        content: Content | None,
        read: Callable[[httpx2.Response], R],
    ) -> R:
        for attempt in (1, 2):
            token = self._access or self._refresh()
            try:
                authorized = {**(headers or {}), "authorization": f"Bearer {token}"}
                return self._once(method, path, authorized, content, read)
            except TokenExpired:
                self._access = None
                if attempt == 2:
                    raise
        raise TokenExpired()

    def _refresh(self) -> str:
        if self._tokens is None:
            raise NotSignedIn(server=self.server)
        known = self._tokens.load()
        used, answer = self._replaced(known)
        if not (_is_token(answer.access_token) and _is_token(answer.refresh_token)):
            raise Unreachable(server=self.server, reason="foreign answer")
        # Kept before use: the centre accepts the old one until the new one is seen.
        reach("sync.before_token_saved")
        self._tokens.save(kept_after(used, answer.refresh_token, known))
        reach("sync.after_token_saved")
        self._access = answer.access_token
        return answer.access_token

    def _read(self, answered: httpx2.Response) -> Answer:
        return read_answer(answered, self.server)

    def _replaced(self, known: Sequence[str]) -> tuple[str, TokenAnswer]:
        """Return the first token that is not refused, and what came for it."""
        self._require_authority()
        for token in known[:-1]:
            with suppress(NotSignedIn):
                return token, self._asked_with(token)
        return known[-1], self._asked_with(known[-1])

    def _asked_with(self, token: str) -> TokenAnswer:
        return self.post("/v1/token", TokenRequest(refresh_token=token), TokenAnswer, signed_in=False)

    def _require_authority(self) -> None:
        """Send no token to a centre of another authority.

        Raises:
            AuthorityChanged: it is another. Data: ``server``, ``known``, ``found``.
        """
        if self._authority is not None:
            require_same(self.server, self._authority, self.authority())
            self._authority = None  # once in a conversation

    def _once(
        self,
        method: str,
        path: str,
        headers: dict[str, str],
        content: Content | None,
        read: Callable[[httpx2.Response], R],
    ) -> R:
        if self._is_aborted:
            raise Unreachable(server=self.server, reason="aborted")
        body = None if content is None else content()
        try:
            asked = self._http.stream(method, path, headers=headers, content=body, extensions={"trace": self._trace})
            with asked as answered:
                if answered.is_success:
                    return read(answered)
                response = self._read(answered)
        except (httpx2.UnsupportedProtocol, httpx2.InvalidURL) as error:
            raise InputError(field="server", reason="not a URL") from error
        except httpx2.LocalProtocolError as error:
            raise BadMessage(reason="HTTP", detail=str(error)) from error
        except httpx2.RequestError as error:
            raise Unreachable(server=self.server, reason=type(error).__name__) from error
        if response.headers.get("content-type", "") != MEDIA_TYPE:
            # Something between us and the centre answers in its place.
            raise Unreachable(server=self.server, reason=f"HTTP {response.status_code}")
        raise error_from(response.status_code, _document(response))

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        """Keep hold of the socket of each new connection: no other thread could end a read of it otherwise."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._socket = info["return_value"].get_extra_info("socket")
            if self._is_aborted:
                self.abort()

    def _decoded(self, response: Answer, answer: type[A]) -> A:
        if response.headers.get("content-type", "").partition(";")[0] != "application/json":
            # A network's sign-in page answers in the centre's place.
            raise Unreachable(server=self.server, reason="foreign answer")
        return decode_message(answer, response.content)


def _is_token(text: str) -> bool:
    """Tell whether a text can be a token: it goes into a header, and into the profile."""
    return 0 < len(text) <= LONGEST_TOKEN and text.isascii() and text.isprintable() and " " not in text


def _json_body(data: bytes) -> tuple[dict[str, str], Content]:
    headers = {"content-type": "application/json"}
    if len(data) >= GZIP_FROM_BYTES:
        data = gzip.compress(data, mtime=0)
        headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(data))
    return headers, lambda: iter([data])


def _document(response: Answer) -> object:
    try:
        return json.loads(response.content)
    except ValueError:
        return None  # The answer to HEAD has no body.
