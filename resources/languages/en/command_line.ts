<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Surveyor</name>
    <message>
      <source>    {about}: {what}</source>
      <translation>    {about}: {what}</translation>
    </message>
    <message>
      <source>  {count} point(s) are open; signed all the same, for demonstration.</source>
      <translation>  {count} point(s) are open; signed all the same, for demonstration.</translation>
    </message>
    <message>
      <source>%(heading)s:</source>
      <translation>%(heading)s:</translation>
    </message>
    <message>
      <source>%(prog)s: error: %(message)s
</source>
      <translation>%(prog)s: error: %(message)s
</translation>
    </message>
    <message numerus="yes">
      <source>%n bodies were erased, here and wherever they were sent.</source>
      <translation>
        <numerusform>%n body was erased, here and wherever it was sent.</numerusform>
        <numerusform>%n bodies were erased, here and wherever they were sent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n certificates were taken back.</source>
      <translation>
        <numerusform>%n certificate was taken back.</numerusform>
        <numerusform>%n certificates were taken back.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entries were made by a newer version: kept, checked and passed on, but not shown. Update the program.</source>
      <translation>
        <numerusform>%n entry was made by a newer version: kept, checked and passed on, but not shown. Update the program.</numerusform>
        <numerusform>%n entries were made by a newer version: kept, checked and passed on, but not shown. Update the program.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) left open</source>
      <translation>
        <numerusform>%n thing left open</numerusform>
        <numerusform>%n things left open</numerusform>
      </translation>
    </message>
    <message>
      <source>(got a left-over cent)</source>
      <translation>(got a left-over cent)</translation>
    </message>
    <message>
      <source>1 Claim {number} assigned and fetched from {server}.</source>
      <translation>1 Claim {number} assigned and fetched from {server}.</translation>
    </message>
    <message>
      <source>2 Photos: {outcomes}.</source>
      <translation>2 Photos: {outcomes}.</translation>
    </message>
    <message>
      <source>3 People, statement and damage taken down; {count} thing(s) still missing.</source>
      <translation>3 People, statement and damage taken down; {count} thing(s) still missing.</translation>
    </message>
    <message>
      <source>4 Report signed by {name}; evidence root {root}.</source>
      <translation>4 Report signed by {name}; evidence root {root}.</translation>
    </message>
    <message>
      <source>4 Report {number} was signed before; evidence root {root}.</source>
      <translation>4 Report {number} was signed before; evidence root {root}.</translation>
    </message>
    <message>
      <source>5 Delivered; the centre's signed receipt (full) is in {name}.</source>
      <translation>5 Delivered; the centre's signed receipt (full) is in {name}.</translation>
    </message>
    <message>
      <source>6 Bag in {bag}; case file {case}, {count} originals.</source>
      <translation>6 Bag in {bag}; case file {case}, {count} originals.</translation>
    </message>
    <message>
      <source>A draft of notice {no} in {path}.</source>
      <translation>A draft of notice {no} in {path}.</translation>
    </message>
    <message>
      <source>Accessible copy in {path}; SHA-256 {sha256}.</source>
      <translation>Accessible copy in {path}; SHA-256 {sha256}.</translation>
    </message>
    <message>
      <source>Backed up to {path} and read back: {blobs} originals, reports and previews, {copied} of them new.</source>
      <translation>Backed up to {path} and read back: {blobs} originals, reports and previews, {copied} of them new.</translation>
    </message>
    <message>
      <source>Bag in {path}; VERIFY.txt says how to check it.</source>
      <translation>Bag in {path}; VERIFY.txt says how to check it.</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Case</translation>
    </message>
    <message>
      <source>Case {case} ({number}), {state}</source>
      <translation>Case {case} ({number}), {state}</translation>
    </message>
    <message>
      <source>Case {case} is in {path}.</source>
      <translation>Case {case} is in {path}.</translation>
    </message>
    <message>
      <source>Case {local} belongs to {case}; both ids are accepted.</source>
      <translation>Case {local} belongs to {case}; both ids are accepted.</translation>
    </message>
    <message>
      <source>Cases found again: {count}</source>
      <translation>Cases found again: {count}</translation>
    </message>
    <message>
      <source>Claim {number} is case {case}.</source>
      <translation>Claim {number} is case {case}.</translation>
    </message>
    <message>
      <source>Copied to {path} and read back.</source>
      <translation>Copied to {path} and read back.</translation>
    </message>
    <message>
      <source>Draft in {path}: not signed.</source>
      <translation>Draft in {path}: not signed.</translation>
    </message>
    <message>
      <source>Enrol this laptop at the office again: surveyor enroll.</source>
      <translation>Enrol this laptop at the office again: surveyor enroll.</translation>
    </message>
    <message>
      <source>Enrolment code</source>
      <translation>Enrolment code</translation>
    </message>
    <message>
      <source>Enrolment code, shown only now: {code}</source>
      <translation>Enrolment code, shown only now: {code}</translation>
    </message>
    <message>
      <source>Entries of the office or of colleagues that the centre lost and does not take back: {count}.</source>
      <translation>Entries of the office or of colleagues that the centre lost and does not take back: {count}.</translation>
    </message>
    <message>
      <source>Exit status: 0 all went well, 1 something was refused or does not hold, 2 the command was not understood, or what was verified is complete in itself but nobody who is trusted vouches for it (--root).</source>
      <translation>Exit status: 0 all went well, 1 something was refused or does not hold, 2 the command was not understood, or what was verified is complete in itself but nobody who is trusted vouches for it (--root).</translation>
    </message>
    <message>
      <source>Field evidence, signed reports and safe delivery for insurance surveyors. Without a verb: the window.</source>
      <translation>Field evidence, signed reports and safe delivery for insurance surveyors. Without a verb: the window.</translation>
    </message>
    <message>
      <source>For the office alone; an indicator is not evidence:</source>
      <translation>For the office alone; an indicator is not evidence:</translation>
    </message>
    <message>
      <source>If the camera should have recorded there, do not format yet: {names}</source>
      <translation>If the camera should have recorded there, do not format yet: {names}</translation>
    </message>
    <message>
      <source>Interrupted. What was stored before is safe; run the command again to go on.</source>
      <translation>Interrupted. What was stored before is safe; run the command again to go on.</translation>
    </message>
    <message>
      <source>Kept as calculation {id}.</source>
      <translation>Kept as calculation {id}.</translation>
    </message>
    <message>
      <source>Left out, for it is damaged: {name}</source>
      <translation>Left out, for it is damaged: {name}</translation>
    </message>
    <message>
      <source>List in {path}: {count} thing(s) want a reason.</source>
      <translation>List in {path}: {count} thing(s) want a reason.</translation>
    </message>
    <message>
      <source>Lost or changed at the centre, and not in the backup: SHA-256 {sha256}.</source>
      <translation>Lost or changed at the centre, and not in the backup: SHA-256 {sha256}.</translation>
    </message>
    <message>
      <source>NOT the same as kept.</source>
      <translation>NOT the same as kept.</translation>
    </message>
    <message>
      <source>Name its bag or its case with --with.</source>
      <translation>Name its bag or its case with --with.</translation>
    </message>
    <message>
      <source>Name the insurer's certificate with --root (PEM).</source>
      <translation>Name the insurer's certificate with --root (PEM).</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>New passphrase</translation>
    </message>
    <message>
      <source>No calculation is kept in this case.</source>
      <translation>No calculation is kept in this case.</translation>
    </message>
    <message>
      <source>No copy of photo {number}: {reason}.</source>
      <translation>No copy of photo {number}: {reason}.</translation>
    </message>
    <message>
      <source>No notice in this case.</source>
      <translation>No notice in this case.</translation>
    </message>
    <message>
      <source>No receipt yet; run it again to go on where it stopped.</source>
      <translation>No receipt yet; run it again to go on where it stopped.</translation>
    </message>
    <message>
      <source>No statement in this case.</source>
      <translation>No statement in this case.</translation>
    </message>
    <message>
      <source>Not on this laptop: {left}; of them the centre sent other bytes than were signed for: {wrong}.</source>
      <translation>Not on this laptop: {left}; of them the centre sent other bytes than were signed for: {wrong}.</translation>
    </message>
    <message>
      <source>Not proven: that nobody on whom the certificate of {name} rests was revoked{tried}. Name the lists with --crl, and the authorities with --root and --timestamp-root.</source>
      <translation>Not proven: that nobody on whom the certificate of {name} rests was revoked{tried}. Name the lists with --crl, and the authorities with --root and --timestamp-root.</translation>
    </message>
    <message>
      <source>Not safe to format: all {empty} file(s) are EMPTY, the card may be damaged: {names}</source>
      <translation>Not safe to format: all {empty} file(s) are EMPTY, the card may be damaged: {names}</translation>
    </message>
    <message>
      <source>Not safe to format: {missing} of {total} file(s) are not stored.</source>
      <translation>Not safe to format: {missing} of {total} file(s) are not stored.</translation>
    </message>
    <message>
      <source>Not used from the settings: {problem}</source>
      <translation>Not used from the settings: {problem}</translation>
    </message>
    <message>
      <source>Nothing is assigned at the moment.</source>
      <translation>Nothing is assigned at the moment.</translation>
    </message>
    <message>
      <source>Nothing is lost.</source>
      <translation>Nothing is lost.</translation>
    </message>
    <message>
      <source>Nothing was written since this report was signed, so it is handed out again.</source>
      <translation>Nothing was written since this report was signed, so it is handed out again.</translation>
    </message>
    <message>
      <source>Notice {no} in {path}: as issued.</source>
      <translation>Notice {no} in {path}: as issued.</translation>
    </message>
    <message>
      <source>Office copy in {path}: internal, not for a party.</source>
      <translation>Office copy in {path}: internal, not for a party.</translation>
    </message>
    <message>
      <source>Office password</source>
      <translation>Office password</translation>
    </message>
    <message>
      <source>Office password of {user}</source>
      <translation>Office password of {user}</translation>
    </message>
    <message>
      <source>Originals fetched: {count}.</source>
      <translation>Originals fetched: {count}.</translation>
    </message>
    <message>
      <source>PIN of {token}</source>
      <translation>PIN of {token}</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Passphrase of the certificate</source>
      <translation>Passphrase of the certificate</translation>
    </message>
    <message>
      <source>Photo {number} is damaged: the copy shows what can be read.</source>
      <translation>Photo {number} is damaged: the copy shows what can be read.</translation>
    </message>
    <message>
      <source>Profile made in {folder}.</source>
      <translation>Profile made in {folder}.</translation>
    </message>
    <message>
      <source>Profile made in {folder}; it opens the copies of the lost laptop's cases: surveyor case restore COPY FILE.</source>
      <translation>Profile made in {folder}; it opens the copies of the lost laptop's cases: surveyor case restore COPY FILE.</translation>
    </message>
    <message>
      <source>Ready to leave.</source>
      <translation>Ready to leave.</translation>
    </message>
    <message>
      <source>Receipt held: {kind}.</source>
      <translation>Receipt held: {kind}.</translation>
    </message>
    <message>
      <source>Recovery code</source>
      <translation>Recovery code</translation>
    </message>
    <message>
      <source>Recovery code (write it down, it is shown only now): {code}</source>
      <translation>Recovery code (write it down, it is shown only now): {code}</translation>
    </message>
    <message>
      <source>Restored to {path} and verified.</source>
      <translation>Restored to {path} and verified.</translation>
    </message>
    <message>
      <source>SQLAlchemy URL (default: SQLite in DIR)</source>
      <translation>SQLAlchemy URL (default: SQLite in DIR)</translation>
    </message>
    <message>
      <source>Safe to format, but {empty} file(s) are EMPTY: all {stored} file(s) with content are stored and were read back; of the empty ones only the names are kept.</source>
      <translation>Safe to format, but {empty} file(s) are EMPTY: all {stored} file(s) with content are stored and were read back; of the empty ones only the names are kept.</translation>
    </message>
    <message>
      <source>Safe to format: all {total} file(s) are stored and were read back.</source>
      <translation>Safe to format: all {total} file(s) are stored and were read back.</translation>
    </message>
    <message>
      <source>Secrets come from SURVEYOR_PASSPHRASE, SURVEYOR_P12_PASSPHRASE, SURVEYOR_PKCS11_PIN, SURVEYOR_ENROLL_CODE, the keyring, or a prompt.</source>
      <translation>Secrets come from SURVEYOR_PASSPHRASE, SURVEYOR_P12_PASSPHRASE, SURVEYOR_PKCS11_PIN, SURVEYOR_ENROLL_CODE, the keyring, or a prompt.</translation>
    </message>
    <message>
      <source>Signed report in {path}; evidence root {root}.</source>
      <translation>Signed report in {path}; evidence root {root}.</translation>
    </message>
    <message>
      <source>Statement {number} in {path}: a draft.</source>
      <translation>Statement {number} in {path}: a draft.</translation>
    </message>
    <message>
      <source>Statement {number} in {path}: as signed.</source>
      <translation>Statement {number} in {path}: as signed.</translation>
    </message>
    <message>
      <source>Task {task} is given on to {user} as {new}.</source>
      <translation>Task {task} is given on to {user} as {new}.</translation>
    </message>
    <message>
      <source>Task {task} is given to {user}.</source>
      <translation>Task {task} is given to {user}.</translation>
    </message>
    <message>
      <source>Task {task} is taken back.</source>
      <translation>Task {task} is taken back.</translation>
    </message>
    <message>
      <source>The centre answers at {url}; its data lies in {folder}.</source>
      <translation>The centre answers at {url}; its data lies in {folder}.</translation>
    </message>
    <message>
      <source>The centre in {path} is as it was when it was backed up; laptops bring back what they delivered since.</source>
      <translation>The centre in {path} is as it was when it was backed up; laptops bring back what they delivered since.</translation>
    </message>
    <message>
      <source>The database of the profile was made anew; the damaged one is {path}.</source>
      <translation>The database of the profile was made anew; the damaged one is {path}.</translation>
    </message>
    <message>
      <source>The office desk: {url}, user {user}, password {password}</source>
      <translation>The office desk: {url}, user {user}, password {password}</translation>
    </message>
    <message>
      <source>The pack is in order.</source>
      <translation>The pack is in order.</translation>
    </message>
    <message>
      <source>The passphrase of {folder} is changed.</source>
      <translation>The passphrase of {folder} is changed.</translation>
    </message>
    <message>
      <source>The profile in {folder} is whole; nothing of it is lost.</source>
      <translation>The profile in {folder} is whole; nothing of it is lost.</translation>
    </message>
    <message>
      <source>The report is signed all the same; a time stamp can be added later.</source>
      <translation>The report is signed all the same; a time stamp can be added later.</translation>
    </message>
    <message>
      <source>The same as kept.</source>
      <translation>The same as kept.</translation>
    </message>
    <message>
      <source>There is no camera card and no phone.</source>
      <translation>There is no camera card and no phone.</translation>
    </message>
    <message>
      <source>This file does not open: {path}</source>
      <translation>This file does not open: {path}</translation>
    </message>
    <message>
      <source>This insurer pays, in part: {total} {currency}; not everything could be counted</source>
      <translation>This insurer pays, in part: {total} {currency}; not everything could be counted</translation>
    </message>
    <message>
      <source>This insurer pays: {total} {currency}</source>
      <translation>This insurer pays: {total} {currency}</translation>
    </message>
    <message>
      <source>Write each after its arrow, or one for all in the first line, then sign with `--reasons`.</source>
      <translation>Write each after its arrow, or one for all in the first line, then sign with `--reasons`.</translation>
    </message>
    <message>
      <source>a centre at a distance</source>
      <translation>a centre at a distance</translation>
    </message>
    <message>
      <source>a figure that no record holds</source>
      <translation>a figure that no record holds</translation>
    </message>
    <message>
      <source>a list of revoked certificates, may be given several times (default: from where the certificates say)</source>
      <translation>a list of revoked certificates, may be given several times (default: from where the certificates say)</translation>
    </message>
    <message>
      <source>a newer list of certificates the authority took back (beside those in bag and profile)</source>
      <translation>a newer list of certificates the authority took back (beside those in bag and profile)</translation>
    </message>
    <message>
      <source>a report, the paper of a statement, the folder of a bag, or a case file</source>
      <translation>a report, the paper of a statement, the folder of a bag, or a case file</translation>
    </message>
    <message>
      <source>a signed report</source>
      <translation>a signed report</translation>
    </message>
    <message>
      <source>account disabled</source>
      <translation>account disabled</translation>
    </message>
    <message>
      <source>account made</source>
      <translation>account made</translation>
    </message>
    <message>
      <source>address of the centre</source>
      <translation>address of the centre</translation>
    </message>
    <message>
      <source>address or network of a proxy whose X-Forwarded-For and X-Forwarded-Proto count (default: nobody's)</source>
      <translation>address or network of a proxy whose X-Forwarded-For and X-Forwarded-Proto count (default: nobody's)</translation>
    </message>
    <message>
      <source>address to answer at (default: only here)</source>
      <translation>address to answer at (default: only here)</translation>
    </message>
    <message>
      <source>address under which others reach this centre; certificates name it (default: none)</source>
      <translation>address under which others reach this centre; certificates name it (default: none)</translation>
    </message>
    <message>
      <source>addressee (default: the insured)</source>
      <translation>addressee (default: the insured)</translation>
    </message>
    <message>
      <source>afterwards fetch the originals that are not on this laptop</source>
      <translation>afterwards fetch the originals that are not on this laptop</translation>
    </message>
    <message>
      <source>also write the unsigned copy for screen readers (PDF/UA-1); the signed report prints its SHA-256</source>
      <translation>also write the unsigned copy for screen readers (PDF/UA-1); the signed report prints its SHA-256</translation>
    </message>
    <message>
      <source>also write what wants a reason before the report is signed, to be filled in for `surveyor report --reasons`</source>
      <translation>also write what wants a reason before the report is signed, to be filled in for `surveyor report --reasons`</translation>
    </message>
    <message>
      <source>ambiguous option: %(option)s could match %(matches)s</source>
      <translation>ambiguous option: %(option)s could match %(matches)s</translation>
    </message>
    <message>
      <source>another address of the same centre</source>
      <translation>another address of the same centre</translation>
    </message>
    <message>
      <source>argument %(argument_name)s: %(message)s</source>
      <translation>argument %(argument_name)s: %(message)s</translation>
    </message>
    <message>
      <source>ask whether it is needed</source>
      <translation>ask whether it is needed</translation>
    </message>
    <message>
      <source>attached</source>
      <translation>attached</translation>
    </message>
    <message>
      <source>body of a single line that is erased</source>
      <translation>body of a single line that is erased</translation>
    </message>
    <message>
      <source>bring a case back from its copy</source>
      <translation>bring a case back from its copy</translation>
    </message>
    <message>
      <source>camera cards and phones: what is new, and whether a card may be formatted</source>
      <translation>camera cards and phones: what is new, and whether a card may be formatted</translation>
    </message>
    <message>
      <source>card to check; without it cards are listed</source>
      <translation>card to check; without it cards are listed</translation>
    </message>
    <message>
      <source>case file</source>
      <translation>case file</translation>
    </message>
    <message>
      <source>case file to open</source>
      <translation>case file to open</translation>
    </message>
    <message>
      <source>case id</source>
      <translation>case id</translation>
    </message>
    <message>
      <source>case id of the case opened on the spot</source>
      <translation>case id of the case opened on the spot</translation>
    </message>
    <message>
      <source>case id of the claim</source>
      <translation>case id of the claim</translation>
    </message>
    <message>
      <source>cases: new, fetch, list, info, verify, history, backup, restore, salvage, remove</source>
      <translation>cases: new, fetch, list, info, verify, history, backup, restore, salvage, remove</translation>
    </message>
    <message>
      <source>certificate chain, so that connections are encrypted</source>
      <translation>certificate chain, so that connections are encrypted</translation>
    </message>
    <message>
      <source>certificates that vouch for the time-stamp authority (default: those of the settings)</source>
      <translation>certificates that vouch for the time-stamp authority (default: those of the settings)</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>changed</translation>
    </message>
    <message>
      <source>check every signature, hash, record and original of a case</source>
      <translation>check every signature, hash, record and original of a case</translation>
    </message>
    <message>
      <source>claims: new, assign, reassign, recall, join, list</source>
      <translation>claims: new, assign, reassign, recall, join, list</translation>
    </message>
    <message>
      <source>copies of the photos: scaled, stamped, annotated</source>
      <translation>copies of the photos: scaled, stamped, annotated</translation>
    </message>
    <message>
      <source>copy a case to a second place, verified by reading back</source>
      <translation>copy a case to a second place, verified by reading back</translation>
    </message>
    <message>
      <source>copy the whole centre while it serves, read back</source>
      <translation>copy the whole centre while it serves, read back</translation>
    </message>
    <message>
      <source>created</source>
      <translation>created</translation>
    </message>
    <message>
      <source>deadline as 2026-11-20T06:03:22.000000Z</source>
      <translation>deadline as 2026-11-20T06:03:22.000000Z</translation>
    </message>
    <message>
      <source>delete a case from this laptop once the centre has signed for all of it</source>
      <translation>delete a case from this laptop once the centre has signed for all of it</translation>
    </message>
    <message>
      <source>deliver a case and fetch what is new</source>
      <translation>deliver a case and fetch what is new</translation>
    </message>
    <message>
      <source>delivered {at} ({channel})</source>
      <translation>delivered {at} ({channel})</translation>
    </message>
    <message>
      <source>device id</source>
      <translation>device id</translation>
    </message>
    <message>
      <source>do a kept calculation again: its id or version</source>
      <translation>do a kept calculation again: its id or version</translation>
    </message>
    <message>
      <source>enrolment code given</source>
      <translation>enrolment code given</translation>
    </message>
    <message>
      <source>erase what the law demands, by two people of the office</source>
      <translation>erase what the law demands, by two people of the office</translation>
    </message>
    <message>
      <source>erased</source>
      <translation>erased</translation>
    </message>
    <message>
      <source>expected %s argument</source>
      <translation>expected %s argument</translation>
    </message>
    <message>
      <source>expected %s arguments</source>
      <translation>expected %s arguments</translation>
    </message>
    <message>
      <source>expected at least one argument</source>
      <translation>expected at least one argument</translation>
    </message>
    <message>
      <source>expected at most one argument</source>
      <translation>expected at most one argument</translation>
    </message>
    <message>
      <source>expected one argument</source>
      <translation>expected one argument</translation>
    </message>
    <message>
      <source>fetch all originals too, not only what shows them</source>
      <translation>fetch all originals too, not only what shows them</translation>
    </message>
    <message>
      <source>fetch the cases assigned to this surveyor</source>
      <translation>fetch the cases assigned to this surveyor</translation>
    </message>
    <message>
      <source>file of a pack (TOML)</source>
      <translation>file of a pack (TOML)</translation>
    </message>
    <message>
      <source>files and folders</source>
      <translation>files and folders</translation>
    </message>
    <message>
      <source>folder for everything it makes</source>
      <translation>folder for everything it makes</translation>
    </message>
    <message>
      <source>folder for the case files (default: in the profile)</source>
      <translation>folder for the case files (default: in the profile)</translation>
    </message>
    <message>
      <source>folder of further packs, beside “rule_packs” of the profile</source>
      <translation>folder of further packs, beside “rule_packs” of the profile</translation>
    </message>
    <message>
      <source>folder of the backup</source>
      <translation>folder of the backup</translation>
    </message>
    <message>
      <source>folder of the backup; brought up to date</source>
      <translation>folder of the backup; brought up to date</translation>
    </message>
    <message>
      <source>folder of the sample</source>
      <translation>folder of the sample</translation>
    </message>
    <message>
      <source>folder or object store (default: in DIR)</source>
      <translation>folder or object store (default: in DIR)</translation>
    </message>
    <message>
      <source>folder to make: everything, for anyone to check</source>
      <translation>folder to make: everything, for anyone to check</translation>
    </message>
    <message>
      <source>for a PDF: the bag or case that says whether it is one of its statements or reports, and which</source>
      <translation>for a PDF: the bag or case that says whether it is one of its statements or reports, and which</translation>
    </message>
    <message>
      <source>full</source>
      <translation>full</translation>
    </message>
    <message>
      <source>further fields of the claim</source>
      <translation>further fields of the claim</translation>
    </message>
    <message>
      <source>give a task of a claim to a user</source>
      <translation>give a task of a claim to a user</translation>
    </message>
    <message>
      <source>give a task on to another user</source>
      <translation>give a task on to another user</translation>
    </message>
    <message>
      <source>hand out the case as a bag that standard tools can check</source>
      <translation>hand out the case as a bag that standard tools can check</translation>
    </message>
    <message>
      <source>have the signatures of a PDF last: time stamps, and proofs for the years</source>
      <translation>have the signatures of a PDF last: time stamps, and proofs for the years</translation>
    </message>
    <message>
      <source>have this laptop and its surveyor certified by a centre</source>
      <translation>have this laptop and its surveyor certified by a centre</translation>
    </message>
    <message>
      <source>have this time-stamp authority (RFC 3161) confirm the time (default: that of the settings)</source>
      <translation>have this time-stamp authority (RFC 3161) confirm the time (default: that of the settings)</translation>
    </message>
    <message>
      <source>how long it shall last: B-T the time is confirmed, B-LT with proofs, B-LTA with a time stamp over them</source>
      <translation>how long it shall last: B-T the time is confirmed, B-LT with proofs, B-LTA with a time stamp over them</translation>
    </message>
    <message>
      <source>how long to try without any answer</source>
      <translation>how long to try without any answer</translation>
    </message>
    <message>
      <source>how papers are handed in</source>
      <translation>how papers are handed in</translation>
    </message>
    <message>
      <source>ignored explicit argument %r</source>
      <translation>ignored explicit argument %r</translation>
    </message>
    <message>
      <source>invalid %(type)s value: %(value)r</source>
      <translation>invalid %(type)s value: %(value)r</translation>
    </message>
    <message>
      <source>invalid choice: %(value)r (choose from %(choices)s)</source>
      <translation>invalid choice: %(value)r (choose from %(choices)s)</translation>
    </message>
    <message>
      <source>issue a notice of everything that is missing now</source>
      <translation>issue a notice of everything that is missing now</translation>
    </message>
    <message>
      <source>its copy</source>
      <translation>its copy</translation>
    </message>
    <message>
      <source>joined</source>
      <translation>joined</translation>
    </message>
    <message>
      <source>keep the calculation in the case, as a new version</source>
      <translation>keep the calculation in the case, as a new version</translation>
    </message>
    <message>
      <source>language of the notice, or both (default)</source>
      <translation>language of the notice, or both (default)</translation>
    </message>
    <message>
      <source>language of the report, several with a plus sign between them (default: both, Chinese and English)</source>
      <translation>language of the report, several with a plus sign between them (default: both, Chinese and English)</translation>
    </message>
    <message>
      <source>language of the sheet, or both (default)</source>
      <translation>language of the sheet, or both (default)</translation>
    </message>
    <message>
      <source>language of what is said here: {tags} (default: that of the environment)</source>
      <translation>language of what is said here: {tags} (default: that of the environment)</translation>
    </message>
    <message>
      <source>laptops: list, revoke</source>
      <translation>laptops: list, revoke</translation>
    </message>
    <message>
      <source>let this person sign in no more, on any laptop</source>
      <translation>let this person sign in no more, on any laptop</translation>
    </message>
    <message>
      <source>list the calculations that are kept</source>
      <translation>list the calculations that are kept</translation>
    </message>
    <message>
      <source>list the cases of the profile</source>
      <translation>list the cases of the profile</translation>
    </message>
    <message>
      <source>list the claims</source>
      <translation>list the claims</translation>
    </message>
    <message>
      <source>list the laptops that were certified</source>
      <translation>list the laptops that were certified</translation>
    </message>
    <message>
      <source>local</source>
      <translation>local</translation>
    </message>
    <message>
      <source>locked a laptop out</source>
      <translation>locked a laptop out</translation>
    </message>
    <message>
      <source>mail server, text message service and phone for customers, as TOML (default: messages go into a folder of the data)</source>
      <translation>mail server, text message service and phone for customers, as TOML (default: messages go into a folder of the data)</translation>
    </message>
    <message>
      <source>make a centre from a backup</source>
      <translation>make a centre from a backup</translation>
    </message>
    <message>
      <source>make a profile; prints the recovery code once</source>
      <translation>make a profile; prints the recovery code once</translation>
    </message>
    <message>
      <source>make an account; prints the enrolment code once</source>
      <translation>make an account; prints the enrolment code once</translation>
    </message>
    <message>
      <source>make and sign the survey report</source>
      <translation>make and sign the survey report</translation>
    </message>
    <message>
      <source>mend a damaged profile, or make its database anew and find its cases again</source>
      <translation>mend a damaged profile, or make its database anew and find its cases again</translation>
    </message>
    <message>
      <source>must</source>
      <translation>must</translation>
    </message>
    <message>
      <source>name as it stands in reports</source>
      <translation>name as it stands in reports</translation>
    </message>
    <message>
      <source>name as it stands in reports (default: the user name)</source>
      <translation>name as it stands in reports (default: the user name)</translation>
    </message>
    <message>
      <source>needed</source>
      <translation>needed</translation>
    </message>
    <message>
      <source>no receipt</source>
      <translation>no receipt</translation>
    </message>
    <message>
      <source>no report number yet</source>
      <translation>no report number yet</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>nobody</translation>
    </message>
    <message>
      <source>not a field of the claim</source>
      <translation>not a field of the claim</translation>
    </message>
    <message>
      <source>not allowed with argument %s</source>
      <translation>not allowed with argument %s</translation>
    </message>
    <message>
      <source>not delivered</source>
      <translation>not delivered</translation>
    </message>
    <message>
      <source>not needed</source>
      <translation>not needed</translation>
    </message>
    <message>
      <source>not signed</source>
      <translation>not signed</translation>
    </message>
    <message>
      <source>noted</source>
      <translation>noted</translation>
    </message>
    <message>
      <source>nothing is missing</source>
      <translation>nothing is missing</translation>
    </message>
    <message>
      <source>of a profile of an older version: name as it stands in reports</source>
      <translation>of a profile of an older version: name as it stands in reports</translation>
    </message>
    <message>
      <source>of a profile of an older version: user name at the centre</source>
      <translation>of a profile of an older version: user name at the centre</translation>
    </message>
    <message>
      <source>of cards and phones only what was not taken in before</source>
      <translation>of cards and phones only what was not taken in before</translation>
    </message>
    <message>
      <source>of the statement; without it all are listed</source>
      <translation>of the statement; without it all are listed</translation>
    </message>
    <message>
      <source>office account for --server</source>
      <translation>office account for --server</translation>
    </message>
    <message>
      <source>on what basis; journaled</source>
      <translation>on what basis; journaled</translation>
    </message>
    <message>
      <source>one of the arguments %s is required</source>
      <translation>one of the arguments %s is required</translation>
    </message>
    <message>
      <source>only records of this kind</source>
      <translation>only records of this kind</translation>
    </message>
    <message>
      <source>only this case</source>
      <translation>only this case</translation>
    </message>
    <message>
      <source>open a case on the spot</source>
      <translation>open a case on the spot</translation>
    </message>
    <message>
      <source>open a claim</source>
      <translation>open a claim</translation>
    </message>
    <message>
      <source>open the window (the same as no verb)</source>
      <translation>open the window (the same as no verb)</translation>
    </message>
    <message>
      <source>open the window on a sample claim</source>
      <translation>open the window on a sample claim</translation>
    </message>
    <message>
      <source>options</source>
      <translation>options</translation>
    </message>
    <message>
      <source>other packs fit too: {packs}</source>
      <translation>other packs fit too: {packs}</translation>
    </message>
    <message>
      <source>partial</source>
      <translation>partial</translation>
    </message>
    <message>
      <source>party (default): the report that is signed; office: with opinion, prompts, estimates and full personal data, marked internal, unsigned</source>
      <translation>party (default): the report that is signed; office: with opinion, prompts, estimates and full personal data, marked internal, unsigned</translation>
    </message>
    <message>
      <source>password set</source>
      <translation>password set</translation>
    </message>
    <message>
      <source>photos on a page (default: 4)</source>
      <translation>photos on a page (default: 4)</translation>
    </message>
    <message>
      <source>pictures to use (default: it draws its own)</source>
      <translation>pictures to use (default: it draws its own)</translation>
    </message>
    <message>
      <source>port to answer at (default: 8710)</source>
      <translation>port to answer at (default: 8710)</translation>
    </message>
    <message>
      <source>positional arguments</source>
      <translation>positional arguments</translation>
    </message>
    <message>
      <source>print one JSON document</source>
      <translation>print one JSON document</translation>
    </message>
    <message>
      <source>print the recovery code once more, as long as nobody confirmed it</source>
      <translation>print the recovery code once more, as long as nobody confirmed it</translation>
    </message>
    <message>
      <source>private key of that certificate</source>
      <translation>private key of that certificate</translation>
    </message>
    <message>
      <source>profile folder</source>
      <translation>profile folder</translation>
    </message>
    <message>
      <source>read what a damaged case still holds into a new one</source>
      <translation>read what a damaged case still holds into a new one</translation>
    </message>
    <message>
      <source>record of which everything said is erased</source>
      <translation>record of which everything said is erased</translation>
    </message>
    <message>
      <source>report number (报案号)</source>
      <translation>report number (报案号)</translation>
    </message>
    <message>
      <source>report number (报案号), when it is known already</source>
      <translation>report number (报案号), when it is known already</translation>
    </message>
    <message>
      <source>restored</source>
      <translation>restored</translation>
    </message>
    <message>
      <source>revoked</source>
      <translation>revoked</translation>
    </message>
    <message>
      <source>rule pack for a cover, of those that fit</source>
      <translation>rule pack for a cover, of those that fit</translation>
    </message>
    <message>
      <source>rule packs (规则包) for calculating: list, check</source>
      <translation>rule packs (规则包) for calculating: list, check</translation>
    </message>
    <message>
      <source>run the claims service</source>
      <translation>run the claims service</translation>
    </message>
    <message>
      <source>sealed</source>
      <translation>sealed</translation>
    </message>
    <message>
      <source>second office account, which signs in as well</source>
      <translation>second office account, which signs in as well</translation>
    </message>
    <message>
      <source>secret of 32 characters or more under which the private keys lie encrypted (else SURVEYOR_CENTRE_KEY_FILE or SURVEYOR_CENTRE_KEY)</source>
      <translation>secret of 32 characters or more under which the private keys lie encrypted (else SURVEYOR_CENTRE_KEY_FILE or SURVEYOR_CENTRE_KEY)</translation>
    </message>
    <message>
      <source>set a new passphrase with the recovery code</source>
      <translation>set a new passphrase with the recovery code</translation>
    </message>
    <message>
      <source>should</source>
      <translation>should</translation>
    </message>
    <message>
      <source>show the version and exit</source>
      <translation>show the version and exit</translation>
    </message>
    <message>
      <source>show this help message and exit</source>
      <translation>show this help message and exit</translation>
    </message>
    <message>
      <source>sign although checks still ask for something; journaled</source>
      <translation>sign although checks still ask for something; journaled</translation>
    </message>
    <message>
      <source>sign with the smart card or token of this name; its PIN comes from SURVEYOR_PKCS11_PIN or a prompt</source>
      <translation>sign with the smart card or token of this name; its PIN comes from SURVEYOR_PKCS11_PIN or a prompt</translation>
    </message>
    <message>
      <source>sign with this PKCS#12 instead of the enrolled one</source>
      <translation>sign with this PKCS#12 instead of the enrolled one</translation>
    </message>
    <message>
      <source>signed</source>
      <translation>signed</translation>
    </message>
    <message>
      <source>source: {where}</source>
      <translation>source: {where}</translation>
    </message>
    <message>
      <source>take a task back</source>
      <translation>take a task back</translation>
    </message>
    <message>
      <source>take back what was given to a laptop</source>
      <translation>take back what was given to a laptop</translation>
    </message>
    <message>
      <source>take photos, video, sound and papers into a case</source>
      <translation>take photos, video, sound and papers into a case</translation>
    </message>
    <message>
      <source>task id</source>
      <translation>task id</translation>
    </message>
    <message>
      <source>task kind (default: scene)</source>
      <translation>task kind (default: scene)</translation>
    </message>
    <message>
      <source>task {task}</source>
      <translation>task {task}</translation>
    </message>
    <message>
      <source>the authority's certificate to trust (default: that of the profile)</source>
      <translation>the authority's certificate to trust (default: that of the profile)</translation>
    </message>
    <message>
      <source>the case file to make</source>
      <translation>the case file to make</translation>
    </message>
    <message>
      <source>the case file to make (default: in the profile)</source>
      <translation>the case file to make (default: in the profile)</translation>
    </message>
    <message>
      <source>the centre's own folder</source>
      <translation>the centre's own folder</translation>
    </message>
    <message>
      <source>the centre's own folder (default: central)</source>
      <translation>the centre's own folder (default: central)</translation>
    </message>
    <message>
      <source>the claims service: serve, claim, user</source>
      <translation>the claims service: serve, claim, user</translation>
    </message>
    <message>
      <source>the damaged case file; it stays as it is</source>
      <translation>the damaged case file; it stays as it is</translation>
    </message>
    <message>
      <source>the file to write</source>
      <translation>the file to write</translation>
    </message>
    <message>
      <source>the following arguments are required: %s</source>
      <translation>the following arguments are required: %s</translation>
    </message>
    <message>
      <source>the laptop is lost: make a new profile from the keys beside a case's copy (….keys.toml)</source>
      <translation>the laptop is lost: make a new profile from the keys beside a case's copy (….keys.toml)</translation>
    </message>
    <message>
      <source>the module of the card's own software (default: that of the settings)</source>
      <translation>the module of the card's own software (default: that of the settings)</translation>
    </message>
    <message>
      <source>the module of the token's own software (else SURVEYOR_CENTRE_PKCS11)</source>
      <translation>the module of the token's own software (else SURVEYOR_CENTRE_PKCS11)</translation>
    </message>
    <message>
      <source>the one-time notice (一次性告知书) of the papers that are missing</source>
      <translation>the one-time notice (一次性告知书) of the papers that are missing</translation>
    </message>
    <message>
      <source>the packs there are, with source and validity</source>
      <translation>the packs there are, with source and validity</translation>
    </message>
    <message>
      <source>the parties agreed that each insurer pays its own</source>
      <translation>the parties agreed that each insurer pays its own</translation>
    </message>
    <message>
      <source>the profile: create, recover, code, repair</source>
      <translation>the profile: create, recover, code, repair</translation>
    </message>
    <message>
      <source>the same with a reason each: the list that `surveyor check --reasons` wrote, filled in</source>
      <translation>the same with a reason each: the list that `surveyor check --reasons` wrote, filled in</translation>
    </message>
    <message>
      <source>the whole job unattended on a sample claim</source>
      <translation>the whole job unattended on a sample claim</translation>
    </message>
    <message>
      <source>there is no display here; `surveyor --help` lists what works without one.</source>
      <translation>there is no display here; `surveyor --help` lists what works without one.</translation>
    </message>
    <message>
      <source>there is no language “{tag}”; there are: {there}</source>
      <translation>there is no language “{tag}”; there are: {there}</translation>
    </message>
    <message>
      <source>tie a case opened on the spot to a claim</source>
      <translation>tie a case opened on the spot to a claim</translation>
    </message>
    <message>
      <source>token whose key gives that secret instead; its PIN comes from SURVEYOR_PKCS11_PIN or a prompt (else SURVEYOR_CENTRE_TOKEN)</source>
      <translation>token whose key gives that secret instead; its PIN comes from SURVEYOR_PKCS11_PIN or a prompt (else SURVEYOR_CENTRE_TOKEN)</translation>
    </message>
    <message>
      <source>trust another authority than before: its SHA-256, as the office tells it</source>
      <translation>trust another authority than before: its SHA-256, as the office tells it</translation>
    </message>
    <message>
      <source>unconfirmed: {what}</source>
      <translation>unconfirmed: {what}</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>undone</translation>
    </message>
    <message>
      <source>unexpected option string: %s</source>
      <translation>unexpected option string: %s</translation>
    </message>
    <message>
      <source>unknown parser %(parser_name)r (choices: %(choices)s)</source>
      <translation>unknown parser %(parser_name)r (choices: %(choices)s)</translation>
    </message>
    <message>
      <source>unrecognized arguments: %s</source>
      <translation>unrecognized arguments: %s</translation>
    </message>
    <message>
      <source>until when, as 2026-12-31; journaled</source>
      <translation>until when, as 2026-12-31; journaled</translation>
    </message>
    <message>
      <source>usage: </source>
      <translation>usage: </translation>
    </message>
    <message>
      <source>user name at the centre</source>
      <translation>user name at the centre</translation>
    </message>
    <message>
      <source>what a case would pay, and how that comes about (理算)</source>
      <translation>what a case would pay, and how that comes about (理算)</translation>
    </message>
    <message>
      <source>what an office account is there for (default: what clerks do every day)</source>
      <translation>what an office account is there for (default: what clerks do every day)</translation>
    </message>
    <message>
      <source>what holds of a PDF, a bag or a case, and what does not</source>
      <translation>what holds of a PDF, a bag or a case, and what does not</translation>
    </message>
    <message>
      <source>what is in a case</source>
      <translation>what is in a case</translation>
    </message>
    <message>
      <source>what is noted with a calculation that is kept</source>
      <translation>what is noted with a calculation that is kept</translation>
    </message>
    <message>
      <source>what is still missing before leaving</source>
      <translation>what is still missing before leaving</translation>
    </message>
    <message>
      <source>what the account may do (default: surveyor)</source>
      <translation>what the account may do (default: surveyor)</translation>
    </message>
    <message>
      <source>what was done to accounts, when and by whom</source>
      <translation>what was done to accounts, when and by whom</translation>
    </message>
    <message>
      <source>where the files come from; else files and cards are told apart</source>
      <translation>where the files come from; else files and cards are told apart</translation>
    </message>
    <message>
      <source>whether a pack is in order; says line and reason</source>
      <translation>whether a pack is in order; says line and reason</translation>
    </message>
    <message>
      <source>which certificate of the token, where it has several</source>
      <translation>which certificate of the token, where it has several</translation>
    </message>
    <message>
      <source>which copies (renditions.toml)</source>
      <translation>which copies (renditions.toml)</translation>
    </message>
    <message>
      <source>which key of the token: a secret one, AES or RSA (else SURVEYOR_CENTRE_TOKEN_KEY)</source>
      <translation>which key of the token: a secret one, AES or RSA (else SURVEYOR_CENTRE_TOKEN_KEY)</translation>
    </message>
    <message>
      <source>which papers (单证) a case needs, and how far each is</source>
      <translation>which papers (单证) a case needs, and how far each is</translation>
    </message>
    <message>
      <source>which receipt to wait for</source>
      <translation>which receipt to wait for</translation>
    </message>
    <message>
      <source>which sample case (default: motor)</source>
      <translation>which sample case (default: motor)</translation>
    </message>
    <message>
      <source>which statements (询问笔录) a case holds, and the paper of one</source>
      <translation>which statements (询问笔录) a case holds, and the paper of one</translation>
    </message>
    <message>
      <source>who did what, when and why</source>
      <translation>who did what, when and why</translation>
    </message>
    <message>
      <source>why (default: lost)</source>
      <translation>why (default: lost)</translation>
    </message>
    <message>
      <source>why a further notice is needed</source>
      <translation>why a further notice is needed</translation>
    </message>
    <message>
      <source>why figures are put in by hand; it stands on the sheet</source>
      <translation>why figures are put in by hand; it stands on the sheet</translation>
    </message>
    <message>
      <source>why there is to be a second claim of a report number; journaled</source>
      <translation>why there is to be a second claim of a report number; journaled</translation>
    </message>
    <message>
      <source>why; journaled</source>
      <translation>why; journaled</translation>
    </message>
    <message>
      <source>with --keys: name as it stands in reports</source>
      <translation>with --keys: name as it stands in reports</translation>
    </message>
    <message>
      <source>with --keys: user name at the centre</source>
      <translation>with --keys: user name at the centre</translation>
    </message>
    <message>
      <source>with a watermark, unsigned, nothing is sealed</source>
      <translation>with a watermark, unsigned, nothing is sealed</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>withdrawn</translation>
    </message>
    <message>
      <source>write its paper: as signed, or a marked draft</source>
      <translation>write its paper: as signed, or a marked draft</translation>
    </message>
    <message>
      <source>write the last notice as issued, or a marked draft where there is none</source>
      <translation>write the last notice as issued, or a marked draft where there is none</translation>
    </message>
    <message>
      <source>write the sheet (理算书), for the office alone</source>
      <translation>write the sheet (理算书), for the office alone</translation>
    </message>
    <message>
      <source>{case} is not assigned to {user}</source>
      <translation>{case} is not assigned to {user}</translation>
    </message>
    <message>
      <source>{count} copies in {path}; {manifest} ties each to its original.</source>
      <translation>{count} copies in {path}; {manifest} ties each to its original.</translation>
    </message>
    <message>
      <source>{count} file(s) are empty (0 bytes): there is nothing in them, their names are kept.</source>
      <translation>{count} file(s) are empty (0 bytes): there is nothing in them, their names are kept.</translation>
    </message>
    <message>
      <source>{count} hidden or trashed file(s) are not taken in: {names}</source>
      <translation>{count} hidden or trashed file(s) are not taken in: {names}</translation>
    </message>
    <message>
      <source>{count} of {total} still to be settled.</source>
      <translation>{count} of {total} still to be settled.</translation>
    </message>
    <message>
      <source>{count} page(s), SHA-256 {sha256}</source>
      <translation>{count} page(s), SHA-256 {sha256}</translation>
    </message>
    <message>
      <source>{count} paper(s)</source>
      <translation>{count} paper(s)</translation>
    </message>
    <message>
      <source>{count} thing(s) still missing.</source>
      <translation>{count} thing(s) still missing.</translation>
    </message>
    <message>
      <source>{count} {outcome}</source>
      <translation>{count} {outcome}</translation>
    </message>
    <message>
      <source>{empty} file(s) are EMPTY, only their names are kept.</source>
      <translation>{empty} file(s) are EMPTY, only their names are kept.</translation>
    </message>
    <message>
      <source>{new} new of {total}</source>
      <translation>{new} new of {total}</translation>
    </message>
    <message>
      <source>{outcome} ({reason})</source>
      <translation>{outcome} ({reason})</translation>
    </message>
    <message>
      <source>{path} is removed; receipt and heads stay in the profile.</source>
      <translation>{path} is removed; receipt and heads stay in the profile.</translation>
    </message>
    <message>
      <source>{path}: every entry, record and original holds.</source>
      <translation>{path}: every entry, record and original holds.</translation>
    </message>
    <message>
      <source>{path}: holds.</source>
      <translation>{path}: holds.</translation>
    </message>
    <message>
      <source>{path}: the signatures reach the level {level} of PAdES.</source>
      <translation>{path}: the signatures reach the level {level} of PAdES.</translation>
    </message>
    <message>
      <source>{path}: {entries} lines of the journal and {originals} originals are in the new case.</source>
      <translation>{path}: {entries} lines of the journal and {originals} originals are in the new case.</translation>
    </message>
    <message>
      <source>{server}: this connection is not encrypted. Others on the way can read what is sent. Ask the office for an address that begins with https.</source>
      <translation>{server}: this connection is not encrypted. Others on the way can read what is sent. Ask the office for an address that begins with https.</translation>
    </message>
    <message>
      <source>{user} is enrolled at {server}.</source>
      <translation>{user} is enrolled at {server}.</translation>
    </message>
    <message>
      <source>{user} may sign in no more.</source>
      <translation>{user} may sign in no more.</translation>
    </message>
    <message>
      <source>{user} may work here.</source>
      <translation>{user} may work here.</translation>
    </message>
    <message>
      <source>{user}: {standing}</source>
      <translation>{user}: {standing}</translation>
    </message>
  </context>
</TS>
