"""Numbers as they are pasted, and what is wrong with them: papers, plates and phones."""

from __future__ import annotations

from datetime import date

import pytest
from stdnum.cn import ric

from surveyor_app.domain.people.number_faults import NumberFault
from surveyor_app.domain.people.number_fields import cleaned, fault_of

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "pasted", "kept"),
    [
        ("plate_no", "沪A·12345 ", "沪A12345"),
        ("plate_no", "\u3000沪Ａ－１２３４５", "沪A12345"),
        ("plate_no", "沪a 12345\n", "沪A12345"),
        ("plate_no", "沪A・Ｄ12345", "沪AD12345"),
        ("id_no", "110105 19491231 002x", "11010519491231002X"),
        ("id_no", "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"),
        ("id_no", "A123456（7）", "A123456(7)"),
        ("licence_no", "110105-19491231-002X", "11010519491231002X"),
        ("frame_no", "1m8gdm9a xkp042788", "1M8GDM9AXKP042788"),
        ("phone", "138 0000 0001", "13800000001"),
        ("phone", "+86 138-0000-0001", "13800000001"),
        ("phone", "8613800000001", "13800000001"),
        ("phone", "（021）6888 1234", "021-68881234"),
        ("phone", "+86 21 68881234", "021-68881234"),
        ("phone", "021-68881234-801", "021-68881234-801"),
        ("phone", "021-68881234 转 801", "021-68881234-801"),
        ("phone", "0755-2688 1234", "0755-26881234"),
        ("phone", "400-820-8820", "4008208820"),
        ("phone", "0044 20 7946 0958", "+442079460958"),
        ("phone", "+852-2345 6789", "+85223456789"),
        ("phone", "13800000001 / 13900000002", "13800000001 / 13900000002"),
        ("phone", "问他妻子  ", "问他妻子"),
        ("phone", "021-68881234 ext. front desk", "021-68881234 ext. front desk"),
        ("name", " 王　建国 ", "王　建国"),
        ("plate_no", "", ""),
    ],
)
def test_what_is_pasted_becomes_what_is_kept(name: str, pasted: str, kept: str) -> None:
    assert cleaned(name, pasted) == kept
    assert cleaned(name, kept) == kept, "cleaned once is cleaned for good"


@pytest.mark.parametrize(
    "plate",
    [
        *("沪A12345", "京AB123C", "粤ZA123港", "粤Z1234澳", "京A1234警", "沪A1234学", "鲁B1234挂", "京AD12345"),
        *("沪AFB1234", "京A12345D", "京A12345F", "京AA12345", "京AG12345", "使014578", "014578使"),
        *("渝A1234试", "京A1234超", "沪B12D4试", "民航A1234", "民航12345", "鲁0112345", "豫14A2345"),
        *("领22478", "沪A1234领", "沪22478领", "京X1234应急", "VA12345", "WJ京1234A", "京O12345"),
    ],
)
def test_plates_of_all_forms_pass(plate: str) -> None:
    assert fault_of("plate_no", plate, TODAY) is None


@pytest.mark.parametrize(
    ("plate", "fault"),
    [
        ("沪A1", NumberFault.PLATE_LENGTH),
        ("沪A1234", NumberFault.PLATE_LENGTH),
        ("沪A1234567", NumberFault.PLATE_LENGTH),
        ("护A12345", NumberFault.PLATE_PROVINCE),
        ("A123456", NumberFault.PLATE_PROVINCE),
        ("沪112345", NumberFault.PLATE_OFFICE),
        ("沪I12345", NumberFault.PLATE_OFFICE),
        ("沪A1234O", NumberFault.PLATE_CHARACTERS),
        ("沪AI2345", NumberFault.PLATE_CHARACTERS),
        ("京A123456", NumberFault.PLATE_NEW_ENERGY),
        ("京AL12345", NumberFault.PLATE_NEW_ENERGY),
        ("京ADD123D", NumberFault.PLATE_NEW_ENERGY),
        ("京AD1234A", NumberFault.PLATE_NEW_ENERGY),
        ("沪Z1234港", NumberFault.PLATE_SPECIAL),
        ("沪A12345警", NumberFault.PLATE_SPECIAL),
        ("渝A12345试", NumberFault.PLATE_SPECIAL),
        ("超A12345", NumberFault.PLATE_SPECIAL),
        ("民航A12", NumberFault.PLATE_SPECIAL),
        ("民A12345", NumberFault.PLATE_SPECIAL),
        ("鲁011234", NumberFault.PLATE_OFFICE),
        ("鲁01123456", NumberFault.PLATE_OFFICE),
        ("鲁01O2345", NumberFault.PLATE_OFFICE),
        ("使01457", NumberFault.PLATE_SPECIAL),
    ],
)
def test_what_is_wrong_with_a_plate_is_said(plate: str, fault: NumberFault) -> None:
    assert fault_of("plate_no", plate, TODAY) is fault


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("13800000001", None),
        ("19912345678", None),
        ("021-68881234", None),
        ("0755-26881234-801", None),
        ("0355-2688123", None),
        ("4008208820", None),
        ("95518", None),
        ("110", None),
        ("+442079460958", None),
        ("1380000000", NumberFault.MOBILE_FORM),
        ("138000000012", NumberFault.MOBILE_FORM),
        ("12800000001", NumberFault.MOBILE_FORM),
        ("021-688812", NumberFault.LANDLINE_FORM),
        ("68881234", NumberFault.LANDLINE_AREA),
        ("+4420794609581234", NumberFault.INTERNATIONAL_FORM),
        ("+012345678", NumberFault.INTERNATIONAL_FORM),
        ("13800000001 / 13900000002", NumberFault.PHONE_FORM),
        ("问他妻子", NumberFault.PHONE_FORM),
    ],
)
def test_what_is_wrong_with_a_phone_number_is_said(number: str, fault: NumberFault | None) -> None:
    assert fault_of("phone", number, TODAY) is fault
    assert fault_of("insured_phone", number, TODAY) is fault


