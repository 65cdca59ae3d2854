"""What is said for each error code, in window and command line: what happened, what is safe, what to do.

A table, so longer than other modules. ``{names}`` are filled from the error's data; a name the data lacks shows as "?".
"""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.wording.translation import mark

CASE_SAFE = mark("Everything saved before is safe.")
NOTHING_CHANGED = mark("Nothing was changed.")
DELIVERY_SAFE = mark("Everything is safe on this laptop; what has already arrived stays there.")
TRY_LATER = mark("It goes on by itself when you try again; nothing starts over.")
ASK_OFFICE = mark("Please call the office and read them this message.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The three parts, in the source language."""

    happened: str
    safe: str
    advice: str


SENTENCES: dict[str, Sentence] = {
    "error": Sentence(mark("This could not be done."), CASE_SAFE, mark("Please try again.")),
    # ------------------------------------------------------------------------------------------- input
    "input_invalid": Sentence(
        mark("This cannot be done as asked ({field}: {reason})."), NOTHING_CHANGED, mark("Correct the field and try again.")
    ),
    "not_found": Sentence(
        mark("It is no longer where it was expected."), NOTHING_CHANGED, mark("Go back to the list and open it again.")
    ),
    "statement_signed": Sentence(
        mark("The statement is signed, so it never changes again."),
        mark("It is kept exactly as it was signed, page by page."),
        mark("What is to be added or corrected is taken down in a supplementary statement that refers to this one."),
    ),
    "sealed": Sentence(
        mark("The report of this task is signed, so this record is sealed."),
        mark("The signed report and all evidence are unchanged."),
        mark("Issue a new revision of the report for what came later."),
    ),
    "guardian_needed": Sentence(
        mark("A child under 14 cannot consent; a guardian has to."),
        mark("Nothing was noted down, and nothing was recorded."),
        mark("Enter the guardian among the people of the case and ask that person."),
    ),
    "statement_incomplete": Sentence(
        mark("The statement cannot be signed yet: something is missing."),
        mark("Everything that was taken down is kept."),
        mark("Complete it: the person questioned, who asks, the notice, at least one answer, and that it was read back."),
    ),
    "statement_pages_changed": Sentence(
        mark("What stands on the pages changed since they were laid out to be signed: a name, a consent, an answer."),
        mark("Nothing was sealed; signatures on pages that stayed the same are kept."),
        mark("Lay the pages out again and have those signed that changed."),
    ),
    "statement_changing": Sentence(
        mark("The statement was edited while its pages were laid out."),
        mark("Nothing was signed, and everything that was typed is kept."),
        mark("Finish the edit and lay it out again."),
    ),
    "report_exists": Sentence(
        mark("There is a claim with the report number {report_no} already (case {case})."),
        NOTHING_CHANGED,
        mark("Go on with that claim, or say why there is to be a second one."),
    ),
    "act_barred": Sentence(
        mark("This is not possible now: {bars}."),
        NOTHING_CHANGED,
        mark("See to what is in the way first; the page of the review names it."),
    ),
    "secret_missing": Sentence(
        mark("A passphrase or code is needed."), NOTHING_CHANGED, mark("Enter it and try again.")
    ),
    "cover_wording": Sentence(
        mark("“{words}” stands in a text that a party signs ({kind}, {field}): whether the insurer pays is not said there."),
        mark("Nothing was signed or issued; every text is as it was."),
        mark("Write what was seen and said; the office decides on cover and tells the customer itself."),
    ),
    "not_ready": Sentence(
        mark("{count} point(s) are open without a reason, so the report was not signed."),
        NOTHING_CHANGED,
        mark("Settle them, or give the reasons why it is signed all the same: `surveyor check FILE --reasons LIST` lists them."),
    ),
    "source_gone": Sentence(
        mark("The card or folder {path} was taken away while it was read."),
        mark("What was reported as stored is safe."),
        mark("Put it back and import again: what is stored already is not stored twice."),
    ),
    "already_stored": Sentence(
        mark("All that should be taken in is in this case already ({count} file(s))."),
        mark("Nothing was stored a second time, and nothing changed."),
        mark("Choose other files, or look for these in the list of photos."),
    ),
    "target_exists": Sentence(
        mark("There is already something at {path}."), mark("It was not overwritten."), mark("Choose another place.")
    ),
    "stamp_invalid": Sentence(
        mark("The stamp cannot be used: {name}."),
        NOTHING_CHANGED,
        mark("Use the fields that are offered, {lines} lines at most, each of {characters} characters at most."),
    ),
    "stamps_unreadable": Sentence(
        mark("The file {path} with your stamps cannot be used."),
        mark("It stays as it is."),
        mark("Mend the file, or delete it to begin anew."),
    ),
    "pack_invalid": Sentence(
        mark("The rule pack {path} has an error in line {line}: {reason} {what}"),
        mark("Nothing is calculated with it."),
        mark("Mend the file and check it again with “surveyor rules check”."),
    ),
    "pack_missing": Sentence(
        mark("No rule pack applies: {what}, clauses {form}, accident {at}."),
        mark("Nothing was calculated, nothing changed."),
        mark("Fill in the time of the accident and the policy's clauses, or add the pack."),
    ),
    "figure_missing": Sentence(
        mark("A figure cannot be used ({pack}, {field}): {reason}."),
        mark("Nothing was calculated, nothing changed."),
        mark("Fill the figure in, then calculate again."),
    ),
    "map_sheet_unreadable": Sentence(
        mark("{path} is not a map sheet that can be shown."),
        NOTHING_CHANGED,
        mark("A sheet is an MBTiles file with pictures (PNG, JPEG or WebP). Copy it anew, or type the position instead."),
    ),
    "no_clock_code": Sentence(
        mark("No clock page was found in {name}."),
        NOTHING_CHANGED,
        mark("Photograph the clock page again, sharp and so that the code fills at least a fifth of the picture."),
    ),
    "no_capture_time": Sentence(
        mark("{name} does not say when it was taken, so its camera's clock cannot be compared."),
        NOTHING_CHANGED,
        mark("Import the camera's own file, not a copy that a messenger or an editor saved."),
    ),
    "camera_unnamed": Sentence(
        mark("{name} does not say which camera took it, so its clock says nothing about other photos."),
        NOTHING_CHANGED,
        mark("Import the camera's own file, not a copy that a messenger or an editor saved."),
    ),
    "bad_entry": Sentence(
        mark("An entry of the journal is not in its proper form."), CASE_SAFE, ASK_OFFICE
    ),
    # --------------------------------------------------------------------------------------- case file
    "casefile_error": Sentence(
        mark("The case file could not be read or written."), CASE_SAFE, mark("Close the case, open it again and try once more.")
    ),
    "wrong_passphrase": Sentence(
        mark("This passphrase does not open the profile."), mark("Your cases are locked and safe."),
        mark("Check the keyboard layout and Caps Lock, or use the recovery code."),
    ),
    "recovery_code_wrong": Sentence(
        mark("This recovery code does not open the profile."), mark("Your cases are locked and safe."),
        mark("Compare it with the sheet you wrote at the first start."),
    ),
    "recovery_code_not_shown": Sentence(
        mark("The recovery code of the profile at {path} could not be printed: {reason}."),
        mark("The profile keeps the code, encrypted, until you have it."),
        mark("Print it with 'surveyor profile code', or unlock the profile in the window, which shows it."),
    ),
    "recovery_code_confirmed": Sentence(
        mark("The recovery code of the profile at {path} was shown and confirmed, so it is kept nowhere any more."),
        NOTHING_CHANGED,
        mark("Read it from the sheet you wrote. Without that sheet, take good care of the passphrase."),
    ),
    "profile_missing": Sentence(
        mark("There is no profile at {path} yet."), NOTHING_CHANGED, mark("Create a profile to begin.")
    ),
    "profile_damaged": Sentence(
        mark("The profile at {path} cannot be read."), mark("The case files are not touched."),
        mark(
            "Repair it with its passphrase, in the window or with surveyor profile repair;"
            " or bring it back from a second copy."
        ),
    ),
    "not_a_case_file": Sentence(
        mark("{path} is not a case file of this profile, or its first page is damaged."), mark("The file was not changed."),
        mark("Choose another file, or restore this one from its second copy."),
    ),
    "foreign_case_file": Sentence(
        mark("{path} belongs to another profile, so it cannot be opened here."), mark("The file was not changed."),
        mark("Ask the office to assign the case to you, then fetch it."),
    ),
    "newer_format": Sentence(
        mark("{path} was written by a newer version of Surveyor."), mark("The file was not changed."),
        mark("Update Surveyor on this laptop, then open it again."),
    ),
    "damaged_file": Sentence(
        mark("Part of {path} is damaged or was cut off."), mark("Undamaged records and originals can still be read."),
        mark(
            "Restore it from its second copy, or read what is left into a new case: in the window from the list's menu, or with"
            " surveyor case salvage."
        ),
    ),
    "case_locked": Sentence(
        mark("Another program has this case open."), CASE_SAFE, mark("Close it there, then open it here.")
    ),
    "case_closed": Sentence(
        mark("The case was closed meanwhile."), CASE_SAFE, mark("Open it again and repeat what was not kept.")
    ),
    "disk_full": Sentence(
        mark("The disk is full."), mark("Everything up to the last complete step is safe."),
        mark("Free some space, then do it again; files already stored are recognised."),
    ),
    "storage_failed": Sentence(
        mark("The disk refused to read or write {path}."), mark("Everything up to the last complete step is safe."),
        mark("Check the disk or the cable, then try again."),
    ),
    "migration_failed": Sentence(
        mark("This older case file could not be brought to this version."), mark("The file is as it was."), ASK_OFFICE
    ),
    "blob_damaged": Sentence(
        mark("A stored original no longer matches its hash and is not shown as evidence."),
        mark("All other originals are unaffected."),
        mark("Restore the case from its second copy, or take the file in again from the card."),
    ),
    "recording_failed": Sentence(
        mark("The camera or the microphone gave nothing that can be recorded."), mark("What was recorded before is kept."),
        mark("Unplug the device, plug it in again and start once more, or choose another one."),
    ),
    "blob_missing": Sentence(
        mark("An original is not in this case file."), mark("Its record and its hash are here."),
        mark("Fetch the case again, or restore it from its second copy."),
    ),
    "not_delivered": Sentence(
        mark("The centre has not signed for all of this case, so it is not removed from this laptop."), NOTHING_CHANGED,
        mark("Deliver it until the full receipt is there, then try again."),
    ),
    "originals_elsewhere": Sentence(
        mark("{count} original(s) are not on this laptop yet."), mark("Nothing is lost: others took them, or another laptop."),
        mark("Fetch them from the centre on the delivery page or with surveyor case fetch --originals, then try again."),
    ),
    # ------------------------------------------------------------------------------------------ report
    "report_error": Sentence(mark("The report could not be made."), CASE_SAFE, mark("Please try again.")),
    "font_missing": Sentence(
        mark("A font of the report is missing: {path}."), CASE_SAFE, mark("Install Surveyor again; your cases stay as they are.")
    ),
    "layout_failed": Sentence(
        mark("The report could not be laid out."), mark("Nothing was signed."),
        mark("Try fewer photos a page; if it happens again, call the office."),
    ),
    "certificate_expired": Sentence(
        mark("The signing certificate is not valid now ({subject}, until {not_after})."), mark("Nothing was signed."),
        mark("Check this laptop's clock, choose another certificate, or enrol again to get a new one."),
    ),
    "certificate_unreadable": Sentence(
        mark("The certificate cannot be read, or its passphrase is wrong."), mark("Nothing was signed."),
        mark("Choose the right file and passphrase."),
    ),
    "token_module_missing": Sentence(
        mark("The module of the smart card cannot be loaded ({path})."), mark("Nothing was signed."),
        mark("Install the card's own software and name its PKCS#11 module; Surveyor needs its extra “token” for that."),
    ),
    "token_not_found": Sentence(
        mark("No smart card or token called {token} is put in."), mark("Nothing was signed."),
        mark("Put it in and try again, or name the one that is there."),
    ),
    "token_pin_wrong": Sentence(
        mark("The PIN does not open {token}."), mark("Nothing was signed."),
        mark("Type it with care: most cards lock themselves after a few wrong ones."),
    ),
    "token_key_missing": Sentence(
        mark("{token} has no such certificate with its key, or several (there are: {found})."), mark("Nothing was signed."),
        mark("Name the one to sign with."),
    ),
    "token_failed": Sentence(
        mark("{token} could not sign ({reason})."), mark("Nothing was signed."),
        mark("Put it in again and try once more; a locked card is unlocked with its own software."),
    ),
    "timestamp_failed": Sentence(
        mark("The time-stamp authority confirmed no time ({server}: {reason})."),
        mark("What was signed before is as it was."),
        mark("Try again later, or name another authority."),
    ),
    "revocation_list_invalid": Sentence(
        mark("The list of certificates taken back is not the authority's, out of date, or lacks somebody an earlier one named."),
        mark("What was known before still counts."), mark("Ask the office for the list."),
    ),
    "pdf_unreadable": Sentence(
        mark("This is not a PDF that can be checked."), mark("The file was not changed."),
        mark("Choose the file as it was issued."),
    ),
    "bag_invalid": Sentence(
        mark("This folder is not a complete export."), mark("It was not changed."), mark("Export the case again.")
    ),
    # -------------------------------------------------------------------------------------------- wire
    "wire_error": Sentence(mark("This laptop and the centre could not agree."), DELIVERY_SAFE, TRY_LATER),
    "unreachable": Sentence(mark("The centre cannot be reached."), DELIVERY_SAFE, TRY_LATER),
    "server_failed": Sentence(mark("The centre reported a fault of its own."), DELIVERY_SAFE, TRY_LATER),
    "token_expired": Sentence(mark("The sign-in at the centre has run out."), DELIVERY_SAFE, TRY_LATER),
    "not_signed_in": Sentence(
        mark("The centre refused the user name or code."), DELIVERY_SAFE, mark("Ask the office for a new enrolment code.")
    ),
    "not_sent": Sentence(
        mark("The message could not be sent: {reason}."),
        mark("Nothing was sent, and nothing in the claim says that it was."),
        mark("Check the address or number and try again; if it goes on, whoever runs the centre looks at its outgoing settings."),
    ),
    "too_many_attempts": Sentence(
        mark("A wrong password or code was tried too often; the centre takes the next one in {wait_s} seconds."),
        DELIVERY_SAFE,
        mark("Wait that long, then try once more. If it was not you who tried, tell the office."),
    ),
    "not_enrolled": Sentence(
        mark("This laptop is not enrolled at a centre yet."), mark("Your work is safe on this laptop."),
        mark("Enrol it with the code from the office."),
    ),
    "authority_changed": Sentence(
        mark(
            "{server} is not the centre that enrolled this laptop: its authority has the fingerprint {found}, and should have"
            " {known}."
        ),
        mark("Nothing was sent to it."),
        mark("Ask the office. Only if it confirms the new fingerprint, enrol the laptop again and accept it there."),
    ),
    "centre_keys_locked": Sentence(
        mark("The centre's private keys are encrypted and cannot be opened: {reason}."), mark("Nothing was changed."),
        mark("Start it with the key it was started with before (SURVEYOR_CENTRE_KEY, --key-file or --token)."),
    ),
    "forbidden": Sentence(
        mark("This case is not assigned to you."), DELIVERY_SAFE, mark("Ask the office to assign it to you.")
    ),
    "not_your_act": Sentence(
        mark("“{act}” is not among what you may do here."), NOTHING_CHANGED,
        mark("It may be done by: {roles}. An administrator says who holds which role."),
    ),
    "unknown_case": Sentence(
        mark("The centre does not know this case."), DELIVERY_SAFE,
        mark("Ask the office to open a claim for it, or deliver to the right centre."),
    ),
    "chain_gap": Sentence(mark("Earlier entries have not reached the centre yet."), DELIVERY_SAFE, TRY_LATER),
    "chain_fork": Sentence(
        mark("The centre knows entries that this copy of the case lacks: an older copy was restored."),
        mark("Both versions are kept."), mark("Deliver again; the missing entries are fetched first."),
    ),
    "bad_hash": Sentence(mark("Bytes changed on the way."), DELIVERY_SAFE, TRY_LATER),
    "bad_signature": Sentence(mark("A signature does not fit its entry."), DELIVERY_SAFE, ASK_OFFICE),
    "centre_lost": Sentence(
        mark("The centre lost what it had signed for: an older copy of it was restored."),
        mark("Everything is safe on this laptop; the receipts it gave are kept as documents."),
        mark("A delivery sends everything again, and the centre signs anew. Please tell the office."),
    ),
    "centre_forgets": Sentence(
        mark("The centre says again and again that it lacks what it has just taken."), DELIVERY_SAFE, ASK_OFFICE
    ),
    "device_revoked": Sentence(
        mark("The office locked this laptop out on {at} (UTC)."),
        mark("Everything is safe on this laptop and can still be read and handed out; nothing more is delivered from it."),
        ASK_OFFICE,
    ),
    "certificate_unknown": Sentence(
        mark("The centre has not certified this laptop."), DELIVERY_SAFE, mark("Enrol it with the code from the office.")
    ),
    "not_owner": Sentence(
        mark("This record belongs to the office or to another surveyor."), NOTHING_CHANGED, mark("Ask the office to correct it.")
    ),
    "offset_wrong": Sentence(mark("An upload was interrupted and goes on at another place."), DELIVERY_SAFE, TRY_LATER),
    "not_complete": Sentence(mark("The centre still misses entries or originals."), DELIVERY_SAFE, TRY_LATER),
    "bad_message": Sentence(
        mark("The centre sent something that this version does not understand."), DELIVERY_SAFE,
        mark("Update Surveyor, or call the office."),
    ),
    "numbers_differ": Sentence(
        mark("The centre numbers the entries in another way than before: an older copy of it was restored."), DELIVERY_SAFE,
        mark("Deliver again; the numbers are compared first."),
    ),
    "receipt_invalid": Sentence(
        mark("The receipt's signature or content does not hold, so it does not count."), DELIVERY_SAFE, ASK_OFFICE
    ),
    # ------------------------------------------------------------------------------------ installation
    "installation_incomplete": Sentence(
        mark("Files that come with the program are missing ({what})."), mark("Your cases are not touched."),
        mark("Install Surveyor again."),
    ),
}  # fmt: skip
