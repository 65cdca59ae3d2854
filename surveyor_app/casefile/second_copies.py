"""What of a case a second copy was read back of, kept in the profile: the case file itself may be what is lost."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile

_NAME = "second_copy:{case_id}"


def note_second_copy(case: CaseFile, parts: int) -> None:
    """Keep that a copy holds so many parts of originals, all of them read back."""
    case.profile.set_setting(_NAME.format(case_id=case.case_id), str(parts))


def has_second_copy(case: CaseFile) -> bool:
    """Tell whether the last copy that was read back holds every part there is now."""
    noted = case.profile.setting(_NAME.format(case_id=case.case_id))
    if noted is None or not noted.isdigit():
        return False
    with case.fresh_connection() as connection:
        statement = "SELECT count(*) FROM blob_part JOIN blob ON blob.id = blob_part.blob_id WHERE state = 'stored'"
        (parts,) = connection.execute(statement).fetchone()
    return int(noted) >= int(parts)


def stored_sizes(case: CaseFile) -> dict[str, int]:
    """Return the size in bytes of everything stored, by SHA-256."""
    with case.fresh_connection() as connection:
        return dict(connection.execute("SELECT sha256, size FROM blob WHERE state = 'stored'").fetchall())
