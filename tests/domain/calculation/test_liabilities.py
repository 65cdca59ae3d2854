"""Shares of liability: which record counts, and when the shares add up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from surveyor_app.domain.calculation.liabilities import Liability, adds_up, sum_of_shares, that_count
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant

DECIDED = Instant.from_json({"utc": "2026-01-05T08:00:00.000000Z", "offset": 480, "trust": "system"})


def share(
    party: str, ratio: int | None, basis: str = "surveyor_opinion", *, grade: str | None = None, decided: bool = False
) -> Liability:
    return Liability(
        id=RecordId(f"{party}-{basis}-{ratio}"),
        party_uid=party,
        ratio=None if ratio is None else Decimal(ratio),
        grade=grade,
        basis=basis,
        decided_at=DECIDED if decided else None,
    )


def test_the_police_certificate_replaces_an_opinion_and_the_office_decides() -> None:
    opinion, police = share("A", 50), share("A", 70, "police_certificate")
    judged, office = share("A", 80, "judgment"), share("A", 30, "office_decision", decided=True)
    assert that_count([police, opinion]) == [police]
    assert that_count([judged, police, opinion]) == [judged]
    assert that_count([office, judged, police, opinion]) == [office]


def test_of_equals_the_last_written_counts_and_withdrawn_ones_do_not() -> None:
    first, second = share("A", 50), share("A", 60)
    assert that_count([first, second]) == [second]
    gone = Liability(id=RecordId("gone"), party_uid="A", ratio=Decimal(100), basis="judgment", withdrawn=True)
    assert that_count([first, gone]) == [first]


@pytest.mark.parametrize(
    ("grade", "ratio"), [("full", 100), ("primary", 70), ("equal", 50), ("secondary", 30), ("none", 0)]
)
def test_a_grade_has_its_usual_ratio(grade: str, ratio: int) -> None:
    assert share("A", None, grade=grade).share == ratio
    assert share("A", 65, grade=grade).share == 65
    assert share("A", None, grade="undetermined").share is None


def test_shares_add_up_to_the_whole_or_nobody_was_at_fault() -> None:
    assert adds_up([share("A", 70), share("B", 30)])
    assert not adds_up([share("A", 70), share("B", 20)])
    assert adds_up([share("A", 0, grade="none"), share("B", 0, grade="none")])
    assert not adds_up([share("A", 0, grade="none"), share("B", 0, grade="secondary")])
    assert sum_of_shares([]) is None
    assert adds_up([share("A", 70), share("B", None)])


def test_a_surveyors_word_is_provisional_until_the_office_decides() -> None:
    assert share("A", 70).is_provisional
    assert not share("A", 70, "police_certificate").is_provisional
    assert not share("A", 70, decided=True).is_provisional
