"""Where a figure may be put in by hand: the covers of a calculation, and those that only figures by hand can calculate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.calculation.compulsory.parties import Item
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.liable import COMPULSORY, DECIDED, EMERGENCY
from surveyor_app.domain.calculation.packs import Method, RulePack, Word
from surveyor_app.domain.calculation.reckoning import WEIGHT, Part, Reckoning
from surveyor_app.domain.calculation.terms import Term
from surveyor_app.domain.texts import Language
from surveyor_app.ui.calculation.rows import BY_SUBJECT, FROM_RECORDS, FigureAt
from surveyor_app.wording.rules.sheet_words import SheetWords

WEIGHT_NAME = WEIGHT.rstrip(":")


@dataclass(frozen=True, slots=True)
class HandPlace:
    """One cover: what it is called, its pack, and the figures that stand there now."""

    cover: str
    subject: str
    name: str
    pack: RulePack
    inputs: Mapping[str, Given]
    known: Mapping[str, Word] | None = None
    """Of what is no formula: what may be decided."""

    @property
    def is_shared(self) -> bool:
        """Tell whether it is split between several, each with a name."""
        return self.pack.method is Method.SHARES

    @property
    def words(self) -> Mapping[str, Word]:
        """Return the figures that may be put in, by name."""
        known = self.known or self.pack.words or {}
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


def hand_places(
    reckoning: Reckoning,
    packs: Sequence[RulePack],
    language: Language,
    sheet: SheetWords,
    by_hand: Mapping[str, Mapping[str, Given]],
) -> list[HandPlace]:
    """Return the covers of a calculation, what is decided of compulsory cover, then what else there are packs for."""
    found = [*_of_parts(reckoning.parts, language), *_compulsory(reckoning, language, sheet, by_hand)]
    there = {place.cover for place in found} | {"compulsory", "injury"}
    for pack in packs:
        if pack.cover not in there and pack.method in (Method.FORMULAS, Method.SHARES) and not pack.clause_forms:
            there.add(pack.cover)
            found.append(HandPlace(pack.cover, "", pack.name.in_(language), pack, {}))
    return found


def _compulsory(
    reckoning: Reckoning, language: Language, sheet: SheetWords, by_hand: Mapping[str, Mapping[str, Given]]
) -> Iterator[HandPlace]:
    """Yield what may be decided of the insured vehicle's cover, and for each of the injured how much was rescue."""
    part = next((part for part in reckoning.parts if part.cover == COMPULSORY), None)
    if part is None or reckoning.worksheet.compulsory is None:
        return
    name = part.pack.name.in_(language)
    flags = {word: Word(Term(word, sheet.words[word]), is_flag=True) for word in DECIDED}
    yield HandPlace(COMPULSORY, "", name, part.pack, by_hand.get(COMPULSORY, {}), flags)
    losses = reckoning.worksheet.compulsory.losses
    amount = {EMERGENCY: Word(Term(EMERGENCY, sheet.words[EMERGENCY]))}
    for victim in dict.fromkeys(loss.victim for loss in losses if loss.item is Item.MEDICAL):
        given = by_hand.get(f"{COMPULSORY}:{victim}", {})
        yield HandPlace(COMPULSORY, victim, f"{name} · {victim}", part.pack, given, amount)


def _of_parts(parts: Sequence[Part], language: Language) -> Iterator[HandPlace]:
    seen: set[tuple[str, str]] = set()
    for part in parts:
        if part.pack.method in (Method.FORMULAS, Method.SHARES) and (part.cover, part.subject) not in seen:
            seen.add((part.cover, part.subject))
            name = part.pack.name.in_(language)
            whose = f" · {part.subject}" if part.cover in BY_SUBJECT and part.subject else ""
            yield HandPlace(part.cover, part.subject, name + whose, part.pack, part.inputs)
