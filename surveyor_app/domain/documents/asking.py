"""Of whom a paper may be asked: the customer is asked only for what a customer can have (保险法 art. 22), domain §10.1, §10.4.

What the police alone can give is asked of the police by an enquiry, until there is a police case: from then on the party
receives the paper and hands it in (事故处理程序规定 art. 65). An agreement of the parties is not asked for where the records
show a ground to call the police (:mod:`surveyor_app.domain.survey.police_grounds`): they may not settle alone.
"""

from __future__ import annotations

from surveyor_app.domain.documents.checklist import PaperLine
from surveyor_app.domain.survey.facts import SELF_SETTLED, THEFT, CaseFacts, case_kinds
from surveyor_app.domain.survey.police_grounds import PoliceGrounds, grounds_of

POLICE = frozenset({"police_traffic", "police_criminal"})
"""Kinds of enquiries to the police."""

POLICE_ONLY, NO_SETTLEMENT = "only the police can give it", "the parties may not settle this alone"
"""Why the customer is not asked."""


def not_of_customer(line: PaperLine, facts: CaseFacts, grounds: PoliceGrounds) -> str | None:
    """Return why the customer must not be asked for a paper, ``None`` where the customer may be."""
    kinds = case_kinds(facts)
    if SELF_SETTLED in line.paper.cases and grounds_of(grounds, facts):
        return NO_SETTLEMENT
    is_police_case = line.is_needed is True or (THEFT in kinds and THEFT in line.paper.cases)
    return POLICE_ONLY if line.paper.issuer in POLICE and not is_police_case else None
