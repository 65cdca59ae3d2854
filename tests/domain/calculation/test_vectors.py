"""Every worked example of the domain reference comes out to the cent, and its printed formulas count to the printed figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from surveyor_app.domain.calculation.compulsory.paying import pay_compulsory
from surveyor_app.domain.calculation.evaluating import calculate
from surveyor_app.domain.calculation.results import Result
from surveyor_app.domain.calculation.rounding import rounded
from surveyor_app.domain.calculation.splitting import Share, split
from tests.domain.calculation.packs import TODAY, VECTORS, ctpl, inputs_of, losses_of, pack, paid, vehicles_of
from tests.domain.calculation.printed import counted

Vector = Mapping[str, Any]


def named(kind: str) -> list[Any]:
    return [pytest.param(vector, id=f"{vector['id']}-{place}") for place, vector in enumerate(VECTORS[kind])]


def by_names(result: Result, wanted: Mapping[str, str]) -> dict[str, Decimal]:
    """Return the lines as the vector names them: with item or mark only where it does."""
    has_items = any(name.endswith((" medical", " property", " death")) for name in wanted)
    return {
        f"{line.payer}→{line.payee}"
        + (f" {line.item}" if has_items else f" {line.mark}" if line.mark else ""): line.amount
        for line in result.lines
    }


def assert_printed_counts(result: Result) -> None:
    for step in result.steps:
        assert counted(step.tree.figures(), result.steps) == step.value, step.id


@pytest.mark.parametrize("vector", named("compulsory"))
def test_compulsory_cover(vector: Vector) -> None:
    result = paid(vector)
    if "lines" in vector:
        wanted = {name: Decimal(amount) for name, amount in vector["lines"].items()}
        assert by_names(result, vector["lines"]) == wanted
    if "total" in vector:
        assert result.total == Decimal(vector["total"])
    for payer, amount in vector.get("payers", {}).items():
        own = [line.amount for line in result.lines if line.payer == payer and line.mark != "proxy"]
        assert sum(own) == Decimal(amount), payer
    for victim, amount in vector.get("victims", {}).items():
        assert sum(line.amount for line in result.lines if line.payee == victim) == Decimal(amount), victim
    for name, amount in vector.get("exact", {}).items():
        exact = {f"{line.payer}→{line.payee}": rounded(line.exact) for line in result.lines}
        assert exact[name] == Decimal(amount)
    assert_steps(result, "bears", vector.get("bears", {}))
    assert_steps(result, "bears", vector.get("within", {}))
    unpaid = {note.values["victim"]: note.values["amount"] for note in result.warnings if note.code == "ctpl_unpaid"}
    if "unpaid" in vector:
        assert unpaid == vector["unpaid"]
    assert_printed_counts(result)


def assert_steps(result: Result, word: str, wanted: Mapping[str, str]) -> None:
    names = {step.id: step for step in result.steps if step.id.startswith(f"{word}_")}
    for name, amount in wanted.items():
        payer, victim = name.split("→")
        own = [
            rounded(step.value)
            for step in names.values()
            if (step.name.values or {}).get("payer") == payer and (step.name.values or {}).get("victims") == victim
        ]
        assert own == [Decimal(amount)], name


def test_k15_is_the_same_for_all_orders_of_the_vehicles() -> None:
    vector = next(vector for vector in VECTORS["compulsory"] if vector["id"] == "K15")
    losses, pack_ = losses_of(vector["losses"]), ctpl(TODAY)
    results = [
        [
            (line.payer, line.payee, line.amount, line.exact)
            for line in pay_compulsory(pack_, order, losses, TODAY).lines
        ]
        for order in permutations(vehicles_of(vector["vehicles"]))
    ]
    assert len(results) == 6
    assert all(result == results[0] for result in results)


@pytest.mark.parametrize("vector", named("formulas"))
def test_formulas(vector: Vector) -> None:
    rules = pack(vector["pack"])
    result = calculate(rules, inputs_of(vector["inputs"], rules))
    assert {name: result.amount(name) for name in vector["amounts"]} == {
        name: Decimal(amount) for name, amount in vector["amounts"].items()
    }
    for name, amount in vector.get("wrong", {}).items():
        assert result.amount(name) != Decimal(amount)
    assert_printed_counts(result)


@pytest.mark.parametrize("vector", named("shares"))
def test_shares(vector: Vector) -> None:
    shares = [Share(name, Decimal(weight)) for name, weight in vector["shares"].items()]
    result = split(pack(vector["pack"]), Decimal(vector["total"]), None, shares)
    assert {line.payer: line.amount for line in result.lines} == {
        name: Decimal(amount) for name, amount in vector["amounts"].items()
    }
    assert_printed_counts(result)


def test_every_example_of_the_reference_is_here(domain_reference: Path) -> None:
    text = domain_reference.read_text(encoding="utf-8")
    table = text[text.index("### 12.8") : text.index("### 12.9")]
    asked = set(re.findall(r"^\| (K\d+) \|", table, re.MULTILINE))
    there = {vector["id"] for kind in VECTORS.values() for vector in kind}
    assert len(asked) > 45
    assert asked == there
