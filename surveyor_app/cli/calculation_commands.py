"""``surveyor calculate``: what a case would pay and how that comes about; kept, and done again years later."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.cli.errors import sentence_of
from surveyor_app.cli.opening import opened_case
from surveyor_app.cli.output import Output
from surveyor_app.cli.rule_commands import add_packs, pack_folders
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.calculations import Calculation
from surveyor_app.domain.calculation.evaluating import LARGEST_FIGURE, Given
from surveyor_app.domain.calculation.gathering.case_figures import Wishes, put_by_hand
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.domain.calculation.reckoning import Part, Reckoning, line_json, lines_of
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.operations.calculation.calculating import (
    calculate_case,
    keep,
    kept_calculations,
    packs_in,
    printed_languages,
    repeat,
)
from surveyor_app.operations.calculation.sheets import sheet_pdf
from surveyor_app.operations.editing.handing_out import hand_out, require_place
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.report_languages import BOTH
from surveyor_app.wording.rules.sheet_words import load_sheet_words
from surveyor_app.wording.translation import current_language, tr


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verb."""
    calculate = verbs.add_parser("calculate", parents=[common])
    calculate.add_argument("file", type=Path, help=tr("case file"))
    calculate.add_argument("--keep", action="store_true", help=tr("keep the calculation in the case, as a new version"))
    calculate.add_argument(
        "--note", default="", metavar="TEXT", help=tr("what is noted with a calculation that is kept")
    )
    calculate.add_argument("--as-of", metavar="ID", help=tr("do a kept calculation again: its id or version"))
    calculate.add_argument("--list", action="store_true", help=tr("list the calculations that are kept"))
    calculate.add_argument("--out", type=Path, metavar="PDF", help=tr("write the sheet (理算书), for the office alone"))
    calculate.add_argument(
        "--language", default=BOTH, metavar="TAG", help=tr("language of the sheet, or both (default)")
    )
    calculate.add_argument(
        "--pack", action="append", default=[], metavar="COVER=PACK", help=tr("rule pack for a cover, of those that fit")
    )
    calculate.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="COVER[:SUBJECT].FIGURE=VALUE",
        help=tr("a figure that no record holds"),
    )
    calculate.add_argument(
        "--reason", default="", metavar="TEXT", help=tr("why figures are put in by hand; it stands on the sheet")
    )
    calculate.add_argument(
        "--self-pay", action="store_true", help=tr("the parties agreed that each insurer pays its own")
    )
    add_packs(calculate)
    calculate.set_defaults(run=_calculate)


