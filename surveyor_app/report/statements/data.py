"""What the paper of a statement (询问笔录) prints, ready to print, in the statement's one language; no domain logic.

Everything a person sees stands in a *block* with an id and its text; a block knows nothing of pages. Inks are SVG by the
key of their box and leave the layout as it is: boxes have the same size with and without them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveyor_app.domain.statements.pages import Block
from surveyor_app.domain.statements.text_changes import Piece
from surveyor_app.domain.texts import Language


@dataclass(frozen=True, slots=True)
class HeadRow:
    """One label with its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class HeadGroup:
    """A titled block of the head: the interview, one person present."""

    id: str
    title: str
    rows: tuple[HeadRow, ...]

    def block(self) -> Block:
        """Return what stands there, as text."""
        return Block(self.id, "\n".join([self.title, *(f"{row.label}: {row.value}" for row in self.rows)]))


@dataclass(frozen=True, slots=True)
class PaperText:
    """A titled text: the notice with its acknowledgement, the reading, the refusal. ``box`` is the label of an ink box."""

    id: str
    title: str
    text: str
    box: str = ""
    ink: str = ""

    def block(self) -> Block:
        """Return what stands there, as text."""
        return Block(self.id, "\n".join(part for part in (self.title, self.text, self.box) if part))


@dataclass(frozen=True, slots=True)
class PaperCorrection:
    """One correction: its line, and the box for initials or fingerprint."""

    id: str
    line: str
    box: str
    ink: str = ""


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """A numbered question with its answer in pieces: what stayed, what was struck out, what was put in."""

    id: str
    number: str
    level: int
    question: tuple[Piece, ...]
    answer: tuple[Piece, ...]
    corrections: tuple[PaperCorrection, ...] = ()

    def block(self) -> Block:
        """Return what stands there, as text; struck out and new pieces in the marks of the paper."""
        return Block(self.id, "\n".join([self.words, *(item.line for item in self.corrections)]))

    @property
    def words(self) -> str:
        """Number, question and answer as the page's text holds them; never written otherwise in this version of it."""
        return f"{self.number} {_marked(self.question)}\n{_marked(self.answer)}"


@dataclass(frozen=True, slots=True)
class PaperSigner:
    """Who signs in the foot of each page, or once at the end; ``key`` names the box."""

    key: str
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class StatementData:
    """Everything the paper prints.

    ``page_signers`` have a box at the foot of every page, ``end_signers`` one at the end. ``page_inks`` are names of SVG files
    by page number and signer key; ``fingerprints`` pictures likewise.
    """

    statement_id: str
    language: Language
    title: str
    subtitle: str
    report_no: str
    insurer: str
    draft: bool
    head: tuple[HeadGroup, ...]
    notice: PaperText | None
    answers: tuple[PaperAnswer, ...]
    endings: tuple[PaperText, ...]
    page_signers: tuple[PaperSigner, ...]
    end_signers: tuple[PaperSigner, ...]
    page_inks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    end_inks: Mapping[str, str] = field(default_factory=dict)
    fingerprints: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def frame(self) -> tuple[str, ...]:
        """What stands on every page."""
        signers = [f"{signer.role}: {signer.name}" for signer in self.page_signers]
        return (self.title, self.subtitle, self.report_no, self.insurer, *signers)

    def blocks(self) -> tuple[Block, ...]:
        """Return all blocks in order."""
        ends = [f"{signer.role}: {signer.name}" for signer in self.end_signers]
        found = [group.block() for group in self.head]
        found += [self.notice.block()] if self.notice else []
        found += [answer.block() for answer in self.answers]
        found += [ending.block() for ending in self.endings]
        return (*found, *([Block("end_signers", "\n".join(ends))] if ends else []))


def _marked(pieces: tuple[Piece, ...]) -> str:
    marks = {"same": "{}", "old": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.kind.value].format(piece.text) for piece in pieces)
