"""What the paper of a notice prints, ready to print, in one or several languages; no domain logic.

The words of a notice are these texts line by line, without the foot and without what was noted at its delivery: they are
what its hash is of, and anybody can read them off the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surveyor_app.domain.texts import Language, Text


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One label with its value."""

    label: Text
    value: str


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """One paper: what it is, what is needed of it, in which form."""

    paper: Text
    need: Text
    form: Text


@dataclass(frozen=True, slots=True)
class NoticeBox:
    """The box of the signature; ``ink`` names the drawing in it, empty for an empty box."""

    label: Text
    name: str
    ink: str = ""


@dataclass(frozen=True, slots=True)
class NoticeData:
    """The notice: everything its paper prints. ``text_sha256`` is of :func:`wording`."""

    notice_id: str
    language: str
    title: Text
    insurer: str
    rows: tuple[NoticeRow, ...]
    salutation: Text
    opening: Text
    columns: tuple[Text, Text, Text]
    items: tuple[NoticeItem, ...]
    closing: tuple[Text, ...]
    foot: Text
    box: NoticeBox
    text_sha256: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptData:
    """The proof of delivery: how the notice reached whom, the signature if there is one, and the words that were delivered."""

    notice_id: str
    language: str
    title: Text
    insurer: str
    rows: tuple[NoticeRow, ...]
    delivered: Text
    box: NoticeBox | None
    text_title: Text
    lines: tuple[str, ...]
    foot: Text
    text_sha256: str
    draft: bool = False


def wording(data: NoticeData, languages: Sequence[Language]) -> str:
    """Return the words of a notice, each text in the languages of the paper."""
    return "\n".join(_lines(data, languages))


def _lines(data: NoticeData, languages: Sequence[Language]) -> Iterator[str]:
    def said(text: Text) -> list[str]:
        return list(dict.fromkeys(text.in_(language) for language in languages))

    yield from said(data.title)
    for row in data.rows:
        yield f"{' / '.join(said(row.label))}: {row.value}"
    for text in (data.salutation, data.opening):
        yield from said(text)
    for number, item in enumerate(data.items, start=1):
        parts = (item.paper, item.need, item.form)
        yield f"{number}. " + " | ".join(" / ".join(said(part)) for part in parts)
    for text in data.closing:
        yield from said(text)
