"""One row of the table: what a forger does to a bag, and what must be named then, by us and by a shell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.operations.cases.forged.forgery import Forgery

Told = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Row:
    """One forgery of a bag of some kind.

    ``told`` are the findings that must be among those against the bag, with some of their data; ``shell`` words that must be
    among the faults that VERIFY.txt prints. ``is_true_of_another``: all of it was signed anew by an authority of the forger's
    own, so that it is a true bag of somebody else, which only the insurer's certificate can tell. ``leaves_open``: all that is
    left is true, so that nothing speaks against it; what is proven no more is to be named, and "holds" never said.
    ``exchanges_texts``: the instructions are what is forged; they are checked by a text that was had from elsewhere.
    """

    name: str
    kind: str
    change: Callable[[Forgery], None]
    told: Told
    shell: str
    is_true_of_another: bool = field(default=False, kw_only=True)
    leaves_open: bool = field(default=False, kw_only=True)
    exchanges_texts: bool = field(default=False, kw_only=True)
