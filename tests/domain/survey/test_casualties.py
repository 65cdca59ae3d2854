"""Injured and dead as the list of people has them: what stands beside checks 21 and 23, and what the rule V90 goes by."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.casualties import Casualties, casualties
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts

DIED = Instant(datetime(2026, 11, 20, 6, 0, tzinfo=UTC), 480, Trust.SYSTEM)


def facts(*injuries: Injury) -> CaseFacts:
    people = [
        Person(id=RecordId("a"), position="own_driver", severity="minor"),
        Person(id=RecordId("b"), position="outside", severity="minor"),
        Person(id=RecordId("c"), severity="minor"),
    ]
    return CaseFacts(claim=None, task=None, vehicles=(), people=people, injuries=injuries)


AFTERWARDS = Injury(id=RecordId("i"), person_uid="b", died_at=DIED)
AT_ONCE = Injury(id=RecordId("i"), person_uid="b", treatment="died_on_scene")


@pytest.mark.parametrize("death", [AFTERWARDS, AT_ONCE])
def test_whoever_died_at_once_or_later_is_dead_and_not_injured(death: Injury) -> None:
    counted = casualties("chk_third_casualties", facts(death))
    assert counted is not None
    assert counted == Casualties(1, 1, unplaced=1)
    assert casualties("chk_own_casualties", facts(death)) == Casualties(1, 0)
    said = CheckAnswer(id=RecordId("x"), check_id="chk_third_casualties", answer="yes", injured_n=1, dead_n=1)
    assert counted.agrees_with(said)
    assert not counted.agrees_with(CheckAnswer(id=RecordId("x"), answer="yes", injured_n=2, dead_n=0))
    assert not counted.agrees_with(CheckAnswer(id=RecordId("x"), answer="no"))
    assert counted.agrees_with(CheckAnswer(id=RecordId("x"), answer="unknown"))


def test_other_checks_count_nobody() -> None:
    assert casualties("chk_place", facts()) is None
