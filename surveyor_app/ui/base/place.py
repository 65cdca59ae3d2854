"""What a page declares of itself, as one value: the window knows it from this before the page is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reports import Report, Signature
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.ui.base.overview import Overview

Badge = tuple[str, str]
"""A short text and a tone; both may be empty."""

DECIDE_RIGHTS = (CASE_KIND, Task.KIND, Report.KIND, Signature.KIND)
"""Who holds a task, and whether its report is signed, decides on every page what may still be written there."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page's place in the window; texts are in the source language, marked for translation."""

    name: str
    title: str
    icon: str
    short: str = ""
    """A shorter name for the rail; empty when the title is short enough."""
    shows: tuple[str, ...] = ()
    """The kinds of records that are shown and mended here: links to such a record lead to this page."""
    follows: tuple[str, ...] | None = None
    """The kinds of records that this page reads; ``None`` for all of them."""
    counted: tuple[type[Record], ...] = ()
    """The records whose number stands beside the name in the rail, or that ``badge`` asks for."""
    badge: Callable[[Overview], Badge] | None = None
    """What stands beside the name in place of that number."""
    in_rail: bool = True
    """Whether the page stands in the rail; one that does not is reached from elsewhere in the window."""

    def rail_name(self) -> str:
        """Return the name for the rail, marked for translation."""
        return self.short or self.title

    def concerns(self, changes: Changes) -> bool:
        """Tell whether the page has to take note of what an operation changed."""
        return self.follows is None or changes.delivery or changes.touches(*self.follows, *DECIDE_RIGHTS)

    def say_badge(self, overview: Overview) -> Badge:
        """Return the quiet state beside the page in the rail."""
        if self.badge is not None:
            return self.badge(overview)
        count = sum(overview.counts.get(record_class.KIND, 0) for record_class in self.counted)
        return (str(count), "") if count else ("", "")
