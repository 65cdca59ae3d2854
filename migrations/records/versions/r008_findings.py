"""The findings in full: the rest of the record form, policies, answers to checks, losses, papers and enquiries.

Revision ID: r008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r008"
down_revision = "r007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what older entries do not fill; projections are rebuilt from the journal afterwards."""
    _complete()
    _make()


def _complete() -> None:
    _add(
        "claims",
        *_texts("policy_unverified_reason"),
    )
    _add(
        "tasks",
        *_texts(
            "survey_class survey_stage claim_category surveyor_id_no surveyor_phone delegated survey_fee "
            "collision_manner traffic_control handling liability_doc liability_ratio ctpl_fault secondary_cause "
            "catastrophe_1 catastrophe_2 loading_state water_level inspection_valid driver_on_scene "
            "major_case_opinion risk_flags exemption_reason own_vehicle_loss own_crane own_towing "
            "own_other_rescue own_hospitalised_cost own_other_cost other_vehicle_loss other_crane other_towing "
            "other_other_rescue other_hospitalised_cost other_other_cost other_loss"
        ),
        *_numbers("own_hospitalised_n own_other_n other_hospitalised_n other_other_n"),
        *_flags(
            "is_single_vehicle is_total_loss is_fire_explosion is_water is_mutual_self_pay is_subrogation "
            "has_property_loss has_injury needs_rescue needs_dismantling is_major_case is_exempt"
        ),
    )
    _add(
        "people",
        *_texts("education industry licence_valid_to"),
        *_numbers("age"),
    )
    _add(
        "vehicles",
        *_texts(
            "plate_kind vin vehicle_kind model_name manoeuvre insured certificate_no loss_parts estimate "
            "liability ratio assessment_method assessment_place"
        ),
        *_numbers("years_used"),
        *_flags("has_loss"),
    )
    _add(
        "damage_marks",
        *_texts("length_cm depth_cm matches_mark"),
    )


def _make() -> None:
    _projection(
        "policies",
        *_texts(
            "policy_no line insurer insured_name insured_id_type insured_id_no clause_form period_from "
            "period_to plate_no engine_no vin new_price use_nature named_drivers region premium_paid "
            "special_terms"
        ),
        *_numbers("earlier_losses"),
    )
    _projection(
        "covers",
        *_texts("rank policy_uid kind limit sum_insured per_seat deductible_amount deductible_rate note"),
        *_numbers("seats"),
        *_flags("waiver"),
    )
    _projection(
        "proposals",
        *_texts("target_kind target_uid target_field value reason state decided_by decision_reason"),
        *_instants("decided_at"),
    )
    _projection(
        "check_answers",
        *_texts("check_id answer choice choices other_text note"),
        *_numbers("injured_n dead_n"),
        *_flags("none_apply"),
    )
    _projection(
        "property_items",
        *_texts(
            "rank party property_class name spec_model serial unit quantity unit_price bought book_value "
            "net_value damage_state loss_rate salvage amount owner place insured cover counting_method "
            "claimed_quantity claimed_amount difference_note photos note"
        ),
    )
    _projection(
        "injuries",
        *_texts(
            "rank person_uid vehicle_uid case_handling_kind survey_handling estimate body_parts treatment "
            "hospital diagnosis admitted_on discharged_on bed nursing medical_history cover photos note"
        ),
        *_numbers("disability_grade"),
        *_flags("on_site_mediation"),
        *_instants("died_at"),
    )
    _projection(
        "injury_visits",
        *_texts("rank injury_uid visit_kind channel visited_by place condition treatment cost_so_far media"),
        *_instants("visited_at next_at"),
    )
    _projection(
        "fees",
        *_texts("rank injury_uid code amount within_insurance days daily_rate paid_by paid_on receipts note"),
    )
    _projection(
        "rescue_costs",
        *_texts(
            "rank rescue_kind subject_uid payee km amount receipts necessary insured_property_value "
            "uninsured_property uninsured_property_value cover note"
        ),
        *_instants("from_at to_at"),
    )
    _projection(
        "salvages",
        *_texts("rank subject_uid item quantity unit value disposal handled_by photos note"),
        *_instants("at"),
    )
    _projection(
        "documents",
        *_texts(
            "item title subject_uid state form requested_by received_by channel evidence defects defect_text "
            "reason maker made_how copy_holder original_location maker_sig holder_sig authentic lawful relevant "
            "reviewed_by waived_reason note"
        ),
        *_numbers("pages"),
        *_instants("requested_at received_at reviewed_at"),
    )
    _projection(
        "notices",
        *_texts(
            "kind no addressee template_id template_version language wording text_sha256 items issued_by "
            "channel received_by proof replaces again_reason"
        ),
        *_numbers("version"),
        *_instants("issued_at sent_at delivered_at"),
    )
    _projection(
        "enquiries",
        *_texts(
            "rank kind authority contact reference_no purpose legal_basis consent_uid person_uid asked_by "
            "channel state refusal_reason answer_summary media clock_offset_s made_how original_location "
            "holder_sig collector_sig cost"
        ),
        *_instants("asked_at due_at answered_at"),
    )
    _projection(
        "prompt_answers",
        *_texts("prompt_id answer note evidence"),
    )


def _add(table: str, *columns: sa.Column[object]) -> None:
    for column in columns:
        op.add_column(table, column)


def _texts(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names.split()]


def _numbers(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.BigInteger(), nullable=True) for name in names.split()]


def _flags(names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Boolean(), nullable=True) for name in names.split()]


def _instants(names: str) -> list[sa.Column[object]]:
    found: list[sa.Column[object]] = []
    for name in names.split():
        found += [*_texts(f"{name}_utc"), *_numbers(f"{name}_offset"), *_texts(f"{name}_trust")]
    return found


def _projection(name: str, *fields: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *fields,
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("conflicts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "id", name=f"pk_{name}"),
    )
