"""Time over ideal on a bad line: 200 kbit/s, 300 ms there and back, and a cut every minute that loses what is under way.

Ideal is the payload (previews and originals) at the line's full rate, with no header, no waiting and no cut. Of one photo, cut to
size so that it takes about three minutes; a quick run takes half a minute with a cut every ten seconds, which is harder.
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench.delivery.sample_delivery import ready_to_deliver
from tests.bench.delivery.shaped_line import ShapedLine
from tests.bench.figures import Figure, Goal
from tests.bench.pictures import distinct_pictures
from tests.bench.place import Place
from tests.bench.processes import MB

KBIT_PER_S = 200.0
BYTES_PER_S = KBIT_PER_S * 1000 / 8
ROUND_TRIP_S = 0.3


def measure(place: Place) -> list[Figure]:
    """Measure one delivery."""
    ideal_s, cut_every_s = place.sized(180, 30), place.sized(60, 10)
    photos = _photos(place, int(ideal_s * BYTES_PER_S))
    with (
        ready_to_deliver(place.folder("line"), photos) as ready,
        ShapedLine(ready.server, kbit_per_s=KBIT_PER_S, round_trip_s=ROUND_TRIP_S, cut_every_s=cut_every_s) as line,
    ):
        payload = ready.payload_bytes()
        place.say(f"sending {payload / MB:.1f} MB at 200 kbit/s: {payload / BYTES_PER_S:.0f} s at best")
        started = time.monotonic()
        ready.deliver(line.url, patience_s=120)
        seconds = time.monotonic() - started
    ideal = payload / BYTES_PER_S
    what = f"time over ideal at 200 kbit/s, 300 ms, a cut every {cut_every_s} s"
    note = f"{seconds:.0f} s, ideal {ideal:.0f} s, {line.cuts} cut(s)"
    return [Figure(what, seconds / ideal, "x", Goal.AT_MOST, 1.2, note)]


def _photos(place: Place, wanted_bytes: int) -> list[Path]:
    """Write photos of 1600 x 1200 until they and their previews come to about so many bytes."""
    folder = place.folder("photos")
    made: list[Path] = []
    total = 0
    for number, data in enumerate(distinct_pictures(place, 100, 1600, 1200, 90)):
        made.append(folder / f"IMG_{number:04}.jpg")
        made[-1].write_bytes(data)
        # A preview of the same size in pixels takes about half.
        total += len(data) * 3 // 2
        if total >= wanted_bytes:
            break
    return made
