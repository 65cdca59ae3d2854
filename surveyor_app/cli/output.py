"""What a command prints: sentences for people, or one JSON document with ``--json``."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path

from surveyor_app.domain.journal.instants import Instant, utc_text
from surveyor_app.domain.progress import Progress


@dataclass(frozen=True, slots=True)
class Output:
    """Where a command's words go; results to standard output, progress and errors to standard error."""

    as_json: bool

    def say(self, sentence: str) -> None:
        """Print a sentence for people; silent with ``--json``."""
        if not self.as_json:
            print(sentence)

    def result(self, value: Mapping[str, object] | Sequence[object]) -> None:
        """Print the JSON document; silent for people."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))

    def require_said(self) -> None:
        """Wait until all that was printed has left.

        Raises:
            OSError: it cannot leave: the disk under a file is full, a reader went away, there is no standard output.
        """
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.flush()

    def give_up(self) -> None:
        """Print nothing more: what could not leave would fail once more at the end of the program."""
        if sys.stdout is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)

    def table(self, rows: Sequence[Sequence[object]]) -> None:
        """Print rows in columns for people, one line each; rows may be of different lengths and lack cells."""
        if self.as_json:
            return
        texts = [[_cell(value) for value in row] for row in rows]
        widths = [max(map(_columns, column)) for column in zip_longest(*texts, fillvalue="")]
        for row in texts:
            cells = (cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=False))
            print("  ".join(cells).rstrip())

    def progress(self, progress: Progress) -> None:
        """Show progress on a terminal; silent elsewhere."""
        if not self.as_json and sys.stderr.isatty():
            # Without a total it is still being found out how much there is.
            ending = "\n" if progress.done >= progress.total > 0 else ""
            count = f"{progress.done}/{progress.total} " if progress.total else ""
            print(f"\r\x1b[K{count}{progress.text[:60]}", end=ending, file=sys.stderr)


def escape_what_the_terminal_lacks() -> None:
    """Have characters that standard output cannot encode written as escapes of their numbers; they would end the program."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")


def _cell(value: object) -> str:
    """Return a value as one line; others wrote some of them, and a terminal obeys control characters."""
    text = "" if value is None else str(value)
    return "".join(char if char.isprintable() else " " for char in text)


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: a Chinese character takes two."""
    return len(text) + sum(unicodedata.east_asian_width(char) in {"W", "F"} for char in text)


def _plain(value: object) -> object:
    if isinstance(value, Path | Decimal):
        return str(value)
    if isinstance(value, Instant):
        return dict(value.to_json())
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset | tuple):
        return sorted(value) if isinstance(value, set | frozenset) else list(value)
    raise TypeError(type(value).__name__)
