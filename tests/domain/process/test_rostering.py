"""Whom a task is proposed to: what the roster says counts before the load, and what it does not say bars nobody."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.process.rostering import Candidate, Reason, Shift, Wanted, propose

CHINA = timezone(timedelta(hours=8))
FRIDAY = datetime(2026, 11, 20, 14, 0, tzinfo=CHINA)
DAY, NIGHT = (time(8, 30), time(17, 30)), (time(22, 0), time(6, 0))
WANTED = Wanted("vehicle", FRIDAY, "上海市浦东新区张江路1号", Decimal("31.2"), Decimal("121.6"))


def order(*candidates: Candidate, wanted: Wanted = WANTED) -> list[str]:
    return [item.candidate.user for item in propose(candidates, wanted)]


def reasons(shift: Shift | None, wanted: Wanted = WANTED) -> dict[Reason, str]:
    (only,) = propose([Candidate("a", "A", 0, shift)], wanted)
    return dict(only.reasons)


def test_kind_and_roster_come_before_the_place_that_before_the_load_and_that_before_the_way() -> None:
    assert order(
        Candidate("other kinds", "", 0, Shift(kinds=frozenset({"injury"}), places=("浦东",))),
        Candidate("elsewhere", "", 0, Shift(places=("徐汇",))),
        Candidate("unsaid", "", 0),
        Candidate("busy there", "", 9, Shift(places=("徐汇", "浦东"))),
        Candidate("there", "", 2, Shift(kinds=frozenset({"vehicle"}), places=("浦东",), hours={5: DAY})),
        Candidate("near", "", 2, Shift(places=("浦东",), lat=Decimal("31.2"), lon=Decimal("121.61"))),
        Candidate("away", "", 0, Shift(places=("浦东",), away_from=date(2026, 11, 20))),
    ) == ["near", "there", "busy there", "unsaid", "elsewhere", "away", "other kinds"]


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        (FRIDAY, Reason.OFF_DUTY),
        (datetime(2026, 11, 20, 8, 30, tzinfo=CHINA), Reason.OFF_DUTY),
        (datetime(2026, 11, 20, 22, 0, tzinfo=CHINA), Reason.ON_DUTY),
        (datetime(2026, 11, 21, 5, 59, tzinfo=CHINA), Reason.ON_DUTY),
        (datetime(2026, 11, 21, 6, 0, tzinfo=CHINA), Reason.OFF_DUTY),
        (datetime(2026, 11, 21, 22, 0, tzinfo=CHINA), Reason.OFF_DUTY),
    ],
)
def test_a_night_shift_goes_on_into_the_next_day(at: datetime, reason: Reason) -> None:
    assert reason in reasons(Shift(hours={5: NIGHT}), Wanted("scene", at))


def test_each_place_in_the_list_says_why() -> None:
    assert reasons(None) == {Reason.NOT_IN_ROSTER: ""}
    full = Shift(frozenset({"vehicle"}), ("浦东",), {5: DAY}, None, None, Decimal("31.2"), Decimal("121.7"))
    assert reasons(full) == {
        Reason.DOES_KIND: "",
        Reason.ON_DUTY: "17:30",
        Reason.WORKS_THERE: "浦东",
        Reason.DISTANCE: "9.5",
    }
    off = Shift(frozenset({"injury"}), ("徐汇",), {1: DAY})
    assert reasons(off) == {Reason.OTHER_KINDS: "", Reason.OFF_DUTY: "", Reason.WORKS_ELSEWHERE: "徐汇"}
    assert reasons(Shift(away_until=date(2026, 11, 20))) == {Reason.AWAY: "2026-11-20"}
    assert reasons(Shift(away_until=date(2026, 11, 19))) == {Reason.NOT_IN_ROSTER: ""}


SHIFTS = st.none() | st.builds(
    Shift,
    st.frozensets(st.sampled_from(["vehicle", "injury"])),
    st.sampled_from([(), ("浦东",), ("徐汇",)]),
    st.sampled_from([{}, {5: DAY}, {4: NIGHT}]),
    st.none() | st.just(date(2026, 11, 20)),
)


@given(st.lists(st.tuples(st.integers(0, 3), SHIFTS), max_size=8), st.randoms())
def test_everybody_is_in_the_list_once_in_whatever_order_they_are_read(
    found: list[tuple[int, Shift | None]], chance: object
) -> None:
    people = [Candidate(f"u{place}", "", load, shift) for place, (load, shift) in enumerate(found)]
    mixed = list(people)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert propose(people, WANTED) == propose(mixed, WANTED)
    assert sorted(order(*people)) == sorted(item.user for item in people)
    for item in propose(people, WANTED):
        assert item.reasons
