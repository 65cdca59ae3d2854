"""A company's own sign-in service: a real OpenID Connect server in a process of its own."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import httpx2


@contextmanager
def company_server(names: Sequence[str]) -> Iterator[str]:
    """Serve for people of these names, and yield the issuer's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    users = [{"sub": "1", "preferred_username": name} | {"sub": name} for name in names]
    told = [part for user in users for part in ("--user-claims", json.dumps(user))]
    command = [sys.executable, "-m", "oidc_provider_mock", "-p", str(port), "-n", "true", *told]
    url = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        until = time.monotonic() + 60
        while True:
            try:
                httpx2.get(f"{url}/.well-known/openid-configuration")
                break
            except httpx2.TransportError:
                if server.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.1)
        yield url
        server.terminate()
