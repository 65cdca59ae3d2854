"""The form of a rule pack: takes a parsed file apart, and says what is wrong where (domain §12.1).

Keys that are not known are errors: a mistyped one would silently change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from surveyor_app.domain.calculation.formulas import Formula, NotAFormula, names, parse
from surveyor_app.domain.calculation.packs import (
    ANYWHERE,
    Choice,
    CompulsoryRules,
    Limits,
    Method,
    Region,
    Rule,
    RulePack,
    Word,
)
from surveyor_app.domain.calculation.terms import Term, Unit
from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item
from surveyor_app.wording.rules.toml_places import Place

T = TypeVar("T")
ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
TOP = (
    "id", "version", "method", "cover", "line", "clause_forms", "region", "valid_from", "valid_to", "currency", "usual",
    "unconfirmed", "words", "rules", "limits", "no_fault", "settings", "regions",
)  # fmt: skip
WORD = ["unit", "default", "many", "by", "table", "table_names", "choices", "flag", "zero_when", "setting"]
RULE = ["id", "unit", "payable", "by", "formula", "formulas"]
SHARES_WORDS = ("total", "cap", "weight", "weights")


class Wrong(Exception):
    """Something in a pack is not as it should be: where, why (a reason with words), and what is meant."""

    def __init__(self, place: Place, reason: str, what: str = "") -> None:
        super().__init__(reason, what)
        self.place = place
        self.reason = reason
        self.what = what


def pack_of(table: Item, shared: Mapping[str, Word]) -> RulePack:
    """Return the pack that a file holds; ``shared`` are the words that every pack may use.

    Raises:
        Wrong: it is no pack.
    """
    _only(table, TOP, (), ("", "source_"))
    method = _checked((), "method", lambda: Method(_string(table, "method", ())))
    words = {name: word_of(name, item, ("words", name)) for name, item in _table(table, "words", ()).items()}
    known = {**shared, **words}
    rules = _rules(table, known, method)
    if method is Method.SHARES:
        _need(SHARES_WORDS, known, ("words",))
    used = _used(rules, known) | (set(SHARES_WORDS) if method is Method.SHARES else set())
    kept = (
        known
        if method is Method.COMPULSORY
        else {name: word for name, word in known.items() if name in used | set(words)}
    )
    return RulePack(
        id=_id(table, "id", ()),
        version=_string(table, "version", ()),
        name=_text(table, "", ()),
        method=method,
        cover=_id(table, "cover", ()),
        line=_string(table, "line", ()),
        clause_forms=_strings(table, "clause_forms"),
        region=_string(table, "region", ()) if "region" in table else ANYWHERE,
        valid_from=_day(table, "valid_from", ()),
        valid_to=_day(table, "valid_to", ()),
        source=_text(table, "source_", ()),
        currency=_string(table, "currency", ()) if "currency" in table else "CNY",
        unconfirmed=tuple(_unconfirmed(table)),
        is_usual=_flag(table, "usual", ()),
        words=kept,
        rules=rules,
        compulsory=_compulsory(table) if method is Method.COMPULSORY else None,
        regions=tuple(_region(item, place) for place, item in _list(table, "regions", ())),
    )


def word_of(name: str, item: Any, place: Place) -> Word:
    """Return one word.

    Raises:
        Wrong: it is none.
    """
    if not isinstance(item, Item):
        raise Wrong(place, "not a table")
    _only(item, WORD, place, ("", "zero_note_"))
    if not set(name) <= ID or name in ("min", "max"):
        raise Wrong(place, "not an id", name)
    unit = _checked(place, "unit", lambda: Unit(item.get("unit", Unit.MONEY.value)))
    table = None
    if "table" in item:
        table = {key: _decimal(item["table"], key, (*place, "table")) for key in item["table"]}
    choices = tuple(Choice(_id(one, "id", at), _text(one, "", at)) for at, one in _list(item, "choices", place))
    default = item.get("default")
    is_number = default is not None and not isinstance(default, str | bool)
    if is_number or (isinstance(default, str) and not choices):
        default = _decimal(item, "default", place)
    if choices and default is not None and default not in {choice.id for choice in choices}:
        raise Wrong((*place, "default"), "not one of its choices", str(default))
    names_ = _table(item, "table_names", place)
    if not set(names_) <= set(table or ()):
        raise Wrong((*place, "table_names"), "names what is not in the table")
    return Word(
        Term(name, _text(item, "", place), unit),
        default,
        _flag(item, "many", place),
        item.get("by"),
        table,
        {key: _text(one, "", (*place, "table_names", key)) for key, one in names_.items()} or None,
        choices,
        _flag(item, "flag", place),
        item.get("zero_when"),
        _text(item, "zero_note_", place) if item.has_text("zero_note_") else None,
        _flag(item, "setting", place),
    )


def _rules(table: Item, known: Mapping[str, Word], method: Method) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for place, item in _list(table, "rules", ()):
        rule = _rule(item, place, known, {rule.term.id for rule in rules})
        if rule.term.id in known or any(other.term.id == rule.term.id for other in rules):
            raise Wrong((*place, "id"), "an id stands twice", rule.term.id)
        rules.append(rule)
    if method in (Method.FORMULAS, Method.SHARES) and not rules:
        raise Wrong((), "no rules")
    if method is Method.FORMULAS and not any(rule.is_payable for rule in rules):
        raise Wrong(("rules",), "nothing is payable")
    for name, word in known.items():
        for needed, what in ((word.by, "by"), (word.zero_when, "zero_when")):
            if needed is not None and needed not in known:
                raise Wrong(("words", name, what), "no such word", str(needed))
        if word.by is not None and word.table is not None:
            without = {choice.id for choice in known[word.by].choices} - set(word.table)
            if without:
                raise Wrong(("words", name, "table"), "nothing for this choice", ", ".join(sorted(without)))
    return tuple(rules)


def _rule(item: Item, place: Place, known: Mapping[str, Word], before: Collection[str]) -> Rule:
    _only(item, RULE, place, ("",))
    by = item.get("by")
    if (by is None) == ("formulas" in item) or (by is None) != ("formula" in item):
        raise Wrong(place, "one formula, or formulas with the choice they go by")
    texts = {"formula": item["formula"]} if by is None else _table(item, "formulas", place)
    formulas: dict[str, Formula] = {}
    for key in texts:
        at = (*place, "formula") if by is None else (*place, "formulas", key)
        try:
            formulas[key] = parse(_string(texts, key, at[:-1]))
        except NotAFormula as error:
            raise Wrong(at, error.reason, error.what) from error
        _need(names(formulas[key]), {*known, *before}, at)
    if by is None:
        formulas = {"": formulas["formula"]}
    if by is not None:
        _choices_met(by, set(formulas), known, place)
    unit = _checked(place, "unit", lambda: Unit(item.get("unit", Unit.MONEY.value)))
    return Rule(Term(_id(item, "id", place), _text(item, "", place), unit), formulas, by, _flag(item, "payable", place))


def _choices_met(by: Any, there: set[str], known: Mapping[str, Word], place: Place) -> None:
    if by not in known:
        raise Wrong((*place, "by"), "no such word", str(by))
    word = known[by]
    wanted = {"yes", "no"} if word.is_flag else {choice.id for choice in word.choices}
    if wanted != there:
        raise Wrong((*place, "formulas"), "not a formula for each choice", ", ".join(sorted(wanted ^ there)))


def _used(rules: Iterable[Rule], known: Mapping[str, Word]) -> set[str]:
    used = {name for rule in rules for formula in rule.formulas.values() for name in names(formula)}
    used |= {rule.by for rule in rules if rule.by}
    more = {needed for name in used & known.keys() for needed in (known[name].by, known[name].zero_when) if needed}
    return (used | more) & known.keys()


def _compulsory(table: Item) -> CompulsoryRules:
    settings = _table(table, "settings", ())
    return CompulsoryRules(
        _limits(table, "limits"),
        _limits(table, "no_fault"),
        _flag(settings, "no_fault_pays_roadside", ("settings",)),
        _day(settings, "trailers_add_before", ("settings",)),
    )


def _limits(table: Item, name: str) -> Limits:
    item = _table(table, name, ())
    if set(item) != {"death", "medical", "property"}:
        raise Wrong((name,), "death, medical and property")
    return Limits(*(_decimal(item, key, (name,)) for key in ("death", "medical", "property")))


def _unconfirmed(table: Item) -> Iterator[Text]:
    for name, item in _table(table, "unconfirmed", ()).items():
        if not isinstance(item, Item):
            raise Wrong(("unconfirmed", name), "not a table")
        yield _text(item, "", ("unconfirmed", name))


def _region(item: Item, place: Place) -> Region:
    year = item.get("year")
    if not isinstance(year, int) or isinstance(year, bool):
        raise Wrong((*place, "year"), "not a year")
    return Region(
        _string(item, "region", place),
        year,
        _decimal(item, "income", place),
        _decimal(item, "consumption", place),
        _decimal(item, "wage", place),
        _flag(item, "sample", place),
    )


# ------------------------------------------------------------------------------------------ single values


def _only(item: Item, known: Collection[str], place: Place, prefixes: Iterable[str]) -> None:
    unknown = set(item.without_texts(prefixes)) - set(known)
    if unknown:
        raise Wrong((*place, min(unknown)), "not known", min(unknown))


def _need(wanted: Iterable[str], there: Collection[str], place: Place) -> None:
    missing = sorted(set(wanted) - set(there))
    if missing:
        raise Wrong(place, "no such word", str(missing[0]))


def _checked(place: Place, name: str, made: Callable[[], T]) -> T:
    try:
        return made()
    except ValueError as error:
        raise Wrong((*place, name), "not known", str(error)) from error


def _table(item: Mapping[str, Any], name: str, place: Place) -> Mapping[str, Any]:
    value = item.get(name, {})
    if not isinstance(value, Mapping):
        raise Wrong((*place, name), "not a table")
    return value


def _list(item: Mapping[str, Any], name: str, place: Place) -> list[tuple[Place, Item]]:
    value = item.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, Item) for one in value):
        raise Wrong((*place, name), "not a list of tables")
    return [((*place, name, number), one) for number, one in enumerate(value)]


def _string(item: Mapping[str, Any], name: str, place: Place) -> str:
    value = item.get(name)
    if not isinstance(value, str) or not value.strip():
        raise Wrong((*place, name) if name in item else place, "missing" if value is None else "not a text", name)
    return value


def _strings(item: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = item.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise Wrong((name,), "not a list of texts")
    return tuple(value)


def _id(item: Mapping[str, Any], name: str, place: Place) -> str:
    value = _string(item, name, place)
    if not set(value) <= ID:
        raise Wrong((*place, name), "not an id", value)
    return value


def _text(item: Item, prefix: str, place: Place) -> Text:
    try:
        return item.text(prefix)
    except KeyError as error:
        raise Wrong(place, "missing", str(error.args[0])) from error
    except ValueError as error:
        raise Wrong(place, "empty", f"{prefix}zh, {prefix}en") from error


def _flag(item: Mapping[str, Any], name: str, place: Place) -> bool:
    value = item.get(name, False)
    if not isinstance(value, bool):
        raise Wrong((*place, name), "neither true nor false")
    return value


def _day(item: Mapping[str, Any], name: str, place: Place) -> date | None:
    value = item.get(name)
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise Wrong((*place, name), "not a day")
    return value


def _decimal(item: Mapping[str, Any], name: str, place: Place) -> Decimal:
    value = item.get(name)
    try:
        if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
            raise ValueError("not a number")
        number = Decimal(value)
    except (ValueError, InvalidOperation) as error:
        raise Wrong((*place, name), "not a number") from error
    if not number.is_finite() or number < 0:
        raise Wrong((*place, name), "not a number from 0")
    return number
