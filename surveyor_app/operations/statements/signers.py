"""Who signs a statement, and where: at the foot of every page, or once at its end (domain §6.1, §6.2)."""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.domain.statements.inks import Ink
from surveyor_app.operations.statements.contents import StatementContents, name_of, names_of, present

MOST_QUESTIONERS = 3
"""Boxes at the foot of a page; more staff sign at the end."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Someone who signs: a person of the case, or staff by name alone."""

    role: str
    person_uid: str | None
    name: str

    @property
    def key(self) -> str:
        """What tells the signer's boxes and inks from those of others."""
        return f"{self.role}:{self.person_uid or self.name}"

    def gave(self, ink: Ink) -> bool:
        """Tell whether an ink is this signer's."""
        if ink.role != self.role:
            return False
        return ink.person_uid == self.person_uid if self.person_uid else ink.signer_name == self.name


def subject_of(contents: StatementContents) -> Signer:
    """Return the person questioned; without a name where nobody was chosen yet."""
    person = contents.subject
    return Signer("subject", person.id if person else None, (person.name if person else None) or "")


def page_signers(contents: StatementContents) -> tuple[Signer, ...]:
    """Return who signs every page: the person questioned and the questioners."""
    return (subject_of(contents), *_questioners(contents)[:MOST_QUESTIONERS])


def end_signers(contents: StatementContents) -> tuple[Signer, ...]:
    """Return who signs once at the end: guardian, interpreters, a witness, the recorder who asked no question."""
    found = [signer for role in ("guardian", "interpreter", "sign_interpreter") for signer in _in_role(contents, role)]
    found += _questioners(contents)[MOST_QUESTIONERS:]
    asked = {signer.name for signer in _questioners(contents)}
    found += [Signer("recorder", None, name) for name in names_of(contents, "recorder") if name not in asked]
    found += _in_role(contents, "witness")
    witness = contents.people.get(contents.statement.refusal_witness_uid or "")
    if witness is not None and all(signer.person_uid != witness.id for signer in found):
        found.append(Signer("witness", witness.id, witness.name or ""))
    return tuple(dict.fromkeys(found))


def _questioners(contents: StatementContents) -> list[Signer]:
    found = _in_role(contents, "questioner")
    return found or [Signer("questioner", None, name) for name in names_of(contents, "questioner")]


def _in_role(contents: StatementContents, role: str) -> list[Signer]:
    return [
        Signer(role, item.person_uid, name) for item in present(contents, role) if (name := name_of(contents, item))
    ]
