"""The laptop goes by the authority that enrolled it, and keeps the tokens it needs to come back to the right centre."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.wire_errors import AuthorityChanged, NotSignedIn, Unreachable
from surveyor_app.protocol.messages import InboxAnswer
from surveyor_app.sync.authorities import fingerprint
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.enrolling import enrol
from surveyor_app.sync.tokens import MOST_TOKENS, MemoryTokens, kept_after
from tests.integration.centres import MakeLaptop
from tests.integration.changing_centre import ChangingCentre


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    """Another centre, that answers where the first one did."""
    with EmbeddedCentre(tmp_path_factory.mktemp("other")) as made:
        yield made


@pytest.fixture
def between(live: EmbeddedCentre) -> Iterator[ChangingCentre]:
    """Stands before the right centre and changes what it answers."""
    with ChangingCentre(live.url) as made:
        yield made


def reads_inbox(server: str, tokens: MemoryTokens, authority: bytes | None = None) -> None:
    with CentreClient(server, tokens, authority=authority) as client:
        client.get("/v1/inbox", InboxAnswer)


# ------------------------------------------------------------------------------------------------ authorities


def test_a_laptop_is_enrolled_at_another_centre_only_if_a_person_accepts_it(
    live: EmbeddedCentre, other: EmbeddedCentre, make_laptop: MakeLaptop
) -> None:
    laptop = make_laptop("zhang")
    assert laptop.enrolment is not None
    known, code = laptop.enrolment.ca_der, office.create_user(other.centre, "zhang", "Zhang").code or ""

    def again(server: str, accepted: str | None, code: str = code) -> bytes:
        return enrol(server, "zhang", code, laptop.key, authority=known, accepted=accepted).ca_der

    theirs = other.centre.authority.authority.certificate_der
    for accepted in (None, "", fingerprint(known), fingerprint(theirs)[:-1]):
        with pytest.raises(AuthorityChanged) as caught:
            again(other.url, accepted)
        assert caught.value.data == {"server": other.url, "known": fingerprint(known), "found": fingerprint(theirs)}
    assert not caught.value.retryable
    # The code was sent to nobody: it still holds.
    aloud = fingerprint(theirs).upper().replace(" ", ":")
    assert again(other.url, aloud) == theirs
    assert again(live.url, None, office.create_user(live.centre, "zhang", "Zhang").code or "") == known


def test_no_token_is_sent_to_another_centre(
    live: EmbeddedCentre, other: EmbeddedCentre, make_laptop: MakeLaptop
) -> None:
    laptop = make_laptop("wang")
    assert laptop.enrolment is not None
    with ChangingCentre(other.url) as seen, pytest.raises(AuthorityChanged):
        reads_inbox(seen.url, laptop.tokens, laptop.enrolment.ca_der)
    assert seen.requests == 1
    reads_inbox(live.url, laptop.tokens, laptop.enrolment.ca_der)


def test_a_page_in_the_centres_place_is_no_other_authority(
    live: EmbeddedCentre, make_laptop: MakeLaptop, between: ChangingCentre
) -> None:
    laptop = make_laptop("li")
    assert laptop.enrolment is not None
    between.change("/v1/authority.cer", lambda data: b"<html>sign in here</html>", {"content-type": "text/html"})
    with pytest.raises(Unreachable):
        reads_inbox(between.url, laptop.tokens, laptop.enrolment.ca_der)
    reads_inbox(live.url, laptop.tokens, laptop.enrolment.ca_der)


# ----------------------------------------------------------------------------------------------------- tokens


@pytest.mark.parametrize("times", [1, 3])
def test_tokens_that_are_none_cost_no_enrolment(
    live: EmbeddedCentre, make_laptop: MakeLaptop, between: ChangingCentre, times: int
) -> None:
    laptop = make_laptop(f"chen{times}")
    given: list[str] = []

    def lie(data: bytes) -> bytes:
        given.append(f"garbage{len(given)}")
        return json.dumps({**json.loads(data), "refresh_token": given[-1]}).encode()

    between.change("/v1/token", lie)
    for _ in range(times):
        reads_inbox(between.url, laptop.tokens)
    assert laptop.tokens.newest == given[-1]
    assert len(given) == times
    reads_inbox(live.url, laptop.tokens)
    reads_inbox(live.url, laptop.tokens)
    assert not set(given) & set(laptop.tokens.load())


def test_whoever_copied_the_tokens_is_found_out_as_before(live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    laptop = make_laptop("mo")
    stolen = MemoryTokens(laptop.tokens.newest)
    for _ in range(2):
        reads_inbox(live.url, laptop.tokens)
    for tokens in (stolen, laptop.tokens):
        with pytest.raises(NotSignedIn):
            reads_inbox(live.url, tokens)


def test_what_was_tried_in_vain_is_not_kept() -> None:
    assert kept_after("b", "new", ("a", "b", "c")) == ("new", "b", "c")
    assert kept_after("a", "new", tuple("abcdefg")) == ("new", *"abcdefg"[: MOST_TOKENS - 1])
