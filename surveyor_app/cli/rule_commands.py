"""``surveyor rules``: which rule packs (规则包) calculate what, and whether one that somebody wrote is in order."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app.cli.errors import sentence_of
from surveyor_app.cli.output import Output
from surveyor_app.cli.places import profile_folder
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.errors import PackInvalid
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.wording.rules.pack_words import validity
from surveyor_app.wording.rules.rule_packs import FOLDER, load_packs, read_pack
from surveyor_app.wording.translation import current_language, tr


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verb."""
    rules = verbs.add_parser("rules", parents=[common])
    parts = rules.add_subparsers(metavar="VERB", required=True)
    listed = parts.add_parser("list", parents=[common], help=tr("the packs there are, with source and validity"))
    add_packs(listed)
    listed.set_defaults(run=_list)
    checked = parts.add_parser("check", parents=[common], help=tr("whether a pack is in order; says line and reason"))
    checked.add_argument("file", type=Path, help=tr("file of a pack (TOML)"))
    checked.set_defaults(run=_check)


def add_packs(parser: argparse.ArgumentParser) -> None:
    """Add the option that names a folder of an insurer's packs."""
    parser.add_argument(
        "--packs",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help=tr("folder of further packs, beside “rule_packs” of the profile"),
    )


def pack_folders(arguments: argparse.Namespace) -> list[Path]:
    """Return the folders in which an insurer's packs lie."""
    own = profile_folder(arguments) / FOLDER
    return [*([own] if own.is_dir() else []), *arguments.packs]


def _list(arguments: argparse.Namespace, output: Output) -> int:
    found = load_packs(resources_dir(), pack_folders(arguments))
    for pack in found.packs:
        _say(pack, output)
    for error in found.errors:
        output.say(sentence_of(error))
    output.result(
        {
            "packs": [_document(pack, found.files.get(pack.id)) for pack in found.packs],
            "errors": [dict(error.data) for error in found.errors],
        }
    )
    return 1 if found.errors else 0


def _check(arguments: argparse.Namespace, output: Output) -> int:
    pack = read_pack(arguments.file, resources_dir())
    if pack.pack_id in {other.pack_id for other in load_packs(resources_dir()).packs}:
        path = str(arguments.file)
        raise PackInvalid(path=path, line=1, reason="an id stands twice", what=f"{pack.id} {pack.version}")
    _say(pack, output)
    output.say(tr("The pack is in order."))
    output.result(_document(pack, str(arguments.file)))
    return 0


def _say(pack: RulePack, output: Output) -> None:
    language = current_language()
    output.say(f"{pack.id} {pack.version}  {pack.name.in_(language)}")
    output.say(f"    {validity(pack)}")
    output.say(f"    {tr('source: {where}', where=pack.source.in_(language))}")
    for text in pack.unconfirmed:
        output.say(f"    {tr('unconfirmed: {what}', what=text.in_(language))}")


def _document(pack: RulePack, file: str | None) -> dict[str, object]:
    language = current_language()
    return {
        "id": pack.id,
        "version": pack.version,
        "name": pack.name.in_(language),
        "cover": pack.cover,
        "line": pack.line,
        "method": pack.method.value,
        "clause_forms": pack.clause_forms,
        "region": pack.region,
        "valid_from": pack.valid_from,
        "valid_to": pack.valid_to,
        "source": pack.source.in_(language),
        "unconfirmed": [text.in_(language) for text in pack.unconfirmed],
        "usual": pack.is_usual,
        "file": file,
    }
