"""Why a number on a paper cannot be right. Every fault is a warning: what the paper says is kept as it was typed."""

from __future__ import annotations

from enum import StrEnum


class NumberFault(StrEnum):
    """Reason codes; what they say in words is the window's."""

    RESIDENT_ID_LENGTH = "resident_id_length"
    RESIDENT_ID_OLD = "resident_id_old"
    RESIDENT_ID_CHARACTERS = "resident_id_characters"
    RESIDENT_ID_AREA = "resident_id_area"
    RESIDENT_ID_DATE = "resident_id_date"
    RESIDENT_ID_CHECK_DIGIT = "resident_id_check_digit"
    PASSPORT_FORM = "passport_form"
    PASSPORT_LETTER = "passport_letter"
    HK_MO_PERMIT_FORM = "hk_mo_permit_form"
    TW_PERMIT_FORM = "tw_permit_form"
    FOREIGN_PR_FORM = "foreign_pr_form"
    FOREIGN_PR_DATE = "foreign_pr_date"
    FOREIGN_PR_CHECK_DIGIT = "foreign_pr_check_digit"
    USCC_LENGTH = "uscc_length"
    USCC_CHARACTERS = "uscc_characters"
    USCC_CHECK_DIGIT = "uscc_check_digit"
    MOBILE_FORM = "mobile_form"
    LANDLINE_FORM = "landline_form"
    LANDLINE_AREA = "landline_area"
    INTERNATIONAL_FORM = "international_form"
    PHONE_FORM = "phone_form"
    PLATE_LENGTH = "plate_length"
    PLATE_PROVINCE = "plate_province"
    PLATE_OFFICE = "plate_office"
    PLATE_CHARACTERS = "plate_characters"
    PLATE_NEW_ENERGY = "plate_new_energy"
    PLATE_SPECIAL = "plate_special"
    VIN_LENGTH = "vin_length"
    VIN_CHARACTERS = "vin_characters"
    VIN_CHECK_DIGIT = "vin_check_digit"
