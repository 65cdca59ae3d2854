"""Proxies before a centre: only those that were named say from where somebody came, and whether the way to them was encrypted.

They say it in ``X-Forwarded-For``, to which each proxy adds whom it got the request from, and ``X-Forwarded-Proto``. What stands
before that in the header, the client wrote itself; so the last address counts that is no named proxy. ``Forwarded`` (RFC 7239) is
not read: a proxy that writes one of the two hands the other on as it came, and that would be the client's word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from surveyor_app.domain.errors import InputError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def trusted_networks(named: Iterable[str]) -> tuple[Network, ...]:
    """Return the networks that were named, each an address or a network in CIDR notation.

    Raises:
        InputError: one is neither, or stands for everybody.
    """
    found = []
    for text in named:
        try:
            network = ip_network(text.strip())
        except ValueError as error:
            raise InputError(field="trusted_proxy", reason="no address", value=text) from error
        if network.prefixlen == 0:
            raise InputError(field="trusted_proxy", reason="no address", value=text)
        found.append(network)
    return tuple(found)


class TrustedProxies:
    """ASGI middleware: puts into ``client`` and ``scheme`` what a named proxy says of the client before it."""

    def __init__(self, app: ASGIApp, networks: Sequence[Network]) -> None:
        self._app = app
        self._networks = networks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on as coming from its sender."""
        client = scope.get("client")
        if scope["type"] == "http" and client is not None and self._is_proxy(_address(client[0])):
            headers = Headers(scope=scope)
            scope = dict(scope)
            proto = headers.getlist("x-forwarded-proto")
            if proto and proto[-1].strip() in {"http", "https"}:
                scope["scheme"] = proto[-1].strip()
            came_from = self._sender(",".join(headers.getlist("x-forwarded-for")))
            if came_from is not None:
                scope["client"] = (str(came_from), 0)
        await self._app(scope, receive, send)

    def _is_proxy(self, address: Address | None) -> bool:
        return address is not None and any(address in network for network in self._networks)

    def _sender(self, told: str) -> Address | None:
        """Return the last address that is no proxy of ours; none where a proxy wrote something else."""
        for text in reversed(told.split(",")):
            address = _address(_without_port(text.strip()))
            if address is None or not self._is_proxy(address):
                return address
        return None


def _without_port(text: str) -> str:
    """Return the host of ``host``, ``host:port``, ``[host]`` or ``[host]:port``."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


def _address(text: str) -> Address | None:
    try:
        found = ip_address(text)
    except ValueError:
        return None
    # A socket for both kinds of addresses tells those of IPv4 like this.
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found
