"""What a case puts into a calculation: records become figures, each with the records it is from (domain §12, §18.1).

Only what follows from records is filled in; what an insurer knows besides (insurable value, months used) is given by hand and
said to be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss
from surveyor_app.domain.calculation.compulsory.parties import Vehicle as Party
from surveyor_app.domain.calculation.compulsory.paying import PROXY
from surveyor_app.domain.calculation.errors import PackMissing
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.liabilities import Liability, adds_up, sum_of_shares, that_count
from surveyor_app.domain.calculation.packs import Chosen, RulePack, choose
from surveyor_app.domain.calculation.reckoning import Reckoning, lines_of, reckon
from surveyor_app.domain.calculation.worksheets import CompulsorySheet, CoverSheet, Worksheet
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost
from surveyor_app.domain.losses.totals import Losses, line_amount, subject_losses
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle

BY_HAND = "by_hand"
"""Source of a figure that somebody put in."""
INSURED, NO = "insured", "no"
_NO_FAULT = frozenset({"none"})


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """The records that a calculation is made from, withdrawn ones left out; ``names`` of vehicles and people by id.

    ``limit_of`` tells the compulsory item of a fee's code.
    """

    claim: Claim | None
    task: Task | None
    vehicles: Sequence[Vehicle]
    marks: Sequence[DamageMark]
    items: Sequence[PropertyItem]
    injuries: Sequence[Injury]
    fees: Sequence[Fee]
    rescue: Sequence[RescueCost]
    policies: Sequence[Policy]
    covers: Sequence[Cover]
    liabilities: Sequence[Liability]
    names: Mapping[str, str]
    limit_of: Callable[[str], str | None]

    @property
    def accident_on(self) -> date | None:
        """Return the local day of the accident."""
        at = self.claim.accident_at if self.claim else None
        return None if at is None else at.local.date()

    @property
    def insured_vehicle(self) -> Vehicle | None:
        """Return the vehicle that is insured here."""
        return next((vehicle for vehicle in self.vehicles if vehicle.category == INSURED), None)

    def name(self, record_id: str | None) -> str:
        """Return what a record is called on the sheet."""
        return self.names.get(record_id or "") or (record_id or "–")[-8:]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is not in the records: packs by cover, figures by cover, whether each wants to pay its own, settings."""

    packs: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Mapping[str, Given]] = field(default_factory=dict)
    self_pay_agreed: bool = False
    no_fault_pays_roadside: bool | None = None
    ratios: Mapping[str, Decimal] = field(default_factory=dict)


def gather(found: CaseFigures, packs: Sequence[RulePack], wishes: Wishes) -> Worksheet:
    """Return the worksheet of a case.

    Raises:
        PackMissing: nothing says when the accident was, or no pack applies to it.
    """
    accident_on = found.accident_on
    if accident_on is None:
        raise PackMissing(what="–", form="–", at="–")
    desk = _Desk(found, packs, wishes, accident_on)
    compulsory = desk.compulsory()
    paid = reckon(Worksheet(accident_on, compulsory), packs)
    covers = [sheet for policy in found.policies for sheet in desk.covers(policy, paid)]
    total = None if adds_up(found.liabilities) else sum_of_shares(found.liabilities)
    return Worksheet(accident_on, compulsory, covers, total)


