"""The covers of a motor policy: third party, own damage, theft, occupants seat by seat (domain §12.3, §12.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, limit_of
from surveyor_app.domain.calculation.compulsory.paying import PROXY
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.actual_value import actual_value_sheet, value_of
from surveyor_app.domain.calculation.gathering.case_figures import CaseFigures, Wishes
from surveyor_app.domain.calculation.gathering.liable import THEFT, Liable, is_stolen
from surveyor_app.domain.calculation.gathering.losses import MEDICAL, RESCUE, counted_rescue, subject_of
from surveyor_app.domain.calculation.gathering.sheet_making import cover_figures, cover_sheet
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.domain.calculation.reckoning import Reckoning, lines_of
from surveyor_app.domain.calculation.results import Caution
from surveyor_app.domain.calculation.worksheets import CoverSheet
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.vehicles import Vehicle

COMMERCIAL = "commercial"
THIRD_PARTY, OWN_DAMAGE, OCCUPANTS = "third_party", "own_damage", "occupants"
OUTSIDE = "outside_insurance_medical"
THEFT_IN_OWN_DAMAGE = frozenset({"2020", "2021_nev"})
"""Clause forms in which theft is no cover of its own (domain §12.4)."""
COMPULSORY_LINES = "compulsory"
"""Source of what compulsory cover paid."""
_CENT = Decimal("0.01")
Figures = dict[str, Given]


class MotorCovers:
    """Fills in what the covers of motor policies are calculated from; ``cautions`` collects what has to be said."""

    def __init__(
        self,
        found: CaseFigures,
        packs: Sequence[RulePack],
        wishes: Wishes,
        losses: Sequence[Loss],
        paid: Reckoning,
        cautions: list[Caution],
    ) -> None:
        self._found = found
        self._packs = packs
        self._wishes = wishes
        self._liable = Liable(found, wishes)
        self._losses = losses
        self._paid = paid
        self._cautions = cautions
        self._value: Given | None = None
        """What the insured vehicle was worth, where the records say enough."""

    def sheets(self, policy: Policy, own: Vehicle, on: date) -> Iterable[CoverSheet]:
        """Yield what is calculated of a policy: one sheet a cover, of occupants one a person."""
        covers = [cover for cover in self._found.covers if cover.policy_uid == policy.id]
        outside = _Outside(self._found, covers)
        worth = actual_value_sheet(own, policy, self._packs, self._wishes, on) if policy.line == COMMERCIAL else None
        if worth is not None:
            yield worth
            self._value = value_of(worth, self._packs, on)
        for cover in covers:
            for kind, subject, figures in self._of_cover(cover, policy, own, outside):
                made = cover_sheet(kind, policy, subject, figures, self._packs, self._wishes, on)
                if made is not None:
                    yield made

    def _of_cover(
        self, cover: Cover, policy: Policy, own: Vehicle, outside: _Outside
    ) -> Iterable[tuple[str, str, Figures]]:
        no, stolen = policy.policy_no or "", is_stolen(self._found)
        shared = cover_figures(cover, policy) | self._of_fault(own)
        if stolen and cover.kind == (OWN_DAMAGE if policy.clause_form in THEFT_IN_OWN_DAMAGE else THEFT):
            yield THEFT, no, shared
        elif cover.kind == OWN_DAMAGE and not stolen:
            yield OWN_DAMAGE, no, shared | self._own_damage(own)
        elif cover.kind == THIRD_PARTY:
            yield THIRD_PARTY, no, shared | self._third_party(own, outside)
        elif cover.kind == OCCUPANTS:
            yield from ((OCCUPANTS, name, shared | figures) for name, figures in self._occupants(cover, own, outside))

    def _of_fault(self, own: Vehicle) -> Figures:
        figures: Figures = {}
        if (ratio := self._liable.ratio(own)) is not None:
            figures["ratio"] = Given(*ratio)
        if (grade := self._liable.grade(own)) is not None:
            figures["grade"] = Given(*grade)
        return figures

    # ------------------------------------------------------------------------------------------ each cover

    def _own_damage(self, own: Vehicle) -> Figures:
        mine = self._found.name(own.id)
        losses = [loss for loss in self._losses if loss.vehicle == mine and loss.item is Item.PROPERTY]
        damage = [loss for loss in losses if not loss.source.startswith(RESCUE)]
        rescue = [loss for loss in losses if loss.source.startswith(RESCUE)]
        figures = {name: _sum(damage) for name in ("loss", "assessed", "repair")} | {"rescue": _sum(rescue)}
        usual, proxy = self._paid_for({mine})
        of_rescue = _part(usual, _amount(rescue), _amount(losses))
        figures["ctpl_paid"] = Given(usual - of_rescue, COMPULSORY_LINES)
        figures["ctpl_rescue_paid"] = Given(of_rescue, COMPULSORY_LINES)
        figures["proxy_paid"] = Given(proxy, COMPULSORY_LINES)
        task = self._found.task
        if task is not None and task.is_total_loss:
            figures["loss_kind"] = Given("total", f"task:{task.id}")
        if task is not None and task.is_subrogation:
            figures["subrogation"] = Given(True, f"task:{task.id}")
        if self._value is not None:
            figures["actual_value"] = self._value
            self._say_total(_amount(losses))
        return figures | self._saved(own)

    def _say_total(self, cost: Decimal) -> None:
        """Say that repair reaches the actual value: a decision of the office, never automatic (domain §12.4)."""
        worth = self._value.value if self._value is not None else None
        task = self._found.task
        is_said = task is not None and bool(task.is_total_loss)
        if isinstance(worth, Decimal) and cost >= worth > 0 and not is_said:
            self._cautions.append(Caution("constructive_total", {"cost": f"{cost:,.2f}", "value": f"{worth:,.2f}"}))

    def _saved(self, own: Vehicle) -> Figures:
        """Return what else was saved by the same cost, which bears its part of it (clause art. 19)."""
        costs = [cost for cost in counted_rescue(self._found) if subject_of(self._found, cost) == own.id]
        shared = [cost for cost in costs if cost.uninsured_property_value]
        values = {(cost.insured_property_value, cost.uninsured_property_value) for cost in costs}
        if not shared:
            return {}
        if len(values) > 1 or not shared[0].insured_property_value:
            self._cautions.append(Caution("rescue_values_unclear"))
            return {}
        source = ",".join(f"rescue_cost:{cost.id}" for cost in costs)
        return {
            "insured_saved": Given(shared[0].insured_property_value, source),
            "uninsured_saved": Given(shared[0].uninsured_property_value or Decimal(0), source),
        }

    def _third_party(self, own: Vehicle, outside: _Outside) -> Figures:
        mine = self._found.name(own.id)
        trailers = self._own_trailers(own)
        losses = [
            loss
            for loss in self._losses
            if loss.vehicle != mine
            and mine not in loss.not_by
            and not (loss.vehicle in trailers and loss.victim == loss.vehicle)
        ]
        rescue = [loss for loss in losses if loss.source.startswith(RESCUE)]
        figures = {
            "loss": _sum(losses),
            "assessed": _sum([loss for loss in losses if loss not in rescue]),
            "rescue": _sum(rescue),
            "ctpl_paid": Given(sum(self._paid_for({loss.victim for loss in losses}), Decimal(0)), COMPULSORY_LINES),
            "ctpl_limit": Given(self._limits({loss.item for loss in losses}), COMPULSORY_LINES),
        }
        injured = [injury.id for injury in self._found.injuries if injury.vehicle_uid != own.id]
        return figures | outside.figure(injured)

    def _own_trailers(self, own: Vehicle) -> set[str]:
        """Return the trailers of the insured vehicle: what happens to them is no third party's loss."""
        mine = [vehicle for vehicle in self._found.vehicles if self._found.tractor_of(vehicle) is own]
        names = {self._found.name(vehicle.id) for vehicle in mine}
        for name in sorted({loss.victim for loss in self._losses if loss.victim in names}):
            caution = Caution("trailer_damage", {"vehicle": name})
            if caution not in self._cautions:
                self._cautions.append(caution)
        return names

    def _occupants(self, cover: Cover, own: Vehicle, outside: _Outside) -> Iterable[tuple[str, Figures]]:
        mine = self._found.name(own.id)
        injuries = [injury for injury in self._found.injuries if injury.vehicle_uid == own.id]
        if cover.seats is not None and len(injuries) > cover.seats:
            values = {"injured": str(len(injuries)), "seats": str(cover.seats)}
            self._cautions.append(Caution("more_injured_than_seats", values))
        for injury in injuries:
            name = self._found.name(injury.person_uid)
            losses = [loss for loss in self._losses if loss.victim == name and loss.vehicle == mine]
            if not losses:
                continue
            figures = {
                "loss": _sum(losses),
                "ctpl_due": Given(sum(self._paid_for({name}), Decimal(0)), COMPULSORY_LINES),
            }
            if cover.per_seat is not None:
                figures["seat_limit"] = Given(cover.per_seat, f"cover:{cover.id}")
            yield name, figures | outside.figure([injury.id])

    # ------------------------------------------------------------------------------------------ compulsory cover

    def _paid_for(self, victims: set[str]) -> tuple[Decimal, Decimal]:
        """Return what compulsory cover paid to victims: in the usual way, and by proxy."""
        lines = [line for part in self._paid.parts for line in lines_of(part) if line.payee in victims]
        usual = sum((line.amount for line in lines if line.mark != PROXY), Decimal(0))
        return usual, sum((line.amount for line in lines if line.mark == PROXY), Decimal(0))

    def _limits(self, items: set[Item]) -> Decimal:
        rules = next((part.pack.compulsory for part in self._paid.parts if part.pack.compulsory), None)
        return Decimal(0) if rules is None else sum((limit_of(rules.limits, item) for item in items), Decimal(0))


