"""Where a figure may be put in by hand: the covers of a calculation, and those that only figures by hand can calculate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.packs import Method, RulePack, Word
from surveyor_app.domain.calculation.reckoning import WEIGHT, Part, Reckoning
from surveyor_app.domain.texts import Language
from surveyor_app.ui.calculation.rows import BY_SUBJECT, FROM_RECORDS, FigureAt

WEIGHT_NAME = WEIGHT.rstrip(":")


@dataclass(frozen=True, slots=True)
class HandPlace:
    """One cover: what it is called, its pack, and the figures that stand there now."""

    cover: str
    subject: str
    name: str
    pack: RulePack
    inputs: Mapping[str, Given]

    @property
    def is_shared(self) -> bool:
        """Tell whether it is split between several, each with a name."""
        return self.pack.method is Method.SHARES

    @property
    def words(self) -> Mapping[str, Word]:
        """Return the figures that may be put in, by name."""
        known = self.pack.words or {}
        if self.is_shared:
            return {name: known[name] for name in ("total", "cap", WEIGHT_NAME) if name in known}
        hidden = FROM_RECORDS if self.cover == "injury" else frozenset()
        return {name: word for name, word in known.items() if word.is_given and name not in hidden}

    def at(self, name: str, insurer: str = "") -> FigureAt:
        """Return where a figure goes; ``insurer`` is the one that a share is of."""
        return FigureAt(self.cover, insurer if name == WEIGHT_NAME else self.subject, name)

    def now(self, name: str, insurer: str = "") -> Given | None:
        """Return what stands there."""
        return self.inputs.get(f"{WEIGHT}{insurer}" if name == WEIGHT_NAME else name)


def hand_places(reckoning: Reckoning, packs: Sequence[RulePack], language: Language) -> list[HandPlace]:
    """Return the covers of a calculation, then what else there are packs for, as double insurance."""
    found = list(_of_parts(reckoning.parts, language))
    there = {place.cover for place in found} | {"compulsory", "injury"}
    for pack in packs:
        if pack.cover not in there and pack.method in (Method.FORMULAS, Method.SHARES) and not pack.clause_forms:
            there.add(pack.cover)
            found.append(HandPlace(pack.cover, "", pack.name.in_(language), pack, {}))
    return found


def _of_parts(parts: Sequence[Part], language: Language) -> Iterator[HandPlace]:
    seen: set[tuple[str, str]] = set()
    for part in parts:
        if part.pack.method in (Method.FORMULAS, Method.SHARES) and (part.cover, part.subject) not in seen:
            seen.add((part.cover, part.subject))
            name = part.pack.name.in_(language)
            whose = f" · {part.subject}" if part.cover in BY_SUBJECT and part.subject else ""
            yield HandPlace(part.cover, part.subject, name + whose, part.pack, part.inputs)
