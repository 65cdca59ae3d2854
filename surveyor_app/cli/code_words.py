"""Words for the codes that tables and sentences of the command line show to people."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.gaps import read_gaps
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, mark, tr, tr_marked

RECEIPTS = {"partial": mark("partial"), "full": mark("full")}
LEVELS = {"must": mark("must"), "should": mark("should")}
ACTIONS = {
    "create": mark("created"),
    "change": mark("changed"),
    "withdraw": mark("withdrawn"),
    "restore": mark("restored"),
    "attach": mark("attached"),
    "sign": mark("signed"),
    "seal": mark("sealed"),
    "alias": mark("joined"),
    "note": mark("noted"),
    "erase": mark("erased"),
    "revoke": mark("locked a laptop out"),
}
CASE = "case"
"""The kind of a journal's first entry, which is no record and so has no label in the tables."""
REASONS = {"undo": mark("undone")}
"""Reasons of entries that the program gives itself; people's own are shown as they wrote them."""


def receipt_word(code: str) -> str:
    """Return what a kind of receipt is called."""
    return _word(RECEIPTS, code)


def level_word(code: str) -> str:
    """Return what a level of a check is called."""
    return _word(LEVELS, code)


def action_word(code: str) -> str:
    """Return what an entry did."""
    return _word(ACTIONS, code)


def reason_words(reason: str | None) -> str | None:
    """Return an entry's reason in words; of what was open when somebody left or signed, how many things that were."""
    general, gaps = read_gaps(reason)
    if gaps:
        return " · ".join(filter(None, (general, tr("%n thing(s) left open", n=len(gaps)))))
    return reason and _word(REASONS, reason)


def kind_word(kind: str) -> str:
    """Return what a kind of record is called."""
    return tr("Case") if kind == CASE else _labels(resources_dir()).kind(kind, current_language())


def value_word(enumeration: str, id_: str | None) -> str:
    """Return what a value of an enumeration is called."""
    return _labels(resources_dir()).value(enumeration, id_, current_language())


def _word(words: dict[str, str], code: str) -> str:
    return tr_marked(words[code]) if code in words else code


@cache
def _labels(resources: Path) -> Labels:
    return Labels.load(resources)
