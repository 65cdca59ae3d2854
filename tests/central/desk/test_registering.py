"""A claim gets its numbers by the insurer's pattern once what is needed is known, without a gap, on several nodes at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import httpx2
import pytest

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import changing, office, registering
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.opening_prompts import opening_prompts
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.identifiers import new_case_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.claim_numbers import NumberPattern, Restart, pattern_for
from tests.central.desk.emptied import empty, nodes_at
from tests.integration.centres import OFFICE_PASSWORD

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)


def at(**before: float) -> Json:
    return Instant(NOW - timedelta(**before), 480, Trust.CENTRE).to_json()


WHOLE: dict[str, Json] = {
    "accident_place": "浦东",
    "loss_cause": "collision",
    "accident_at": at(hours=2),
    "reported_at": at(hours=1),
    "policy_no": ["P1"],
}


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sequence[Centre]]:
    with nodes_at(NOW, tmp_path_factory.mktemp("numbers"), request, 2) as made:
        yield made


@pytest.fixture
def nodes(shared: Sequence[Centre]) -> Sequence[Centre]:
    """Two nodes that share one database, with no claims."""
    empty(shared[0])
    return shared


def test_numbers_have_no_gap_whoever_opens_and_whatever_fails(nodes: Sequence[Centre]) -> None:
    first, second = nodes
    cases = [office.open_claim(first, "li", {"report_no": f"RD{n}", **WHOLE}) for n in range(12)]
    bare = office.open_claim(first, "li", {"report_no": "bare"})

    def open_it(place: int) -> tuple[str, ...]:
        node = nodes[place % 2]
        with pytest.raises(InputError):
            registering.open_with_numbers(node, "li", bare, ["commercial"], DAY)
        with pytest.raises(InputError):
            # The first pattern counts before the second is found to be none.
            registering.open_with_numbers(node, "li", cases[place], ["commercial", "emperor"], DAY)
        return registering.open_with_numbers(node, "li", cases[place], ["commercial"], DAY)

    with ThreadPoolExecutor(4) as pool:
        numbers = sorted(number for given in pool.map(open_it, range(12)) for number in given)
    assert numbers == [f"LAS2026{n:08}" for n in range(1, 13)]
    with pytest.raises(InputError, match="there already"):
        registering.open_with_numbers(second, "li", cases[0], ["commercial"], DAY)
    with first.database.read() as session:
        claim = claim_of(session, cases[0])
    assert claim is not None
    assert set(claim.claim_no or ()) <= set(numbers)


def test_a_number_a_line_and_a_new_count_each_year(nodes: Sequence[Centre]) -> None:
    centre = nodes[0]
    cases = [office.open_claim(centre, "li", {"report_no": f"RD{n}", **WHOLE}) for n in range(2)]
    lines = ["compulsory", "commercial", "commercial"]
    given = registering.open_with_numbers(centre, "li", cases[0], lines, DAY)
    assert given == ("LAJ202600000001", "LAS202600000001")
    later = registering.open_with_numbers(centre, "li", cases[1], ["commercial"], date(2027, 1, 1))
    assert later == ("LAS202700000001",)


@pytest.mark.parametrize("missing", ["accident_at", "accident_place", "loss_cause", "policy_no"])
def test_what_is_needed_must_be_known(nodes: Sequence[Centre], missing: str) -> None:
    fields = {name: value for name, value in WHOLE.items() if name != missing}
    case = office.open_claim(nodes[0], "li", {"report_no": "RD1", **fields})
    with pytest.raises(InputError) as caught:
        registering.open_with_numbers(nodes[0], "li", case, ["commercial"], DAY)
    assert caught.value.data["field"] == missing
    if missing == "policy_no":
        changing.change_claim(nodes[0], "li", case, {"policy_unverified_reason": "the system is down"})
        assert registering.open_with_numbers(nodes[0], "li", case, ["commercial"], DAY)


@pytest.mark.parametrize(
    "text", ["LA{year}", "LA{serial}", "{serial}{year}{case}", "{serial:06}{year}{", "{year}{serial:40}"]
)
def test_a_pattern_that_could_repeat_itself_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|long"):
        NumberPattern("x", "commercial", text, Restart.YEAR)


def test_an_insurers_own_pattern_counts_before_the_general_one() -> None:
    general = NumberPattern("a", "commercial", "A{serial}", Restart.NEVER)
    own = NumberPattern("b", "commercial", "B{year}{month}{day}{serial:03}", Restart.DAY, "甲保险")
    assert pattern_for([general, own], "commercial", "甲保险") is own
    assert pattern_for([general, own], "commercial", "乙保险") is general
    assert pattern_for([general, own], "property", "甲保险") is None
    assert (own.number(DAY, 7), own.scope(DAY), general.scope(DAY)) == ("B20261120007", "2026-11-20", "")


def test_what_to_look_at_before_opening(nodes: Sequence[Centre]) -> None:
    centre = nodes[0]

    def opened(number: str, **fields: Json) -> str:
        return office.open_claim(centre, "li", {"report_no": number, **WHOLE, **fields}, again_reason="two cars")

    near = opened("RD1", plate_no="沪A1")
    far = opened("RD2", reported_at=at(hours=60), accident_at=at(days=40), plate_no="沪A1")
    other = opened("RD3", policy_no=["P10", "P\"'%"])
    mine = opened("RD1", plate_no="沪A1", policy_from="2026-11-15", policy_to="2026-11-21")

    def prompts(case: str) -> dict[str, list[str]]:
        with centre.database.read() as session:
            claim = claim_of(session, case)
            assert claim is not None
            return {item.kind: [found for found, _ in item.cases] for item in opening_prompts(session, case, claim)}

    found = prompts(mine)
    assert found == {
        "duplicate_report": [near],
        "same_policy": [near],
        "earlier_losses": [far],
        "near_start": [],
        "near_end": [],
    }
    assert prompts(other) == {}
    assert "same_policy" not in prompts(far)


def test_the_desk_opens_a_claim_and_joins_a_case(live: EmbeddedCentre, office_user: str) -> None:
    case = office.open_claim(live.centre, "li", {"report_no": "RD1", **WHOLE})
    spot = office.open_claim(live.centre, "li", {"report_no": "RD2"}, case=new_case_id())
    with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as desk:
        desk.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        assert f'action="/claims/{case}/open"' in desk.get(f"/claims/{case}").text
        assert "this must be known" in desk.get(f"/claims/{spot}").text
        assert desk.post(f"/claims/{case}/open", data={}).status_code == 422
        page = desk.post(f"/claims/{case}/open", data={"line_commercial": "1", "line_compulsory": "1"}).text
        assert "LAS" in page
        assert "LAJ" in page
        assert f'action="/claims/{case}/open"' not in page
        assert spot in desk.post(f"/claims/{case}/join", data={"provisional": spot}).text
