"""Templates of what is sent to customers, read once; domain §18.5."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "customer_messages.toml"
LINK, LETTER = "link", "letter"
NAMES: Mapping[str, frozenset[str]] = {
    LINK: frozenset({"name", "number", "link"}),
    LETTER: frozenset({"name", "number", "link", "title", "wording"}),
}
"""What is filled in, by message."""
SHORT = 70
"""So many characters one text message has."""


@dataclass(frozen=True, slots=True)
class MessageWords:
    """One message: subject and text of a mail, and the text message."""

    subject: Text
    text: Text
    short: Text


@dataclass(frozen=True, slots=True)
class CustomerMessages:
    """All messages with their version; ``contact`` stands below a mail where there is a phone."""

    version: str
    messages: Mapping[str, MessageWords]
    contact: Text
    nobody: Text


@cache
def load_customer_messages(resources: Path) -> CustomerMessages:
    """Read ``customer_messages.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a text in it is missing or names what is not filled in.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        messages = {string_of(item["id"]): _message(item) for item in table["message"]}
        if messages.keys() != NAMES.keys():
            raise ValueError(f"messages: {sorted(messages.keys() ^ NAMES.keys())}")
        contact: Item = table["contact"]
        for form in contact.text().forms.values():
            form.format(phone="")
        return CustomerMessages(string_of(table["version"]), messages, contact.text(), table["nobody"].text())


def _message(item: Item) -> MessageWords:
    made = MessageWords(item.text("subject_"), item.text("text_"), item.text("short_"))
    for text in (made.subject, made.text, made.short):
        for form in text.forms.values():
            form.format(**dict.fromkeys(NAMES[string_of(item["id"])], ""))
    return made
