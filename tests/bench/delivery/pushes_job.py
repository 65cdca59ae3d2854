"""The laptops of the figure of pushes: ``pushes_job FILE`` sends what was prepared there, each laptop over one kept connection.

Prints how long all of it took and how long each answer did, as JSON. A process of its own and plain HTTP: what the laptops
themselves do costs the centre as little as can be.
"""

from __future__ import annotations

import base64
import http.client
import json
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

TIMEOUT_S = 120


def main(plan: Mapping[str, Any]) -> None:
    """Let all laptops push at the same time; with ``every_s`` each waits so long between the beginnings of two pushes."""
    took: list[float] = []
    laptops = plan["laptops"]
    ready = threading.Barrier(len(laptops) + 1)
    every_s = plan["every_s"]

    def run(number: int, laptop: Mapping[str, Any]) -> None:
        connection = http.client.HTTPConnection(urlsplit(plan["url"]).netloc, timeout=TIMEOUT_S)
        connection.connect()
        bodies = [base64.b64decode(body) for body in laptop["bodies"]]
        ready.wait()
        # Not all at the same moment: laptops do not know of each other.
        due = time.monotonic() + every_s * number / len(laptops)
        for body in bodies:
            time.sleep(max(0.0, due - time.monotonic()))
            began = due if every_s else time.monotonic()
            _push(connection, laptop, body)
            took.append(time.monotonic() - began)
            due += every_s
        connection.close()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(laptops)]
    for thread in threads:
        thread.start()
    ready.wait()
    started = time.monotonic()
    for thread in threads:
        thread.join()
    print(json.dumps({"seconds": time.monotonic() - started, "took": took, "wanted": _count(laptops)}))


def _count(laptops: Sequence[Mapping[str, Any]]) -> int:
    return sum(len(laptop["bodies"]) for laptop in laptops)


def _push(connection: http.client.HTTPConnection, laptop: Mapping[str, Any], body: bytes) -> None:
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    connection.request("POST", laptop["path"], body, headers | {"authorization": f"Bearer {laptop['token']}"})
    answer = connection.getresponse()
    text = answer.read()
    if answer.status != 200 or not json.loads(text)["numbers"]:
        raise SystemExit(f"not taken: {answer.status} {text[:200]!r}")


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text()))