class _Desk:
    """Fills a worksheet in."""

    def __init__(self, found: CaseFigures, packs: Sequence[RulePack], wishes: Wishes, accident_on: date) -> None:
        self._found = found
        self._packs = packs
        self._wishes = wishes
        self._accident_on = accident_on
        self._shares = {item.party_uid: item for item in that_count(found.liabilities)}
        self._losses = list(self._all_losses())

    # ------------------------------------------------------------------------------------------ compulsory cover

    def compulsory(self) -> CompulsorySheet | None:
        """Return what compulsory cover is calculated from, ``None`` without vehicles."""
        if not self._found.vehicles:
            return None
        setting = self._wishes.packs.get("compulsory")
        pack = choose(self._packs, "compulsory", accident_on=self._accident_on, setting=setting).pack
        parties = [
            Party(self._found.name(vehicle.id), self._is_at_fault(vehicle), vehicle.insured != NO)
            for vehicle in self._found.vehicles
        ]
        return CompulsorySheet(
            pack.pack_id,
            parties,
            self._losses,
            self._wishes.self_pay_agreed,
            self._wishes.no_fault_pays_roadside,
            None if self._found.insured_vehicle is None else self._found.name(self._found.insured_vehicle.id),
        )

    def _is_at_fault(self, vehicle: Vehicle) -> bool:
        share = self.ratio(vehicle)
        task = self._found.task
        if vehicle.category == INSURED and task is not None and task.ctpl_fault is not None:
            return task.ctpl_fault == "at_fault"
        if share is not None:
            return share[0] > 0
        return vehicle.liability not in _NO_FAULT

    def ratio(self, vehicle: Vehicle) -> tuple[Decimal, str] | None:
        """Return a vehicle's share and what it is from."""
        wished = self._wishes.ratios.get(self._found.name(vehicle.id))
        if wished is not None:
            return wished, BY_HAND
        share = self._shares.get(vehicle.id)
        if share is not None and share.share is not None:
            return share.share, f"liability:{share.id}"
        task = self._found.task
        if vehicle.category == INSURED and task is not None and task.liability_ratio is not None:
            return task.liability_ratio, f"task:{task.id}"
        return None if vehicle.ratio is None else (vehicle.ratio, f"vehicle:{vehicle.id}")

    def grade(self, vehicle: Vehicle) -> tuple[str, str] | None:
        """Return a vehicle's grade and what it is from."""
        share = self._shares.get(vehicle.id)
        task = self._found.task
        if share is not None and share.grade:
            return share.grade, f"liability:{share.id}"
        if vehicle.category == INSURED and task is not None and task.liability:
            return task.liability, f"task:{task.id}"
        return (vehicle.liability, f"vehicle:{vehicle.id}") if vehicle.liability else None

    def _all_losses(self) -> Sequence[Loss]:
        return [*self._of_vehicles(), *self._of_items(), *self._of_injuries()]

    def _of_vehicles(self) -> Sequence[Loss]:
        found = self._found
        known = {vehicle.id: vehicle for vehicle in found.vehicles}
        marks: dict[str, list[str]] = {}
        for mark in found.marks:
            marks.setdefault(mark.vehicle_uid or "", []).append(f"damage_mark:{mark.id}")
        return [
            Loss(
                found.name(loss.subject),
                Item.PROPERTY,
                loss.amount,
                found.name(loss.subject),
                source=",".join(marks.get(loss.subject or "", [f"vehicle:{loss.subject}"])),
            )
            for loss in subject_losses(Losses(vehicles=found.vehicles, marks=found.marks))
            if loss.subject in known and loss.amount > 0
        ]

    def _of_items(self) -> Sequence[Loss]:
        found, insured = self._found, self._found.insured_vehicle
        losses = []
        for item in found.items:
            amount = line_amount(item)
            if amount is None or amount <= 0:
                continue
            own = (found.name(insured.id),) if item.party == INSURED and insured is not None else ()
            name = item.owner or item.name or item.id[-8:]
            losses.append(Loss(name, Item.PROPERTY, amount, None, own, source=f"property_item:{item.id}"))
        return losses

    def _of_injuries(self) -> Sequence[Loss]:
        found = self._found
        losses = []
        for injury in found.injuries:
            vehicle = found.name(injury.vehicle_uid) if injury.vehicle_uid in found.names else None
            name = found.name(injury.person_uid)
            mine = [fee for fee in found.fees if fee.injury_uid == injury.id and fee.amount]
            for fee in mine:
                item = Item.MEDICAL if found.limit_of(fee.code or "") == "medical" else Item.DEATH
                losses.append(Loss(name, item, fee.amount or Decimal(0), vehicle, source=f"fee:{fee.id}"))
            if not mine and injury.estimate:
                losses.append(Loss(name, Item.MEDICAL, injury.estimate, vehicle, source=f"injury:{injury.id}"))
        return losses

    # ------------------------------------------------------------------------------------------ covers

    def covers(self, policy: Policy, paid: Reckoning) -> Sequence[CoverSheet]:
        """Return what the covers of a policy are calculated from: those that there are formulas for."""
        sheets = []
        for cover in self._found.covers:
            if cover.policy_uid != policy.id or cover.kind not in ("third_party", "own_damage"):
                continue
            if self._found.insured_vehicle is None:
                continue
            chosen = self._chosen(cover, policy)
            if chosen is None:
                continue
            figures = self._figures(cover, policy, self._found.insured_vehicle, paid)
            figures |= self._wishes.figures.get(cover.kind, {})
            words = chosen.pack.words or {}
            kept = {name: given for name, given in figures.items() if name in words and words[name].is_given}
            others = tuple(other.id for other in chosen.others)
            sheets.append(CoverSheet(cover.kind, chosen.pack.pack_id, kept, policy.policy_no or "", others))
        return sheets

    def _chosen(self, cover: Cover, policy: Policy) -> Chosen | None:
        try:
            return choose(
                self._packs,
                cover.kind or "",
                accident_on=self._accident_on,
                clause_form=policy.clause_form,
                setting=self._wishes.packs.get(cover.kind or ""),
            )
        except PackMissing:
            return None

    def _figures(self, cover: Cover, policy: Policy, own: Vehicle, paid: Reckoning) -> dict[str, Given]:
        figures = self._shared_figures(cover, policy, own)
        mine = self._found.name(own.id)
        is_own = cover.kind == "own_damage"
        losses = [loss for loss in self._losses if (loss.vehicle == mine) is is_own and mine not in loss.not_by]
        losses = [loss for loss in losses if not is_own or loss.item is Item.PROPERTY]
        whole = sum((loss.amount for loss in losses), Decimal(0))
        source = ",".join(loss.source for loss in losses)
        for name in ("loss", "assessed", "repair"):
            figures[name] = Given(whole, source)
        victims = {loss.victim for loss in losses}
        lines = [line for part in paid.parts for line in lines_of(part) if line.payee in victims]
        usual = sum((line.amount for line in lines if line.mark != PROXY), Decimal(0))
        figures["ctpl_paid"] = Given(usual, "compulsory")
        if is_own:
            figures["proxy_paid"] = Given(
                sum((line.amount for line in lines if line.mark == PROXY), Decimal(0)), "compulsory"
            )
        figures["ctpl_limit"] = Given(self._limits({loss.item for loss in losses}, paid), "compulsory")
        rescue = [cost for cost in self._found.rescue if (cost.subject_uid == own.id) is is_own and cost.amount]
        rescued = sum((cost.amount or Decimal(0) for cost in rescue), Decimal(0))
        figures["rescue"] = Given(rescued, ",".join(f"rescue_cost:{cost.id}" for cost in rescue))
        return figures

    def _shared_figures(self, cover: Cover, policy: Policy, own: Vehicle) -> dict[str, Given]:
        figures: dict[str, Given] = {}
        at = f"cover:{cover.id}"
        for name, value in (
            ("limit", cover.limit),
            ("sum_insured", cover.sum_insured),
            ("deductible", cover.deductible_amount),
            ("extra_rate", cover.deductible_rate),
        ):
            if value is not None:
                figures[name] = Given(value, at)
        if cover.waiver is not None:
            figures["waiver"] = Given(cover.waiver, at)
        if policy.new_price is not None:
            figures["new_price"] = Given(policy.new_price, f"policy:{policy.id}")
        if (ratio := self.ratio(own)) is not None:
            figures["ratio"] = Given(*ratio)
        if (grade := self.grade(own)) is not None:
            figures["grade"] = Given(*grade)
        return figures

    def _limits(self, items: set[Item], paid: Reckoning) -> Decimal:
        limits = next((part.pack.compulsory.limits for part in paid.parts if part.pack.compulsory), None)
        if limits is None:
            return Decimal(0)
        of_item = {Item.DEATH: limits.death, Item.MEDICAL: limits.medical, Item.PROPERTY: limits.property}
        return sum((of_item[item] for item in items), Decimal(0))
