"""The QR code that the clock page shows, as modules to be painted. Loads no picture library."""

from __future__ import annotations

from typing import Any

import zxingcpp

Modules = tuple[tuple[bool, ...], ...]
"""Rows of a square code, True for dark, without the quiet zone of four modules that must surround it."""


def code_modules(text: str) -> Modules:
    """Return the QR code of a text, with a quarter of it restorable: glare hides parts of a photographed screen.

    The same text always gives the same code; texts of one length give codes of one size.
    """
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    # The type has the buffer of its pixels, which only Python 3.12 has a name for.
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    modules = memoryview(image)
    width = modules.shape[1] if modules.shape else 0
    flat = modules.tobytes()
    return tuple(tuple(value == 0 for value in flat[start : start + width]) for start in range(0, len(flat), width))
