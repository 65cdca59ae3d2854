"""The pages of an open case, in the scene's order. A new page is written in its subject's room and named here."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.domain.journal.record import Record
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.calculation.page import CalculationPage
from surveyor_app.ui.checks.page import ChecksPage
from surveyor_app.ui.damage.page import DamagePage
from surveyor_app.ui.delivery.page import DeliveryPage
from surveyor_app.ui.documents.page import PapersPage
from surveyor_app.ui.people.page import PeoplePage
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.remarks.page import RemarksPage
from surveyor_app.ui.report.page import ReportPage
from surveyor_app.ui.statements.page import StatementsPage
from surveyor_app.ui.window.arrival import ArrivalPage
from surveyor_app.ui.window.claim import ClaimPage
from surveyor_app.ui.window.notices import NoticesPage
from surveyor_app.ui.window.ready import ReadyPage

Pages = Sequence[type[Page]]

PAGES: Pages = (
    ClaimPage,
    ArrivalPage,
    PhotosPage,
    PeoplePage,
    StatementsPage,
    DamagePage,
    PapersPage,
    ChecksPage,
    ReadyPage,
    ReportPage,
    DeliveryPage,
    RemarksPage,
    CalculationPage,
    NoticesPage,
)
"""The first is shown when a case is opened."""

DIGITS = "1234567890"
"""The row of digits of a keyboard, in its order."""


def page_called(pages: Pages, name: str) -> type[Page]:
    """Return the page of a name."""
    return next(page for page in pages if page.PLACE.name == name)


def page_showing(pages: Pages, kind: str) -> type[Page]:
    """Return the page where records of a kind are shown and mended, the first of all for a kind that has none."""
    return next((page for page in pages if kind in page.PLACE.shows), pages[0])


def counted_records(pages: Pages) -> tuple[type[Record], ...]:
    """Return what the pages want counted for the rail."""
    return tuple(dict.fromkeys(record_class for page in pages for record_class in page.PLACE.counted))


def shortcut(rank: int) -> str:
    """Return the keys that lead to the page at a rank of the rail, counted from 1; empty for none.

    Ctrl+1 to Ctrl+9 lead to the first nine, Ctrl+0 to the tenth, as the digits lie on the keyboard. Whatever comes after has no
    keys of its own: like every page it is in the list of all actions (Ctrl+K), and Tab leads to it in the rail.
    """
    return f"Ctrl+{DIGITS[rank - 1]}" if 1 <= rank <= len(DIGITS) else ""
