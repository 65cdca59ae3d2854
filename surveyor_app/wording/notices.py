"""The templates of notices (告知书): which is read to whom, in which version; domain §6.3."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Language, Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "notices.toml"
MINOR = "minor"
_NAMES = frozenset({"insurer", "opening"})
_ADDED_NAMES = frozenset({"guardians", "reason"})
_OLDER_NAMES = frozenset({"s1", "s2"})
_OLDER_ADDED_NAMES = frozenset({"guardian"})
"""One name each, a dash where there is none: what an older version was read with is filled in as it was then."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One version of one notice. ``kinds`` are of the enumeration ``statement_kind``; empty for one that is added to another.

    ``insurer`` is whose notice it is, ``None`` for every insurer that has none of its own.
    """

    id: str
    version: str
    kinds: frozenset[str]
    text: Text
    insurer: str | None = None

    def read(self, language: Language, values: Mapping[str, str]) -> str:
        """Return the notice as it is read, with its names filled in."""
        return self.text.filled(**values).in_(language)

    @property
    def is_older(self) -> bool:
        """Tell whether it names people one by one, as the first versions did."""
        named = set().union(*map(_placeholders, self.text.forms.values()))
        return bool(named & (_OLDER_NAMES | _OLDER_ADDED_NAMES))


@dataclass(frozen=True, slots=True)
class Naming:
    """Words around names, by how many there are."""

    none: Text
    one: Text
    several: Text

    def read(self, names: Sequence[str], language: Language, insurer: str) -> str:
        """Return the words for these names."""
        template = self.none if not names else self.one if len(names) == 1 else self.several
        return template.filled(names=language.enumerated(names), insurer=insurer).in_(language)


@dataclass(frozen=True, slots=True)
class Notices:
    """All versions of all notices, in the order of the file, and how they name people."""

    all: Sequence[Notice]
    naming: Mapping[str, Naming]

    def name(self, placeholder: str, language: Language, names: Sequence[str], insurer: str) -> str:
        """Return what stands for ``opening`` or ``guardians``: each name once, and nothing for who is not there."""
        known = list(dict.fromkeys(name for name in names if name))
        return self.naming[placeholder].read(known, language, insurer)

    def for_kind(self, kind: str | None, insurer: str | None = None) -> Notice:
        """Return the notice for a kind of statement, the insurer's own before the common one.

        One of no known kind gets that of kind ``other``.
        """
        current = {notice.id: notice for notice in self.all if notice.kinds}
        own = [notice for notice in current.values() if notice.insurer is not None and notice.insurer == insurer]
        common = [notice for notice in current.values() if notice.insurer is None]
        for wanted in (kind, "other"):
            for notice in (*own, *common):
                if wanted in notice.kinds:
                    return notice
        raise LookupError(kind)

    def for_minor(self) -> Notice:
        """Return what is added for a person under age."""
        return [notice for notice in self.all if not notice.kinds][-1]

    def versions_of(self, notice_id: str) -> list[Notice]:
        """Return all versions of one notice, the one that is read now first."""
        return [notice for notice in reversed(self.all) if notice.id == notice_id]


@cache
def load_notices(resources: Path) -> Notices:
    """Read ``notices.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a notice in it is not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        notices = Notices([_notice(item) for item in table["notice"]], _naming(table["naming"]))
        _require_whole(notices)
    return notices


def _notice(item: Item) -> Notice:
    id_, version, text = string_of(item["id"]), string_of(item["version"]), item.text()
    is_added = "added_for" in item
    if is_added and item["added_for"] != MINOR:
        raise ValueError(f"{id_}: added for whom?")
    kinds = frozenset() if is_added else frozenset(string_of(kind) for kind in item["kinds"])
    insurer = None if is_added or "insurer" not in item else string_of(item["insurer"])
    if set(item.without_texts()) - {"id", "version", *(("added_for",) if is_added else ("kinds", "insurer"))}:
        raise ValueError(f"{id_}: unknown key")
    for form in text.forms.values():
        if not _placeholders(form) <= (_ADDED_NAMES | _OLDER_ADDED_NAMES if is_added else _NAMES | _OLDER_NAMES):
            raise ValueError(f"{id_}: unknown name in braces")
    return Notice(id_, version, kinds, text, insurer)


def _naming(table: Mapping[str, Item]) -> Mapping[str, Naming]:
    made = {name: Naming(**{count: words.text() for count, words in item.items()}) for name, item in table.items()}
    if set(made) != {"opening", "guardians"}:
        raise ValueError("opening and guardians have words, and nothing else has")
    for naming in made.values():
        for text in (naming.none, naming.one, naming.several):
            if not set().union(*map(_placeholders, text.forms.values())) <= {"names", "insurer"}:
                raise ValueError("unknown name in braces")
    return made


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _require_whole(notices: Notices) -> None:
    if len({(notice.id, notice.version) for notice in notices.all}) != len(notices.all):
        raise ValueError("a version stands twice")
    current = {notice.id: notice for notice in notices.all}
    for insurer in {notice.insurer for notice in current.values()}:
        kinds = [kind for notice in current.values() if notice.insurer == insurer for kind in notice.kinds]
        if len(set(kinds)) != len(kinds) or (insurer is None and "other" not in kinds):
            raise ValueError("each kind, other among them, has one notice")
    if not any(not notice.kinds for notice in notices.all):
        raise ValueError("none for minors")
    older = [notice.id for notice in current.values() if notice.is_older]
    if older:
        raise ValueError(f"{', '.join(older)}: what is read now names people by {{opening}} and {{guardians}}")
