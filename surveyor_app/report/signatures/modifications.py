"""What may come into a PDF after a signature: further signatures, time stamps, and data for the long term."""

from __future__ import annotations

from pyhanko.sign.diff_analysis import ModificationLevel

PERMITTED = frozenset({ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING})