def foreigner(birth: str, order: str = "001") -> str:
    """Return a number of a permanent residence card as given out since December 2023."""
    first = "931840" + birth + order
    return first + ric.calc_check_digit(first + "0")


@pytest.mark.parametrize(
    ("id_type", "number", "fault"),
    [
        ("id_card", "11010519491231002X", None),
        ("id_card", "E12345678", NumberFault.RESIDENT_ID_LENGTH),
        ("passport", "E12345678", None),
        ("passport", "EF1260892", None),
        ("passport", "G12345678", None),
        ("passport", "PE1234567", None),
        ("passport", "141234567", None),
        ("passport", "C01X00T47", None),
        ("passport", "EO1234567", NumberFault.PASSPORT_LETTER),
        ("passport", "EI1234567", NumberFault.PASSPORT_LETTER),
        ("passport", "E123456789", NumberFault.PASSPORT_FORM),
        ("passport", "ABCDEFG", NumberFault.PASSPORT_FORM),
        ("passport", "E1234(5)", NumberFault.PASSPORT_FORM),
        ("hk_mo_permit", "H12345678", None),
        ("hk_mo_permit", "M1234567800", None),
        ("hk_mo_permit", "K12345678", NumberFault.HK_MO_PERMIT_FORM),
        ("hk_mo_permit", "H1234567", NumberFault.HK_MO_PERMIT_FORM),
        ("tw_permit", "12345678", None),
        ("tw_permit", "0012345678(B)", None),
        ("tw_permit", "123456789", NumberFault.TW_PERMIT_FORM),
        ("foreign_pr", foreigner("19810304"), None),
        ("foreign_pr", "USA310081030401", None),
        ("foreign_pr", foreigner("19810231"), NumberFault.FOREIGN_PR_DATE),
        ("foreign_pr", "11010519491231002X", NumberFault.FOREIGN_PR_FORM),
        ("uscc", "91110000600037341L", None),
        ("uscc", "9111000060003734", NumberFault.USCC_LENGTH),
        ("uscc", "91110000600037341I", NumberFault.USCC_CHARACTERS),
        ("uscc", "911100A0600037341L", NumberFault.USCC_CHARACTERS),
        ("military", "南字第01234567号", None),
        ("other", "whatever", None),
        (None, "11010519491231002X", None),
        (None, "110105194912310021", NumberFault.RESIDENT_ID_CHECK_DIGIT),
        (None, "110105491231002", NumberFault.RESIDENT_ID_OLD),
        (None, "91110000600037341L", None),
    ],
)
def test_a_number_is_checked_as_the_paper_it_is_of(id_type: str | None, number: str, fault: NumberFault | None) -> None:
    assert fault_of("id_no", number, TODAY, id_type) is fault


def test_every_change_of_one_digit_of_a_permanent_residence_number_is_rejected() -> None:
    number = foreigner("19810304")
    for place in range(1, 18):
        for other in "0123456789X" if place == 17 else "0123456789":
            changed = number[:place] + other + number[place + 1 :]
            assert changed == number or fault_of("id_no", changed, TODAY, "foreign_pr") is not None


def test_every_change_of_one_character_of_a_company_code_is_rejected() -> None:
    # Modulo 31, a prime, and no weight is a multiple of it: no change of one character goes unseen.
    number = "91110000600037341L"
    for place in range(18):
        for other in "0123456789ABCDEFGHJKLMNPQRTUWXY":
            changed = number[:place] + other + number[place + 1 :]
            assert changed == number or fault_of("id_no", changed, TODAY, "uscc") is not None


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("11010519491231002X", None),
        ("H12345678", None),
        ("E12345678", None),
        (foreigner("19810304"), None),
        ("110105194912310021", NumberFault.RESIDENT_ID_CHECK_DIGIT),
        ("110105491231002", NumberFault.RESIDENT_ID_OLD),
        ("1101051949123100", NumberFault.RESIDENT_ID_LENGTH),
    ],
)
def test_a_driving_licence_has_the_number_of_its_holder(number: str, fault: NumberFault | None) -> None:
    assert fault_of("licence_no", number, TODAY) is fault


def test_what_is_no_number_has_no_fault() -> None:
    assert fault_of("name", "x", TODAY) is None
    assert fault_of("engine_no", "x", TODAY) is None
