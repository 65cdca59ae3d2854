"""What a mark on a vehicle is called in lists, and the columns of the table of marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.ui.base import formats
from surveyor_app.ui.forms.record_table import Column
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.parts import Part
from surveyor_app.wording.translation import current_language, mark, tr

AMOUNTS: tuple[tuple[str, Callable[[DamageMark], Decimal | None]], ...] = (
    (mark("Parts"), lambda item: item.part_price),
    (mark("Labour"), lambda item: item.labour),
    (mark("Paint"), lambda item: item.paint),
    (mark("Salvage"), lambda item: item.salvage),
    (mark("Total"), lambda item: item.net),
)
PART, WHERE, ACTION, FIRST_AMOUNT = range(4)
NET = FIRST_AMOUNT + len(AMOUNTS) - 1
PHOTOS = NET + 1


class MarkTexts:
    """Writes marks in the window's language."""

    def __init__(self, parts: Mapping[str, Part], labels: Labels) -> None:
        self._parts, self._labels = parts, labels

    def part(self, item: DamageMark) -> str:
        """Return the name of the part."""
        part = self._parts.get(item.part_id or "")
        names = [part.label.in_(current_language()) if part else item.part_id, item.part_text]
        return " ".join(name for name in names if name) or tr("(no part yet)")

    def where(self, item: DamageMark) -> str:
        """Return the zones."""
        language = current_language()
        names = [self._labels.value("damage_area", area, language) for area in item.areas or ()]
        return language.joined(names) or formats.EMPTY

    def action(self, item: DamageMark) -> str:
        """Return what is to be done."""
        return self._labels.value("damage_action", item.action, current_language()) or formats.EMPTY

    def line(self, item: DamageMark) -> str:
        """Return part and zones in one line, to choose a mark from several."""
        return f"{self.part(item)} · {self.where(item)}"

    def columns(self) -> tuple[Column[DamageMark], ...]:
        """Return the columns of the table; PART to PHOTOS name them."""

        def amount(read: Callable[[DamageMark], Decimal | None]) -> Callable[[DamageMark], str]:
            return lambda item: formats.money(read(item))

        return (
            Column(mark("Part"), self.part),
            Column(mark("Where"), self.where),
            Column(mark("Action"), self.action),
            *(Column(title, amount(read), right=True) for title, read in AMOUNTS),
            Column(mark("Photos"), lambda item: str(len(item.photos)) if item.photos else formats.EMPTY, right=True),
        )
