"""Why an input was refused, or an answer not used, as the program itself says it in the data of an error.

Short English, translated where it is shown. A test finds every reason that stands in the code here. Others are what a library
or the system said, and are shown as they are.
"""

from __future__ import annotations

from surveyor_app.wording.translation import mark, tr_marked

REASONS = (
    mark("a case file is opened by its profile alone"),
    mark("a draft has no accessible copy"),
    mark("aborted"),
    mark("absent or already signed"),
    mark("another case"),
    mark("bad signature"),
    mark("bounds"),
    mark("certificate and key are needed together"),
    mark("certificate and key cannot be used together"),
    mark("characters or length"),
    mark("corrected or signed already"),
    mark("easy to guess"),
    mark("empty"),
    mark("for another request"),
    mark("foreign answer"),
    mark("holds the task already"),
    mark("it is being changed while the report is made"),
    mark("it is the file of the report itself"),
    mark("it was signed without an accessible copy"),
    mark("its signatures do not hold"),
    mark("keys must be strings"),
    mark("length"),
    mark("missing"),
    mark("naive time"),
    mark("no UUID"),
    mark("no certificate in the file"),
    mark("no difference"),
    mark("no draft any more"),
    mark("no such signature field"),
    mark("no time-stamp authority is named"),
    mark("nobody known vouches for it"),
    mark("not a URL"),
    mark("not a boolean"),
    mark("not a date"),
    mark("not a decimal"),
    mark("not a enum"),
    mark("not a instant"),
    mark("not a integer"),
    mark("not a multi"),
    mark("not a ref"),
    mark("not a text"),
    mark("not a time stamp"),
    mark("not an object"),
    mark("not applied"),
    mark("not asked for any more"),
    mark("not being read"),
    mark("not open any more"),
    mark("not started"),
    mark("not the points of this shape"),
    mark("nothing to take back"),
    mark("one's own account"),
    mark("only a PDF is checked beside something else"),
    mark("receipt and signature come together"),
    mark("refused"),
    mark("the account has another role"),
    mark("the id is not the hash of the key"),
    mark("the integer is too large"),
    mark("the profile belongs to another user"),
    mark("the same case"),
    mark("the same"),
    mark("there is no such language"),
    mark("too long"),
    mark("too many points"),
    mark("too many"),
    mark("too short"),
    mark("too slow"),
    mark("too small"),
    mark("trust"),
    mark("unchanged"),
    mark("unknown field"),
    mark("unknown"),
    mark("utc or offset"),
)


def reason_shown(value: object) -> str:
    """Return a reason in the program's language where it is one of ours."""
    return tr_marked(str(value))
