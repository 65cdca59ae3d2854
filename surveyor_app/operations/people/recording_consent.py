"""Consent to the recording of an interview: who is asked, in which words, until when it is kept (PIPL art. 13-14, 17, 31).

Nothing is recorded without one that stands: evidence got in secret is excluded (民诉法解释 2022 art. 106).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.statements.errors import StatementIncomplete
from surveyor_app.domain.statements.rules import is_minor
from surveyor_app.domain.texts import Language
from surveyor_app.operations.people.consents import SIGNED, SPOKEN, Answered, standing, wording
from surveyor_app.operations.statements.contents import StatementContents, load_contents, present
from surveyor_app.records import reading
from surveyor_app.wording.statement_words import paper_language

RECORDING = "recording"
SHORT_YEARS, LONG_YEARS = 5, 10
"""Claim records are kept so long after a contract of up to a year, or a longer one, has ended (保险法 art. 87)."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What has to be asked for one interview: of whom, in which language, and until when it is kept if nobody says otherwise."""

    statement_uid: str
    person_uid: str
    signer: str
    guardian_uid: str | None
    language: Language
    until: date | None

    def words(self, until: date | None) -> tuple[str, str]:
        """Return version and text as they are shown."""
        return wording(resources_dir(), RECORDING, self.language, {"until": until.isoformat() if until else ""})

    def answer(self, granted: bool, until: date | None, *, is_signed: bool) -> Answered:
        """Return the answer as it is kept in the register."""
        version, text = self.words(until)
        return Answered(
            person_uid=self.person_uid,
            purpose=RECORDING,
            granted=granted,
            wording=text,
            version=version,
            language=self.language.tag,
            mode=SIGNED if is_signed else SPOKEN,
            statement_uid=self.statement_uid,
            guardian_uid=self.guardian_uid,
            until=until,
        )


def asking_for(case: CaseFile, statement_id: str) -> Asking:
    """Return what has to be asked before the interview is recorded; of a minor's guardian where one is present.

    Raises:
        NotFound: there is no such statement. StatementIncomplete: nobody was chosen as the person questioned.
    """
    contents = load_contents(case, statement_id)
    if contents.subject is None:
        raise StatementIncomplete(missing="subject", id=statement_id)
    with case.read() as session:
        claims = reading.list_records(session, case.case_id, Claim)
    guardian = _guardian(contents)
    signer = contents.people[guardian] if guardian is not None else contents.subject
    return Asking(
        statement_uid=statement_id,
        person_uid=contents.subject.id,
        signer=signer.name or "",
        guardian_uid=guardian,
        language=paper_language(contents.statement),
        until=kept_until(claims[0]) if claims else None,
    )


def may_record(case: CaseFile, statement_id: str) -> bool:
    """Tell whether a consent of the person questioned stands."""
    subject = load_contents(case, statement_id).statement.subject_uid
    return subject is not None and standing(case, subject, RECORDING) is not None


def kept_until(claim: Claim) -> date | None:
    """Return the shortest time the law has claim records kept (保险法 art. 87), ``None`` where the policy's end is not known."""
    if claim.policy_to is None:
        return None
    is_long = claim.policy_from is not None and (claim.policy_to - claim.policy_from).days > 366
    end, years = claim.policy_to, LONG_YEARS if is_long else SHORT_YEARS
    # What ends on a leap day is kept to the last day of that February.
    day = 28 if (end.month, end.day) == (2, 29) else end.day
    return date(end.year + years, end.month, day)


def _guardian(contents: StatementContents) -> str | None:
    if not is_minor(contents.statement, contents.subject):
        return None
    there = (item.person_uid for item in present(contents, "guardian"))
    return next((uid for uid in there if uid in contents.people), None)