class _Outside:
    """Medical cost outside public insurance: not paid, but for what a cover of its own pays, up to its limit once."""

    def __init__(self, found: CaseFigures, covers: Sequence[Cover]) -> None:
        self._found = found
        self._covers = [cover for cover in covers if cover.kind == OUTSIDE and cover.limit is not None]
        self._left = sum((cover.limit or Decimal(0) for cover in self._covers), Decimal(0))

    def figure(self, injuries: Sequence[str]) -> Figures:
        """Return what is not paid of the fees of these injuries, nothing where no fee says."""
        fees = [
            fee
            for fee in self._found.fees
            if fee.injury_uid in injuries
            and fee.amount is not None
            and fee.within_insurance is not None
            and self._found.limit_of(fee.code or "") == MEDICAL
        ]
        if not fees:
            return {}
        whole = sum((max(Decimal(0), _of(fee.amount) - _of(fee.within_insurance)) for fee in fees), Decimal(0))
        covered = min(whole, self._left)
        self._left -= covered
        bought = [f"cover:{cover.id}" for cover in self._covers] if covered else []
        return {"outside_insurance": Given(whole - covered, ",".join([*(f"fee:{fee.id}" for fee in fees), *bought]))}


def _of(amount: Decimal | None) -> Decimal:
    return amount or Decimal(0)


def _amount(losses: Sequence[Loss]) -> Decimal:
    return sum((loss.amount for loss in losses), Decimal(0))


def _sum(losses: Sequence[Loss]) -> Given:
    return Given(_amount(losses), ",".join(dict.fromkeys(loss.source for loss in losses)))


def _part(paid: Decimal, own: Decimal, whole: Decimal) -> Decimal:
    """Return the part of what was paid that falls on some of the losses, to the cent: the rest is the others'."""
    return (paid * own / whole).quantize(_CENT, ROUND_HALF_UP) if whole else Decimal(0)
