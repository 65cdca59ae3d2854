"""What the command line says beside translations, shown in a language that nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Collection

from tests.wording.pseudo_messages import without_translated

DATA = re.compile(
    r"""
    https?://\S+ | \S*/\S* | \S+\.(?:jpg|pdf|survey|pem|txt|tsv|sqlite|p12)\b      # places
    | \bUID=[^\n]*?,\s(?=\d{4}-)                                                  # names in certificates
    | \b\d{4}-\d\d-\d\dT[\d:.]+Z\b | \b[0-9a-f]{8}-[0-9a-f-]{27}\b | \b[0-9a-f]{12,}\b  # instants, ids, hashes
    | \bR\d[\d-]*\b | \b(?:[A-Z0-9]{4,8}-)+[A-Z0-9]+\b                            # numbers of reports, codes
    """,
    re.VERBOSE,
)
_ERROR = re.compile(r"^surveyor: (.*?)(?: \[[^\n]*\])?$", re.MULTILINE)
"""A sentence between the program's name and the code with its data, which is for whoever is asked for help."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def untranslated(said: str, data: Collection[str] = ()) -> list[str]:
    """Return the words that are neither translated nor data; ``data`` is known beside what is data by its form."""
    left = without_translated(_ERROR.sub(r"\1", said))
    return [word for word in _LETTERS.findall(DATA.sub(" ", left)) if word not in data]
