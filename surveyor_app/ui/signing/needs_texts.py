"""What is signed now, in words: for the surveyor in the window's language, for the person in the person's."""

from __future__ import annotations

from surveyor_app.domain.texts import Language
from surveyor_app.operations.statements.contents import StatementContents
from surveyor_app.operations.statements.signing import Need
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.statement_words import StatementWords
from surveyor_app.wording.translation import mark, said_in

ASKS = {
    "notice": mark("Please sign that you have taken note of the notice."),
    "correction": mark("Please initial this correction."),
    "page": mark("Please check page {page} and sign it."),
    "closing": mark("Please write this sentence in your own hand:"),
    "refusal": mark("Please sign."),
}


MISSING = {
    "subject": mark("Choose the person questioned first."),
    "questioner": mark("Enter who asks the questions first."),
    "notice": mark("Read the notice to the person first."),
    "answers": mark("There is no answer yet."),
    "reading": mark("Choose first whether the person reads it or it is read aloud."),
    "signatures": mark("A signature is still missing."),
}
"""What to do about each thing a statement lacks."""


def ask(need: Need, language: Language) -> str:
    """Return what the signer is asked to do, in the person's language."""
    return said_in(language, ASKS[need.purpose], page=need.page_no or "")


def sentence(need: Need, words: StatementWords) -> str:
    """Return the sentence the person copies by hand (domain §6.2 st_closing), empty for any other need."""
    return words.say("closing_sentence") if need.purpose == "closing" else ""


def signer_line(need: Need, language: Language, labels: Labels) -> str:
    """Return role and name of who signs."""
    role = labels.value("statement_role", need.signer.role, language)
    return f"{role} {need.signer.name}".strip()


def correction_line(need: Need, contents: StatementContents) -> tuple[str, str] | None:
    """Return old and new text of the correction that is initialled, ``None`` for any other need."""
    if need.purpose != "correction":
        return None
    found = next((item for item in contents.corrections if item.id == need.target_uid), None)
    return (found.old or "", found.new or "") if found is not None else None
