"""Bytes on the wire over payload on a clean network: a case of photos goes through a counting proxy to an embedded centre.

Counted are all bytes of the connection in both directions, HTTP and JSON included; payload are the blobs alone, so that entries
count as what it costs to carry them.
"""

from __future__ import annotations

import time

from tests.bench.delivery.sample_delivery import ready_to_deliver
from tests.bench.figures import Figure, Goal
from tests.bench.pictures import distinct_photos
from tests.bench.place import Place
from tests.bench.processes import MB
from tests.integration.network import Network


def measure(place: Place) -> list[Figure]:
    """Measure one delivery; nothing in it depends on the machine's load."""
    photos = distinct_photos(place, place.sized(30, 4))
    with ready_to_deliver(place.folder("wire"), photos) as ready, Network(ready.server) as network:
        payload = ready.payload_bytes()
        started = time.monotonic()
        ready.deliver(network.url, patience_s=30)
        seconds = time.monotonic() - started
        total = network.sent + network.received
    note = (
        f"{network.sent / MB:.2f} MB out, {network.received / MB:.2f} MB back for {payload / MB:.2f} MB"
        f" over {network.connections} connection(s), {seconds:.1f} s"
    )
    what = f"bytes on the wire over payload, case of {len(photos)} photos"
    return [Figure(what, total / payload, "x", Goal.AT_MOST, 1.02, note)]
