"""``surveyor import`` and ``surveyor card``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.cli.code_words import value_word
from surveyor_app.cli.errors import report_error
from surveyor_app.cli.opening import opened_case
from surveyor_app.cli.output import Output
from surveyor_app.domain.errors import AlreadyStored, SurveyorError
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake import card_checks, cards, evidence
from surveyor_app.wording.intake_words import ON_CARD, OUTCOMES, reason_text
from surveyor_app.wording.translation import tr, tr_marked

ORIGINS = ("file", "card", "phone", "watched_folder", "scanner")
"""Values of ``evidence_origin`` a person may give; the others are for what the program takes in itself."""


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    importing = verbs.add_parser("import", parents=[common])
    importing.add_argument("file", type=Path, help=tr("case file"))
    importing.add_argument("paths", type=Path, nargs="+", metavar="PATH", help=tr("files and folders"))
    importing.add_argument(
        "--origin", choices=ORIGINS, help=tr("where the files come from; else files and cards are told apart")
    )
    importing.add_argument(
        "--new", action="store_true", help=tr("of cards and phones only what was not taken in before")
    )
    importing.set_defaults(run=_import)
    card = verbs.add_parser("card", parents=[common])
    card.add_argument("file", type=Path, help=tr("case file"))
    card.add_argument(
        "path", type=Path, nargs="?", metavar="PATH", help=tr("card to check; without it cards are listed")
    )
    card.set_defaults(run=_card)


def _import(arguments: argparse.Namespace, output: Output) -> int:
    with opened_case(arguments, arguments.file) as (profile, case), MediaWorkers() as workers:
        paths = _new_only(profile, arguments.paths) if arguments.new else arguments.paths
        result = evidence.take_in(case, paths, workers, output.progress, origin=arguments.origin)
    output.table([(tr_marked(OUTCOMES[item.outcome]), reason_text(item.reason), item.path) for item in result.items])
    files = [
        {"path": item.path, "outcome": item.outcome, "reason": item.reason, "evidence": item.evidence_id}
        for item in result.items
    ]
    if isinstance(result.ended, SurveyorError):
        report_error(result.ended, output, {"files": files})
        return 1
    if result.ended is not None:
        raise result.ended
    if empty := sum(item.outcome == evidence.EMPTY for item in result.items):
        output.say(
            tr("{count} file(s) are empty (0 bytes): there is nothing in them, their names are kept.", count=empty)
        )
    if files and all(item.is_safe and not item.is_new for item in result.items):
        report_error(AlreadyStored(count=len(files)), output, {"files": files})
        return 1
    output.result(files)
    return 1 if any(item.outcome == "refused" for item in result.items) else 0


def _new_only(profile: Profile, paths: Sequence[Path]) -> list[Path]:
    """Return the new files of each card among ``paths``; what is no card stays as it is."""
    found = [(path, cards.card_at(profile, path)) for path in paths]
    return [file for path, card in found for file in (card.new if card is not None else (path,))]


def _card(arguments: argparse.Namespace, output: Output) -> int:
    with opened_case(arguments, arguments.file) as (profile, case):
        if arguments.path is None:
            return _list_cards(cards.find_cards(profile), output)
        state = card_checks.card_state(case, arguments.path, output.progress)
    output.table([(tr_marked(ON_CARD[item.state]), item.path) for item in state.files])
    _say_verdict(state, output)
    hidden = [path.relative_to(state.root).as_posix() for path in state.hidden]
    if hidden:
        count, names = len(hidden), ", ".join(hidden)
        output.say(tr("{count} hidden or trashed file(s) are not taken in: {names}", count=count, names=names))
    output.result(
        {
            "safe": state.is_safe,
            "files": [{"path": item.path, "state": item.state} for item in state.files],
            "empty": [item.path for item in state.empty],
            "hidden": list(state.hidden),
        }
    )
    return 0 if state.is_safe else 1


def _say_verdict(state: card_checks.CardState, output: Output) -> None:
    total, missing, empty = len(state.files), len(state.missing), len(state.empty)
    stored = total - missing - empty
    names = ", ".join(item.path.relative_to(state.root).as_posix() for item in state.empty)
    about = tr("If the camera should have recorded there, do not format yet: {names}", names=names)
    if not empty and state.is_safe:
        output.say(tr("Safe to format: all {total} file(s) are stored and were read back.", total=total))
    elif state.is_safe:
        safe = tr(
            "Safe to format, but {empty} file(s) are EMPTY: all {stored} file(s) with content are stored and were read "
            "back; of the empty ones only the names are kept.",
            empty=empty,
            stored=stored,
        )
        output.say(f"{safe} {about}")
    elif empty and not missing:
        output.say(
            tr(
                "Not safe to format: all {empty} file(s) are EMPTY, the card may be damaged: {names}",
                empty=empty,
                names=names,
            )
        )
    else:
        output.say(tr("Not safe to format: {missing} of {total} file(s) are not stored.", missing=missing, total=total))
        if empty:
            kept = tr("{empty} file(s) are EMPTY, only their names are kept.", empty=empty)
            output.say(f"{kept} {about}")


def _list_cards(found: list[cards.Card], output: Output) -> int:
    output.table(
        [
            (
                value_word("evidence_origin", card.kind),
                card.name,
                tr("{new} new of {total}", new=len(card.new), total=card.total),
                card.root,
            )
            for card in found
        ]
    )
    if not found:
        output.say(tr("There is no camera card and no phone."))
    output.result(
        [
            {"root": card.root, "name": card.name, "kind": card.kind, "files": card.total, "new": list(card.new)}
            for card in found
        ]
    )
    return 0
