"""``surveyor profile …``: create, recover, code, repair."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.cli.opening import opened_profile
from surveyor_app.cli.output import Output
from surveyor_app.cli.passphrases import PASSPHRASE, RECOVERY_CODE, read_secret
from surveyor_app.cli.places import profile_folder
from surveyor_app.domain.errors import InputError, RecoveryCodeConfirmed, RecoveryCodeNotShown
from surveyor_app.operations.cases.repairing import repair_profile
from surveyor_app.wording.translation import mark, tr, tr_marked

_CODE = mark("Recovery code (write it down, it is shown only now): {code}")


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add ``profile`` and its verbs."""
    profile = verbs.add_parser("profile", parents=[common])
    inner = profile.add_subparsers(metavar="VERB", required=True)
    create = inner.add_parser("create", help=tr("make a profile; prints the recovery code once"), parents=[common])
    create.add_argument("--user", required=True, metavar="NAME", help=tr("user name at the centre"))
    create.add_argument("--name", metavar="NAME", help=tr("name as it stands in reports (default: the user name)"))
    create.set_defaults(run=_create_profile)
    recover = inner.add_parser("recover", help=tr("set a new passphrase with the recovery code"), parents=[common])
    recover.add_argument(
        "--keys",
        type=Path,
        metavar="FILE",
        help=tr("the laptop is lost: make a new profile from the keys beside a case's copy (….keys.toml)"),
    )
    recover.add_argument("--user", metavar="NAME", help=tr("with --keys: user name at the centre"))
    recover.add_argument("--name", metavar="NAME", help=tr("with --keys: name as it stands in reports"))
    recover.set_defaults(run=_recover_profile)
    code = inner.add_parser(
        "code", help=tr("print the recovery code once more, as long as nobody confirmed it"), parents=[common]
    )
    code.set_defaults(run=_print_code)
    repair = inner.add_parser(
        "repair",
        help=tr("mend a damaged profile, or make its database anew and find its cases again"),
        parents=[common],
    )
    repair.add_argument("--user", metavar="NAME", help=tr("of a profile of an older version: user name at the centre"))
    repair.add_argument(
        "--name", metavar="NAME", help=tr("of a profile of an older version: name as it stands in reports")
    )
    repair.set_defaults(run=_repair_profile)


def _create_profile(arguments: argparse.Namespace, output: Output) -> int:
    passphrase = read_secret(PASSPHRASE, tr("New passphrase"))
    profile, code = Profile.create(
        profile_folder(arguments), passphrase, user=arguments.user, display_name=arguments.name or arguments.user
    )
    with profile:
        document = {"folder": profile.folder, "device": profile.device_key.device_id, "recovery_code": code}
        made = tr("Profile made in {folder}.", folder=profile.folder)
        _show_code(profile, output, f"{made}\n{tr_marked(_CODE, code=code)}", document)
    return 0


def _print_code(arguments: argparse.Namespace, output: Output) -> int:
    with opened_profile(arguments) as profile:
        code = profile.unconfirmed_code()
        if code is None:
            raise RecoveryCodeConfirmed(path=profile.folder)
        _show_code(profile, output, tr_marked(_CODE, code=code), {"folder": profile.folder, "recovery_code": code})
    return 0


def _show_code(profile: Profile, output: Output, words: str, document: Mapping[str, object]) -> None:
    """Print a recovery code. Printed is confirmed, for nobody can be asked here; what could not be printed is kept.

    Raises:
        RecoveryCodeNotShown: standard output takes nothing; the profile keeps the code.
    """
    try:
        output.say(words)
        output.result(document)
        output.require_said()
    except OSError as error:
        output.give_up()
        raise RecoveryCodeNotShown(path=profile.folder, reason=error.strerror or str(error)) from error
    profile.confirm_recovery_code()


def _recover_profile(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.keys is not None:
        return _recover_from_copy(arguments, output)
    code = read_secret(RECOVERY_CODE, tr("Recovery code"))
    with Profile.recover(profile_folder(arguments), code, read_secret(PASSPHRASE, tr("New passphrase"))) as profile:
        output.say(tr("The passphrase of {folder} is changed.", folder=profile.folder))
        output.result({"folder": profile.folder})
    return 0


def _recover_from_copy(arguments: argparse.Namespace, output: Output) -> int:
    """Make a profile on another laptop, which opens the copies of the lost one's cases.

    Raises:
        InputError: nobody was named.
    """
    if not arguments.user:
        raise InputError(field="user", reason="missing")
    code = read_secret(RECOVERY_CODE, tr("Recovery code"))
    with Profile.from_mirror(
        profile_folder(arguments),
        arguments.keys,
        code,
        read_secret(PASSPHRASE, tr("New passphrase")),
        user=arguments.user,
        display_name=arguments.name or arguments.user,
    ) as profile:
        output.say(
            tr(
                "Profile made in {folder}; it opens the copies of the lost laptop's cases: surveyor case restore COPY FILE.",
                folder=profile.folder,
            )
        )
        output.result({"folder": profile.folder, "device": profile.device_key.device_id})
    return 0


def _repair_profile(arguments: argparse.Namespace, output: Output) -> int:
    passphrase = read_secret(PASSPHRASE, tr("Passphrase"))
    done = repair_profile(
        profile_folder(arguments), passphrase, user=arguments.user, display_name=arguments.name or arguments.user
    )
    with done.profile as profile:
        if done.aside is None:
            output.say(tr("The profile in {folder} is whole; nothing of it is lost.", folder=profile.folder))
        else:
            output.say(tr("The database of the profile was made anew; the damaged one is {path}.", path=done.aside))
            output.say(tr("Cases found again: {count}", count=len(done.cases)))
            for path in done.unread:
                output.say(tr("This file does not open: {path}", path=path))
            output.say(tr("Enrol this laptop at the office again: surveyor enroll."))
        output.result(
            {"folder": profile.folder, "aside": done.aside, "cases": list(done.cases), "unread": list(done.unread)}
        )
    return 1 if done.unread else 0
