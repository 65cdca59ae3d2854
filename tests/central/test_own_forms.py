"""Forms of the centre's own pages are taken whatever a proxy calls the node; those of other sites never are."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from fastapi import Request

from surveyor_app.central.web.own_forms import comes_from_elsewhere, reached_at

PUBLIC = "https://centre.example"


def request(public_url: str | None = None, **headers: str) -> Request:
    """A form that reaches a node under the name its proxy gives it."""
    app = SimpleNamespace(
        state=SimpleNamespace(centre=SimpleNamespace(config=SimpleNamespace(published_at=public_url)))
    )
    told = {"host": "10.0.0.7:8710", **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = [(name.encode(), value.encode()) for name, value in told.items()]
    server = {"scheme": "http", "server": ("10.0.0.7", 8710), "path": "/", "query_string": b"", "root_path": ""}
    return Request({"type": "http", "headers": lines, "app": app, **server})


@pytest.mark.parametrize(
    ("public_url", "headers"),
    [
        (None, {"origin": PUBLIC, "sec_fetch_site": "same-origin"}),
        (None, {"sec_fetch_site": "none"}),
        (None, {"origin": "http://10.0.0.7:8710"}),
        (None, {"origin": PUBLIC, "host": "centre.example"}),
        (PUBLIC, {"origin": PUBLIC}),
        (None, {}),
    ],
)
def test_forms_of_our_own_pages_are_taken_whatever_a_proxy_calls_the_node(
    public_url: str | None, headers: dict[str, str]
) -> None:
    assert not comes_from_elsewhere(request(public_url, **headers))


@pytest.mark.parametrize(
    ("public_url", "headers"),
    [
        (PUBLIC, {"origin": "https://evil.example"}),
        (PUBLIC, {"origin": "https://evil.example", "sec_fetch_site": "cross-site"}),
        (PUBLIC, {"origin": PUBLIC, "sec_fetch_site": "same-site"}),
        (PUBLIC, {"origin": PUBLIC, "sec_fetch_site": "cross-site"}),
        (None, {"origin": "null"}),
        (PUBLIC, {"origin": "null", "sec_fetch_site": "cross-site"}),
        (None, {"origin": PUBLIC}),
        (PUBLIC, {"origin": "http://centre.example.evil.example"}),
        (PUBLIC, {"sec_fetch_site": "a word of tomorrow"}),
    ],
)
def test_forms_of_other_sites_never_are(public_url: str | None, headers: dict[str, str]) -> None:
    assert comes_from_elsewhere(request(public_url, **headers))


@pytest.mark.parametrize(
    ("public_url", "headers", "address"),
    [
        (PUBLIC, {"origin": "https://inside.example"}, PUBLIC),
        (None, {"origin": PUBLIC, "sec_fetch_site": "same-origin"}, PUBLIC),
        (None, {"origin": "null"}, "http://10.0.0.7:8710"),
        (None, {}, "http://10.0.0.7:8710"),
    ],
)
def test_a_link_names_where_the_centre_is_reached_and_no_node_behind_a_proxy(
    public_url: str | None, headers: dict[str, str], address: str
) -> None:
    assert reached_at(request(public_url, **headers)) == address
