"""Has stock tus clients upload to a live centre in every way they know, and prints a table: tuspy, and tus-js-client on Node."""

from __future__ import annotations

import hashlib
import io
import json
import random
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tusclient.client import TusClient

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.protocol.limits import KIB, MIB
from surveyor_app.protocol.messages import TokenAnswer, TokenRequest
from surveyor_app.sync.exchanging import Exchange
from tests.integration.laptop import Laptop, patience
from tests.judges.maven import NotHere
from tests.judges.npm import fetch_package

PACKAGE, VERSION = "tus-js-client", "4.3.1"
SCRIPT = Path(__file__).with_name("tus_client.mjs")
NODE_S = 120


@dataclass(frozen=True, slots=True)
class Way:
    """One way to upload one file of its own."""

    name: str
    how: str
    size: int = 300_000
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        """Bytes that are this way's alone."""
        return random.Random(self.name).randbytes(self.size)


IN_JS = (
    Way("js: one request", "whole"),
    Way("js: 64 KiB requests", "whole", options={"chunkSize": 64 * KIB}),
    Way("js: along with the creation", "whole", options={"uploadDataDuringCreation": True}),
    Way("js: begun with the creation", "whole", options={"uploadDataDuringCreation": True, "chunkSize": 64 * KIB}),
    Way("js: POST instead of PATCH", "whole", options={"overridePatchMethod": True, "chunkSize": 64 * KIB}),
    Way("js: several parts", "whole", 2 * MIB + 5, {"chunkSize": MIB}),
    Way("js: stopped, then gone on with", "cut"),
    Way("js: ended, then begun anew", "ended"),
    Way("js: again, once it is stored", "twice", options={"chunkSize": 64 * KIB}),
)
IN_PYTHON = (
    Way("py: one request", "whole"),
    Way("py: 64 KiB requests", "whole", options={"chunk_size": 64 * KIB}),
    Way("py: with checksums", "whole", options={"chunk_size": 64 * KIB, "upload_checksum": True}),
    Way("py: several parts", "whole", 2 * MIB + 5, {"chunk_size": MIB}),
    Way("py: stopped, then gone on with", "cut", options={"chunk_size": 64 * KIB}),
    Way("py: again, once it is stored", "twice", options={"chunk_size": 64 * KIB}),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A case at a live centre whose records name what is uploaded."""

    live: EmbeddedCentre
    case: str
    token: str

    @property
    def endpoint(self) -> str:
        """Where uploads are created."""
        return f"{self.live.url}/v1/cases/{self.case}/blobs"

    @property
    def headers(self) -> dict[str, str]:
        """What goes with each request."""
        return {"authorization": f"Bearer {self.token}"}

    def holds(self, data: bytes) -> bool:
        """Tell whether the centre stored exactly these bytes."""
        path = f"cases/{self.case}/{hashlib.sha256(data).hexdigest()}"
        store = self.live.centre.store
        return path in store.list("cases") and b"".join(store.read(path)) == data


@contextmanager
def place(folder: Path, ways: Sequence[Way]) -> Iterator[Place]:
    """Serve a centre with a case whose records name the files of all ways."""
    with EmbeddedCentre(folder) as live, closing(Laptop("judge")) as laptop:
        laptop.enrol(live.url, office.create_user(live.centre, laptop.user, "Judge").code or "")
        laptop.open_case()
        for way in ways:
            laptop.add_evidence(way.data)
        with laptop.client(live.url) as client:
            Exchange(laptop, client, patience()).run()
            request = TokenRequest(refresh_token=laptop.tokens.load()[0])
            answer = client.post("/v1/token", request, TokenAnswer, signed_in=False)
        yield Place(live, laptop.case_id, answer.access_token)


def judge_uploads(archives_folder: Path, folder: Path) -> bool:
    """Upload in every way, print; return whether all of it arrived, or nobody could be asked."""
    with place(folder / "centre", [*IN_PYTHON, *IN_JS]) as where:
        is_good = print_table("tuspy", IN_PYTHON, in_python(where), where)
        try:
            package = fetch_package(PACKAGE, VERSION, archives_folder)
        except NotHere as reason:
            print(f"SKIPPED: {PACKAGE} uploaded nothing. {reason}.")
            return is_good
        return print_table(f"{PACKAGE} {VERSION}", IN_JS, in_js(where, package, folder), where) and is_good


def in_js(where: Place, package: Path, folder: Path) -> Mapping[str, str]:
    """Let tus-js-client upload; return what went wrong, by way."""
    ways = []
    for number, way in enumerate(IN_JS):
        path = folder / f"{number}.bin"
        path.write_bytes(way.data)
        told = {"sha256": hashlib.sha256(way.data).hexdigest(), "size": way.size, "options": dict(way.options)}
        ways.append({"name": way.name, "how": way.how, "file": str(path), **told})
    plan = {"module": str(package), "endpoint": where.endpoint, "headers": where.headers, "ways": ways}
    file = folder / "plan.json"
    file.write_text(json.dumps(plan))
    done = subprocess.run(["node", str(SCRIPT), str(file)], capture_output=True, text=True, timeout=NODE_S, check=False)
    if done.returncode:
        return dict.fromkeys((way.name for way in IN_JS), done.stderr.strip()[-300:])
    found: dict[str, dict[str, str]] = json.loads(done.stdout)
    return {name: result["error"] for name, result in found.items() if "error" in result}


def in_python(where: Place) -> Mapping[str, str]:
    """Let tuspy upload; return what went wrong, by way."""
    client = TusClient(where.endpoint, headers=where.headers)
    wrong = {}
    for way in IN_PYTHON:
        try:
            _HOW[way.how](client, way)
        except Exception as error:  # noqa: BLE001  # whatever the client of others raises is its opinion
            wrong[way.name] = f"{type(error).__name__}: {error}"
    return wrong


def _uploader(client: TusClient, way: Way, **more: Any) -> Any:
    told = {"sha256": hashlib.sha256(way.data).hexdigest()}
    return client.uploader(
        file_stream=io.BytesIO(way.data), metadata=told, **{"retries": 2, "retry_delay": 0, **way.options, **more}
    )


def _whole(client: TusClient, way: Way) -> None:
    _uploader(client, way).upload()


def _cut(client: TusClient, way: Way) -> None:
    first = _uploader(client, way)
    first.upload(stop_at=2 * 64 * KIB)
    _uploader(client, way, url=first.url).upload()


def _twice(client: TusClient, way: Way) -> None:
    _whole(client, way)
    _whole(client, way)


_HOW: Mapping[str, Callable[[TusClient, Way], None]] = {"whole": _whole, "cut": _cut, "twice": _twice}


def print_table(client: str, ways: Sequence[Way], wrong: Mapping[str, str], where: Place) -> bool:
    """Print a line a way and a sum; return whether all of it arrived."""
    print(f"uploads by {client}")
    width = max(len(way.name) for way in ways)
    arrived = 0
    for way in ways:
        is_there = way.name not in wrong and where.holds(way.data)
        arrived += is_there
        print(f"{way.name:{width}}  {'arrived' if is_there else 'FAILED   ' + wrong.get(way.name, 'other bytes')}")
    print(f"{arrived} of {len(ways)} ways arrived, byte for byte.")
    return arrived == len(ways)