def _calculate(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.out is not None:
        require_place(arguments.out)
    packs = packs_in(pack_folders(arguments))
    wishes = _wishes(arguments)
    with opened_case(arguments, arguments.file) as (_profile, case):
        if arguments.list:
            return _list(kept_calculations(case), output)
        if arguments.as_of is not None:
            return _again(case, arguments, packs, output)
        reckoning, _figures = calculate_case(case, packs, wishes, current_language())
        kept = keep(case, reckoning, arguments.note).id if arguments.keep else None
        _write(case, reckoning, case.author.clock().instant(), arguments)
    _say(reckoning, output)
    if kept is not None:
        output.say(tr("Kept as calculation {id}.", id=kept))
    output.result(_document(reckoning) | {"id": kept})
    return 0 if reckoning.is_complete else 1


def _write(case: CaseFile, reckoning: Reckoning, at: Instant, arguments: argparse.Namespace) -> None:
    if arguments.out is not None:
        hand_out(arguments.out, sheet_pdf(case, reckoning, at, arguments.language))


def _again(case: CaseFile, arguments: argparse.Namespace, packs: Sequence[RulePack], output: Output) -> int:
    repeated = repeat(case, arguments.as_of, packs)
    at = repeated.found.calculated_at or case.author.clock().instant()
    _write(case, repeated.reckoning, at, arguments)
    _say(repeated.reckoning, output)
    output.say(tr("The same as kept.") if repeated.is_same else tr("NOT the same as kept."))
    output.result(_document(repeated.reckoning) | {"id": repeated.found.id, "same": repeated.is_same})
    return 0 if repeated.is_same else 1


def _list(found: Sequence[Calculation], output: Output) -> int:
    for item in found:
        at = format_instant(item.calculated_at) if item.calculated_at else "-"
        output.say(f"{item.version}  {item.id}  {at}  {_money(item.total)} {item.currency}")
    if not found:
        output.say(tr("No calculation is kept in this case."))
    output.result(
        [{"id": item.id, "version": item.version, "total": item.total, "packs": item.packs} for item in found]
    )
    return 0


# ------------------------------------------------------------------------------------------ what is wished


def _wishes(arguments: argparse.Namespace) -> Wishes:
    figures: dict[str, dict[str, Given]] = {}
    for text in arguments.set:
        name, value = _pair(text, "--set")
        cover, _, figure = name.rpartition(".")
        if not cover or not figure:
            raise InputError(field="--set", reason="not understood")
        figures.setdefault(cover, {})[figure] = put_by_hand(_value(value), arguments.reason)
    return Wishes(dict(_pair(text, "--pack") for text in arguments.pack), figures, arguments.self_pay)


def _pair(text: str, option: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not name or not equals or not value:
        raise InputError(field=option, reason="not understood")
    return name, value


def _value(text: str) -> Decimal | str | bool | Sequence[Decimal]:
    if ";" in text:
        try:
            return [Decimal(part) for part in text.split(";") if part.strip()]
        except InvalidOperation as error:
            raise InputError(field="--set", reason="not understood") from error
    if text in ("yes", "no"):
        return text == "yes"
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite() or number.copy_abs() >= LARGEST_FIGURE:
        raise InputError(field="--set", reason="not understood")
    return number


# ------------------------------------------------------------------------------------------ what is said


def _say(reckoning: Reckoning, output: Output) -> None:
    words = load_sheet_words(resources_dir())
    language = current_language()
    for part in reckoning.parts:
        whose = f"  {part.subject}" if part.subject else ""
        output.say(f"{part.pack.name.in_(language)}{whose}  [{part.pack.id} {part.pack.version}]")
        if part.problem is not None:
            output.say(f"    {sentence_of(part.problem)}")
        _say_lines(part, output)
        for text in part.pack.unconfirmed:
            output.say(f"    {tr('unconfirmed: {what}', what=text.in_(language))}")
        for caution in part.result.warnings if part.result else ():
            output.say(f"    {words.caution(caution).in_(language)}")
        if part.others:
            output.say(f"    {tr('other packs fit too: {packs}', packs=language.joined(part.others))}")
    for caution in reckoning.cautions:
        output.say(words.caution(caution).in_(language))
    total, currency = _money(reckoning.total), reckoning.currency
    if reckoning.is_partial:
        said = tr("This insurer pays, in part: {total} {currency}; not everything could be counted", total=total,
                  currency=currency)  # fmt: skip
    else:
        said = tr("This insurer pays: {total} {currency}", total=total, currency=currency)
    output.say(said)
    output.say(words.disclaimer.in_(language))


def _say_lines(part: Part, output: Output) -> None:
    language = current_language()
    for note in part.result.notes if part.result else ():
        output.say(f"    {note.in_(language)}")
    for line in lines_of(part):
        output.say(f"    {line.step.name.in_(language)} = {line.step.tree.words(language)}")
        cent = f"  {tr('(got a left-over cent)')}" if line.cent and _is_shared(part) else ""
        output.say(f"        = {line.step.tree.figures()} = {_money(line.amount)}{cent}")


def _is_shared(part: Part) -> bool:
    return any(line.payer is not None for line in lines_of(part))


def _document(reckoning: Reckoning) -> dict[str, object]:
    words = load_sheet_words(resources_dir())
    return {
        "total": reckoning.total,
        "currency": reckoning.currency,
        "complete": reckoning.is_complete,
        "partial": reckoning.is_partial,
        "inputs_sha256": reckoning.worksheet.sha256,
        "result_sha256": reckoning.sha256(printed_languages()),
        "packs": [f"{pack.id} {pack.version}" for pack in reckoning.worksheet.packs],
        "disclaimer": words.disclaimer.in_(current_language()),
        "cautions": [{"code": item.code, **item.values} for item in reckoning.cautions],
        "parts": [_part(part) for part in reckoning.parts],
    }


def _part(part: Part) -> dict[str, object]:
    return {
        "cover": part.cover,
        "subject": part.subject,
        "pack": f"{part.pack.id} {part.pack.version}",
        "others": part.others,
        "unconfirmed": [text.in_(current_language()) for text in part.pack.unconfirmed],
        "problem": None if part.problem is None else dict(part.problem.data),
        "choices": part.result.choices if part.result else {},
        "lines": [line_json(part, line, printed_languages()) for line in lines_of(part)],
        "cautions": [{"code": item.code, **item.values} for item in (part.result.warnings if part.result else ())],
    }


def _money(amount: Decimal | None) -> str:
    return "-" if amount is None else f"{amount:,.2f}"
