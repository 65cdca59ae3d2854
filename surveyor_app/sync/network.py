"""What can be said of the way to a centre without sending anything: whether there is a network, and who could read along."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

_ELSEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses for documentation (RFC 5737, RFC 3849): nobody has them, but the way there is the way to everybody."""


def has_network() -> bool:
    """Tell whether the system knows a way out; connecting a datagram socket only looks for one."""
    return any(has_route(family, address) for family, address in _ELSEWHERE)


def has_route(family: socket.AddressFamily, address: str) -> bool:
    """Tell whether the system knows a way to an address."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
    except OSError:
        return False
    return True


def can_be_read(server: str) -> bool:
    """Tell whether others on the way could read what is sent to an address: plain http to anywhere but this machine."""
    try:
        address = urlsplit(server)
        host = address.hostname or ""
    except ValueError:
        return False
    if address.scheme != "http" or host == "localhost":
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return True
