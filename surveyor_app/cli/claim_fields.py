"""Fields of a claim as words of a command line give them, turned into those of an entry's body."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.kinds import SPECS, encode_fields
from surveyor_app.wording.translation import mark
from surveyor_app.wording.typed_texts import typed_value


def claim_fields(report_no: str, settings: Sequence[str]) -> dict[str, Json]:
    """Return the body fields of a claim from ``FIELD=VALUE`` words; lists are separated by commas, instants are local.

    Raises:
        InputError: for a word of another form, an unknown field or a value that does not fit it.
    """
    specs = {spec.name: spec for spec in SPECS[Claim.KIND]}
    values: dict[str, object] = {"report_no": report_no}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals or name not in specs:
            raise InputError(field=name or "--set", reason=mark("not a field of the claim"))
        values[name] = typed_value(specs[name], text)
    return encode_fields(Claim.KIND, values)
