"""The claim (报案信息) and the tasks (任务) of a case: what the office gives out, and the visit that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import WGS84, boolean, day, decimal, enum, instant, integer, money, multi, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """Claim data as reported: domain §1.3, §3.1 (header, accident) and §1.6 (instants)."""

    KIND: ClassVar[str] = "claim"

    report_no: str | None = text(30)
    claim_no: tuple[str, ...] | None = multi()
    policy_no: tuple[str, ...] | None = multi()
    insurer: str | None = text(60)
    insured_name: str | None = text(60)
    insured_phone: str | None = text(30)
    reporter_name: str | None = text(60)
    reporter_phone: str | None = text(30)
    plate_no: str | None = text(10)
    make_model: str | None = text(60)
    frame_no: str | None = text(17)
    policy_from: date | None = day()
    policy_to: date | None = day()
    deductible: Decimal | None = money()
    reported_at: Instant | None = instant()
    accident_at: Instant | None = instant()
    accident_place: str | None = text(200)
    accident_lat: Decimal | None = decimal(7, WGS84)
    accident_lon: Decimal | None = decimal(7, WGS84)
    loss_cause: str | None = enum("loss_cause")
    reported_course: str | None = text(2000)
    # Why no policy number could be verified, where none is known (domain §3.1).
    policy_unverified_reason: str | None = text(500)
    # The flow flag (流转标志, domain §1.5): since when it stands as it does, who said so and why; empty is normal.
    flow: str | None = enum("claim_flow")
    flow_at: Instant | None = instant()
    flow_by: str | None = text(60)
    flow_reason: str | None = text(500)

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the claim was cancelled (注销) and not reopened since."""
        return self.flow == CANCELLED


NORMAL, CANCELLED = "normal", "cancelled"
"""Flow flags of a claim."""

FLOW_FIELDS = frozenset({"flow", "flow_at", "flow_by", "flow_reason"})
"""Fields of a claim that say whether it goes on: written by cancelling and reopening alone."""


GIVEN_AWAY = frozenset({"handed_over", "reassigned", "cancelled"})
"""States of a task that is no longer its holder's to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Record):
    """One task of the case (domain §1.4) with owner and state, and for a scene task the visit itself (domain §3)."""

    KIND: ClassVar[str] = "task"

    task_no: str | None = text(30)
    task_kind: str | None = enum("task_kind")
    task_status: str | None = enum("task_status")
    owner: str | None = text(60)
    owner_name: str | None = text(60)
    dispatched_at: Instant | None = instant()
    due_at: Instant | None = instant()
    # The visit: written by the surveyor who holds the task.
    contacted_at: Instant | None = instant()
    arrived_at: Instant | None = instant()
    left_at: Instant | None = instant()
    survey_place: str | None = text(200)
    survey_lat: Decimal | None = decimal(7, WGS84)
    survey_lon: Decimal | None = decimal(7, WGS84)
    survey_kind: str | None = enum("survey_kind")
    scene_class: str | None = enum("scene_class")
    is_first_scene: bool | None = boolean()
    accident_kind: str | None = enum("accident_kind")
    accident_form: str | None = enum("accident_form")
    weather: str | None = enum("weather")
    visibility_m: int | None = integer("m")
    lighting: str | None = enum("lighting")
    road_type: str | None = enum("road_type")
    road_surface: str | None = enum("road_surface")
    liability: str | None = enum("liability")
    surveyor_opinion: str | None = text(249)
    survey_text: str | None = text(8000)
    second_surveyor: str | None = text(60)
    # What else the record form asks (domain §3.1) and what the receiver wants to know (domain §3.2).
    survey_class: str | None = enum("survey_class")
    survey_stage: str | None = enum("survey_stage")
    claim_category: str | None = enum("claim_category")
    surveyor_id_no: str | None = text(30)
    surveyor_phone: str | None = text(30)
    delegated: str | None = enum("delegated")
    survey_fee: Decimal | None = money()
    collision_manner: str | None = enum("collision_manner")
    traffic_control: str | None = enum("traffic_control")
    handling: str | None = enum("handling")
    liability_doc: str | None = enum("liability_doc")
    liability_ratio: Decimal | None = decimal(2, "%")
    ctpl_fault: str | None = enum("ctpl_fault")
    secondary_cause: str | None = text(60)
    catastrophe_1: str | None = text(20)
    catastrophe_2: str | None = text(20)
    loading_state: str | None = text(500)
    is_single_vehicle: bool | None = boolean()
    is_total_loss: bool | None = boolean()
    is_fire_explosion: bool | None = boolean()
    is_water: bool | None = boolean()
    water_level: str | None = enum("water_level")
    is_mutual_self_pay: bool | None = boolean()
    is_subrogation: bool | None = boolean()
    has_property_loss: bool | None = boolean()
    has_injury: bool | None = boolean()
    needs_rescue: bool | None = boolean()
    needs_dismantling: bool | None = boolean()
    inspection_valid: str | None = enum("tri")
    driver_on_scene: str | None = enum("tri")
    is_major_case: bool | None = boolean()
    major_case_opinion: str | None = text(140)
    # For the office alone (domain §13.4).
    risk_flags: tuple[str, ...] | None = multi("risk_flag")
    is_exempt: bool | None = boolean()
    exemption_reason: str | None = enum("exemption_reason")
    # The estimates of the record form (domain §3.1): ① to ⑤.
    own_vehicle_loss: Decimal | None = money()
    own_crane: Decimal | None = money()
    own_towing: Decimal | None = money()
    own_other_rescue: Decimal | None = money()
    own_hospitalised_n: int | None = integer()
    own_hospitalised_cost: Decimal | None = money()
    own_other_n: int | None = integer()
    own_other_cost: Decimal | None = money()
    other_vehicle_loss: Decimal | None = money()
    other_crane: Decimal | None = money()
    other_towing: Decimal | None = money()
    other_other_rescue: Decimal | None = money()
    other_hospitalised_n: int | None = integer()
    other_hospitalised_cost: Decimal | None = money()
    other_other_n: int | None = integer()
    other_other_cost: Decimal | None = money()
    other_loss: Decimal | None = money()
