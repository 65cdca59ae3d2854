"""The colours and widths that annotations are drawn with, read from ``drawing.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from surveyor_app.domain.photos.shapes import WIDTHS, LineWidth, Palette, Swatch
from surveyor_app.wording.resource_tables import read_table, text_of, well_formed

FILE = "drawing.toml"
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@cache
def load_palette(resources: Path) -> Palette:
    """Read ``drawing.toml``.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        colors = {swatch.id: swatch for swatch in map(_swatch, table["color"])}
        widths = {width.id: width for width in map(_width, table["width"])}
        default_color, default_width = colors[table["default_color"]], widths[table["default_width"]]
    return Palette(tuple(colors.values()), tuple(widths.values()), default_color, default_width)


def _swatch(item: Mapping[str, Any]) -> Swatch:
    id_, zh, en, shade = (text_of(item[name]) for name in ("id", "zh", "en", "hex"))
    if not _HEX.fullmatch(shade):
        raise ValueError(f"not a colour: {shade}")
    return Swatch(id_, zh, en, shade)


def _width(item: Mapping[str, Any]) -> LineWidth:
    value = item["value"]
    if not isinstance(value, int) or not WIDTHS[0] <= value <= WIDTHS[1]:
        raise ValueError(f"not a line width: {value!r}")
    id_, zh, en = (text_of(item[name]) for name in ("id", "zh", "en"))
    return LineWidth(id_, zh, en, value)
