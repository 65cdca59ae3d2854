"""The colours and widths that annotations are drawn with, read from ``drawing.toml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from surveyor_app.domain.photos.shapes import WIDTHS, LineWidth, Palette, Swatch
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

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


def _swatch(item: Item) -> Swatch:
    id_, shade = string_of(item["id"]), string_of(item["hex"])
    if not _HEX.fullmatch(shade):
        raise ValueError(f"not a colour: {shade}")
    return Swatch(id_, item.text(), shade)


def _width(item: Item) -> LineWidth:
    value = item["value"]
    if not isinstance(value, int) or not WIDTHS[0] <= value <= WIDTHS[1]:
        raise ValueError(f"not a line width: {value!r}")
    return LineWidth(string_of(item["id"]), item.text(), value)
