"""Rule packs (规则包): rules as data with their validity, source and marks, and which of them applies (domain §12.1).

Compulsory cover is chosen by the time of the accident, strictly; a commercial cover by the clause form of its policy. Where
several packs fit, the insurer's setting chooses, else the pack that says it is the usual one; the others are named on the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from surveyor_app.domain.calculation.errors import PackMissing
from surveyor_app.domain.calculation.formulas import Formula
from surveyor_app.domain.calculation.terms import Term
from surveyor_app.domain.texts import Text

ANYWHERE = "CN"


class Method(StrEnum):
    """How a pack calculates."""

    FORMULAS = "formulas"
    COMPULSORY = "compulsory"
    SHARES = "shares"
    REGIONS = "regions"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice, with its words."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Word:
    """What a figure of a formula is, and where it comes from.

    ``table``: looked up in it by the choice ``by``. ``is_many``: several under one word, from the table where there is one.
    ``zero_when``: the name of a yes that makes it 0, with ``zero_note`` beside the formula. ``is_setting``: the insurer's to set.
    """

    term: Term
    default: Decimal | str | bool | None = None
    is_many: bool = False
    by: str | None = None
    table: Mapping[str, Decimal] | None = None
    table_names: Mapping[str, Text] | None = None
    choices: tuple[Choice, ...] = ()
    is_flag: bool = False
    zero_when: str | None = None
    zero_note: Text | None = None
    is_setting: bool = False

    @property
    def is_given(self) -> bool:
        """Tell whether it is asked for under its own name."""
        return self.by is None


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the sheet. ``formulas`` by the value of the choice ``by``; one under "" where there is no choice."""

    term: Term
    formulas: Mapping[str, Formula]
    by: str | None = None
    is_payable: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of compulsory cover, by item."""

    death: Decimal
    medical: Decimal
    property: Decimal


@dataclass(frozen=True, slots=True)
class CompulsoryRules:
    """What compulsory cover goes by: limits with and without fault, and settings."""

    limits: Limits
    no_fault: Limits
    no_fault_pays_roadside: bool = False
    trailers_add_before: date | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """Yearly figures of a region for injured people; ``is_sample``: made up, to show how it is written."""

    region: str
    year: int
    income: Decimal
    consumption: Decimal
    wage: Decimal
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class PackId:
    """Which pack, in which version."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class RulePack:
    """One pack. ``cover``: what it calculates. ``unconfirmed``: what of it nobody has confirmed; printed."""

    id: str
    version: str
    name: Text
    method: Method
    cover: str
    line: str
    clause_forms: tuple[str, ...]
    region: str
    valid_from: date | None
    valid_to: date | None
    source: Text
    currency: str = "CNY"
    unconfirmed: tuple[Text, ...] = ()
    is_usual: bool = False
    words: Mapping[str, Word] | None = None
    rules: tuple[Rule, ...] = ()
    compulsory: CompulsoryRules | None = None
    regions: tuple[Region, ...] = ()

    @property
    def pack_id(self) -> PackId:
        """Return id and version."""
        return PackId(self.id, self.version)

    def is_valid_on(self, day: date) -> bool:
        """Tell whether it applies to what happened on a day; both ends belong to it."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The pack that applies, and the others that would."""

    pack: RulePack
    others: tuple[RulePack, ...] = ()


def choose(
    packs: Iterable[RulePack],
    cover: str,
    *,
    accident_on: date | None,
    clause_form: str | None = None,
    region: str = ANYWHERE,
    setting: str | None = None,
) -> Chosen:
    """Return the pack for a cover; ``setting`` is the id the insurer prefers among those that fit.

    Of two versions of a pack the one read last counts, which is the insurer's.

    Raises:
        PackMissing: none fits, or nothing says when the accident was.
    """
    fits = [pack for pack in packs if pack.cover == cover and pack.region in (ANYWHERE, region)]
    if any(pack.method is Method.COMPULSORY for pack in fits):
        fits = [pack for pack in fits if accident_on is not None and pack.is_valid_on(accident_on)]
    else:
        fits = [pack for pack in fits if not pack.clause_forms or clause_form in pack.clause_forms]
    if not fits:
        raise PackMissing(what=cover, form=clause_form or "–", at=accident_on.isoformat() if accident_on else "–")
    ranked = sorted(
        reversed(fits), key=lambda pack: (pack.id != setting, pack.region == ANYWHERE, not pack.is_usual, pack.id)
    )
    return Chosen(ranked[0], tuple(ranked[1:]))


def by_id(packs: Sequence[RulePack], pack_id: str, version: str | None = None) -> RulePack:
    """Return a pack by its id; ``version`` where it has to be that one.

    Raises:
        PackMissing: there is none.
    """
    found = [pack for pack in packs if pack.id == pack_id and version in (None, pack.version)]
    if not found:
        raise PackMissing(what=pack_id if version is None else f"{pack_id} {version}", form="–", at="–")
    return found[0]
