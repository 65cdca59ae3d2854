"""What a signature on a statement is bound to: the exact text and picture of a page, a correction, the whole.

Every binding is the SHA-256 of canonical JSON (RFC 8785), so that anyone can work it out again from what the case holds. The
text of a page is itself canonical JSON: the blocks that stand on it, in order, a block that runs over two pages on both. It
is attached to the statement's PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.domain.journal.canonical import Json, canonical, sha256_hex
from surveyor_app.domain.statements.statements import Correction

VERSION = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a statement as it is laid out: the head, the notice, one question with its answer."""

    id: str
    text: str


def page_content(statement_id: str, no: int, total: int, frame: Sequence[str], blocks: Sequence[Block]) -> bytes:
    """Return the exact text of one page.

    Args:
        statement_id: The statement.
        no: Of the page, from 1.
        total: Of all pages.
        frame: What stands on every page: title, numbers, names beside the signature boxes.
        blocks: What stands on this one, in order.
    """
    lines: list[Json] = [[block.id, block.text] for block in blocks]
    content: dict[str, Json] = {"v": VERSION, "statement": statement_id, "no": no, "total": total}
    return canonical(content | {"frame": list(frame), "blocks": lines})


def page_binding(statement_id: str, no: int, total: int, content_sha256: str, picture_sha256: str) -> str:
    """Return what every signature on a page is bound to."""
    page: dict[str, Json] = {"v": VERSION, "statement": statement_id, "no": no, "total": total}
    return sha256_hex(canonical(page | {"content": content_sha256, "picture": picture_sha256}))


def correction_binding(correction: Correction) -> str:
    """Return what the initials at a correction are bound to: its whole text, old and new."""
    content: dict[str, Json] = {
        "v": VERSION,
        "correction": correction.id,
        "answer": correction.answer_uid or "",
        "part": correction.part or "",
        "old": correction.old or "",
        "new": correction.new or "",
        "reason": correction.reason or "",
    }
    return sha256_hex(canonical(content))


def whole_binding(statement_id: str, purpose: str, page_bindings: Sequence[str]) -> str:
    """Return what the closing sentence or the signatures under a refusal are bound to: all pages."""
    pages: list[Json] = list(page_bindings)
    return sha256_hex(canonical({"v": VERSION, "statement": statement_id, "purpose": purpose, "pages": pages}))
