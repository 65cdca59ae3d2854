"""The words of the one-time notice (一次性告知书), read once; domain §10.3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "one_time_notice.toml"
NAMES: Mapping[str, frozenset[str]] = {
    "salutation": frozenset({"addressee"}),
    "opening": frozenset({"count"}),
    "whose": frozenset({"paper", "whose"}),
    "need_rejected": frozenset({"reason"}),
    "need_defects": frozenset({"defects"}),
    "hand_in": frozenset({"where"}),
    "contact": frozenset({"name", "phone"}),
    "contact_no_phone": frozenset({"name"}),
    "sent": frozenset({"at", "channel", "to"}),
    "handed": frozenset({"at", "to"}),
    "refused": frozenset({"at", "to", "reason"}),
    "foot": frozenset({"template", "template_version"}),
}
"""What is filled in, by text; in no other text there is anything to fill in."""

PLAIN = frozenset(
    {
        *("title", "nobody", "column_paper", "column_need", "column_form", "need_missing", "form_any", "only_yours"),
        *("where", "clock", "no", "report_no", "claim_no", "policy_no", "issued", "issued_by", "replaces", "signed"),
        *("receipt_title", "addressee", "text_sha256", "delivered_by", "text_title"),
    }
)


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """The template with its version."""

    id: str
    version: str
    texts: Mapping[str, Text]

    def say(self, name: str, /, **values: object) -> Text:
        """Return a text with its values filled in."""
        text = self.texts[name]
        return text.filled(**values) if values else text


@cache
def load_notice_words(resources: Path) -> NoticeWords:
    """Read ``one_time_notice.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a text in it is missing or names what is not filled in.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        texts = {name: item.text() for name, item in table.items() if isinstance(item, Item)}
        if set(texts) != NAMES.keys() | PLAIN:
            raise ValueError(f"texts: {sorted(set(texts) ^ (NAMES.keys() | PLAIN))}")
        for name, text in texts.items():
            # Refuses a brace too many and a name that is not known.
            for form in text.forms.values():
                form.format(**dict.fromkeys(NAMES.get(name, ()), ""))
        return NoticeWords(string_of(table["id"]), string_of(table["version"]), texts)
