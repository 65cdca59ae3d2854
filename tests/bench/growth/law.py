"""A figure over several sizes: what it comes to at the largest, and how it grew on the way there."""

from __future__ import annotations

import math
from collections.abc import Mapping

from tests.bench.figures import Figure, Goal


def grown(
    what: str, by_size: Mapping[int, float], unit: str, goal: float, computed: Mapping[int, float] | None = None
) -> Figure:
    """Return the figure at the largest size; the note has all sizes and the power of the size that fits the last step.

    ``computed`` is how much of a block the thread itself computed: the rest it waited, or others had the processor.
    """
    sizes = sorted(by_size)
    last, before = sizes[-1], sizes[-2]
    values = ", ".join(f"{size:,}: {by_size[size]:,.3g}" for size in sizes)
    power = ""
    if by_size[before] > 0 and by_size[last] > 0:
        exponent = math.log(by_size[last] / by_size[before]) / math.log(last / before)
        power = f"; grows as n^{max(0.0, exponent):.2f}"
    if computed is not None:
        power += f"; computed {', '.join(f'{computed[size]:,.3g}' for size in sizes)}"
    return Figure(f"{what}, {last:,} photos", by_size[last], unit, Goal.AT_MOST, goal, f"{values} {unit}{power}")
