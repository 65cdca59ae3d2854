"""Names of people as they are compared: typed on phones, pasted from papers and read off certificates, always the same person.

What is kept is what was typed. Names of minorities and of foreigners have a dot between their parts, for which keyboards offer
half a dozen characters; GB/T 15835's is the middle dot.
"""

from __future__ import annotations

import unicodedata

MIDDLE_DOT = "·"
_DOTS = dict.fromkeys(map(ord, "•‧∙⋅・･·●⸱．."), MIDDLE_DOT)


def compared_name(text: str | None) -> str:
    """Return what is the same for every way to type one name: widths, case, blanks, dots and what draws nothing left out.

    Accents count; a combining one is joined to its letter before.
    """
    plain = unicodedata.normalize("NFKC", (text or "").translate(_DOTS)).translate(_DOTS)
    kept = (char for char in plain if not char.isspace() and not _is_unseen(char))
    return "".join(kept).casefold()


def _is_unseen(char: str) -> bool:
    # Variation selectors and joiners; vowel signs of other scripts are marks too, and are seen.
    return (
        unicodedata.category(char) in {"Cf", "Cc"}
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )
