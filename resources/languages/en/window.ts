<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Surveyor</name>
    <message numerus="yes">
      <source>%n already there</source>
      <translation>
        <numerusform>%n already there</numerusform>
        <numerusform>%n already there</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) brought up to date</source>
      <translation>
        <numerusform>%n case brought up to date</numerusform>
        <numerusform>%n cases brought up to date</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) on this laptop · {name}</source>
      <translation>
        <numerusform>%n case on this laptop · {name}</numerusform>
        <numerusform>%n cases on this laptop · {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n check(s) passed</source>
      <translation>
        <numerusform>%n check passed</numerusform>
        <numerusform>%n checks passed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n copy(ies) in {folder}.</source>
      <translation>
        <numerusform>%n copy in {folder}.</numerusform>
        <numerusform>%n copies in {folder}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n damaged: {names}</source>
      <translation>
        <numerusform>%n damaged: {names}</numerusform>
        <numerusform>%n damaged: {names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s) from the start of a policy</source>
      <translation>
        <numerusform>%n day from the start of a policy</numerusform>
        <numerusform>%n days from the start of a policy</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s) to the end of a policy</source>
      <translation>
        <numerusform>%n day to the end of a policy</numerusform>
        <numerusform>%n days to the end of a policy</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n earlier claim(s)</source>
      <translation>
        <numerusform>%n earlier claim</numerusform>
        <numerusform>%n earlier claims</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n empty, kept by name</source>
      <translation>
        <numerusform>%n empty, kept by name</numerusform>
        <numerusform>%n empty, kept by name</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n empty: {names}</source>
      <translation>
        <numerusform>%n empty: {names}</numerusform>
        <numerusform>%n empty: {names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n enquiry(ies) overdue: {name}</source>
      <translation>
        <numerusform>%n enquiry overdue: {name}</numerusform>
        <numerusform>%n enquiries overdue: {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry of the office or of a colleague is only on this laptop: the centre lost it and does not take it back from here. It is kept and shown; tell the office.</source>
      <translation>
        <numerusform>%n entry of the office or of a colleague is only on this laptop: the centre lost it and does not take it back from here. It is kept and shown; tell the office.</numerusform>
        <numerusform>%n entries of the office or of colleagues are only on this laptop: the centre lost them and does not take them back from here. They are kept and shown; tell the office.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry was made by a newer version of the program. It is kept in the case, its signature was checked, and it is passed on; what it says shows once this program is updated. Please update it.</source>
      <translation>
        <numerusform>%n entry was made by a newer version of the program. It is kept in the case, its signature was checked, and it is passed on; what it says shows once this program is updated. Please update it.</numerusform>
        <numerusform>%n entries were made by a newer version of the program. They are kept in the case, their signatures were checked, and they are passed on; what they say shows once this program is updated. Please update it.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n figure(s) by hand</source>
      <translation>
        <numerusform>%n figure by hand</numerusform>
        <numerusform>%n figures by hand</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) are empty, kept by name.</source>
      <translation>
        <numerusform>%n file is empty, kept by name.</numerusform>
        <numerusform>%n files are empty, kept by name.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) of this card are empty: there is nothing in them, kept by name.</source>
      <translation>
        <numerusform>%n file of this card is empty: there is nothing in it, kept by name.</numerusform>
        <numerusform>%n files of this card are empty: there is nothing in them, kept by name.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) of this card are in no case of yours, or could not be read.</source>
      <translation>
        <numerusform>%n file of this card is in no case of yours, or could not be read.</numerusform>
        <numerusform>%n files of this card are in no case of yours, or could not be read.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n files found so far…</source>
      <translation>
        <numerusform>%n file found so far…</numerusform>
        <numerusform>%n files found so far…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hidden or trashed file(s) are not taken in: {names}.</source>
      <translation>
        <numerusform>%n hidden or trashed file is not taken in: {names}.</numerusform>
        <numerusform>%n hidden or trashed files are not taken in: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hurt without a position</source>
      <translation>
        <numerusform>%n hurt without a position</numerusform>
        <numerusform>%n hurt without a position</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n journal line(s) not sent yet</source>
      <translation>
        <numerusform>%n journal line not sent yet</numerusform>
        <numerusform>%n journal lines not sent yet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s)</source>
      <translation>
        <numerusform>%n line</numerusform>
        <numerusform>%n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n mark(s)</source>
      <translation>
        <numerusform>%n mark</numerusform>
        <numerusform>%n marks</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n minute</numerusform>
        <numerusform>%n minutes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>%n more</numerusform>
        <numerusform>%n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more place(s)</source>
      <translation>
        <numerusform>%n more place</numerusform>
        <numerusform>%n more places</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not on this laptop</source>
      <translation>
        <numerusform>%n not on this laptop</numerusform>
        <numerusform>%n not on this laptop</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not reached</source>
      <translation>
        <numerusform>%n not reached</numerusform>
        <numerusform>%n not reached</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n notice(s)</source>
      <translation>
        <numerusform>%n notice</numerusform>
        <numerusform>%n notices</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n notice(s); nothing is lost</source>
      <translation>
        <numerusform>%n notice; nothing is lost</numerusform>
        <numerusform>%n notices; nothing is lost</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s) are not at the centre either; whoever took them has to deliver them.</source>
      <translation>
        <numerusform>%n original is not at the centre either; whoever took it has to deliver it.</numerusform>
        <numerusform>%n originals are not at the centre either; whoever took them has to deliver them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s) are not on this laptop: others took them, or another laptop did.</source>
      <translation>
        <numerusform>%n original is not on this laptop: others took it, or another laptop did.</numerusform>
        <numerusform>%n originals are not on this laptop: others took them, or another laptop did.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s) were not taken: the centre sends other bytes than were signed for.</source>
      <translation>
        <numerusform>%n original was not taken: the centre sends other bytes than were signed for.</numerusform>
        <numerusform>%n originals were not taken: the centre sends other bytes than were signed for.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s), each stored unchanged with its hash</source>
      <translation>
        <numerusform>%n original, stored unchanged with its hash</numerusform>
        <numerusform>%n originals, each stored unchanged with its hash</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n overdue</source>
      <translation>
        <numerusform>%n overdue</numerusform>
        <numerusform>%n overdue</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) of statements</source>
      <translation>
        <numerusform>%n page of statements</numerusform>
        <numerusform>%n pages of statements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people in the list</source>
      <translation>
        <numerusform>%n person in the list</numerusform>
        <numerusform>%n people in the list</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n photo(s)</source>
      <translation>
        <numerusform>%n photo</numerusform>
        <numerusform>%n photos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n photo(s) or other evidence</source>
      <translation>
        <numerusform>%n photo or other piece of evidence</numerusform>
        <numerusform>%n photos or other pieces of evidence</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n photo(s), the first is {number}</source>
      <translation>
        <numerusform>%n photo, the first is {number}</numerusform>
        <numerusform>%n photos, the first is {number}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n photos</source>
      <translation>
        <numerusform>%n photo</numerusform>
        <numerusform>%n photos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) are open, each with its reason</source>
      <translation>
        <numerusform>%n point is open, with its reason</numerusform>
        <numerusform>%n points are open, each with its reason</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) are open; the reasons given when leaving are signed with the report.</source>
      <translation>
        <numerusform>%n point is open; the reason given when leaving is signed with the report.</numerusform>
        <numerusform>%n points are open; the reasons given when leaving are signed with the report.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) must be settled before the report; each line leads there</source>
      <translation>
        <numerusform>%n point must be settled before the report; its line leads there</numerusform>
        <numerusform>%n points must be settled before the report; each line leads there</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) of “Ready to leave?” are still open.</source>
      <translation>
        <numerusform>%n point of “Ready to leave?” are still open.</numerusform>
        <numerusform>%n points of “Ready to leave?” are still open.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) still want a reason</source>
      <translation>
        <numerusform>%n point still wants a reason</numerusform>
        <numerusform>%n points still want a reason</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n raised by facts of the case</source>
      <translation>
        <numerusform>%n raised by facts of the case</numerusform>
        <numerusform>%n raised by facts of the case</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) withdrawn; they stay in the case with the reason</source>
      <translation>
        <numerusform>%n record withdrawn; it stays in the case with the reason</numerusform>
        <numerusform>%n records withdrawn; they stay in the case with the reason</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n refused</source>
      <translation>
        <numerusform>%n refused</numerusform>
        <numerusform>%n refused</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n remark(s) wait for your answer</source>
      <translation>
        <numerusform>%n remark waits for your answer</numerusform>
        <numerusform>%n remarks wait for your answer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n required shot(s) missing</source>
      <translation>
        <numerusform>%n required shot missing</numerusform>
        <numerusform>%n required shots missing</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n scan(s) linked</source>
      <translation>
        <numerusform>%n scan linked</numerusform>
        <numerusform>%n scans linked</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheet(s) in this folder</source>
      <translation>
        <numerusform>%n sheet in this folder</numerusform>
        <numerusform>%n sheets in this folder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s)</source>
      <translation>
        <numerusform>%n statement</numerusform>
        <numerusform>%n statements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n still being written</source>
      <translation>
        <numerusform>%n still being written</numerusform>
        <numerusform>%n still being written</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stored</source>
      <translation>
        <numerusform>%n stored</numerusform>
        <numerusform>%n stored</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n taken in</source>
      <translation>
        <numerusform>%n taken in</numerusform>
        <numerusform>%n taken in</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n task(s)</source>
      <translation>
        <numerusform>%n task</numerusform>
        <numerusform>%n tasks</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n that is signed or another surveyor’s stays as it is</source>
      <translation>
        <numerusform>%n that is signed or another surveyor’s stays as it is</numerusform>
        <numerusform>%n that are signed or another surveyor’s stay as they are</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n warning(s) of “Ready to leave?” want a reason.</source>
      <translation>
        <numerusform>%n warning of “Ready to leave?” wants a reason.</numerusform>
        <numerusform>%n warnings of “Ready to leave?” want a reason.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n were there before</source>
      <translation>
        <numerusform>%n was there before</numerusform>
        <numerusform>%n were there before</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n withdrawn</source>
      <translation>
        <numerusform>%n withdrawn</numerusform>
        <numerusform>%n withdrawn</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n without preview</source>
      <translation>
        <numerusform>%n without preview</numerusform>
        <numerusform>%n without preview</numerusform>
      </translation>
    </message>
    <message>
      <source>(another paper)</source>
      <translation>(another paper)</translation>
    </message>
    <message>
      <source>(no item yet)</source>
      <translation>(no item yet)</translation>
    </message>
    <message>
      <source>(no kind yet)</source>
      <translation>(no kind yet)</translation>
    </message>
    <message>
      <source>(no name yet)</source>
      <translation>(no name yet)</translation>
    </message>
    <message>
      <source>(no number yet)</source>
      <translation>(no number yet)</translation>
    </message>
    <message>
      <source>(no part yet)</source>
      <translation>(no part yet)</translation>
    </message>
    <message>
      <source>(no zone written)</source>
      <translation>(no zone written)</translation>
    </message>
    <message>
      <source>(nobody named yet)</source>
      <translation>(nobody named yet)</translation>
    </message>
    <message>
      <source>(nobody yet)</source>
      <translation>(nobody yet)</translation>
    </message>
    <message>
      <source>, severity {severity}</source>
      <translation>, severity {severity}</translation>
    </message>
    <message>
      <source>1. Have the phone in this laptop's hotspot or in the same network.</source>
      <translation>1. Have the phone in this laptop's hotspot or in the same network.</translation>
    </message>
    <message>
      <source>2. Point its camera at the code and open the page.</source>
      <translation>2. Point its camera at the code and open the page.</translation>
    </message>
    <message>
      <source>3. The phone warns that it does not know this laptop. Go on if the numbers it shows begin like these:</source>
      <translation>3. The phone warns that it does not know this laptop. Go on if the numbers it shows begin like these:</translation>
    </message>
    <message>
      <source>5 seconds back</source>
      <translation>5 seconds back</translation>
    </message>
    <message>
      <source>5 seconds on</source>
      <translation>5 seconds on</translation>
    </message>
    <message>
      <source>A</source>
      <translation>A</translation>
    </message>
    <message>
      <source>A Chinese plate begins with the character of its province</source>
      <translation>A Chinese plate begins with the character of its province</translation>
    </message>
    <message>
      <source>A PDF, a bag or a case: what holds, and who vouches for it</source>
      <translation>A PDF, a bag or a case: what holds, and who vouches for it</translation>
    </message>
    <message>
      <source>A case file is encrypted: unlock your cases first, then check it here.</source>
      <translation>A case file is encrypted: unlock your cases first, then check it here.</translation>
    </message>
    <message>
      <source>A child under 14 cannot consent; a guardian has to.</source>
      <translation>A child under 14 cannot consent; a guardian has to.</translation>
    </message>
    <message>
      <source>A child under 14: choose the guardian who consents</source>
      <translation>A child under 14: choose the guardian who consents</translation>
    </message>
    <message>
      <source>A clock ends with what it is named after. What starts with something not recorded here does not run yet.</source>
      <translation>A clock ends with what it is named after. What starts with something not recorded here does not run yet.</translation>
    </message>
    <message>
      <source>A company code has 18 characters, this one {count}</source>
      <translation>A company code has 18 characters, this one {count}</translation>
    </message>
    <message>
      <source>A copy was restored</source>
      <translation>A copy was restored</translation>
    </message>
    <message>
      <source>A delivery sends everything again, and the centre signs anew. Please tell the office.</source>
      <translation>A delivery sends everything again, and the centre signs anew. Please tell the office.</translation>
    </message>
    <message>
      <source>A fault of the program</source>
      <translation>A fault of the program</translation>
    </message>
    <message>
      <source>A figure by hand</source>
      <translation>A figure by hand</translation>
    </message>
    <message>
      <source>A figure cannot be used ({pack}, {field}): {reason}.</source>
      <translation>A figure cannot be used ({pack}, {field}): {reason}.</translation>
    </message>
    <message>
      <source>A font of the report is missing: {path}.</source>
      <translation>A font of the report is missing: {path}.</translation>
    </message>
    <message>
      <source>A landline number without its area code</source>
      <translation>A landline number without its area code</translation>
    </message>
    <message>
      <source>A link to their own page</source>
      <translation>A link to their own page</translation>
    </message>
    <message>
      <source>A map sheet is one file with pictures of a map (MBTiles), for places without a network. It is only read and stays where it is: keep it on this laptop, not on a stick. Nothing is fetched.</source>
      <translation>A map sheet is one file with pictures of a map (MBTiles), for places without a network. It is only read and stays where it is: keep it on this laptop, not on a stick. Nothing is fetched.</translation>
    </message>
    <message>
      <source>A mobile number has 11 digits and begins with 13 to 19; this one has {count}</source>
      <translation>A mobile number has 11 digits and begins with 13 to 19; this one has {count}</translation>
    </message>
    <message>
      <source>A notice was issued on {day}. The law wants everything asked for at once; a further one says why.</source>
      <translation>A notice was issued on {day}. The law wants everything asked for at once; a further one says why.</translation>
    </message>
    <message>
      <source>A paper came that nobody asked for</source>
      <translation>A paper came that nobody asked for</translation>
    </message>
    <message>
      <source>A passphrase or code is needed.</source>
      <translation>A passphrase or code is needed.</translation>
    </message>
    <message>
      <source>A passport number has at most 9 letters and digits</source>
      <translation>A passport number has at most 9 letters and digits</translation>
    </message>
    <message>
      <source>A plate has province, letter and 5 characters, or 6 for new energy</source>
      <translation>A plate has province, letter and 5 characters, or 6 for new energy</translation>
    </message>
    <message>
      <source>A recording that was cut off is kept among the photos, up to the last second.</source>
      <translation>A recording that was cut off is kept among the photos, up to the last second.</translation>
    </message>
    <message>
      <source>A second record of the same paper, for another vehicle or person</source>
      <translation>A second record of the same paper, for another vehicle or person</translation>
    </message>
    <message>
      <source>A sheet is an MBTiles file with pictures (PNG, JPEG or WebP). Copy it anew, or type the position instead.</source>
      <translation>A sheet is an MBTiles file with pictures (PNG, JPEG or WebP). Copy it anew, or type the position instead.</translation>
    </message>
    <message>
      <source>A signature does not fit its entry.</source>
      <translation>A signature does not fit its entry.</translation>
    </message>
    <message>
      <source>A signature is still missing.</source>
      <translation>A signature is still missing.</translation>
    </message>
    <message>
      <source>A signed statement never changes. What is to be added becomes a supplementary statement.</source>
      <translation>A signed statement never changes. What is to be added becomes a supplementary statement.</translation>
    </message>
    <message>
      <source>A stored original no longer matches its hash and is not shown as evidence.</source>
      <translation>A stored original no longer matches its hash and is not shown as evidence.</translation>
    </message>
    <message>
      <source>A vehicle identification number has 17 characters, this one {count}</source>
      <translation>A vehicle identification number has 17 characters, this one {count}</translation>
    </message>
    <message>
      <source>A vehicle identification number has letters and digits, but no I, O or Q</source>
      <translation>A vehicle identification number has letters and digits, but no I, O or Q</translation>
    </message>
    <message>
      <source>A wrong password or code was tried too often; the centre takes the next one in {wait_s} seconds.</source>
      <translation>A wrong password or code was tried too often; the centre takes the next one in {wait_s} seconds.</translation>
    </message>
    <message>
      <source>About</source>
      <translation>About</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Accept</translation>
    </message>
    <message>
      <source>Accept (Enter)</source>
      <translation>Accept (Enter)</translation>
    </message>
    <message>
      <source>Accept the suggestion</source>
      <translation>Accept the suggestion</translation>
    </message>
    <message>
      <source>Accept the survey</source>
      <translation>Accept the survey</translation>
    </message>
    <message>
      <source>Accessible copy saved. The signed report prints its SHA-256.</source>
      <translation>Accessible copy saved. The signed report prints its SHA-256.</translation>
    </message>
    <message>
      <source>Accident between {hour}:00 and {hour}:59</source>
      <translation>Accident between {hour}:00 and {hour}:59</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>Accounts</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Add a map sheet</source>
      <translation>Add a map sheet</translation>
    </message>
    <message>
      <source>Add a sheet…</source>
      <translation>Add a sheet…</translation>
    </message>
    <message>
      <source>Add files…</source>
      <translation>Add files…</translation>
    </message>
    <message>
      <source>Add photos…</source>
      <translation>Add photos…</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Address of the centre</source>
      <translation>Address of the centre</translation>
    </message>
    <message>
      <source>Addressee</source>
      <translation>Addressee</translation>
    </message>
    <message>
      <source>After + come the country code and at most 15 digits in all</source>
      <translation>After + come the country code and at most 15 digits in all</translation>
    </message>
    <message>
      <source>After the area code a landline number has 7 or 8 digits</source>
      <translation>After the area code a landline number has 7 or 8 digits</translation>
    </message>
    <message>
      <source>After the first two, plates have digits and letters, but no I or O</source>
      <translation>After the first two, plates have digits and letters, but no I or O</translation>
    </message>
    <message>
      <source>Ages and response times</source>
      <translation>Ages and response times</translation>
    </message>
    <message>
      <source>Ages of the claims that wait, in days since they were opened</source>
      <translation>Ages of the claims that wait, in days since they were opened</translation>
    </message>
    <message>
      <source>Agrees, signed</source>
      <translation>Agrees, signed</translation>
    </message>
    <message>
      <source>Agrees, spoken</source>
      <translation>Agrees, spoken</translation>
    </message>
    <message>
      <source>All</source>
      <translation>All</translation>
    </message>
    <message numerus="yes">
      <source>All %n photo(s)</source>
      <translation>
        <numerusform>%n photo</numerusform>
        <numerusform>All %n photos</numerusform>
      </translation>
    </message>
    <message>
      <source>All actions</source>
      <translation>All actions</translation>
    </message>
    <message>
      <source>All actions (Ctrl+K)</source>
      <translation>All actions (Ctrl+K)</translation>
    </message>
    <message>
      <source>All cases on this laptop are encrypted with your profile.</source>
      <translation>All cases on this laptop are encrypted with your profile.</translation>
    </message>
    <message>
      <source>All claims</source>
      <translation>All claims</translation>
    </message>
    <message>
      <source>All claims of the list together</source>
      <translation>All claims of the list together</translation>
    </message>
    <message>
      <source>All fees</source>
      <translation>All fees</translation>
    </message>
    <message>
      <source>All in a grid</source>
      <translation>All in a grid</translation>
    </message>
    <message>
      <source>All losses</source>
      <translation>All losses</translation>
    </message>
    <message>
      <source>All originals that the records name are here.</source>
      <translation>All originals that the records name are here.</translation>
    </message>
    <message>
      <source>All other originals are unaffected.</source>
      <translation>All other originals are unaffected.</translation>
    </message>
    <message>
      <source>All sent: {count} in the case.</source>
      <translation>All sent: {count} in the case.</translation>
    </message>
    <message>
      <source>All that count</source>
      <translation>All that count</translation>
    </message>
    <message>
      <source>All that is known of it</source>
      <translation>All that is known of it</translation>
    </message>
    <message>
      <source>All that should be taken in is in this case already ({count} file(s)).</source>
      <translation>All that should be taken in is in this case already ({count} file(s)).</translation>
    </message>
    <message>
      <source>All {count} claims of the list together</source>
      <translation>All {count} claims of the list together</translation>
    </message>
    <message>
      <source>All {total} files of {name} are empty: the card may be damaged. Do not format it yet.</source>
      <translation>All {total} files of {name} are empty: the card may be damaged. Do not format it yet.</translation>
    </message>
    <message>
      <source>Already there</source>
      <translation>Already there</translation>
    </message>
    <message>
      <source>Also present</source>
      <translation>Also present</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>An amount cannot be below zero</source>
      <translation>An amount cannot be below zero</translation>
    </message>
    <message>
      <source>An amount with at most two decimals</source>
      <translation>An amount with at most two decimals</translation>
    </message>
    <message>
      <source>An entry of the journal is not in its proper form.</source>
      <translation>An entry of the journal is not in its proper form.</translation>
    </message>
    <message>
      <source>An identity number has 17 digits and then a digit or X</source>
      <translation>An identity number has 17 digits and then a digit or X</translation>
    </message>
    <message>
      <source>An identity number has 18 characters, this one {count}</source>
      <translation>An identity number has 18 characters, this one {count}</translation>
    </message>
    <message>
      <source>An old number of 15 digits; please take the one of 18 from the card</source>
      <translation>An old number of 15 digits; please take the one of 18 from the card</translation>
    </message>
    <message>
      <source>An older copy of this case was restored or the disk was cloned. The journal went on as part {part}; everything written before is kept.</source>
      <translation>An older copy of this case was restored or the disk was cloned. The journal went on as part {part}; everything written before is kept.</translation>
    </message>
    <message>
      <source>An open case is copied to {folder} in the background; the copy opens with the recovery code.</source>
      <translation>An open case is copied to {folder} in the background; the copy opens with the recovery code.</translation>
    </message>
    <message>
      <source>An original is not in this case file.</source>
      <translation>An original is not in this case file.</translation>
    </message>
    <message>
      <source>An upload was interrupted and goes on at another place.</source>
      <translation>An upload was interrupted and goes on at another place.</translation>
    </message>
    <message>
      <source>Annotate</source>
      <translation>Annotate</translation>
    </message>
    <message>
      <source>Annotate (A)</source>
      <translation>Annotate (A)</translation>
    </message>
    <message>
      <source>Another laptop was lost: bring its cases back</source>
      <translation>Another laptop was lost: bring its cases back</translation>
    </message>
    <message>
      <source>Another one</source>
      <translation>Another one</translation>
    </message>
    <message>
      <source>Another paper</source>
      <translation>Another paper</translation>
    </message>
    <message>
      <source>Another program has this case open.</source>
      <translation>Another program has this case open.</translation>
    </message>
    <message>
      <source>Another reason, then Enter</source>
      <translation>Another reason, then Enter</translation>
    </message>
    <message>
      <source>Another report of the same policy within 48 hours</source>
      <translation>Another report of the same policy within 48 hours</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>Answer in the person's own words</source>
      <translation>Answer in the person's own words</translation>
    </message>
    <message>
      <source>Answer it</source>
      <translation>Answer it</translation>
    </message>
    <message>
      <source>Answer the remark</source>
      <translation>Answer the remark</translation>
    </message>
    <message>
      <source>Answer {number}</source>
      <translation>Answer {number}</translation>
    </message>
    <message>
      <source>Answer: no</source>
      <translation>Answer: no</translation>
    </message>
    <message>
      <source>Answer: not applicable</source>
      <translation>Answer: not applicable</translation>
    </message>
    <message>
      <source>Answer: unknown</source>
      <translation>Answer: unknown</translation>
    </message>
    <message>
      <source>Answer: yes</source>
      <translation>Answer: yes</translation>
    </message>
    <message>
      <source>Answered by {name}, who alone may change it.</source>
      <translation>Answered by {name}, who alone may change it.</translation>
    </message>
    <message>
      <source>Answered on another device, where alone it may be changed.</source>
      <translation>Answered on another device, where alone it may be changed.</translation>
    </message>
    <message>
      <source>Answered. It goes to the office with the next delivery.</source>
      <translation>Answered. It goes to the office with the next delivery.</translation>
    </message>
    <message>
      <source>Applies to</source>
      <translation>Applies to</translation>
    </message>
    <message>
      <source>Arrival</source>
      <translation>Arrival</translation>
    </message>
    <message>
      <source>Arrival noted: {time}</source>
      <translation>Arrival noted: {time}</translation>
    </message>
    <message>
      <source>Arrow keys move the map, + and − zoom, Enter takes the place under the cross</source>
      <translation>Arrow keys move the map, + and − zoom, Enter takes the place under the cross</translation>
    </message>
    <message>
      <source>As a spreadsheet</source>
      <translation>As a spreadsheet</translation>
    </message>
    <message>
      <source>As recorded</source>
      <translation>As recorded</translation>
    </message>
    <message>
      <source>As reported</source>
      <translation>As reported</translation>
    </message>
    <message>
      <source>As the camera wrote it</source>
      <translation>As the camera wrote it</translation>
    </message>
    <message>
      <source>As typed: {text}</source>
      <translation>As typed: {text}</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Ask again</translation>
    </message>
    <message>
      <source>Ask at once, it is overwritten soon: {name}</source>
      <translation>Ask at once, it is overwritten soon: {name}</translation>
    </message>
    <message>
      <source>Ask for consent…</source>
      <translation>Ask for consent…</translation>
    </message>
    <message>
      <source>Ask for the papers of this kind of case</source>
      <translation>Ask for the papers of this kind of case</translation>
    </message>
    <message>
      <source>Ask for this shot again</source>
      <translation>Ask for this shot again</translation>
    </message>
    <message>
      <source>Ask the office for a new enrolment code.</source>
      <translation>Ask the office for a new enrolment code.</translation>
    </message>
    <message>
      <source>Ask the office for the list.</source>
      <translation>Ask the office for the list.</translation>
    </message>
    <message>
      <source>Ask the office to assign it to you.</source>
      <translation>Ask the office to assign it to you.</translation>
    </message>
    <message>
      <source>Ask the office to assign the case to you, then fetch it.</source>
      <translation>Ask the office to assign the case to you, then fetch it.</translation>
    </message>
    <message>
      <source>Ask the office to correct it.</source>
      <translation>Ask the office to correct it.</translation>
    </message>
    <message>
      <source>Ask the office to open a claim for it, or deliver to the right centre.</source>
      <translation>Ask the office to open a claim for it, or deliver to the right centre.</translation>
    </message>
    <message>
      <source>Ask the office. Only if it confirms the new fingerprint, enrol the laptop again and accept it there.</source>
      <translation>Ask the office. Only if it confirms the new fingerprint, enrol the laptop again and accept it there.</translation>
    </message>
    <message>
      <source>Ask to be called</source>
      <translation>Ask to be called</translation>
    </message>
    <message>
      <source>Ask: {authority}</source>
      <translation>Ask: {authority}</translation>
    </message>
    <message>
      <source>Asked because: {trigger}</source>
      <translation>Asked because: {trigger}</translation>
    </message>
    <message>
      <source>Asked of</source>
      <translation>Asked of</translation>
    </message>
    <message>
      <source>Assign</source>
      <translation>Assign</translation>
    </message>
    <message numerus="yes">
      <source>Assign %n</source>
      <translation>
        <numerusform>Assign %n</numerusform>
        <numerusform>Assign %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Assign a task</source>
      <translation>Assign a task</translation>
    </message>
    <message>
      <source>Assign the selected photos to this shot</source>
      <translation>Assign the selected photos to this shot</translation>
    </message>
    <message>
      <source>Assign the shot with this number (1 to 9)</source>
      <translation>Assign the shot with this number (1 to 9)</translation>
    </message>
    <message>
      <source>At least {count} characters, please.</source>
      <translation>At least {count} characters, please.</translation>
    </message>
    <message>
      <source>At the scene from {start} to {end}</source>
      <translation>At the scene from {start} to {end}</translation>
    </message>
    <message>
      <source>At the scene since {time}</source>
      <translation>At the scene since {time}</translation>
    </message>
    <message>
      <source>Away from</source>
      <translation>Away from</translation>
    </message>
    <message>
      <source>Away until</source>
      <translation>Away until</translation>
    </message>
    <message>
      <source>BD-09 (Baidu)</source>
      <translation>BD-09 (Baidu)</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Back to my claim</source>
      <translation>Back to my claim</translation>
    </message>
    <message>
      <source>Back to the cases</source>
      <translation>Back to the cases</translation>
    </message>
    <message>
      <source>Back to the list</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>Bag…</source>
      <translation>Bag…</translation>
    </message>
    <message>
      <source>Basis</source>
      <translation>Basis</translation>
    </message>
    <message>
      <source>Before departure</source>
      <translation>Before departure</translation>
    </message>
    <message>
      <source>Before it can be opened, this must be known:</source>
      <translation>Before it can be opened, this must be known:</translation>
    </message>
    <message>
      <source>Before it is taken in, the person consents to: {purpose}</source>
      <translation>Before it is taken in, the person consents to: {purpose}</translation>
    </message>
    <message>
      <source>Belongs to another case</source>
      <translation>Belongs to another case</translation>
    </message>
    <message>
      <source>Beside the list of this case</source>
      <translation>Beside the list of this case</translation>
    </message>
    <message>
      <source>Beside the statement</source>
      <translation>Beside the statement</translation>
    </message>
    <message>
      <source>Both versions are kept.</source>
      <translation>Both versions are kept.</translation>
    </message>
    <message>
      <source>Bring it back from a second copy</source>
      <translation>Bring it back from a second copy</translation>
    </message>
    <message>
      <source>Bring the cases back</source>
      <translation>Bring the cases back</translation>
    </message>
    <message>
      <source>Bring your cases back</source>
      <translation>Bring your cases back</translation>
    </message>
    <message>
      <source>Bringing the cases back; large ones take minutes…</source>
      <translation>Bringing the cases back; large ones take minutes…</translation>
    </message>
    <message>
      <source>By cover</source>
      <translation>By cover</translation>
    </message>
    <message>
      <source>By file name</source>
      <translation>By file name</translation>
    </message>
    <message>
      <source>By number</source>
      <translation>By number</translation>
    </message>
    <message>
      <source>By time</source>
      <translation>By time</translation>
    </message>
    <message>
      <source>Bytes</source>
      <translation>Bytes</translation>
    </message>
    <message>
      <source>Bytes changed on the way.</source>
      <translation>Bytes changed on the way.</translation>
    </message>
    <message>
      <source>CNY</source>
      <translation>CNY</translation>
    </message>
    <message>
      <source>Calculated</source>
      <translation>Calculated</translation>
    </message>
    <message>
      <source>Calculation</source>
      <translation>Calculation</translation>
    </message>
    <message>
      <source>Calculation (internal)</source>
      <translation>Calculation (internal)</translation>
    </message>
    <message>
      <source>Calculation, line by line</source>
      <translation>Calculation, line by line</translation>
    </message>
    <message>
      <source>Camera</source>
      <translation>Camera</translation>
    </message>
    <message>
      <source>Camera card or phone folder</source>
      <translation>Camera card or phone folder</translation>
    </message>
    <message>
      <source>Camera card or phone folder…</source>
      <translation>Camera card or phone folder…</translation>
    </message>
    <message>
      <source>Camera clocks</source>
      <translation>Camera clocks</translation>
    </message>
    <message>
      <source>Camera clocks…</source>
      <translation>Camera clocks…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Cancel the claim</source>
      <translation>Cancel the claim</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>Cancelled</translation>
    </message>
    <message>
      <source>Cancelled: nothing is said of it.</source>
      <translation>Cancelled: nothing is said of it.</translation>
    </message>
    <message>
      <source>Cancelling…</source>
      <translation>Cancelling…</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>Caption</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Case</translation>
    </message>
    <message>
      <source>Case id</source>
      <translation>Case id</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Cases</translation>
    </message>
    <message>
      <source>Centre: {server}</source>
      <translation>Centre: {server}</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>Certificate</translation>
    </message>
    <message>
      <source>Certificate file</source>
      <translation>Certificate file</translation>
    </message>
    <message>
      <source>Certificate of the authority</source>
      <translation>Certificate of the authority</translation>
    </message>
    <message>
      <source>Certificate to sign with</source>
      <translation>Certificate to sign with</translation>
    </message>
    <message>
      <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
      <translation>Certificates (*.pem *.crt *.cer);;All files (*)</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Change the claim</source>
      <translation>Change the claim</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>Change the passphrase</translation>
    </message>
    <message>
      <source>Change the passphrase…</source>
      <translation>Change the passphrase…</translation>
    </message>
    <message>
      <source>Change the roles</source>
      <translation>Change the roles</translation>
    </message>
    <message>
      <source>Changed since the report</source>
      <translation>Changed since the report</translation>
    </message>
    <message>
      <source>Characters</source>
      <translation>Characters</translation>
    </message>
    <message>
      <source>Check a bag</source>
      <translation>Check a bag</translation>
    </message>
    <message>
      <source>Check a file</source>
      <translation>Check a file</translation>
    </message>
    <message>
      <source>Check evidence</source>
      <translation>Check evidence</translation>
    </message>
    <message>
      <source>Check evidence (Ctrl+Shift+E)</source>
      <translation>Check evidence (Ctrl+Shift+E)</translation>
    </message>
    <message>
      <source>Check that nobody changed it</source>
      <translation>Check that nobody changed it</translation>
    </message>
    <message>
      <source>Check the address or number and try again; if it goes on, whoever runs the centre looks at its outgoing settings.</source>
      <translation>Check the address or number and try again; if it goes on, whoever runs the centre looks at its outgoing settings.</translation>
    </message>
    <message>
      <source>Check the disk or the cable, then try again.</source>
      <translation>Check the disk or the cable, then try again.</translation>
    </message>
    <message>
      <source>Check the keyboard layout and Caps Lock, or use the recovery code.</source>
      <translation>Check the keyboard layout and Caps Lock, or use the recovery code.</translation>
    </message>
    <message>
      <source>Check the original</source>
      <translation>Check the original</translation>
    </message>
    <message>
      <source>Check this laptop's clock, choose another certificate, or enrol again to get a new one.</source>
      <translation>Check this laptop's clock, choose another certificate, or enrol again to get a new one.</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Checked</translation>
    </message>
    <message>
      <source>Checking {name}</source>
      <translation>Checking {name}</translation>
    </message>
    <message>
      <source>Checking {name}…</source>
      <translation>Checking {name}…</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Checking…</translation>
    </message>
    <message>
      <source>Checklist ({open})</source>
      <translation>Checklist ({open})</translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>Checks</translation>
    </message>
    <message>
      <source>Checks of the survey record</source>
      <translation>Checks of the survey record</translation>
    </message>
    <message>
      <source>Chinese passports have no letter I or O here; perhaps it is 1 or 0</source>
      <translation>Chinese passports have no letter I or O here; perhaps it is 1 or 0</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Choose a file</translation>
    </message>
    <message>
      <source>Choose a photo to see its details and custody.</source>
      <translation>Choose a photo to see its details and custody.</translation>
    </message>
    <message>
      <source>Choose a stick or another disk…</source>
      <translation>Choose a stick or another disk…</translation>
    </message>
    <message>
      <source>Choose a text above; what is changed here becomes a correction</source>
      <translation>Choose a text above; what is changed here becomes a correction</translation>
    </message>
    <message>
      <source>Choose another file, or restore this one from its second copy.</source>
      <translation>Choose another file, or restore this one from its second copy.</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>Choose another place.</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>Choose files…</translation>
    </message>
    <message>
      <source>Choose first whether the person reads it or it is read aloud.</source>
      <translation>Choose first whether the person reads it or it is read aloud.</translation>
    </message>
    <message>
      <source>Choose microphone and camera</source>
      <translation>Choose microphone and camera</translation>
    </message>
    <message>
      <source>Choose on the stick…</source>
      <translation>Choose on the stick…</translation>
    </message>
    <message>
      <source>Choose other files, or look for these in the list of photos.</source>
      <translation>Choose other files, or look for these in the list of photos.</translation>
    </message>
    <message>
      <source>Choose photos and videos</source>
      <translation>Choose photos and videos</translation>
    </message>
    <message>
      <source>Choose photos and videos. They go to the surveyor's laptop as they are, and nowhere else. They stay on this phone.</source>
      <translation>Choose photos and videos. They go to the surveyor's laptop as they are, and nowhere else. They stay on this phone.</translation>
    </message>
    <message>
      <source>Choose the consent it rests on.</source>
      <translation>Choose the consent it rests on.</translation>
    </message>
    <message>
      <source>Choose the file as it was issued.</source>
      <translation>Choose the file as it was issued.</translation>
    </message>
    <message>
      <source>Choose the lists of this case</source>
      <translation>Choose the lists of this case</translation>
    </message>
    <message>
      <source>Choose the person questioned first.</source>
      <translation>Choose the person questioned first.</translation>
    </message>
    <message>
      <source>Choose the person questioned first: recording needs that person's consent.</source>
      <translation>Choose the person questioned first: recording needs that person's consent.</translation>
    </message>
    <message>
      <source>Choose the right file and passphrase.</source>
      <translation>Choose the right file and passphrase.</translation>
    </message>
    <message>
      <source>Choose the right value where the two differ; what only one of them says is kept.</source>
      <translation>Choose the right value where the two differ; what only one of them says is kept.</translation>
    </message>
    <message>
      <source>Choose, or type a new name</source>
      <translation>Choose, or type a new name</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Choose…</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>Claim</translation>
    </message>
    <message>
      <source>Claims</source>
      <translation>Claims</translation>
    </message>
    <message>
      <source>Claims centre</source>
      <translation>Claims centre</translation>
    </message>
    <message>
      <source>Claims: {count}</source>
      <translation>Claims: {count}</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Clear</translation>
    </message>
    <message>
      <source>Clear the layer</source>
      <translation>Clear the layer</translation>
    </message>
    <message>
      <source>Clock for cameras</source>
      <translation>Clock for cameras</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Close it there, then open it here.</source>
      <translation>Close it there, then open it here.</translation>
    </message>
    <message>
      <source>Close my claim on this phone</source>
      <translation>Close my claim on this phone</translation>
    </message>
    <message>
      <source>Close the account</source>
      <translation>Close the account</translation>
    </message>
    <message>
      <source>Close the case, open it again and try once more.</source>
      <translation>Close the case, open it again and try once more.</translation>
    </message>
    <message>
      <source>Code for the phone's camera</source>
      <translation>Code for the phone's camera</translation>
    </message>
    <message>
      <source>Code with the laptop's time</source>
      <translation>Code with the laptop's time</translation>
    </message>
    <message>
      <source>Colour: {name}</source>
      <translation>Colour: {name}</translation>
    </message>
    <message>
      <source>Compare and merge…</source>
      <translation>Compare and merge…</translation>
    </message>
    <message>
      <source>Compare it with the sheet you wrote at the first start.</source>
      <translation>Compare it with the sheet you wrote at the first start.</translation>
    </message>
    <message>
      <source>Compare two side by side (C)</source>
      <translation>Compare two side by side (C)</translation>
    </message>
    <message>
      <source>Compare with bag or case…</source>
      <translation>Compare with bag or case…</translation>
    </message>
    <message>
      <source>Compare with the centre</source>
      <translation>Compare with the centre</translation>
    </message>
    <message>
      <source>Complaints</source>
      <translation>Complaints</translation>
    </message>
    <message>
      <source>Complete it: the person questioned, who asks, the notice, at least one answer, and that it was read back.</source>
      <translation>Complete it: the person questioned, who asks, the notice, at least one answer, and that it was read back.</translation>
    </message>
    <message>
      <source>Computed: {amount}</source>
      <translation>Computed: {amount}</translation>
    </message>
    <message>
      <source>Computed: {amount}, {difference} apart</source>
      <translation>Computed: {amount}, {difference} apart</translation>
    </message>
    <message>
      <source>Connected: {device}. Arrived: {count}.</source>
      <translation>Connected: {device}. Arrived: {count}.</translation>
    </message>
    <message>
      <source>Consent to recording</source>
      <translation>Consent to recording</translation>
    </message>
    <message>
      <source>Consents</source>
      <translation>Consents</translation>
    </message>
    <message>
      <source>Content</source>
      <translation>Content</translation>
    </message>
    <message>
      <source>Content credentials</source>
      <translation>Content credentials</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Copies for a receiver</source>
      <translation>Copies for a receiver</translation>
    </message>
    <message>
      <source>Copies for a receiver…</source>
      <translation>Copies for a receiver…</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Copy details</translation>
    </message>
    <message>
      <source>Copy given</source>
      <translation>Copy given</translation>
    </message>
    <message>
      <source>Copy the list</source>
      <translation>Copy the list</translation>
    </message>
    <message>
      <source>Copy the position in one of the datums</source>
      <translation>Copy the position in one of the datums</translation>
    </message>
    <message>
      <source>Copy the report number</source>
      <translation>Copy the report number</translation>
    </message>
    <message>
      <source>Copy the result as text</source>
      <translation>Copy the result as text</translation>
    </message>
    <message>
      <source>Copy…</source>
      <translation>Copy…</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>Correct</translation>
    </message>
    <message>
      <source>Correct a question or an answer</source>
      <translation>Correct a question or an answer</translation>
    </message>
    <message>
      <source>Correct something</source>
      <translation>Correct something</translation>
    </message>
    <message>
      <source>Correct the field and try again.</source>
      <translation>Correct the field and try again.</translation>
    </message>
    <message>
      <source>Corrected</source>
      <translation>Corrected</translation>
    </message>
    <message>
      <source>Corrected time {time}: the camera's clock is {off} fast</source>
      <translation>Corrected time {time}: the camera's clock is {off} fast</translation>
    </message>
    <message>
      <source>Corrected time {time}: the camera's clock is {off} slow</source>
      <translation>Corrected time {time}: the camera's clock is {off} slow</translation>
    </message>
    <message>
      <source>Count and price each item, also what is undamaged, and compare it with the insured's own list.</source>
      <translation>Count and price each item, also what is undamaged, and compare it with the insured's own list.</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Counts</translation>
    </message>
    <message>
      <source>Cover</source>
      <translation>Cover</translation>
    </message>
    <message>
      <source>Covers ({count})</source>
      <translation>Covers ({count})</translation>
    </message>
    <message>
      <source>Create a profile to begin.</source>
      <translation>Create a profile to begin.</translation>
    </message>
    <message>
      <source>Create profile</source>
      <translation>Create profile</translation>
    </message>
    <message>
      <source>Create your profile</source>
      <translation>Create your profile</translation>
    </message>
    <message>
      <source>Creating…</source>
      <translation>Creating…</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Custody</source>
      <translation>Custody</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Customer</translation>
    </message>
    <message>
      <source>Customer's link made</source>
      <translation>Customer's link made</translation>
    </message>
    <message>
      <source>Customer's link revoked</source>
      <translation>Customer's link revoked</translation>
    </message>
    <message>
      <source>Customer's link taken back: its message could not be sent</source>
      <translation>Customer's link taken back: its message could not be sent</translation>
    </message>
    <message>
      <source>DD</source>
      <translation>DD</translation>
    </message>
    <message>
      <source>Damage</source>
      <translation>Damage</translation>
    </message>
    <message>
      <source>Damage is entered for a vehicle; start with the insured one, then the others.</source>
      <translation>Damage is entered for a vehicle; start with the insured one, then the others.</translation>
    </message>
    <message>
      <source>Damaged part</source>
      <translation>Damaged part</translation>
    </message>
    <message>
      <source>Damaged: {reason}</source>
      <translation>Damaged: {reason}</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Datum</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Days</translation>
    </message>
    <message>
      <source>Days from the accident to the end of the policy</source>
      <translation>Days from the accident to the end of the policy</translation>
    </message>
    <message>
      <source>Days from the start of the policy to the accident</source>
      <translation>Days from the start of the policy to the accident</translation>
    </message>
    <message>
      <source>Death, disability</source>
      <translation>Death, disability</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>Deliver</translation>
    </message>
    <message>
      <source>Deliver again; the missing entries are fetched first.</source>
      <translation>Deliver again; the missing entries are fetched first.</translation>
    </message>
    <message>
      <source>Deliver again; the numbers are compared first.</source>
      <translation>Deliver again; the numbers are compared first.</translation>
    </message>
    <message>
      <source>Deliver it until the full receipt is there, then try again.</source>
      <translation>Deliver it until the full receipt is there, then try again.</translation>
    </message>
    <message>
      <source>Delivering</source>
      <translation>Delivering</translation>
    </message>
    <message>
      <source>Delivery</source>
      <translation>Delivery</translation>
    </message>
    <message>
      <source>Delivery is paused. It goes on from here when you say so; nothing starts over.</source>
      <translation>Delivery is paused. It goes on from here when you say so; nothing starts over.</translation>
    </message>
    <message>
      <source>Delivery root</source>
      <translation>Delivery root</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Device</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>Devices</translation>
    </message>
    <message>
      <source>Digits 7 to 14 of this identity number are no possible date of birth</source>
      <translation>Digits 7 to 14 of this identity number are no possible date of birth</translation>
    </message>
    <message>
      <source>Digits 7 to 14 of this number are no possible date of birth</source>
      <translation>Digits 7 to 14 of this number are no possible date of birth</translation>
    </message>
    <message>
      <source>Do not send it</source>
      <translation>Do not send it</translation>
    </message>
    <message>
      <source>Do without it</source>
      <translation>Do without it</translation>
    </message>
    <message>
      <source>Does not agree</source>
      <translation>Does not agree</translation>
    </message>
    <message>
      <source>Does not match the claim</source>
      <translation>Does not match the claim</translation>
    </message>
    <message>
      <source>Does not matter in this accident</source>
      <translation>Does not matter in this accident</translation>
    </message>
    <message>
      <source>Does not occur in this case</source>
      <translation>Does not occur in this case</translation>
    </message>
    <message>
      <source>Does these kinds of tasks</source>
      <translation>Does these kinds of tasks</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Done in {count} claims.</source>
      <translation>Done in {count} claims.</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Draft</translation>
    </message>
    <message numerus="yes">
      <source>Draft of %n page(s), not signed</source>
      <translation>
        <numerusform>Draft of %n page, not signed</numerusform>
        <numerusform>Draft of %n pages, not signed</numerusform>
      </translation>
    </message>
    <message>
      <source>Drag onto a mark, or press Enter to link to the current one</source>
      <translation>Drag onto a mark, or press Enter to link to the current one</translation>
    </message>
    <message>
      <source>Draw it as…</source>
      <translation>Draw it as…</translation>
    </message>
    <message>
      <source>Drawn again from this root, the lot falls otherwise.</source>
      <translation>Drawn again from this root, the lot falls otherwise.</translation>
    </message>
    <message>
      <source>Drivers, injured people and witnesses are entered once and then chosen in statements and vehicles.</source>
      <translation>Drivers, injured people and witnesses are entered once and then chosen in statements and vehicles.</translation>
    </message>
    <message>
      <source>Drop a PDF, the folder of a bag, or a case file here</source>
      <translation>Drop a PDF, the folder of a bag, or a case file here</translation>
    </message>
    <message>
      <source>Drop files or a folder anywhere in this window, paste a picture, or choose files. Each original is stored unchanged with its hash.</source>
      <translation>Drop files or a folder anywhere in this window, paste a picture, or choose files. Each original is stored unchanged with its hash.</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>Duration</translation>
    </message>
    <message>
      <source>E-mail address or phone (else the one in the report)</source>
      <translation>E-mail address or phone (else the one in the report)</translation>
    </message>
    <message>
      <source>Each pixel of the original (1, Ctrl+1)</source>
      <translation>Each pixel of the original (1, Ctrl+1)</translation>
    </message>
    <message>
      <source>Each reason is kept with the time of leaving and is not asked for again when the report is signed.</source>
      <translation>Each reason is kept with the time of leaving and is not asked for again when the report is signed.</translation>
    </message>
    <message>
      <source>Each visit or call is a line with its date: the first, then the follow-ups.</source>
      <translation>Each visit or call is a line with its date: the first, then the follow-ups.</translation>
    </message>
    <message>
      <source>Earlier entries have not reached the centre yet.</source>
      <translation>Earlier entries have not reached the centre yet.</translation>
    </message>
    <message>
      <source>Earlier losses of the same vehicle</source>
      <translation>Earlier losses of the same vehicle</translation>
    </message>
    <message>
      <source>Easy to guess: make it longer, of several words</source>
      <translation>Easy to guess: make it longer, of several words</translation>
    </message>
    <message>
      <source>Elsewhere on the vehicle</source>
      <translation>Elsewhere on the vehicle</translation>
    </message>
    <message>
      <source>Empty files</source>
      <translation>Empty files</translation>
    </message>
    <message>
      <source>End the pairing</source>
      <translation>End the pairing</translation>
    </message>
    <message>
      <source>Enquiries ({open})</source>
      <translation>Enquiries ({open})</translation>
    </message>
    <message>
      <source>Enrol</source>
      <translation>Enrol</translation>
    </message>
    <message>
      <source>Enrol it with the code from the office.</source>
      <translation>Enrol it with the code from the office.</translation>
    </message>
    <message>
      <source>Enrol this laptop</source>
      <translation>Enrol this laptop</translation>
    </message>
    <message>
      <source>Enrolled at</source>
      <translation>Enrolled at</translation>
    </message>
    <message>
      <source>Enrolled at {server}.</source>
      <translation>Enrolled at {server}.</translation>
    </message>
    <message>
      <source>Enrolling…</source>
      <translation>Enrolling…</translation>
    </message>
    <message>
      <source>Enrolment code from the office</source>
      <translation>Enrolment code from the office</translation>
    </message>
    <message>
      <source>Enrolment code, shown only now:</source>
      <translation>Enrolment code, shown only now:</translation>
    </message>
    <message>
      <source>Enrol…</source>
      <translation>Enrol…</translation>
    </message>
    <message>
      <source>Enter goes to the next one; Tab leads to what can be done with it.</source>
      <translation>Enter goes to the next one; Tab leads to what can be done with it.</translation>
    </message>
    <message>
      <source>Enter it and try again.</source>
      <translation>Enter it and try again.</translation>
    </message>
    <message>
      <source>Enter or the number: put the question · Esc: back</source>
      <translation>Enter or the number: put the question · Esc: back</translation>
    </message>
    <message>
      <source>Enter the guardian among the people of the case and ask that person.</source>
      <translation>Enter the guardian among the people of the case and ask that person.</translation>
    </message>
    <message>
      <source>Enter who asks the questions first.</source>
      <translation>Enter who asks the questions first.</translation>
    </message>
    <message>
      <source>Enter: next answer · Ctrl+Enter: next question · Ctrl+B: question bank · F1: all keys</source>
      <translation>Enter: next answer · Ctrl+Enter: next question · Ctrl+B: question bank · F1: all keys</translation>
    </message>
    <message>
      <source>Entered first (stays)</source>
      <translation>Entered first (stays)</translation>
    </message>
    <message>
      <source>Entered later (is withdrawn)</source>
      <translation>Entered later (is withdrawn)</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>Entries</translation>
    </message>
    <message>
      <source>Esc: close</source>
      <translation>Esc: close</translation>
    </message>
    <message>
      <source>Esc: everything given so far is stored</source>
      <translation>Esc: everything given so far is stored</translation>
    </message>
    <message>
      <source>Everything here was checked just now.</source>
      <translation>Everything here was checked just now.</translation>
    </message>
    <message>
      <source>Everything is at the centre, and the centre has signed for it.</source>
      <translation>Everything is at the centre, and the centre has signed for it.</translation>
    </message>
    <message>
      <source>Everything is only on this laptop</source>
      <translation>Everything is only on this laptop</translation>
    </message>
    <message>
      <source>Everything is safe on this laptop and can still be read and handed out; nothing more is delivered from it.</source>
      <translation>Everything is safe on this laptop and can still be read and handed out; nothing more is delivered from it.</translation>
    </message>
    <message>
      <source>Everything is safe on this laptop; the receipts it gave are kept as documents.</source>
      <translation>Everything is safe on this laptop; the receipts it gave are kept as documents.</translation>
    </message>
    <message>
      <source>Everything is safe on this laptop; what has already arrived stays there.</source>
      <translation>Everything is safe on this laptop; what has already arrived stays there.</translation>
    </message>
    <message>
      <source>Everything is signed. Sealing cannot be undone.</source>
      <translation>Everything is signed. Sealing cannot be undone.</translation>
    </message>
    <message>
      <source>Everything saved before is safe.</source>
      <translation>Everything saved before is safe.</translation>
    </message>
    <message>
      <source>Everything that is missing is asked for once, all together. Note first what was asked for; the notice names it.</source>
      <translation>Everything that is missing is asked for once, all together. Note first what was asked for; the notice names it.</translation>
    </message>
    <message>
      <source>Everything that was taken down is kept.</source>
      <translation>Everything that was taken down is kept.</translation>
    </message>
    <message>
      <source>Everything that you sent before is safe.</source>
      <translation>Everything that you sent before is safe.</translation>
    </message>
    <message>
      <source>Everything up to the last complete step is safe.</source>
      <translation>Everything up to the last complete step is safe.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Everywhere</translation>
    </message>
    <message>
      <source>Exact text of the receipt</source>
      <translation>Exact text of the receipt</translation>
    </message>
    <message>
      <source>Export a folder</source>
      <translation>Export a folder</translation>
    </message>
    <message>
      <source>Export a folder…</source>
      <translation>Export a folder…</translation>
    </message>
    <message>
      <source>Export the case again.</source>
      <translation>Export the case again.</translation>
    </message>
    <message numerus="yes">
      <source>Exported to {folder} without %n damaged file(s): {names}</source>
      <translation>
        <numerusform>Exported to {folder} without %n damaged file: {names}</numerusform>
        <numerusform>Exported to {folder} without %n damaged files: {names}</numerusform>
      </translation>
    </message>
    <message>
      <source>Exported to {folder}.</source>
      <translation>Exported to {folder}.</translation>
    </message>
    <message>
      <source>Exporting</source>
      <translation>Exporting</translation>
    </message>
    <message>
      <source>Fair: a few more characters make it good</source>
      <translation>Fair: a few more characters make it good</translation>
    </message>
    <message>
      <source>Farther</source>
      <translation>Farther</translation>
    </message>
    <message>
      <source>Fees</source>
      <translation>Fees</translation>
    </message>
    <message>
      <source>Fees ({count})</source>
      <translation>Fees ({count})</translation>
    </message>
    <message>
      <source>Fetch assignments</source>
      <translation>Fetch assignments</translation>
    </message>
    <message>
      <source>Fetch the case again, or restore it from its second copy.</source>
      <translation>Fetch the case again, or restore it from its second copy.</translation>
    </message>
    <message>
      <source>Fetch the original</source>
      <translation>Fetch the original</translation>
    </message>
    <message>
      <source>Fetch them</source>
      <translation>Fetch them</translation>
    </message>
    <message>
      <source>Fetch them from the centre on the delivery page or with surveyor case fetch --originals, then try again.</source>
      <translation>Fetch them from the centre on the delivery page or with surveyor case fetch --originals, then try again.</translation>
    </message>
    <message>
      <source>Fetch what the office has assigned to you, or open a new case on the spot; the office's number can be joined later.</source>
      <translation>Fetch what the office has assigned to you, or open a new case on the spot; the office's number can be joined later.</translation>
    </message>
    <message>
      <source>Fetching assignments</source>
      <translation>Fetching assignments</translation>
    </message>
    <message>
      <source>Fetching originals</source>
      <translation>Fetching originals</translation>
    </message>
    <message>
      <source>Fetching pictures</source>
      <translation>Fetching pictures</translation>
    </message>
    <message>
      <source>Fetching the original</source>
      <translation>Fetching the original</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Field</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Fields</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>Figure</translation>
    </message>
    <message>
      <source>Figure by hand…</source>
      <translation>Figure by hand…</translation>
    </message>
    <message>
      <source>File name</source>
      <translation>File name</translation>
    </message>
    <message>
      <source>Files that come with the program are missing ({what}).</source>
      <translation>Files that come with the program are missing ({what}).</translation>
    </message>
    <message>
      <source>Files…</source>
      <translation>Files…</translation>
    </message>
    <message>
      <source>File…</source>
      <translation>File…</translation>
    </message>
    <message>
      <source>Fill in the time of the accident and the policy's clauses, or add the pack.</source>
      <translation>Fill in the time of the accident and the policy's clauses, or add the pack.</translation>
    </message>
    <message>
      <source>Fill the figure in, then calculate again.</source>
      <translation>Fill the figure in, then calculate again.</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Find</translation>
    </message>
    <message>
      <source>Find a part</source>
      <translation>Find a part</translation>
    </message>
    <message>
      <source>Find a part: name or pinyin initials</source>
      <translation>Find a part: name or pinyin initials</translation>
    </message>
    <message>
      <source>Find a question</source>
      <translation>Find a question</translation>
    </message>
    <message>
      <source>Fine</source>
      <translation>Fine</translation>
    </message>
    <message>
      <source>Fingerprint…</source>
      <translation>Fingerprint…</translation>
    </message>
    <message>
      <source>Finish the edit and lay it out again.</source>
      <translation>Finish the edit and lay it out again.</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>Folders</translation>
    </message>
    <message>
      <source>Follow your claim and send papers here; keep this address. It opens with the last 4 digits of your phone number.</source>
      <translation>Follow your claim and send papers here; keep this address. It opens with the last 4 digits of your phone number.</translation>
    </message>
    <message>
      <source>Follow-up question</source>
      <translation>Follow-up question</translation>
    </message>
    <message>
      <source>For</source>
      <translation>For</translation>
    </message>
    <message>
      <source>For the office alone: no copy for a party shows prompts. An indicator is not evidence, and nothing is counted.</source>
      <translation>For the office alone: no copy for a party shows prompts. An indicator is not evidence, and nothing is counted.</translation>
    </message>
    <message>
      <source>For the person opposite (F6)</source>
      <translation>For the person opposite (F6)</translation>
    </message>
    <message>
      <source>Forgotten the passphrase?</source>
      <translation>Forgotten the passphrase?</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>Form, hash, signature and chain of every entry hold.</source>
      <translation>Form, hash, signature and chain of every entry hold.</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Formula or source</source>
      <translation>Formula or source</translation>
    </message>
    <message>
      <source>Free some space, then do it again; files already stored are recognised.</source>
      <translation>Free some space, then do it again; files already stored are recognised.</translation>
    </message>
    <message>
      <source>Friday</source>
      <translation>Friday</translation>
    </message>
    <message>
      <source>From (UTC)</source>
      <translation>From (UTC)</translation>
    </message>
    <message>
      <source>From a phone…</source>
      <translation>From a phone…</translation>
    </message>
    <message>
      <source>From photos…</source>
      <translation>From photos…</translation>
    </message>
    <message>
      <source>From the beginning</source>
      <translation>From the beginning</translation>
    </message>
    <message>
      <source>From the file</source>
      <translation>From the file</translation>
    </message>
    <message>
      <source>From the photos…</source>
      <translation>From the photos…</translation>
    </message>
    <message>
      <source>Full receipt</source>
      <translation>Full receipt</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>Full screen</translation>
    </message>
    <message>
      <source>Further →</source>
      <translation>Further →</translation>
    </message>
    <message>
      <source>GCJ-02 (Amap, Tencent, Apple and Google in China)</source>
      <translation>GCJ-02 (Amap, Tencent, Apple and Google in China)</translation>
    </message>
    <message>
      <source>Give on</source>
      <translation>Give on</translation>
    </message>
    <message>
      <source>Give out a task of each</source>
      <translation>Give out a task of each</translation>
    </message>
    <message>
      <source>Give out the task</source>
      <translation>Give out the task</translation>
    </message>
    <message>
      <source>Give the reasons…</source>
      <translation>Give the reasons…</translation>
    </message>
    <message>
      <source>Give to</source>
      <translation>Give to</translation>
    </message>
    <message>
      <source>Go back to the list and open it again.</source>
      <translation>Go back to the list and open it again.</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>Go on asking</source>
      <translation>Go on asking</translation>
    </message>
    <message>
      <source>Go on delivering</source>
      <translation>Go on delivering</translation>
    </message>
    <message>
      <source>Go on signing</source>
      <translation>Go on signing</translation>
    </message>
    <message>
      <source>Go on with that claim, or say why there is to be a second one.</source>
      <translation>Go on with that claim, or say why there is to be a second one.</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>Go there</translation>
    </message>
    <message>
      <source>Go there: {finding}</source>
      <translation>Go there: {finding}</translation>
    </message>
    <message>
      <source>Go to this photo</source>
      <translation>Go to this photo</translation>
    </message>
    <message>
      <source>Good</source>
      <translation>Good</translation>
    </message>
    <message>
      <source>Group {number} of the code, from your sheet</source>
      <translation>Group {number} of the code, from your sheet</translation>
    </message>
    <message>
      <source>Guardian who consents</source>
      <translation>Guardian who consents</translation>
    </message>
    <message>
      <source>HH:MM</source>
      <translation>HH:MM</translation>
    </message>
    <message>
      <source>Hand it over on paper</source>
      <translation>Hand it over on paper</translation>
    </message>
    <message>
      <source>Hand over and sign for it</source>
      <translation>Hand over and sign for it</translation>
    </message>
    <message>
      <source>Hand over and sign…</source>
      <translation>Hand over and sign…</translation>
    </message>
    <message>
      <source>Hand the case over</source>
      <translation>Hand the case over</translation>
    </message>
    <message>
      <source>Head of the statement</source>
      <translation>Head of the statement</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>Height</translation>
    </message>
    <message>
      <source>Held by</source>
      <translation>Held by</translation>
    </message>
    <message>
      <source>Histogram</source>
      <translation>Histogram</translation>
    </message>
    <message>
      <source>Histogram (H)</source>
      <translation>Histogram (H)</translation>
    </message>
    <message>
      <source>How</source>
      <translation>How</translation>
    </message>
    <message>
      <source>How a copy will look</source>
      <translation>How a copy will look</translation>
    </message>
    <message>
      <source>How it is answered</source>
      <translation>How it is answered</translation>
    </message>
    <message>
      <source>How it is read</source>
      <translation>How it is read</translation>
    </message>
    <message>
      <source>How it was sent</source>
      <translation>How it was sent</translation>
    </message>
    <message>
      <source>How it was told</source>
      <translation>How it was told</translation>
    </message>
    <message>
      <source>How papers are handed in</source>
      <translation>How papers are handed in</translation>
    </message>
    <message>
      <source>How to hand them in (else as the template says)</source>
      <translation>How to hand them in (else as the template says)</translation>
    </message>
    <message>
      <source>I agree</source>
      <translation>I agree</translation>
    </message>
    <message>
      <source>I do not agree</source>
      <translation>I do not agree</translation>
    </message>
    <message>
      <source>I have arrived</source>
      <translation>I have arrived</translation>
    </message>
    <message>
      <source>I have it on paper</source>
      <translation>I have it on paper</translation>
    </message>
    <message>
      <source>I have left</source>
      <translation>I have left</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>If nothing shows, another program may be using it.</source>
      <translation>If nothing shows, another program may be using it.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message numerus="yes">
      <source>Import %n</source>
      <translation>
        <numerusform>Import %n</numerusform>
        <numerusform>Import %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Import %n new</source>
      <translation>
        <numerusform>Import %n new</numerusform>
        <numerusform>Import %n new</numerusform>
      </translation>
    </message>
    <message>
      <source>Import a whole folder</source>
      <translation>Import a whole folder</translation>
    </message>
    <message>
      <source>Import a whole folder…</source>
      <translation>Import a whole folder…</translation>
    </message>
    <message>
      <source>Import all of it</source>
      <translation>Import all of it</translation>
    </message>
    <message>
      <source>Import cancelled.</source>
      <translation>Import cancelled.</translation>
    </message>
    <message>
      <source>Import files</source>
      <translation>Import files</translation>
    </message>
    <message>
      <source>Import files…</source>
      <translation>Import files…</translation>
    </message>
    <message>
      <source>Import the camera's own file, not a copy that a messenger or an editor saved.</source>
      <translation>Import the camera's own file, not a copy that a messenger or an editor saved.</translation>
    </message>
    <message>
      <source>Importing</source>
      <translation>Importing</translation>
    </message>
    <message>
      <source>Importing from {name}</source>
      <translation>Importing from {name}</translation>
    </message>
    <message>
      <source>Importing papers</source>
      <translation>Importing papers</translation>
    </message>
    <message>
      <source>Importing replies</source>
      <translation>Importing replies</translation>
    </message>
    <message>
      <source>In percent</source>
      <translation>In percent</translation>
    </message>
    <message>
      <source>In the list</source>
      <translation>In the list</translation>
    </message>
    <message>
      <source>In these places, with commas between</source>
      <translation>In these places, with commas between</translation>
    </message>
    <message>
      <source>In work</source>
      <translation>In work</translation>
    </message>
    <message>
      <source>Injured</source>
      <translation>Injured</translation>
    </message>
    <message>
      <source>Injured ({count})</source>
      <translation>Injured ({count})</translation>
    </message>
    <message>
      <source>Injured people</source>
      <translation>Injured people</translation>
    </message>
    <message>
      <source>Injuries</source>
      <translation>Injuries</translation>
    </message>
    <message>
      <source>Install Surveyor again.</source>
      <translation>Install Surveyor again.</translation>
    </message>
    <message>
      <source>Install Surveyor again; your cases stay as they are.</source>
      <translation>Install Surveyor again; your cases stay as they are.</translation>
    </message>
    <message>
      <source>Install the card's own software and name its PKCS#11 module; Surveyor needs its extra “token” for that.</source>
      <translation>Install the card's own software and name its PKCS#11 module; Surveyor needs its extra “token” for that.</translation>
    </message>
    <message>
      <source>Insured</source>
      <translation>Insured</translation>
    </message>
    <message>
      <source>Internal: not to be handed to a party.</source>
      <translation>Internal: not to be handed to a party.</translation>
    </message>
    <message>
      <source>Internal: office copy only</source>
      <translation>Internal: office copy only</translation>
    </message>
    <message>
      <source>Internal: opinion, prompts, estimates and full personal data; not for a party</source>
      <translation>Internal: opinion, prompts, estimates and full personal data; not for a party</translation>
    </message>
    <message>
      <source>Internal: questions to you and the office, no verdicts. No copy for a party shows them.</source>
      <translation>Internal: questions to you and the office, no verdicts. No copy for a party shows them.</translation>
    </message>
    <message>
      <source>Is it needed?</source>
      <translation>Is it needed?</translation>
    </message>
    <message>
      <source>Issue</source>
      <translation>Issue</translation>
    </message>
    <message>
      <source>Issue a new revision of the report for what came later.</source>
      <translation>Issue a new revision of the report for what came later.</translation>
    </message>
    <message>
      <source>Issue the notice</source>
      <translation>Issue the notice</translation>
    </message>
    <message>
      <source>Issued</source>
      <translation>Issued</translation>
    </message>
    <message>
      <source>Issued at</source>
      <translation>Issued at</translation>
    </message>
    <message>
      <source>Issued by</source>
      <translation>Issued by</translation>
    </message>
    <message>
      <source>It cannot be accepted now:</source>
      <translation>It cannot be accepted now:</translation>
    </message>
    <message>
      <source>It cannot be returned now:</source>
      <translation>It cannot be returned now:</translation>
    </message>
    <message>
      <source>It goes on by itself when you try again; nothing starts over.</source>
      <translation>It goes on by itself when you try again; nothing starts over.</translation>
    </message>
    <message>
      <source>It has arrived</source>
      <translation>It has arrived</translation>
    </message>
    <message>
      <source>It has arrived, thank you. We will look at it.</source>
      <translation>It has arrived, thank you. We will look at it.</translation>
    </message>
    <message>
      <source>It holds the keys of all your cases. Nobody can read them without your passphrase.</source>
      <translation>It holds the keys of all your cases. Nobody can read them without your passphrase.</translation>
    </message>
    <message>
      <source>It is being read: the words taken down are not typed over. What is wrong is corrected while reading.</source>
      <translation>It is being read: the words taken down are not typed over. What is wrong is corrected while reading.</translation>
    </message>
    <message>
      <source>It is being sent again.</source>
      <translation>It is being sent again.</translation>
    </message>
    <message>
      <source>It is being signed: the words taken down are not typed over. A correction has its page signed anew.</source>
      <translation>It is being signed: the words taken down are not typed over. A correction has its page signed anew.</translation>
    </message>
    <message>
      <source>It is kept exactly as it was signed, page by page.</source>
      <translation>It is kept exactly as it was signed, page by page.</translation>
    </message>
    <message>
      <source>It is no longer where it was expected.</source>
      <translation>It is no longer where it was expected.</translation>
    </message>
    <message>
      <source>It is not a draft any more: the words taken down are not typed over.</source>
      <translation>It is not a draft any more: the words taken down are not typed over.</translation>
    </message>
    <message>
      <source>It is not there now: {path}</source>
      <translation>It is not there now: {path}</translation>
    </message>
    <message>
      <source>It is stored in the case while it is made: a crash costs a second at most.</source>
      <translation>It is stored in the case while it is made: a crash costs a second at most.</translation>
    </message>
    <message>
      <source>It may be done by: {roles}. An administrator says who holds which role.</source>
      <translation>It may be done by: {roles}. An administrator says who holds which role.</translation>
    </message>
    <message>
      <source>It may be too old, or was replaced by a newer one. Please ask us for a new link; your claim and your papers are safe.</source>
      <translation>It may be too old, or was replaced by a newer one. Please ask us for a new link; your claim and your papers are safe.</translation>
    </message>
    <message>
      <source>It opens the cases of this profile when the passphrase is forgotten or the laptop is lost. Keep this sheet away from the laptop.</source>
      <translation>It opens the cases of this profile when the passphrase is forgotten or the laptop is lost. Keep this sheet away from the laptop.</translation>
    </message>
    <message>
      <source>It stays as it is.</source>
      <translation>It stays as it is.</translation>
    </message>
    <message>
      <source>It was not changed.</source>
      <translation>It was not changed.</translation>
    </message>
    <message>
      <source>It was not overwritten.</source>
      <translation>It was not overwritten.</translation>
    </message>
    <message>
      <source>It will name everything that is missing now, at once:</source>
      <translation>It will name everything that is missing now, at once:</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Its open tasks are taken back, and nobody is waited for any more. Nothing that is there is lost, and the claim can be reopened.</source>
      <translation>Its open tasks are taken back, and nobody is waited for any more. Nothing that is there is lost, and the claim can be reopened.</translation>
    </message>
    <message>
      <source>Its record and its hash are here.</source>
      <translation>Its record and its hash are here.</translation>
    </message>
    <message>
      <source>Join</source>
      <translation>Join</translation>
    </message>
    <message>
      <source>Join a case that was opened on the spot</source>
      <translation>Join a case that was opened on the spot</translation>
    </message>
    <message>
      <source>Journal</source>
      <translation>Journal</translation>
    </message>
    <message>
      <source>Journal up to entry</source>
      <translation>Journal up to entry</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Keep</translation>
    </message>
    <message>
      <source>Keep no second copy</source>
      <translation>Keep no second copy</translation>
    </message>
    <message>
      <source>Keep the filter {name} no more</source>
      <translation>Keep the filter {name} no more</translation>
    </message>
    <message>
      <source>Keep the reasons</source>
      <translation>Keep the reasons</translation>
    </message>
    <message>
      <source>Keep the signature</source>
      <translation>Keep the signature</translation>
    </message>
    <message>
      <source>Keep these names</source>
      <translation>Keep these names</translation>
    </message>
    <message>
      <source>Keep this calculation</source>
      <translation>Keep this calculation</translation>
    </message>
    <message>
      <source>Keep this filter as</source>
      <translation>Keep this filter as</translation>
    </message>
    <message>
      <source>Keep this page open until everything has arrived.</source>
      <translation>Keep this page open until everything has arrived.</translation>
    </message>
    <message>
      <source>Kept filters</source>
      <translation>Kept filters</translation>
    </message>
    <message>
      <source>Kept until</source>
      <translation>Kept until</translation>
    </message>
    <message>
      <source>Kept versions</source>
      <translation>Kept versions</translation>
    </message>
    <message>
      <source>Kept, but not shown</source>
      <translation>Kept, but not shown</translation>
    </message>
    <message>
      <source>Kept.</source>
      <translation>Kept.</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Key</translation>
    </message>
    <message>
      <source>Keys beside a copy of a case</source>
      <translation>Keys beside a copy of a case</translation>
    </message>
    <message>
      <source>Kind of copy</source>
      <translation>Kind of copy</translation>
    </message>
    <message>
      <source>Kind of receipt</source>
      <translation>Kind of receipt</translation>
    </message>
    <message>
      <source>Kinds of losses</source>
      <translation>Kinds of losses</translation>
    </message>
    <message>
      <source>Known by an answer, a read mark or a receipt of the post</source>
      <translation>Known by an answer, a read mark or a receipt of the post</translation>
    </message>
    <message>
      <source>Labour</source>
      <translation>Labour</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Language of the notice</source>
      <translation>Language of the notice</translation>
    </message>
    <message>
      <source>Language of the person</source>
      <translation>Language of the person</translation>
    </message>
    <message>
      <source>Language of the report</source>
      <translation>Language of the report</translation>
    </message>
    <message>
      <source>Laptops</source>
      <translation>Laptops</translation>
    </message>
    <message>
      <source>Larger (+, or the wheel)</source>
      <translation>Larger (+, or the wheel)</translation>
    </message>
    <message>
      <source>Larger (Ctrl++)</source>
      <translation>Larger (Ctrl++)</translation>
    </message>
    <message>
      <source>Larger touch targets, for gloves</source>
      <translation>Larger touch targets, for gloves</translation>
    </message>
    <message>
      <source>Last changed by</source>
      <translation>Last changed by</translation>
    </message>
    <message>
      <source>Last signature</source>
      <translation>Last signature</translation>
    </message>
    <message>
      <source>Later, show it again next time</source>
      <translation>Later, show it again next time</translation>
    </message>
    <message>
      <source>Lay the pages out again and have those signed that changed.</source>
      <translation>Lay the pages out again and have those signed that changed.</translation>
    </message>
    <message numerus="yes">
      <source>Layer with %n shape(s)</source>
      <translation>
        <numerusform>Layer with %n shape</numerusform>
        <numerusform>Layer with %n shapes</numerusform>
      </translation>
    </message>
    <message>
      <source>Leads there until</source>
      <translation>Leads there until</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Leave</translation>
    </message>
    <message>
      <source>Leave with gaps</source>
      <translation>Leave with gaps</translation>
    </message>
    <message>
      <source>Leave with gaps…</source>
      <translation>Leave with gaps…</translation>
    </message>
    <message>
      <source>Leaving noted: {time}</source>
      <translation>Leaving noted: {time}</translation>
    </message>
    <message>
      <source>Left at {time}; the time of arrival is missing</source>
      <translation>Left at {time}; the time of arrival is missing</translation>
    </message>
    <message>
      <source>Left of it</source>
      <translation>Left of it</translation>
    </message>
    <message>
      <source>Left out by the surveyor</source>
      <translation>Left out by the surveyor</translation>
    </message>
    <message>
      <source>Lens</source>
      <translation>Lens</translation>
    </message>
    <message>
      <source>Letters to you</source>
      <translation>Letters to you</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>Level</translation>
    </message>
    <message>
      <source>Level: {level}</source>
      <translation>Level: {level}</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Light, dark or sunlight</source>
      <translation>Light, dark or sunlight</translation>
    </message>
    <message>
      <source>Limit or sum</source>
      <translation>Limit or sum</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Line</translation>
    </message>
    <message>
      <source>Line before, same field</source>
      <translation>Line before, same field</translation>
    </message>
    <message>
      <source>Line: {name}</source>
      <translation>Line: {name}</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Link</translation>
    </message>
    <message numerus="yes">
      <source>Link %n</source>
      <translation>
        <numerusform>Link %n</numerusform>
        <numerusform>Link %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Link the next scan</source>
      <translation>Link the next scan</translation>
    </message>
    <message>
      <source>Link to: {paper}</source>
      <translation>Link to: {paper}</translation>
    </message>
    <message>
      <source>Links to the customer's own page</source>
      <translation>Links to the customer's own page</translation>
    </message>
    <message>
      <source>List of people: {injured} injured, {dead} dead</source>
      <translation>List of people: {injured} injured, {dead} dead</translation>
    </message>
    <message>
      <source>Live picture</source>
      <translation>Live picture</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Lock</translation>
    </message>
    <message>
      <source>Lock it out</source>
      <translation>Lock it out</translation>
    </message>
    <message>
      <source>Lock now</source>
      <translation>Lock now</translation>
    </message>
    <message>
      <source>Lock when nobody was there for</source>
      <translation>Lock when nobody was there for</translation>
    </message>
    <message>
      <source>Lock when the lid was closed</source>
      <translation>Lock when the lid was closed</translation>
    </message>
    <message>
      <source>Longer side {px} px at most, {kb} kB at most, {layer}. The originals stay as they are.</source>
      <translation>Longer side {px} px at most, {kb} kB at most, {layer}. The originals stay as they are.</translation>
    </message>
    <message>
      <source>Longitude</source>
      <translation>Longitude</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>Look at it first</source>
      <translation>Look at it first</translation>
    </message>
    <message>
      <source>Look through them one by one</source>
      <translation>Look through them one by one</translation>
    </message>
    <message>
      <source>Looking at the file…</source>
      <translation>Looking at the file…</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Loss</translation>
    </message>
    <message>
      <source>Loudness</source>
      <translation>Loudness</translation>
    </message>
    <message>
      <source>MM</source>
      <translation>MM</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Made</translation>
    </message>
    <message>
      <source>Made by a newer version</source>
      <translation>Made by a newer version</translation>
    </message>
    <message>
      <source>Make a complaint</source>
      <translation>Make a complaint</translation>
    </message>
    <message>
      <source>Make a link</source>
      <translation>Make a link</translation>
    </message>
    <message>
      <source>Make a new recovery code…</source>
      <translation>Make a new recovery code…</translation>
    </message>
    <message>
      <source>Make the account</source>
      <translation>Make the account</translation>
    </message>
    <message>
      <source>Making previews</source>
      <translation>Making previews</translation>
    </message>
    <message>
      <source>Map sheet</source>
      <translation>Map sheet</translation>
    </message>
    <message>
      <source>Map sheets of this laptop</source>
      <translation>Map sheets of this laptop</translation>
    </message>
    <message>
      <source>Map sheets of this laptop…</source>
      <translation>Map sheets of this laptop…</translation>
    </message>
    <message>
      <source>Map: {attribution}</source>
      <translation>Map: {attribution}</translation>
    </message>
    <message>
      <source>Measured length</source>
      <translation>Measured length</translation>
    </message>
    <message>
      <source>Measured length, such as 1.25 m</source>
      <translation>Measured length, such as 1.25 m</translation>
    </message>
    <message>
      <source>Median</source>
      <translation>Median</translation>
    </message>
    <message>
      <source>Medical</source>
      <translation>Medical</translation>
    </message>
    <message>
      <source>Mend</source>
      <translation>Mend</translation>
    </message>
    <message>
      <source>Mend the file and check it again with “surveyor rules check”.</source>
      <translation>Mend the file and check it again with “surveyor rules check”.</translation>
    </message>
    <message>
      <source>Mend the file, or delete it to begin anew.</source>
      <translation>Mend the file, or delete it to begin anew.</translation>
    </message>
    <message>
      <source>Mend…</source>
      <translation>Mend…</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Merge</translation>
    </message>
    <message>
      <source>Merge two people</source>
      <translation>Merge two people</translation>
    </message>
    <message>
      <source>Merge…</source>
      <translation>Merge…</translation>
    </message>
    <message>
      <source>Metadata</source>
      <translation>Metadata</translation>
    </message>
    <message>
      <source>Microphone</source>
      <translation>Microphone</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>Missing</translation>
    </message>
    <message>
      <source>Monday</source>
      <translation>Monday</translation>
    </message>
    <message>
      <source>Move earlier</source>
      <translation>Move earlier</translation>
    </message>
    <message>
      <source>Move later</source>
      <translation>Move later</translation>
    </message>
    <message>
      <source>Move question down</source>
      <translation>Move question down</translation>
    </message>
    <message>
      <source>Move question up</source>
      <translation>Move question up</translation>
    </message>
    <message>
      <source>Must ({count})</source>
      <translation>Must ({count})</translation>
    </message>
    <message>
      <source>Must be there, is not, and nobody said why</source>
      <translation>Must be there, is not, and nobody said why</translation>
    </message>
    <message>
      <source>My own</source>
      <translation>My own</translation>
    </message>
    <message>
      <source>My work</source>
      <translation>My work</translation>
    </message>
    <message>
      <source>N/A…</source>
      <translation>N/A…</translation>
    </message>
    <message>
      <source>NOT copied</source>
      <translation>NOT copied</translation>
    </message>
    <message>
      <source>NOT saved</source>
      <translation>NOT saved</translation>
    </message>
    <message>
      <source>NOT the same as kept.</source>
      <translation>NOT the same as kept.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name as it stands in reports</source>
      <translation>Name as it stands in reports</translation>
    </message>
    <message>
      <source>Name of the insurer</source>
      <translation>Name of the insurer</translation>
    </message>
    <message>
      <source>Name the one to sign with.</source>
      <translation>Name the one to sign with.</translation>
    </message>
    <message>
      <source>Nearer</source>
      <translation>Nearer</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Never</translation>
    </message>
    <message>
      <source>New account, new code or new password</source>
      <translation>New account, new code or new password</translation>
    </message>
    <message>
      <source>New case</source>
      <translation>New case</translation>
    </message>
    <message>
      <source>New claim</source>
      <translation>New claim</translation>
    </message>
    <message>
      <source>New cover</source>
      <translation>New cover</translation>
    </message>
    <message>
      <source>New damage</source>
      <translation>New damage</translation>
    </message>
    <message>
      <source>New enquiry</source>
      <translation>New enquiry</translation>
    </message>
    <message>
      <source>New fee</source>
      <translation>New fee</translation>
    </message>
    <message>
      <source>New injured person</source>
      <translation>New injured person</translation>
    </message>
    <message>
      <source>New item</source>
      <translation>New item</translation>
    </message>
    <message>
      <source>New line</source>
      <translation>New line</translation>
    </message>
    <message>
      <source>New passphrase, at least {count} characters</source>
      <translation>New passphrase, at least {count} characters</translation>
    </message>
    <message>
      <source>New person</source>
      <translation>New person</translation>
    </message>
    <message>
      <source>New person…</source>
      <translation>New person…</translation>
    </message>
    <message>
      <source>New policy</source>
      <translation>New policy</translation>
    </message>
    <message>
      <source>New price {price}, sum insured {insured}</source>
      <translation>New price {price}, sum insured {insured}</translation>
    </message>
    <message>
      <source>New remark or supplement request</source>
      <translation>New remark or supplement request</translation>
    </message>
    <message>
      <source>New rescue cost</source>
      <translation>New rescue cost</translation>
    </message>
    <message>
      <source>New road facility</source>
      <translation>New road facility</translation>
    </message>
    <message>
      <source>New salvage</source>
      <translation>New salvage</translation>
    </message>
    <message>
      <source>New share</source>
      <translation>New share</translation>
    </message>
    <message>
      <source>New statement</source>
      <translation>New statement</translation>
    </message>
    <message>
      <source>New vehicle</source>
      <translation>New vehicle</translation>
    </message>
    <message>
      <source>New visit</source>
      <translation>New visit</translation>
    </message>
    <message>
      <source>New witness record</source>
      <translation>New witness record</translation>
    </message>
    <message>
      <source>New-energy plates have the letter (D, F …) first and 4 digits last, or 5 digits and it</source>
      <translation>New-energy plates have the letter (D, F …) first and 4 digits last, or 5 digits and it</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Next line, same field</source>
      <translation>Next line, same field</translation>
    </message>
    <message>
      <source>Next missing shot does not apply…</source>
      <translation>Next missing shot does not apply…</translation>
    </message>
    <message>
      <source>Next open</source>
      <translation>Next open</translation>
    </message>
    <message>
      <source>Next open check</source>
      <translation>Next open check</translation>
    </message>
    <message>
      <source>Next photo (right)</source>
      <translation>Next photo (right)</translation>
    </message>
    <message>
      <source>Next question</source>
      <translation>Next question</translation>
    </message>
    <message>
      <source>Next tab</source>
      <translation>Next tab</translation>
    </message>
    <message numerus="yes">
      <source>Next try in %n second(s); it goes on by itself.</source>
      <translation>
        <numerusform>Next try in %n second; it goes on by itself.</numerusform>
        <numerusform>Next try in %n seconds; it goes on by itself.</numerusform>
      </translation>
    </message>
    <message>
      <source>No</source>
      <translation>No</translation>
    </message>
    <message>
      <source>No authority is trusted: what is checked can be complete in itself, but nobody vouches for it.</source>
      <translation>No authority is trusted: what is checked can be complete in itself, but nobody vouches for it.</translation>
    </message>
    <message>
      <source>No calculation is kept in this case.</source>
      <translation>No calculation is kept in this case.</translation>
    </message>
    <message>
      <source>No camera found</source>
      <translation>No camera found</translation>
    </message>
    <message>
      <source>No camera found. Plug one in, then start again.</source>
      <translation>No camera found. Plug one in, then start again.</translation>
    </message>
    <message>
      <source>No camera wrote time or make: {value}</source>
      <translation>No camera wrote time or make: {value}</translation>
    </message>
    <message>
      <source>No camera's clock was measured yet. Photograph the clock page with each camera and import the photos.</source>
      <translation>No camera's clock was measured yet. Photograph the clock page with each camera and import the photos.</translation>
    </message>
    <message>
      <source>No case here yet</source>
      <translation>No case here yet</translation>
    </message>
    <message>
      <source>No claims.</source>
      <translation>No claims.</translation>
    </message>
    <message>
      <source>No clock page was found in {name}.</source>
      <translation>No clock page was found in {name}.</translation>
    </message>
    <message>
      <source>No consent: nothing is recorded.</source>
      <translation>No consent: nothing is recorded.</translation>
    </message>
    <message>
      <source>No copy wanted</source>
      <translation>No copy wanted</translation>
    </message>
    <message>
      <source>No cover here yet</source>
      <translation>No cover here yet</translation>
    </message>
    <message>
      <source>No cover named</source>
      <translation>No cover named</translation>
    </message>
    <message>
      <source>No fee here yet</source>
      <translation>No fee here yet</translation>
    </message>
    <message>
      <source>No fingerprint then: the signature alone is enough.</source>
      <translation>No fingerprint then: the signature alone is enough.</translation>
    </message>
    <message>
      <source>No longer valid</source>
      <translation>No longer valid</translation>
    </message>
    <message>
      <source>No losses here yet</source>
      <translation>No losses here yet</translation>
    </message>
    <message>
      <source>No microphone found</source>
      <translation>No microphone found</translation>
    </message>
    <message>
      <source>No microphone found. Plug one in, then start again.</source>
      <translation>No microphone found. Plug one in, then start again.</translation>
    </message>
    <message>
      <source>No microphone found: a video will have no sound.</source>
      <translation>No microphone found: a video will have no sound.</translation>
    </message>
    <message>
      <source>No network, or the centre does not answer.</source>
      <translation>No network, or the centre does not answer.</translation>
    </message>
    <message>
      <source>No notice was issued yet</source>
      <translation>No notice was issued yet</translation>
    </message>
    <message>
      <source>No part of the list fits</source>
      <translation>No part of the list fits</translation>
    </message>
    <message>
      <source>No photo here yet</source>
      <translation>No photo here yet</translation>
    </message>
    <message>
      <source>No photo or file was chosen. Please take a photo or choose one, then send it.</source>
      <translation>No photo or file was chosen. Please take a photo or choose one, then send it.</translation>
    </message>
    <message>
      <source>No policy here yet</source>
      <translation>No policy here yet</translation>
    </message>
    <message>
      <source>No position can be read from this. A short link holds none: open it and copy the long one.</source>
      <translation>No position can be read from this. A short link holds none: open it and copy the long one.</translation>
    </message>
    <message>
      <source>No preview: {reason}</source>
      <translation>No preview: {reason}</translation>
    </message>
    <message>
      <source>No property here yet</source>
      <translation>No property here yet</translation>
    </message>
    <message>
      <source>No receipt yet. The centre signs one when it has every original and has read it again.</source>
      <translation>No receipt yet. The centre signs one when it has every original and has read it again.</translation>
    </message>
    <message>
      <source>No rescue cost here yet</source>
      <translation>No rescue cost here yet</translation>
    </message>
    <message>
      <source>No rule pack applies: {what}, clauses {form}, accident {at}.</source>
      <translation>No rule pack applies: {what}, clauses {form}, accident {at}.</translation>
    </message>
    <message>
      <source>No salvage here yet</source>
      <translation>No salvage here yet</translation>
    </message>
    <message>
      <source>No seal or signature</source>
      <translation>No seal or signature</translation>
    </message>
    <message>
      <source>No smart card or token called {token} is put in.</source>
      <translation>No smart card or token called {token} is put in.</translation>
    </message>
    <message>
      <source>No statement here yet</source>
      <translation>No statement here yet</translation>
    </message>
    <message>
      <source>No task was given out yet.</source>
      <translation>No task was given out yet.</translation>
    </message>
    <message>
      <source>No vehicle here yet</source>
      <translation>No vehicle here yet</translation>
    </message>
    <message>
      <source>No vehicle named</source>
      <translation>No vehicle named</translation>
    </message>
    <message>
      <source>No visit here yet</source>
      <translation>No visit here yet</translation>
    </message>
    <message>
      <source>No witness here yet</source>
      <translation>No witness here yet</translation>
    </message>
    <message>
      <source>No witness was present</source>
      <translation>No witness was present</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>No. {number}</source>
      <translation>No. {number}</translation>
    </message>
    <message>
      <source>Nobody has a share yet</source>
      <translation>Nobody has a share yet</translation>
    </message>
    <message>
      <source>Nobody has remarked on anything yet. Remarks are written beside the record they are about: a photo, a loss, a statement, a task.</source>
      <translation>Nobody has remarked on anything yet. Remarks are written beside the record they are about: a photo, a loss, a statement, a task.</translation>
    </message>
    <message>
      <source>Nobody here yet</source>
      <translation>Nobody here yet</translation>
    </message>
    <message>
      <source>Nobody injured here yet</source>
      <translation>Nobody injured here yet</translation>
    </message>
    <message>
      <source>Nobody is listened to any more. Close this and begin anew.</source>
      <translation>Nobody is listened to any more. Close this and begin anew.</translation>
    </message>
    <message>
      <source>Nobody saw anything yet.</source>
      <translation>Nobody saw anything yet.</translation>
    </message>
    <message>
      <source>Nobody was asked yet</source>
      <translation>Nobody was asked yet</translation>
    </message>
    <message>
      <source>None is kept: what is lost with this laptop before it was delivered is lost.</source>
      <translation>None is kept: what is lost with this laptop before it was delivered is lost.</translation>
    </message>
    <message>
      <source>None of them</source>
      <translation>None of them</translation>
    </message>
    <message>
      <source>None yet: enrol this laptop, or use a certificate file.</source>
      <translation>None yet: enrol this laptop, or use a certificate file.</translation>
    </message>
    <message>
      <source>Not accessible at the scene</source>
      <translation>Not accessible at the scene</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>Not allowed</translation>
    </message>
    <message>
      <source>Not answered yet.</source>
      <translation>Not answered yet.</translation>
    </message>
    <message>
      <source>Not applicable: {reason}</source>
      <translation>Not applicable: {reason}</translation>
    </message>
    <message>
      <source>Not applicable…</source>
      <translation>Not applicable…</translation>
    </message>
    <message>
      <source>Not asked in this case any more</source>
      <translation>Not asked in this case any more</translation>
    </message>
    <message>
      <source>Not assigned</source>
      <translation>Not assigned</translation>
    </message>
    <message>
      <source>Not at the scene yet</source>
      <translation>Not at the scene yet</translation>
    </message>
    <message>
      <source>Not claimed</source>
      <translation>Not claimed</translation>
    </message>
    <message>
      <source>Not delivered yet</source>
      <translation>Not delivered yet</translation>
    </message>
    <message>
      <source>Not here, or not whole</source>
      <translation>Not here, or not whole</translation>
    </message>
    <message>
      <source>Not named</source>
      <translation>Not named</translation>
    </message>
    <message>
      <source>Not needed here</source>
      <translation>Not needed here</translation>
    </message>
    <message>
      <source>Not on the list, for it cannot be read: {names}. All others are here. Keep it: some of it may still be read.</source>
      <translation>Not on the list, for it cannot be read: {names}. All others are here. Keep it: some of it may still be read.</translation>
    </message>
    <message>
      <source>Not on this laptop: this is what the centre shows of it</source>
      <translation>Not on this laptop: this is what the centre shows of it</translation>
    </message>
    <message>
      <source>Not possible in {count} claims</source>
      <translation>Not possible in {count} claims</translation>
    </message>
    <message>
      <source>Not readable</source>
      <translation>Not readable</translation>
    </message>
    <message>
      <source>Not recording</source>
      <translation>Not recording</translation>
    </message>
    <message>
      <source>Not safe to format</source>
      <translation>Not safe to format</translation>
    </message>
    <message>
      <source>Not sent. The laptop listens no more, or the network was cut.</source>
      <translation>Not sent. The laptop listens no more, or the network was cut.</translation>
    </message>
    <message>
      <source>Not there on this vehicle</source>
      <translation>Not there on this vehicle</translation>
    </message>
    <message>
      <source>Not to be asked of the customer: {reason}</source>
      <translation>Not to be asked of the customer: {reason}</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Not used</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Note by how much its clock is off.</source>
      <translation>Note by how much its clock is off.</translation>
    </message>
    <message>
      <source>Note it</source>
      <translation>Note it</translation>
    </message>
    <message>
      <source>Note the refusal</source>
      <translation>Note the refusal</translation>
    </message>
    <message>
      <source>Note where a witness stood and what could be seen from there, before the witness leaves.</source>
      <translation>Note where a witness stood and what could be seen from there, before the witness leaves.</translation>
    </message>
    <message>
      <source>Note who bears how much, and what that rests on: certificate, agreement, judgment, or your opinion.</source>
      <translation>Note who bears how much, and what that rests on: certificate, agreement, judgment, or your opinion.</translation>
    </message>
    <message>
      <source>Noted as handed over. Print this page now; its link is shown only here.</source>
      <translation>Noted as handed over. Print this page now; its link is shown only here.</translation>
    </message>
    <message>
      <source>Nothing changed since.</source>
      <translation>Nothing changed since.</translation>
    </message>
    <message numerus="yes">
      <source>Nothing found. %n case(s) are not shown.</source>
      <translation>
        <numerusform>Nothing found. %n case is not shown.</numerusform>
        <numerusform>Nothing found. %n cases are not shown.</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing has arrived from the scene yet.</source>
      <translation>Nothing has arrived from the scene yet.</translation>
    </message>
    <message>
      <source>Nothing here fits the filter.</source>
      <translation>Nothing here fits the filter.</translation>
    </message>
    <message>
      <source>Nothing is assigned to you at the moment.</source>
      <translation>Nothing is assigned to you at the moment.</translation>
    </message>
    <message>
      <source>Nothing is calculated with it.</source>
      <translation>Nothing is calculated with it.</translation>
    </message>
    <message>
      <source>Nothing is lost.</source>
      <translation>Nothing is lost.</translation>
    </message>
    <message>
      <source>Nothing is lost: others took them, or another laptop.</source>
      <translation>Nothing is lost: others took them, or another laptop.</translation>
    </message>
    <message>
      <source>Nothing is missing: a notice names papers that were requested, refused or have defects.</source>
      <translation>Nothing is missing: a notice names papers that were requested, refused or have defects.</translation>
    </message>
    <message>
      <source>Nothing that must be done is left</source>
      <translation>Nothing that must be done is left</translation>
    </message>
    <message numerus="yes">
      <source>Nothing that must be done is left; %n warning(s) want a reason</source>
      <translation>
        <numerusform>Nothing that must be done is left; %n warning wants a reason</numerusform>
        <numerusform>Nothing that must be done is left; %n warnings want a reason</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing to settle</source>
      <translation>Nothing to settle</translation>
    </message>
    <message>
      <source>Nothing waits for an answer</source>
      <translation>Nothing waits for an answer</translation>
    </message>
    <message>
      <source>Nothing was asked yet: recording, fingerprint, medical records need the person's own consent.</source>
      <translation>Nothing was asked yet: recording, fingerprint, medical records need the person's own consent.</translation>
    </message>
    <message>
      <source>Nothing was calculated, nothing changed.</source>
      <translation>Nothing was calculated, nothing changed.</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>Nothing was changed.</translation>
    </message>
    <message>
      <source>Nothing was noted down, and nothing was recorded.</source>
      <translation>Nothing was noted down, and nothing was recorded.</translation>
    </message>
    <message>
      <source>Nothing was receipted yet.</source>
      <translation>Nothing was receipted yet.</translation>
    </message>
    <message>
      <source>Nothing was recorded: the device gave neither picture nor sound.</source>
      <translation>Nothing was recorded: the device gave neither picture nor sound.</translation>
    </message>
    <message>
      <source>Nothing was sealed; signatures on pages that stayed the same are kept.</source>
      <translation>Nothing was sealed; signatures on pages that stayed the same are kept.</translation>
    </message>
    <message>
      <source>Nothing was sent to it.</source>
      <translation>Nothing was sent to it.</translation>
    </message>
    <message>
      <source>Nothing was sent, and nothing in the claim says that it was.</source>
      <translation>Nothing was sent, and nothing in the claim says that it was.</translation>
    </message>
    <message>
      <source>Nothing was signed or issued; every text is as it was.</source>
      <translation>Nothing was signed or issued; every text is as it was.</translation>
    </message>
    <message>
      <source>Nothing was signed yet.</source>
      <translation>Nothing was signed yet.</translation>
    </message>
    <message>
      <source>Nothing was signed, and everything that was typed is kept.</source>
      <translation>Nothing was signed, and everything that was typed is kept.</translation>
    </message>
    <message>
      <source>Nothing was signed.</source>
      <translation>Nothing was signed.</translation>
    </message>
    <message>
      <source>Nothing was stored a second time, and nothing changed.</source>
      <translation>Nothing was stored a second time, and nothing changed.</translation>
    </message>
    <message>
      <source>Notice</source>
      <translation>Notice</translation>
    </message>
    <message>
      <source>Notice: {time}, {mode}</source>
      <translation>Notice: {time}, {mode}</translation>
    </message>
    <message>
      <source>Notices</source>
      <translation>Notices</translation>
    </message>
    <message>
      <source>Notices ({count})</source>
      <translation>Notices ({count})</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Now</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Number of the photo</source>
      <translation>Number of the photo</translation>
    </message>
    <message>
      <source>Number of the shape</source>
      <translation>Number of the shape</translation>
    </message>
    <message>
      <source>Number, address or account</source>
      <translation>Number, address or account</translation>
    </message>
    <message>
      <source>Numbers, for example 3, 7-9</source>
      <translation>Numbers, for example 3, 7-9</translation>
    </message>
    <message numerus="yes">
      <source>Of %n photo(s) there is no picture; the list in the folder says which.</source>
      <translation>
        <numerusform>Of %n photo there is no picture; the list in the folder says which.</numerusform>
        <numerusform>Of %n photos there is no picture; the list in the folder says which.</numerusform>
      </translation>
    </message>
    <message>
      <source>Offer the person a copy</source>
      <translation>Offer the person a copy</translation>
    </message>
    <message>
      <source>Office copy (internal)</source>
      <translation>Office copy (internal)</translation>
    </message>
    <message numerus="yes">
      <source>Office copy of %n page(s), internal</source>
      <translation>
        <numerusform>Office copy of %n page, internal</numerusform>
        <numerusform>Office copy of %n pages, internal</numerusform>
      </translation>
    </message>
    <message>
      <source>Office copy saved. It is not for a party.</source>
      <translation>Office copy saved. It is not for a party.</translation>
    </message>
    <message>
      <source>Office desk</source>
      <translation>Office desk</translation>
    </message>
    <message>
      <source>Older, does not count</source>
      <translation>Older, does not count</translation>
    </message>
    <message>
      <source>On a metered network send only entries and previews</source>
      <translation>On a metered network send only entries and previews</translation>
    </message>
    <message>
      <source>On a smart card; its key stays there</source>
      <translation>On a smart card; its key stays there</translation>
    </message>
    <message>
      <source>On the map…</source>
      <translation>On the map…</translation>
    </message>
    <message>
      <source>On this laptop</source>
      <translation>On this laptop</translation>
    </message>
    <message>
      <source>Once the claim is opened, the papers of this kind of case can be asked for.</source>
      <translation>Once the claim is opened, the papers of this kind of case can be asked for.</translation>
    </message>
    <message>
      <source>One line a fee, with what the public insurance would recognise of it.</source>
      <translation>One line a fee, with what the public insurance would recognise of it.</translation>
    </message>
    <message>
      <source>One moment…</source>
      <translation>One moment…</translation>
    </message>
    <message>
      <source>One photo with each camera is enough · Esc: close</source>
      <translation>One photo with each camera is enough · Esc: close</translation>
    </message>
    <message>
      <source>One picture back</source>
      <translation>One picture back</translation>
    </message>
    <message>
      <source>One picture on</source>
      <translation>One picture on</translation>
    </message>
    <message>
      <source>One reason for all that have none of their own</source>
      <translation>One reason for all that have none of their own</translation>
    </message>
    <message>
      <source>One reason for all warnings</source>
      <translation>One reason for all warnings</translation>
    </message>
    <message>
      <source>One-time notice</source>
      <translation>One-time notice</translation>
    </message>
    <message>
      <source>One-time notices</source>
      <translation>One-time notices</translation>
    </message>
    <message>
      <source>One-time notice…</source>
      <translation>One-time notice…</translation>
    </message>
    <message>
      <source>Only check evidence: a PDF or a bag</source>
      <translation>Only check evidence: a PDF or a bag</translation>
    </message>
    <message>
      <source>Only photos and PDF files can be sent here; “{name}” is neither.</source>
      <translation>Only photos and PDF files can be sent here; “{name}” is neither.</translation>
    </message>
    <message>
      <source>Only the sound of this video can be played on this computer.</source>
      <translation>Only the sound of this video can be played on this computer.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Open it again and repeat what was not kept.</source>
      <translation>Open it again and repeat what was not kept.</translation>
    </message>
    <message>
      <source>Open it and give it its numbers</source>
      <translation>Open it and give it its numbers</translation>
    </message>
    <message>
      <source>Open that claim</source>
      <translation>Open that claim</translation>
    </message>
    <message>
      <source>Open the case</source>
      <translation>Open the case</translation>
    </message>
    <message>
      <source>Open the claim</source>
      <translation>Open the claim</translation>
    </message>
    <message>
      <source>Open the folder of cases</source>
      <translation>Open the folder of cases</translation>
    </message>
    <message>
      <source>Open the profile's folder</source>
      <translation>Open the profile's folder</translation>
    </message>
    <message>
      <source>Open when the report was signed ({count})</source>
      <translation>Open when the report was signed ({count})</translation>
    </message>
    <message>
      <source>Opening the claim</source>
      <translation>Opening the claim</translation>
    </message>
    <message>
      <source>Optional</source>
      <translation>Optional</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Order</translation>
    </message>
    <message>
      <source>Original and facts</source>
      <translation>Original and facts</translation>
    </message>
    <message>
      <source>Originals</source>
      <translation>Originals</translation>
    </message>
    <message>
      <source>Originals go straight from the phone into the encrypted case; nothing leaves the two. Only one phone may send.</source>
      <translation>Originals go straight from the phone into the encrypted case; nothing leaves the two. Only one phone may send.</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Other authority…</source>
      <translation>Other authority…</translation>
    </message>
    <message>
      <source>Our answer</source>
      <translation>Our answer</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>PIN of {token}</source>
      <translation>PIN of {token}</translation>
    </message>
    <message>
      <source>Pad to sign on</source>
      <translation>Pad to sign on</translation>
    </message>
    <message>
      <source>Page {page} of {pages} (PgUp, PgDn)</source>
      <translation>Page {page} of {pages} (PgUp, PgDn)</translation>
    </message>
    <message>
      <source>Pages are missing</source>
      <translation>Pages are missing</translation>
    </message>
    <message>
      <source>Pages of the list</source>
      <translation>Pages of the list</translation>
    </message>
    <message>
      <source>Pages of the report</source>
      <translation>Pages of the report</translation>
    </message>
    <message>
      <source>Pages of the statement</source>
      <translation>Pages of the statement</translation>
    </message>
    <message>
      <source>Pages or pictures</source>
      <translation>Pages or pictures</translation>
    </message>
    <message>
      <source>Pages · signatures · corrections</source>
      <translation>Pages · signatures · corrections</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Paint</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>Paper: not acceptable…</source>
      <translation>Paper: not acceptable…</translation>
    </message>
    <message>
      <source>Paper: not applicable…</source>
      <translation>Paper: not applicable…</translation>
    </message>
    <message>
      <source>Paper: not requested</source>
      <translation>Paper: not requested</translation>
    </message>
    <message>
      <source>Paper: received</source>
      <translation>Paper: received</translation>
    </message>
    <message>
      <source>Paper: requested</source>
      <translation>Paper: requested</translation>
    </message>
    <message>
      <source>Papers</source>
      <translation>Papers</translation>
    </message>
    <message>
      <source>Papers of the case</source>
      <translation>Papers of the case</translation>
    </message>
    <message>
      <source>Papers of this case</source>
      <translation>Papers of this case</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>Part</translation>
    </message>
    <message>
      <source>Part in {zone}</source>
      <translation>Part in {zone}</translation>
    </message>
    <message>
      <source>Part of {path} is damaged or was cut off.</source>
      <translation>Part of {path} is damaged or was cut off.</translation>
    </message>
    <message>
      <source>Partial receipt: entries and previews</source>
      <translation>Partial receipt: entries and previews</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>Parts</translation>
    </message>
    <message>
      <source>Parts that fit</source>
      <translation>Parts that fit</translation>
    </message>
    <message>
      <source>Party</source>
      <translation>Party</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Passphrase and recovery code</source>
      <translation>Passphrase and recovery code</translation>
    </message>
    <message>
      <source>Passphrase of the certificate file</source>
      <translation>Passphrase of the certificate file</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Password (office accounts)</source>
      <translation>Password (office accounts)</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Paste</translation>
    </message>
    <message>
      <source>Paste coordinates or the link of a map</source>
      <translation>Paste coordinates or the link of a map</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Paused: nothing is recorded</source>
      <translation>Paused: nothing is recorded</translation>
    </message>
    <message>
      <source>People</source>
      <translation>People</translation>
    </message>
    <message>
      <source>People ({count})</source>
      <translation>People ({count})</translation>
    </message>
    <message>
      <source>People and laptops</source>
      <translation>People and laptops</translation>
    </message>
    <message>
      <source>People and vehicles</source>
      <translation>People and vehicles</translation>
    </message>
    <message>
      <source>People present</source>
      <translation>People present</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>Photo</translation>
    </message>
    <message>
      <source>Photo checks</source>
      <translation>Photo checks</translation>
    </message>
    <message>
      <source>Photo stored</source>
      <translation>Photo stored</translation>
    </message>
    <message>
      <source>Photo {number}</source>
      <translation>Photo {number}</translation>
    </message>
    <message>
      <source>Photograph it</source>
      <translation>Photograph it</translation>
    </message>
    <message>
      <source>Photograph the clock page again, sharp and so that the code fills at least a fifth of the picture.</source>
      <translation>Photograph the clock page again, sharp and so that the code fills at least a fifth of the picture.</translation>
    </message>
    <message>
      <source>Photos</source>
      <translation>Photos</translation>
    </message>
    <message>
      <source>Photos a page</source>
      <translation>Photos a page</translation>
    </message>
    <message>
      <source>Photos and papers of the case</source>
      <translation>Photos and papers of the case</translation>
    </message>
    <message>
      <source>Photos from a phone</source>
      <translation>Photos from a phone</translation>
    </message>
    <message>
      <source>Photos of the case</source>
      <translation>Photos of the case</translation>
    </message>
    <message>
      <source>Photos to the case</source>
      <translation>Photos to the case</translation>
    </message>
    <message>
      <source>Photos without a shot</source>
      <translation>Photos without a shot</translation>
    </message>
    <message>
      <source>Pick on the map</source>
      <translation>Pick on the map</translation>
    </message>
    <message>
      <source>Picture of the fingerprint</source>
      <translation>Picture of the fingerprint</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Plate</source>
      <translation>Plate</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Play</translation>
    </message>
    <message>
      <source>Play the recording from {time}</source>
      <translation>Play the recording from {time}</translation>
    </message>
    <message>
      <source>Please call me</source>
      <translation>Please call me</translation>
    </message>
    <message>
      <source>Please call the office and read them this message.</source>
      <translation>Please call the office and read them this message.</translation>
    </message>
    <message>
      <source>Please check page {page} and sign it.</source>
      <translation>Please check page {page} and sign it.</translation>
    </message>
    <message>
      <source>Please choose the file on your stick or disk.</source>
      <translation>Please choose the file on your stick or disk.</translation>
    </message>
    <message>
      <source>Please drop one thing at a time, or a PDF together with its bag or case.</source>
      <translation>Please drop one thing at a time, or a PDF together with its bag or case.</translation>
    </message>
    <message>
      <source>Please enter a date, for example {example}</source>
      <translation>Please enter a date, for example {example}</translation>
    </message>
    <message>
      <source>Please enter a number from {least} to {most}</source>
      <translation>Please enter a number from {least} to {most}</translation>
    </message>
    <message>
      <source>Please enter a number with at most {places} decimal places</source>
      <translation>Please enter a number with at most {places} decimal places</translation>
    </message>
    <message>
      <source>Please enter a user name.</source>
      <translation>Please enter a user name.</translation>
    </message>
    <message>
      <source>Please enter a whole number</source>
      <translation>Please enter a whole number</translation>
    </message>
    <message>
      <source>Please enter date and time, or a time of today, for example {example}</source>
      <translation>Please enter date and time, or a time of today, for example {example}</translation>
    </message>
    <message>
      <source>Please enter photo numbers, for example 3, 7-9</source>
      <translation>Please enter photo numbers, for example 3, 7-9</translation>
    </message>
    <message>
      <source>Please enter the address and the code.</source>
      <translation>Please enter the address and the code.</translation>
    </message>
    <message>
      <source>Please enter your name.</source>
      <translation>Please enter your name.</translation>
    </message>
    <message>
      <source>Please explain</source>
      <translation>Please explain</translation>
    </message>
    <message>
      <source>Please initial this correction.</source>
      <translation>Please initial this correction.</translation>
    </message>
    <message>
      <source>Please sign that you have taken note of the notice.</source>
      <translation>Please sign that you have taken note of the notice.</translation>
    </message>
    <message>
      <source>Please sign.</source>
      <translation>Please sign.</translation>
    </message>
    <message>
      <source>Please try again.</source>
      <translation>Please try again.</translation>
    </message>
    <message>
      <source>Please write this sentence in your own hand:</source>
      <translation>Please write this sentence in your own hand:</translation>
    </message>
    <message>
      <source>Plug one in; it is found by itself. Files of other devices come in by Import.</source>
      <translation>Plug one in; it is found by itself. Files of other devices come in by Import.</translation>
    </message>
    <message>
      <source>Police, hospital, camera owners: note whom you ask for what, until when, and what came back.</source>
      <translation>Police, hospital, camera owners: note whom you ask for what, until when, and what came back.</translation>
    </message>
    <message>
      <source>Policies ({count})</source>
      <translation>Policies ({count})</translation>
    </message>
    <message>
      <source>Policy</source>
      <translation>Policy</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>Preparing the preview</source>
      <translation>Preparing the preview</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>Preparing…</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Preview</translation>
    </message>
    <message>
      <source>Previous photo (left)</source>
      <translation>Previous photo (left)</translation>
    </message>
    <message>
      <source>Print and copies…</source>
      <translation>Print and copies…</translation>
    </message>
    <message>
      <source>Print it with 'surveyor profile code', or unlock the profile in the window, which shows it.</source>
      <translation>Print it with 'surveyor profile code', or unlock the profile in the window, which shows it.</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Print…</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>Profile</translation>
    </message>
    <message>
      <source>Proof</source>
      <translation>Proof</translation>
    </message>
    <message>
      <source>Proof of delivery</source>
      <translation>Proof of delivery</translation>
    </message>
    <message>
      <source>Property</source>
      <translation>Property</translation>
    </message>
    <message>
      <source>Property item</source>
      <translation>Property item</translation>
    </message>
    <message>
      <source>Propose</source>
      <translation>Propose</translation>
    </message>
    <message>
      <source>Propose another value</source>
      <translation>Propose another value</translation>
    </message>
    <message>
      <source>Propose for this kind</source>
      <translation>Propose for this kind</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>Proposed</translation>
    </message>
    <message>
      <source>Proposed and accepted: {value}</source>
      <translation>Proposed and accepted: {value}</translation>
    </message>
    <message>
      <source>Proposed and refused: {value}</source>
      <translation>Proposed and refused: {value}</translation>
    </message>
    <message>
      <source>Proposed: {value}</source>
      <translation>Proposed: {value}</translation>
    </message>
    <message>
      <source>Pull the map or use the arrow keys; a click brings a place under the cross; + and − zoom.</source>
      <translation>Pull the map or use the arrow keys; a click brings a place under the cross; + and − zoom.</translation>
    </message>
    <message>
      <source>Put it back and import again: what is stored already is not stored twice.</source>
      <translation>Put it back and import again: what is stored already is not stored twice.</translation>
    </message>
    <message>
      <source>Put it in again and try once more; a locked card is unlocked with its own software.</source>
      <translation>Put it in again and try once more; a locked card is unlocked with its own software.</translation>
    </message>
    <message>
      <source>Put it in and try again, or name the one that is there.</source>
      <translation>Put it in and try again, or name the one that is there.</translation>
    </message>
    <message>
      <source>Q</source>
      <translation>Q</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <source>Question bank</source>
      <translation>Question bank</translation>
    </message>
    <message>
      <source>Question {number}</source>
      <translation>Question {number}</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>Questions</translation>
    </message>
    <message>
      <source>Questions and answers</source>
      <translation>Questions and answers</translation>
    </message>
    <message>
      <source>Re-survey, re-inspection or investigation</source>
      <translation>Re-survey, re-inspection or investigation</translation>
    </message>
    <message>
      <source>Read aloud by {name}</source>
      <translation>Read aloud by {name}</translation>
    </message>
    <message>
      <source>Read and sign</source>
      <translation>Read and sign</translation>
    </message>
    <message>
      <source>Read and sign…</source>
      <translation>Read and sign…</translation>
    </message>
    <message>
      <source>Read by</source>
      <translation>Read by</translation>
    </message>
    <message>
      <source>Read by the person</source>
      <translation>Read by the person</translation>
    </message>
    <message>
      <source>Read into a new case</source>
      <translation>Read into a new case</translation>
    </message>
    <message>
      <source>Read it again…</source>
      <translation>Read it again…</translation>
    </message>
    <message>
      <source>Read it from the sheet you wrote. Without that sheet, take good care of the passphrase.</source>
      <translation>Read it from the sheet you wrote. Without that sheet, take good care of the passphrase.</translation>
    </message>
    <message>
      <source>Read it together, page by page, and correct what is not right</source>
      <translation>Read it together, page by page, and correct what is not right</translation>
    </message>
    <message>
      <source>Read the clock from this photo</source>
      <translation>Read the clock from this photo</translation>
    </message>
    <message>
      <source>Read the notice</source>
      <translation>Read the notice</translation>
    </message>
    <message>
      <source>Read the notice to the person first.</source>
      <translation>Read the notice to the person first.</translation>
    </message>
    <message>
      <source>Read the notice…</source>
      <translation>Read the notice…</translation>
    </message>
    <message>
      <source>Reading the clock</source>
      <translation>Reading the clock</translation>
    </message>
    <message>
      <source>Ready to leave?</source>
      <translation>Ready to leave?</translation>
    </message>
    <message>
      <source>Ready to record</source>
      <translation>Ready to record</translation>
    </message>
    <message>
      <source>Ready?</source>
      <translation>Ready?</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Reason of the change</source>
      <translation>Reason of the change</translation>
    </message>
    <message>
      <source>Reason, in the person's own words</source>
      <translation>Reason, in the person's own words</translation>
    </message>
    <message>
      <source>Reason: {finding}</source>
      <translation>Reason: {finding}</translation>
    </message>
    <message>
      <source>Reasons for gaps</source>
      <translation>Reasons for gaps</translation>
    </message>
    <message>
      <source>Receipt</source>
      <translation>Receipt</translation>
    </message>
    <message>
      <source>Receipt in full over the root</source>
      <translation>Receipt in full over the root</translation>
    </message>
    <message>
      <source>Receipt saved.</source>
      <translation>Receipt saved.</translation>
    </message>
    <message>
      <source>Receipts</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Received by</source>
      <translation>Received by</translation>
    </message>
    <message>
      <source>Received, with defects</source>
      <translation>Received, with defects</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>Record sound</source>
      <translation>Record sound</translation>
    </message>
    <message>
      <source>Record sound…</source>
      <translation>Record sound…</translation>
    </message>
    <message>
      <source>Record video</source>
      <translation>Record video</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Recording</translation>
    </message>
    <message>
      <source>Recording now</source>
      <translation>Recording now</translation>
    </message>
    <message>
      <source>Recording of the interview</source>
      <translation>Recording of the interview</translation>
    </message>
    <message>
      <source>Recording stored</source>
      <translation>Recording stored</translation>
    </message>
    <message>
      <source>Recover</source>
      <translation>Recover</translation>
    </message>
    <message>
      <source>Recover your profile</source>
      <translation>Recover your profile</translation>
    </message>
    <message>
      <source>Recovery code</source>
      <translation>Recovery code</translation>
    </message>
    <message>
      <source>Recovery code of Surveyor</source>
      <translation>Recovery code of Surveyor</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Redo</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Shift+Z)</source>
      <translation>Redo (Ctrl+Shift+Z)</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Refresh</translation>
    </message>
    <message>
      <source>Refresh the preview</source>
      <translation>Refresh the preview</translation>
    </message>
    <message>
      <source>Refuse</source>
      <translation>Refuse</translation>
    </message>
    <message>
      <source>Refused…</source>
      <translation>Refused…</translation>
    </message>
    <message>
      <source>Refuses to sign…</source>
      <translation>Refuses to sign…</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Region</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>Remark</translation>
    </message>
    <message>
      <source>Remarks</source>
      <translation>Remarks</translation>
    </message>
    <message>
      <source>Remarks of the office</source>
      <translation>Remarks of the office</translation>
    </message>
    <message>
      <source>Remarks that are not settled</source>
      <translation>Remarks that are not settled</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>Remove case {case} from this laptop? The centre has signed for every byte of it and gives it back on demand; the receipt stays here. Without the centre it cannot be read any more.</source>
      <translation>Remove case {case} from this laptop? The centre has signed for every byte of it and gives it back on demand; the receipt stays here. Without the centre it cannot be read any more.</translation>
    </message>
    <message>
      <source>Remove from this laptop</source>
      <translation>Remove from this laptop</translation>
    </message>
    <message>
      <source>Remove from this laptop…</source>
      <translation>Remove from this laptop…</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Remove {name}</translation>
    </message>
    <message>
      <source>Removed from this laptop; the receipt is kept.</source>
      <translation>Removed from this laptop; the receipt is kept.</translation>
    </message>
    <message>
      <source>Removed from those present</source>
      <translation>Removed from those present</translation>
    </message>
    <message>
      <source>Reopen the claim</source>
      <translation>Reopen the claim</translation>
    </message>
    <message>
      <source>Repair</source>
      <translation>Repair</translation>
    </message>
    <message>
      <source>Repair it with its passphrase, in the window or with surveyor profile repair; or bring it back from a second copy.</source>
      <translation>Repair it with its passphrase, in the window or with surveyor profile repair; or bring it back from a second copy.</translation>
    </message>
    <message>
      <source>Repair your profile</source>
      <translation>Repair your profile</translation>
    </message>
    <message>
      <source>Repairing…</source>
      <translation>Repairing…</translation>
    </message>
    <message>
      <source>Repeat the last caption</source>
      <translation>Repeat the last caption</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Report</translation>
    </message>
    <message>
      <source>Report a loss</source>
      <translation>Report a loss</translation>
    </message>
    <message>
      <source>Report issued</source>
      <translation>Report issued</translation>
    </message>
    <message>
      <source>Report number</source>
      <translation>Report number</translation>
    </message>
    <message>
      <source>Report number (may be left empty)</source>
      <translation>Report number (may be left empty)</translation>
    </message>
    <message>
      <source>Report number, insured, plate or case</source>
      <translation>Report number, insured, plate or case</translation>
    </message>
    <message>
      <source>Report saved.</source>
      <translation>Report saved.</translation>
    </message>
    <message>
      <source>Report {number}</source>
      <translation>Report {number}</translation>
    </message>
    <message numerus="yes">
      <source>Reported %n hour(s) after the accident</source>
      <translation>
        <numerusform>Reported %n hour after the accident</numerusform>
        <numerusform>Reported %n hours after the accident</numerusform>
      </translation>
    </message>
    <message>
      <source>Required</source>
      <translation>Required</translation>
    </message>
    <message>
      <source>Rescue</source>
      <translation>Rescue</translation>
    </message>
    <message>
      <source>Response times</source>
      <translation>Response times</translation>
    </message>
    <message>
      <source>Response times (hours:minutes) of the claims opened in the last {days} days</source>
      <translation>Response times (hours:minutes) of the claims opened in the last {days} days</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>Restore it from its second copy, or read what is left into a new case: in the window from the list's menu, or with surveyor case salvage.</source>
      <translation>Restore it from its second copy, or read what is left into a new case: in the window from the list's menu, or with surveyor case salvage.</translation>
    </message>
    <message>
      <source>Restore the case from its second copy, or take the file in again from the card.</source>
      <translation>Restore the case from its second copy, or take the file in again from the card.</translation>
    </message>
    <message>
      <source>Return the survey</source>
      <translation>Return the survey</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Review</translation>
    </message>
    <message>
      <source>Review rules</source>
      <translation>Review rules</translation>
    </message>
    <message>
      <source>Reviewed</source>
      <translation>Reviewed</translation>
    </message>
    <message>
      <source>Revoke it</source>
      <translation>Revoke it</translation>
    </message>
    <message>
      <source>Risk prompts</source>
      <translation>Risk prompts</translation>
    </message>
    <message>
      <source>Risk prompts (internal)</source>
      <translation>Risk prompts (internal)</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Role</translation>
    </message>
    <message>
      <source>Roster</source>
      <translation>Roster</translation>
    </message>
    <message>
      <source>Rule pack</source>
      <translation>Rule pack</translation>
    </message>
    <message>
      <source>Rule pack for {cover}</source>
      <translation>Rule pack for {cover}</translation>
    </message>
    <message>
      <source>Rule packs</source>
      <translation>Rule packs</translation>
    </message>
    <message>
      <source>SHA-256 of the text</source>
      <translation>SHA-256 of the text</translation>
    </message>
    <message>
      <source>Safe to format?</source>
      <translation>Safe to format?</translation>
    </message>
    <message>
      <source>Salvage</source>
      <translation>Salvage</translation>
    </message>
    <message>
      <source>Salvage a damaged case</source>
      <translation>Salvage a damaged case</translation>
    </message>
    <message>
      <source>Salvage a damaged case…</source>
      <translation>Salvage a damaged case…</translation>
    </message>
    <message>
      <source>Salvage kept</source>
      <translation>Salvage kept</translation>
    </message>
    <message>
      <source>Salvaging</source>
      <translation>Salvaging</translation>
    </message>
    <message>
      <source>Saturday</source>
      <translation>Saturday</translation>
    </message>
    <message>
      <source>Save PDF…</source>
      <translation>Save PDF…</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>Save a copy</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Save a copy…</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>Save as PDF…</translation>
    </message>
    <message>
      <source>Save it</source>
      <translation>Save it</translation>
    </message>
    <message>
      <source>Save its sheet…</source>
      <translation>Save its sheet…</translation>
    </message>
    <message>
      <source>Save receipt</source>
      <translation>Save receipt</translation>
    </message>
    <message>
      <source>Save the accessible copy</source>
      <translation>Save the accessible copy</translation>
    </message>
    <message>
      <source>Save the accessible copy…</source>
      <translation>Save the accessible copy…</translation>
    </message>
    <message>
      <source>Save the bag</source>
      <translation>Save the bag</translation>
    </message>
    <message>
      <source>Save the changes</source>
      <translation>Save the changes</translation>
    </message>
    <message>
      <source>Save the office copy</source>
      <translation>Save the office copy</translation>
    </message>
    <message>
      <source>Save the office copy…</source>
      <translation>Save the office copy…</translation>
    </message>
    <message>
      <source>Save the original</source>
      <translation>Save the original</translation>
    </message>
    <message>
      <source>Save the recovery code</source>
      <translation>Save the recovery code</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Save the report</translation>
    </message>
    <message>
      <source>Save the sheet</source>
      <translation>Save the sheet</translation>
    </message>
    <message>
      <source>Save the sheet…</source>
      <translation>Save the sheet…</translation>
    </message>
    <message>
      <source>Saved. Keep this file away from this laptop: whoever has both opens your cases.</source>
      <translation>Saved. Keep this file away from this laptop: whoever has both opens your cases.</translation>
    </message>
    <message>
      <source>Saved: {name}</source>
      <translation>Saved: {name}</translation>
    </message>
    <message>
      <source>Saved: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>Save…</translation>
    </message>
    <message>
      <source>Scanner's folder {name}</source>
      <translation>Scanner's folder {name}</translation>
    </message>
    <message>
      <source>Scans</source>
      <translation>Scans</translation>
    </message>
    <message>
      <source>Scans from files; they can also be dropped on the row</source>
      <translation>Scans from files; they can also be dropped on the row</translation>
    </message>
    <message>
      <source>Scans of the paper</source>
      <translation>Scans of the paper</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>Scene</translation>
    </message>
    <message>
      <source>Scene already cleared</source>
      <translation>Scene already cleared</translation>
    </message>
    <message>
      <source>Seal the statement</source>
      <translation>Seal the statement</translation>
    </message>
    <message>
      <source>Sealed by it</source>
      <translation>Sealed by it</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Search by number, name, plate or place</source>
      <translation>Search by number, name, plate or place</translation>
    </message>
    <message>
      <source>Second copy</source>
      <translation>Second copy</translation>
    </message>
    <message>
      <source>See to what is in the way first; the page of the review names it.</source>
      <translation>See to what is in the way first; the page of the review names it.</translation>
    </message>
    <message>
      <source>Select two records of the same person, then merge them</source>
      <translation>Select two records of the same person, then merge them</translation>
    </message>
    <message>
      <source>Select, move, resize (V)</source>
      <translation>Select, move, resize (V)</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Send again</translation>
    </message>
    <message>
      <source>Send all now</source>
      <translation>Send all now</translation>
    </message>
    <message>
      <source>Send another page</source>
      <translation>Send another page</translation>
    </message>
    <message>
      <source>Send it</source>
      <translation>Send it</translation>
    </message>
    <message>
      <source>Send the answer</source>
      <translation>Send the answer</translation>
    </message>
    <message>
      <source>Send the complaint</source>
      <translation>Send the complaint</translation>
    </message>
    <message>
      <source>Send the report</source>
      <translation>Send the report</translation>
    </message>
    <message>
      <source>Sent back</source>
      <translation>Sent back</translation>
    </message>
    <message>
      <source>Sent by message or post</source>
      <translation>Sent by message or post</translation>
    </message>
    <message>
      <source>Sent, not known to have arrived · {channel}</source>
      <translation>Sent, not known to have arrived · {channel}</translation>
    </message>
    <message>
      <source>Sent…</source>
      <translation>Sent…</translation>
    </message>
    <message>
      <source>Serial number</source>
      <translation>Serial number</translation>
    </message>
    <message>
      <source>Service times</source>
      <translation>Service times</translation>
    </message>
    <message>
      <source>Set the due time of all open tasks</source>
      <translation>Set the due time of all open tasks</translation>
    </message>
    <message>
      <source>Set the roles</source>
      <translation>Set the roles</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Settings (Ctrl+,)</source>
      <translation>Settings (Ctrl+,)</translation>
    </message>
    <message>
      <source>Settle them, or give the reasons why it is signed all the same: `surveyor check FILE --reasons LIST` lists them.</source>
      <translation>Settle them, or give the reasons why it is signed all the same: `surveyor check FILE --reasons LIST` lists them.</translation>
    </message>
    <message>
      <source>Settled</source>
      <translation>Settled</translation>
    </message>
    <message>
      <source>Several are parted by a semicolon.</source>
      <translation>Several are parted by a semicolon.</translation>
    </message>
    <message>
      <source>Several values</source>
      <translation>Several values</translation>
    </message>
    <message>
      <source>Several values stand side by side</source>
      <translation>Several values stand side by side</translation>
    </message>
    <message>
      <source>Several values stand side by side; choose the right one.</source>
      <translation>Several values stand side by side; choose the right one.</translation>
    </message>
    <message>
      <source>Several values: choose one</source>
      <translation>Several values: choose one</translation>
    </message>
    <message>
      <source>Several values: please choose</source>
      <translation>Several values: please choose</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Share</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>Shortcuts</translation>
    </message>
    <message>
      <source>Shortcuts of this page</source>
      <translation>Shortcuts of this page</translation>
    </message>
    <message>
      <source>Shot</source>
      <translation>Shot</translation>
    </message>
    <message>
      <source>Shot list</source>
      <translation>Shot list</translation>
    </message>
    <message>
      <source>Should ({count})</source>
      <translation>Should ({count})</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Show all</translation>
    </message>
    <message>
      <source>Show all {count}</source>
      <translation>Show all {count}</translation>
    </message>
    <message>
      <source>Show and sign…</source>
      <translation>Show and sign…</translation>
    </message>
    <message>
      <source>Show fewer</source>
      <translation>Show fewer</translation>
    </message>
    <message>
      <source>Show its folder</source>
      <translation>Show its folder</translation>
    </message>
    <message>
      <source>Show my claim</source>
      <translation>Show my claim</translation>
    </message>
    <message>
      <source>Show or hide the details</source>
      <translation>Show or hide the details</translation>
    </message>
    <message>
      <source>Show scans</source>
      <translation>Show scans</translation>
    </message>
    <message>
      <source>Show the clock for cameras…</source>
      <translation>Show the clock for cameras…</translation>
    </message>
    <message>
      <source>Show the layer of annotations (L)</source>
      <translation>Show the layer of annotations (L)</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>Show them</translation>
    </message>
    <message>
      <source>Show what it is about</source>
      <translation>Show what it is about</translation>
    </message>
    <message>
      <source>Shown from inside the file</source>
      <translation>Shown from inside the file</translation>
    </message>
    <message>
      <source>Sign and seal</source>
      <translation>Sign and seal</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>Sign in with the company account</source>
      <translation>Sign in with the company account</translation>
    </message>
    <message>
      <source>Sign now</source>
      <translation>Sign now</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Sign out</translation>
    </message>
    <message>
      <source>Sign the report</source>
      <translation>Sign the report</translation>
    </message>
    <message>
      <source>Sign the report…</source>
      <translation>Sign the report…</translation>
    </message>
    <message>
      <source>Signature: {name}</source>
      <translation>Signature: {name}</translation>
    </message>
    <message>
      <source>Signed</source>
      <translation>Signed</translation>
    </message>
    <message>
      <source>Signed and locked: nothing of it changes any more. What is to be added is a supplementary statement.</source>
      <translation>Signed and locked: nothing of it changes any more. What is to be added is a supplementary statement.</translation>
    </message>
    <message>
      <source>Signed and sealed</source>
      <translation>Signed and sealed</translation>
    </message>
    <message>
      <source>Signed on every page and sealed.</source>
      <translation>Signed on every page and sealed.</translation>
    </message>
    <message>
      <source>Signed on the pad</source>
      <translation>Signed on the pad</translation>
    </message>
    <message>
      <source>Signed report {number}</source>
      <translation>Signed report {number}</translation>
    </message>
    <message>
      <source>Signing</source>
      <translation>Signing</translation>
    </message>
    <message>
      <source>Signing cannot be undone. The task is sealed; what comes later becomes an addendum and a new revision.</source>
      <translation>Signing cannot be undone. The task is sealed; what comes later becomes an addendum and a new revision.</translation>
    </message>
    <message>
      <source>Signing for it is refused</source>
      <translation>Signing for it is refused</translation>
    </message>
    <message>
      <source>Signing the report</source>
      <translation>Signing the report</translation>
    </message>
    <message>
      <source>Sign…</source>
      <translation>Sign…</translation>
    </message>
    <message>
      <source>Site and property</source>
      <translation>Site and property</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Size</translation>
    </message>
    <message>
      <source>Smaller (-, or the wheel)</source>
      <translation>Smaller (-, or the wheel)</translation>
    </message>
    <message>
      <source>Smaller (Ctrl+-)</source>
      <translation>Smaller (Ctrl+-)</translation>
    </message>
    <message>
      <source>Smart card</source>
      <translation>Smart card</translation>
    </message>
    <message>
      <source>So many files came for this claim that we want to look at them first. Please call us.</source>
      <translation>So many files came for this claim that we want to look at them first. Please call us.</translation>
    </message>
    <message>
      <source>Software</source>
      <translation>Software</translation>
    </message>
    <message>
      <source>Something of the journal does not hold.</source>
      <translation>Something of the journal does not hold.</translation>
    </message>
    <message>
      <source>Something to add?</source>
      <translation>Something to add?</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Sound</translation>
    </message>
    <message>
      <source>Sound off</source>
      <translation>Sound off</translation>
    </message>
    <message>
      <source>Sound on</source>
      <translation>Sound on</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Space: play, pause · arrows: 5 s · comma, point: one picture · Esc: close</source>
      <translation>Space: play, pause · arrows: 5 s · comma, point: one picture · Esc: close</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Speed</translation>
    </message>
    <message>
      <source>Spoken</source>
      <translation>Spoken</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>Stage</translation>
    </message>
    <message>
      <source>Stamp on each copy</source>
      <translation>Stamp on each copy</translation>
    </message>
    <message>
      <source>Standard</source>
      <translation>Standard</translation>
    </message>
    <message>
      <source>Stands now</source>
      <translation>Stands now</translation>
    </message>
    <message>
      <source>Start it with the key it was started with before (SURVEYOR_CENTRE_KEY, --key-file or --token).</source>
      <translation>Start it with the key it was started with before (SURVEYOR_CENTRE_KEY, --key-file or --token).</translation>
    </message>
    <message>
      <source>Starts from, latitude</source>
      <translation>Starts from, latitude</translation>
    </message>
    <message>
      <source>State</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Statements</source>
      <translation>Statements</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>Stay</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Stop watching the folder</source>
      <translation>Stop watching the folder</translation>
    </message>
    <message>
      <source>Stop watching the scanner's folder</source>
      <translation>Stop watching the scanner's folder</translation>
    </message>
    <message>
      <source>Stopped. The copies in {folder} are not all, and there is no list with them.</source>
      <translation>Stopped. The copies in {folder} are not all, and there is no list with them.</translation>
    </message>
    <message>
      <source>Stored</source>
      <translation>Stored</translation>
    </message>
    <message>
      <source>Stored pixels</source>
      <translation>Stored pixels</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Subject</translation>
    </message>
    <message>
      <source>Suggested: {shot}</source>
      <translation>Suggested: {shot}</translation>
    </message>
    <message>
      <source>Sum {amount}</source>
      <translation>Sum {amount}</translation>
    </message>
    <message>
      <source>Sunday</source>
      <translation>Sunday</translation>
    </message>
    <message>
      <source>Sunlight</source>
      <translation>Sunlight</translation>
    </message>
    <message>
      <source>Supplementary statement</source>
      <translation>Supplementary statement</translation>
    </message>
    <message>
      <source>Survey</source>
      <translation>Survey</translation>
    </message>
    <message>
      <source>Survey record</source>
      <translation>Survey record</translation>
    </message>
    <message numerus="yes">
      <source>Survey report in {language}, with the hashes of %n original(s)</source>
      <translation>
        <numerusform>Survey report in {language}, with the hashes of %n original</numerusform>
        <numerusform>Survey report in {language}, with the hashes of %n originals</numerusform>
      </translation>
    </message>
    <message>
      <source>Surveyor</source>
      <translation>Surveyor</translation>
    </message>
    <message>
      <source>Switch the language</source>
      <translation>Switch the language</translation>
    </message>
    <message>
      <source>Switch the theme</source>
      <translation>Switch the theme</translation>
    </message>
    <message>
      <source>Tab before</source>
      <translation>Tab before</translation>
    </message>
    <message>
      <source>Take a photo or video…</source>
      <translation>Take a photo or video…</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Take back</translation>
    </message>
    <message>
      <source>Take back…</source>
      <translation>Take back…</translation>
    </message>
    <message numerus="yes">
      <source>Take in %n empty</source>
      <translation>
        <numerusform>Take in %n empty</numerusform>
        <numerusform>Take in %n empty</numerusform>
      </translation>
    </message>
    <message>
      <source>Take off the shot</source>
      <translation>Take off the shot</translation>
    </message>
    <message>
      <source>Take over</source>
      <translation>Take over</translation>
    </message>
    <message>
      <source>Take over all of this kind</source>
      <translation>Take over all of this kind</translation>
    </message>
    <message>
      <source>Take photo</source>
      <translation>Take photo</translation>
    </message>
    <message>
      <source>Take the remark back</source>
      <translation>Take the remark back</translation>
    </message>
    <message>
      <source>Take this place</source>
      <translation>Take this place</translation>
    </message>
    <message>
      <source>Take this shape off (Del)</source>
      <translation>Take this shape off (Del)</translation>
    </message>
    <message>
      <source>Take {name} out of the list; the file stays</source>
      <translation>Take {name} out of the list; the file stays</translation>
    </message>
    <message>
      <source>Taken</source>
      <translation>Taken</translation>
    </message>
    <message>
      <source>Taken or entered by mistake</source>
      <translation>Taken or entered by mistake</translation>
    </message>
    <message>
      <source>Taking in from the watched folder</source>
      <translation>Taking in from the watched folder</translation>
    </message>
    <message>
      <source>Taking in scans</source>
      <translation>Taking in scans</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Tasks are proposed by it; whoever gives one out decides. What stands empty is not said and bars nobody.</source>
      <translation>Tasks are proposed by it; whoever gives one out decides. What stands empty is not said and bars nobody.</translation>
    </message>
    <message>
      <source>Tell the people present that you are recording, and note their consent.</source>
      <translation>Tell the people present that you are recording, and note their consent.</translation>
    </message>
    <message>
      <source>Tell us what you know. What you do not know yet stays empty; we ask you later.</source>
      <translation>Tell us what you know. What you do not know yet stays empty; we ask you later.</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Text after the correction</source>
      <translation>Text after the correction</translation>
    </message>
    <message>
      <source>Text of the shape</source>
      <translation>Text of the shape</translation>
    </message>
    <message>
      <source>That is not group {number}.</source>
      <translation>That is not group {number}.</translation>
    </message>
    <message numerus="yes">
      <source>The %n selected</source>
      <translation>
        <numerusform>The %n selected</numerusform>
        <numerusform>The %n selected</numerusform>
      </translation>
    </message>
    <message>
      <source>The PIN does not open {token}.</source>
      <translation>The PIN does not open {token}.</translation>
    </message>
    <message>
      <source>The account {user} is ready.</source>
      <translation>The account {user} is ready.</translation>
    </message>
    <message>
      <source>The bag holds originals, journal, custody, reports and receipt, and is checked with standard tools. To whom it goes is written into the journal first.</source>
      <translation>The bag holds originals, journal, custody, reports and receipt, and is checked with standard tools. To whom it goes is written into the journal first.</translation>
    </message>
    <message>
      <source>The calculation is kept in the case.</source>
      <translation>The calculation is kept in the case.</translation>
    </message>
    <message>
      <source>The camera or the microphone gave nothing that can be recorded.</source>
      <translation>The camera or the microphone gave nothing that can be recorded.</translation>
    </message>
    <message>
      <source>The card or folder {path} was taken away while it was read.</source>
      <translation>The card or folder {path} was taken away while it was read.</translation>
    </message>
    <message>
      <source>The case file could not be read or written.</source>
      <translation>The case file could not be read or written.</translation>
    </message>
    <message>
      <source>The case file, or bagit.txt of the bag</source>
      <translation>The case file, or bagit.txt of the bag</translation>
    </message>
    <message>
      <source>The case files are not touched.</source>
      <translation>The case files are not touched.</translation>
    </message>
    <message>
      <source>The case has two ids</source>
      <translation>The case has two ids</translation>
    </message>
    <message>
      <source>The case was closed meanwhile.</source>
      <translation>The case was closed meanwhile.</translation>
    </message>
    <message>
      <source>The centre cannot be reached.</source>
      <translation>The centre cannot be reached.</translation>
    </message>
    <message>
      <source>The centre certifies this laptop and you as its surveyor. Only then can reports be signed and cases delivered.</source>
      <translation>The centre certifies this laptop and you as its surveyor. Only then can reports be signed and cases delivered.</translation>
    </message>
    <message>
      <source>The centre does not know this case.</source>
      <translation>The centre does not know this case.</translation>
    </message>
    <message>
      <source>The centre had lost what it had signed for. Everything was sent again, and it has signed anew.</source>
      <translation>The centre had lost what it had signed for. Everything was sent again, and it has signed anew.</translation>
    </message>
    <message>
      <source>The centre has not certified this laptop.</source>
      <translation>The centre has not certified this laptop.</translation>
    </message>
    <message>
      <source>The centre has not signed for all of this case, so it is not removed from this laptop.</source>
      <translation>The centre has not signed for all of this case, so it is not removed from this laptop.</translation>
    </message>
    <message>
      <source>The centre holds the entries and previews and has signed for them; originals are missing.</source>
      <translation>The centre holds the entries and previews and has signed for them; originals are missing.</translation>
    </message>
    <message>
      <source>The centre is reading the originals once more.</source>
      <translation>The centre is reading the originals once more.</translation>
    </message>
    <message>
      <source>The centre knows entries that this copy of the case lacks: an older copy was restored.</source>
      <translation>The centre knows entries that this copy of the case lacks: an older copy was restored.</translation>
    </message>
    <message>
      <source>The centre lost entries</source>
      <translation>The centre lost entries</translation>
    </message>
    <message>
      <source>The centre lost what it had signed for: an older copy of it was restored.</source>
      <translation>The centre lost what it had signed for: an older copy of it was restored.</translation>
    </message>
    <message>
      <source>The centre lost what these receipts stand for. They are kept as documents until it signs anew.</source>
      <translation>The centre lost what these receipts stand for. They are kept as documents until it signs anew.</translation>
    </message>
    <message>
      <source>The centre numbers the entries in another way than before: an older copy of it was restored.</source>
      <translation>The centre numbers the entries in another way than before: an older copy of it was restored.</translation>
    </message>
    <message>
      <source>The centre refused the user name or code.</source>
      <translation>The centre refused the user name or code.</translation>
    </message>
    <message>
      <source>The centre reported a fault of its own.</source>
      <translation>The centre reported a fault of its own.</translation>
    </message>
    <message>
      <source>The centre says again and again that it lacks what it has just taken.</source>
      <translation>The centre says again and again that it lacks what it has just taken.</translation>
    </message>
    <message>
      <source>The centre sent something that this version does not understand.</source>
      <translation>The centre sent something that this version does not understand.</translation>
    </message>
    <message>
      <source>The centre still misses entries or originals.</source>
      <translation>The centre still misses entries or originals.</translation>
    </message>
    <message>
      <source>The centre's private keys are encrypted and cannot be opened: {reason}.</source>
      <translation>The centre's private keys are encrypted and cannot be opened: {reason}.</translation>
    </message>
    <message>
      <source>The certificate cannot be read, or its passphrase is wrong.</source>
      <translation>The certificate cannot be read, or its passphrase is wrong.</translation>
    </message>
    <message>
      <source>The chain is broken at line {number}: somebody changed what stands here.</source>
      <translation>The chain is broken at line {number}: somebody changed what stands here.</translation>
    </message>
    <message>
      <source>The chain of {count} lines is whole; its last hash is {head}.</source>
      <translation>The chain of {count} lines is whole; its last hash is {head}.</translation>
    </message>
    <message>
      <source>The check character of this company code does not fit</source>
      <translation>The check character of this company code does not fit</translation>
    </message>
    <message>
      <source>The check digit of this identity number does not fit</source>
      <translation>The check digit of this identity number does not fit</translation>
    </message>
    <message>
      <source>The check digit of this number does not fit</source>
      <translation>The check digit of this number does not fit</translation>
    </message>
    <message>
      <source>The check digit of this vehicle identification number does not fit</source>
      <translation>The check digit of this vehicle identification number does not fit</translation>
    </message>
    <message>
      <source>The claim changed since you looked at this. Please look at it again.</source>
      <translation>The claim changed since you looked at this. Please look at it again.</translation>
    </message>
    <message>
      <source>The claim has no phone number of the insured or the reporter, which a link needs.</source>
      <translation>The claim has no phone number of the insured or the reporter, which a link needs.</translation>
    </message>
    <message>
      <source>The clock of {camera} is {off} fast. Corrected times are shown beside the recorded ones.</source>
      <translation>The clock of {camera} is {off} fast. Corrected times are shown beside the recorded ones.</translation>
    </message>
    <message>
      <source>The clock of {camera} is {off} slow. Corrected times are shown beside the recorded ones.</source>
      <translation>The clock of {camera} is {off} slow. Corrected times are shown beside the recorded ones.</translation>
    </message>
    <message>
      <source>The code before stays valid until you have typed two groups of this one. Then update your second copies: those made before still open with the old code.</source>
      <translation>The code before stays valid until you have typed two groups of this one. Then update your second copies: those made before still open with the old code.</translation>
    </message>
    <message>
      <source>The company's sign-in names no open account of this office. Ask an administrator.</source>
      <translation>The company's sign-in names no open account of this office. Ask an administrator.</translation>
    </message>
    <message>
      <source>The consent was taken back: recording has stopped.</source>
      <translation>The consent was taken back: recording has stopped.</translation>
    </message>
    <message>
      <source>The device is gone. What was recorded up to then is kept.</source>
      <translation>The device is gone. What was recorded up to then is kept.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>The disk is full.</translation>
    </message>
    <message>
      <source>The disk refused to read or write {path}.</source>
      <translation>The disk refused to read or write {path}.</translation>
    </message>
    <message>
      <source>The file could not be written. Choose another place.</source>
      <translation>The file could not be written. Choose another place.</translation>
    </message>
    <message>
      <source>The file is as it was.</source>
      <translation>The file is as it was.</translation>
    </message>
    <message>
      <source>The file says no position</source>
      <translation>The file says no position</translation>
    </message>
    <message>
      <source>The file says no time</source>
      <translation>The file says no time</translation>
    </message>
    <message>
      <source>The file was not changed.</source>
      <translation>The file was not changed.</translation>
    </message>
    <message>
      <source>The file {path} with your stamps cannot be used.</source>
      <translation>The file {path} with your stamps cannot be used.</translation>
    </message>
    <message>
      <source>The first six digits of this identity number are no area</source>
      <translation>The first six digits of this identity number are no area</translation>
    </message>
    <message>
      <source>The identity number is a man's</source>
      <translation>The identity number is a man's</translation>
    </message>
    <message>
      <source>The identity number is a woman's</source>
      <translation>The identity number is a woman's</translation>
    </message>
    <message>
      <source>The identity number says {birth}</source>
      <translation>The identity number says {birth}</translation>
    </message>
    <message>
      <source>The insurer has it already</source>
      <translation>The insurer has it already</translation>
    </message>
    <message>
      <source>The keys beside a copy of a case (….keys.toml)</source>
      <translation>The keys beside a copy of a case (….keys.toml)</translation>
    </message>
    <message>
      <source>The laptop's clock has not been compared with the claims centre.</source>
      <translation>The laptop's clock has not been compared with the claims centre.</translation>
    </message>
    <message>
      <source>The laptop's clock is set by GPS.</source>
      <translation>The laptop's clock is set by GPS.</translation>
    </message>
    <message>
      <source>The laptop's clock was compared with the claims centre: {seconds} s apart.</source>
      <translation>The laptop's clock was compared with the claims centre: {seconds} s apart.</translation>
    </message>
    <message>
      <source>The last 4 digits of your phone number, as you gave it when you reported the loss</source>
      <translation>The last 4 digits of your phone number, as you gave it when you reported the loss</translation>
    </message>
    <message>
      <source>The level below moves when the microphone hears something.</source>
      <translation>The level below moves when the microphone hears something.</translation>
    </message>
    <message>
      <source>The line in full</source>
      <translation>The line in full</translation>
    </message>
    <message>
      <source>The link is ready. It is shown only now:</source>
      <translation>The link is ready. It is shown only now:</translation>
    </message>
    <message>
      <source>The link opens with the last 4 digits of the phone in the report. It shows where the claim stands, what papers are missing and the letters to the customer, and nothing of anybody else.</source>
      <translation>The link opens with the last 4 digits of the phone in the report. It shows where the claim stands, what papers are missing and the letters to the customer, and nothing of anybody else.</translation>
    </message>
    <message>
      <source>The list of certificates taken back is not the authority's, out of date, or lacks somebody an earlier one named.</source>
      <translation>The list of certificates taken back is not the authority's, out of date, or lacks somebody an earlier one named.</translation>
    </message>
    <message>
      <source>The message could not be sent: {reason}.</source>
      <translation>The message could not be sent: {reason}.</translation>
    </message>
    <message>
      <source>The message has left.</source>
      <translation>The message has left.</translation>
    </message>
    <message>
      <source>The module of the smart card cannot be loaded ({path}).</source>
      <translation>The module of the smart card cannot be loaded ({path}).</translation>
    </message>
    <message>
      <source>The names are kept.</source>
      <translation>The names are kept.</translation>
    </message>
    <message>
      <source>The network does not let a phone in. Nothing else is affected.</source>
      <translation>The network does not let a phone in. Nothing else is affected.</translation>
    </message>
    <message>
      <source>The new recovery code holds.</source>
      <translation>The new recovery code holds.</translation>
    </message>
    <message>
      <source>The newest measurement of each camera counts. Recorded times stay as they are; corrected ones stand beside them.</source>
      <translation>The newest measurement of each camera counts. Recorded times stay as they are; corrected ones stand beside them.</translation>
    </message>
    <message>
      <source>The next claim →</source>
      <translation>The next claim →</translation>
    </message>
    <message>
      <source>The notice counts as told in person; the proof of delivery says that nobody signed, and why.</source>
      <translation>The notice counts as told in person; the proof of delivery says that nobody signed, and why.</translation>
    </message>
    <message>
      <source>The notice is issued. Send it now: choose it under “What”.</source>
      <translation>The notice is issued. Send it now: choose it under “What”.</translation>
    </message>
    <message>
      <source>The notice was not read yet</source>
      <translation>The notice was not read yet</translation>
    </message>
    <message>
      <source>The office accepted the survey.</source>
      <translation>The office accepted the survey.</translation>
    </message>
    <message>
      <source>The office cancelled this claim on {when}: {reason} What you found until then is kept and is still delivered.</source>
      <translation>The office cancelled this claim on {when}: {reason} What you found until then is kept and is still delivered.</translation>
    </message>
    <message>
      <source>The office has not remarked on anything</source>
      <translation>The office has not remarked on anything</translation>
    </message>
    <message>
      <source>The office has: {value}</source>
      <translation>The office has: {value}</translation>
    </message>
    <message>
      <source>The office knows this case also as {id}; both ids are accepted.</source>
      <translation>The office knows this case also as {id}; both ids are accepted.</translation>
    </message>
    <message>
      <source>The office locked this laptop out on {at} (UTC).</source>
      <translation>The office locked this laptop out on {at} (UTC).</translation>
    </message>
    <message>
      <source>The office owns these fields and decides. Until then both values stay visible.</source>
      <translation>The office owns these fields and decides. Until then both values stay visible.</translation>
    </message>
    <message>
      <source>The office owns this data; you may correct the phone numbers, and propose other values for the rest.</source>
      <translation>The office owns this data; you may correct the phone numbers, and propose other values for the rest.</translation>
    </message>
    <message>
      <source>The office returned the survey: {reason} Sign the report again when it is done.</source>
      <translation>The office returned the survey: {reason} Sign the report again when it is done.</translation>
    </message>
    <message>
      <source>The original came from the centre and matches its hash.</source>
      <translation>The original came from the centre and matches its hash.</translation>
    </message>
    <message>
      <source>The original has not arrived yet.</source>
      <translation>The original has not arrived yet.</translation>
    </message>
    <message>
      <source>The other laptop is gone? The second copies on a stick or disk and the recovery code open its cases here. Enrol this laptop at the office afterwards, and have the lost one locked out.</source>
      <translation>The other laptop is gone? The second copies on a stick or disk and the recovery code open its cases here. Enrol this laptop at the office afterwards, and have the lost one locked out.</translation>
    </message>
    <message>
      <source>The passphrase is changed.</source>
      <translation>The passphrase is changed.</translation>
    </message>
    <message>
      <source>The passphrase so far</source>
      <translation>The passphrase so far</translation>
    </message>
    <message>
      <source>The person alone</source>
      <translation>The person alone</translation>
    </message>
    <message>
      <source>The person asked for it</source>
      <translation>The person asked for it</translation>
    </message>
    <message>
      <source>The person refused</source>
      <translation>The person refused</translation>
    </message>
    <message>
      <source>The person refuses to sign</source>
      <translation>The person refuses to sign</translation>
    </message>
    <message>
      <source>The printer did not take it. The statement is safe; choose another printer.</source>
      <translation>The printer did not take it. The statement is safe; choose another printer.</translation>
    </message>
    <message>
      <source>The profile at {path} cannot be read.</source>
      <translation>The profile at {path} cannot be read.</translation>
    </message>
    <message>
      <source>The profile is damaged, your case files are not. It is mended, or made anew and its cases found again; then enrol this laptop at the office once more.</source>
      <translation>The profile is damaged, your case files are not. It is mended, or made anew and its cases found again; then enrol this laptop at the office once more.</translation>
    </message>
    <message>
      <source>The profile keeps the code, encrypted, until you have it.</source>
      <translation>The profile keeps the code, encrypted, until you have it.</translation>
    </message>
    <message>
      <source>The program has a fault. Everything saved before is safe. Please go on, and tell the office what you did.</source>
      <translation>The program has a fault. Everything saved before is safe. Please go on, and tell the office what you did.</translation>
    </message>
    <message>
      <source>The reason stands on the sheet; the records stay as they are.</source>
      <translation>The reason stands on the sheet; the records stay as they are.</translation>
    </message>
    <message>
      <source>The receipt's signature or content does not hold, so it does not count.</source>
      <translation>The receipt's signature or content does not hold, so it does not count.</translation>
    </message>
    <message>
      <source>The recovery code from the first start opens the profile; then choose a new passphrase.</source>
      <translation>The recovery code from the first start opens the profile; then choose a new passphrase.</translation>
    </message>
    <message>
      <source>The recovery code of the profile at {path} could not be printed: {reason}.</source>
      <translation>The recovery code of the profile at {path} could not be printed: {reason}.</translation>
    </message>
    <message>
      <source>The recovery code of the profile at {path} was shown and confirmed, so it is kept nowhere any more.</source>
      <translation>The recovery code of the profile at {path} was shown and confirmed, so it is kept nowhere any more.</translation>
    </message>
    <message>
      <source>The refusal is noted and sealed.</source>
      <translation>The refusal is noted and sealed.</translation>
    </message>
    <message>
      <source>The report could not be laid out.</source>
      <translation>The report could not be laid out.</translation>
    </message>
    <message>
      <source>The report could not be made.</source>
      <translation>The report could not be made.</translation>
    </message>
    <message>
      <source>The report is signed all the same; a time stamp can be added later.</source>
      <translation>The report is signed all the same; a time stamp can be added later.</translation>
    </message>
    <message>
      <source>The report is signed and stored. The task is sealed.</source>
      <translation>The report is signed and stored. The task is sealed.</translation>
    </message>
    <message>
      <source>The report is signed: this answer stands as it is.</source>
      <translation>The report is signed: this answer stands as it is.</translation>
    </message>
    <message>
      <source>The report of this task is signed, so this record is sealed.</source>
      <translation>The report of this task is signed, so this record is sealed.</translation>
    </message>
    <message>
      <source>The report was signed without this answer.</source>
      <translation>The report was signed without this answer.</translation>
    </message>
    <message>
      <source>The report was signed {at}; what was open then is kept as it was</source>
      <translation>The report was signed {at}; what was open then is kept as it was</translation>
    </message>
    <message>
      <source>The right time; empty if it was noted by mistake</source>
      <translation>The right time; empty if it was noted by mistake</translation>
    </message>
    <message>
      <source>The rule pack in full</source>
      <translation>The rule pack in full</translation>
    </message>
    <message>
      <source>The rule pack {path} has an error in line {line}: {reason} {what}</source>
      <translation>The rule pack {path} has an error in line {line}: {reason} {what}</translation>
    </message>
    <message>
      <source>The same as kept.</source>
      <translation>The same as kept.</translation>
    </message>
    <message>
      <source>The same bytes also at</source>
      <translation>The same bytes also at</translation>
    </message>
    <message>
      <source>The same passphrase again</source>
      <translation>The same passphrase again</translation>
    </message>
    <message>
      <source>The same report number</source>
      <translation>The same report number</translation>
    </message>
    <message>
      <source>The scanner's folder</source>
      <translation>The scanner's folder</translation>
    </message>
    <message>
      <source>The scanner's folder…</source>
      <translation>The scanner's folder…</translation>
    </message>
    <message>
      <source>The second character of a plate is a letter</source>
      <translation>The second character of a plate is a letter</translation>
    </message>
    <message>
      <source>The seven stages</source>
      <translation>The seven stages</translation>
    </message>
    <message>
      <source>The sign-in at the centre has run out.</source>
      <translation>The sign-in at the centre has run out.</translation>
    </message>
    <message>
      <source>The signature does not hold</source>
      <translation>The signature does not hold</translation>
    </message>
    <message>
      <source>The signature holds</source>
      <translation>The signature holds</translation>
    </message>
    <message>
      <source>The signed report and all evidence are unchanged.</source>
      <translation>The signed report and all evidence are unchanged.</translation>
    </message>
    <message>
      <source>The signing certificate is not valid now ({subject}, until {not_after}).</source>
      <translation>The signing certificate is not valid now ({subject}, until {not_after}).</translation>
    </message>
    <message>
      <source>The stamp cannot be used: {name}.</source>
      <translation>The stamp cannot be used: {name}.</translation>
    </message>
    <message>
      <source>The stamp that comes with the program</source>
      <translation>The stamp that comes with the program</translation>
    </message>
    <message>
      <source>The statement cannot be signed yet: something is missing.</source>
      <translation>The statement cannot be signed yet: something is missing.</translation>
    </message>
    <message>
      <source>The statement is signed, so it never changes again.</source>
      <translation>The statement is signed, so it never changes again.</translation>
    </message>
    <message>
      <source>The statement was edited while its pages were laid out.</source>
      <translation>The statement was edited while its pages were laid out.</translation>
    </message>
    <message>
      <source>The stored original matches its hash.</source>
      <translation>The stored original matches its hash.</translation>
    </message>
    <message>
      <source>The system does not allow it; see its privacy settings.</source>
      <translation>The system does not allow it; see its privacy settings.</translation>
    </message>
    <message>
      <source>The system does not allow this program to use the device. Allow it in the system's privacy settings, then open this window again.</source>
      <translation>The system does not allow this program to use the device. Allow it in the system's privacy settings, then open this window again.</translation>
    </message>
    <message>
      <source>The time is called UTC, but may be local time</source>
      <translation>The time is called UTC, but may be local time</translation>
    </message>
    <message>
      <source>The time is stamped only on photos taken with this program: other clocks are not ours to vouch for. A line whose fields are all empty is left out.</source>
      <translation>The time is stamped only on photos taken with this program: other clocks are not ours to vouch for. A line whose fields are all empty is left out.</translation>
    </message>
    <message>
      <source>The time-stamp authority confirmed no time ({server}: {reason}).</source>
      <translation>The time-stamp authority confirmed no time ({server}: {reason}).</translation>
    </message>
    <message>
      <source>The two differ in nothing; what only one of them says is kept.</source>
      <translation>The two differ in nothing; what only one of them says is kept.</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>The two passphrases differ.</translation>
    </message>
    <message>
      <source>The values can no longer be read</source>
      <translation>The values can no longer be read</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>There for</source>
      <translation>There for</translation>
    </message>
    <message>
      <source>There is a claim with the report number {report_no} already (case {case}).</source>
      <translation>There is a claim with the report number {report_no} already (case {case}).</translation>
    </message>
    <message>
      <source>There is already something at {path}.</source>
      <translation>There is already something at {path}.</translation>
    </message>
    <message>
      <source>There is more than this page shows; the journal has all of it.</source>
      <translation>There is more than this page shows; the journal has all of it.</translation>
    </message>
    <message>
      <source>There is no DCIM folder in {name}, so it is no camera card.</source>
      <translation>There is no DCIM folder in {name}, so it is no camera card.</translation>
    </message>
    <message>
      <source>There is no answer yet.</source>
      <translation>There is no answer yet.</translation>
    </message>
    <message>
      <source>There is no file on {name}, or it cannot be read.</source>
      <translation>There is no file on {name}, or it cannot be read.</translation>
    </message>
    <message>
      <source>There is no map sheet yet. Your office or a map service gives one.</source>
      <translation>There is no map sheet yet. Your office or a map service gives one.</translation>
    </message>
    <message>
      <source>There is no photo to copy.</source>
      <translation>There is no photo to copy.</translation>
    </message>
    <message>
      <source>There is no photo {number}</source>
      <translation>There is no photo {number}</translation>
    </message>
    <message>
      <source>There is no picture and no file on the clipboard.</source>
      <translation>There is no picture and no file on the clipboard.</translation>
    </message>
    <message>
      <source>There is no picture of it.</source>
      <translation>There is no picture of it.</translation>
    </message>
    <message>
      <source>There is no picture of this photo.</source>
      <translation>There is no picture of this photo.</translation>
    </message>
    <message>
      <source>There is no preview of this file.</source>
      <translation>There is no preview of this file.</translation>
    </message>
    <message>
      <source>There is no preview of this page.</source>
      <translation>There is no preview of this page.</translation>
    </message>
    <message>
      <source>There is no profile at {path} yet.</source>
      <translation>There is no profile at {path} yet.</translation>
    </message>
    <message>
      <source>There is no surveyor with an account yet.</source>
      <translation>There is no surveyor with an account yet.</translation>
    </message>
    <message>
      <source>There is nothing of yours to deliver yet.</source>
      <translation>There is nothing of yours to deliver yet.</translation>
    </message>
    <message>
      <source>There was no file to import.</source>
      <translation>There was no file to import.</translation>
    </message>
    <message>
      <source>These are not the digits that we have. Please try again, or call us.</source>
      <translation>These are not the digits that we have. Please try again, or call us.</translation>
    </message>
    <message>
      <source>These sheets cannot be shown: {names}</source>
      <translation>These sheets cannot be shown: {names}</translation>
    </message>
    <message>
      <source>These we will ask you about:</source>
      <translation>These we will ask you about:</translation>
    </message>
    <message>
      <source>These words must not stand in what a party signs</source>
      <translation>These words must not stand in what a party signs</translation>
    </message>
    <message>
      <source>This cannot be below zero</source>
      <translation>This cannot be below zero</translation>
    </message>
    <message>
      <source>This cannot be done as asked ({field}: {reason}).</source>
      <translation>This cannot be done as asked ({field}: {reason}).</translation>
    </message>
    <message>
      <source>This cannot be more than 100 %</source>
      <translation>This cannot be more than 100 %</translation>
    </message>
    <message>
      <source>This card has 18 digits and begins with 9, an older one 3 letters and 12 digits</source>
      <translation>This card has 18 digits and begins with 9, an older one 3 letters and 12 digits</translation>
    </message>
    <message>
      <source>This case is not assigned to you.</source>
      <translation>This case is not assigned to you.</translation>
    </message>
    <message>
      <source>This case needs no papers so far</source>
      <translation>This case needs no papers so far</translation>
    </message>
    <message>
      <source>This claim is cancelled since {at}, by {who}: {reason}</source>
      <translation>This claim is cancelled since {at}, by {who}: {reason}</translation>
    </message>
    <message>
      <source>This computer cannot play it ({codec}). The original is unchanged in the case and can be exported.</source>
      <translation>This computer cannot play it ({codec}). The original is unchanged in the case and can be exported.</translation>
    </message>
    <message>
      <source>This computer has no loudspeaker: it is played without sound.</source>
      <translation>This computer has no loudspeaker: it is played without sound.</translation>
    </message>
    <message>
      <source>This connection is not encrypted: others on the way can read what is sent. Ask for an https address.</source>
      <translation>This connection is not encrypted: others on the way can read what is sent. Ask for an https address.</translation>
    </message>
    <message>
      <source>This could not be done.</source>
      <translation>This could not be done.</translation>
    </message>
    <message>
      <source>This does not look like a plate of the kind its character says</source>
      <translation>This does not look like a plate of the kind its character says</translation>
    </message>
    <message>
      <source>This does not look like one phone number</source>
      <translation>This does not look like one phone number</translation>
    </message>
    <message>
      <source>This file is no picture that can be kept: PNG or JPEG, up to 32 MB.</source>
      <translation>This file is no picture that can be kept: PNG or JPEG, up to 32 MB.</translation>
    </message>
    <message>
      <source>This folder is not a complete export.</source>
      <translation>This folder is not a complete export.</translation>
    </message>
    <message>
      <source>This is no company code: it has no letters I, O, S, V, Z, and digits in places 3 to 8</source>
      <translation>This is no company code: it has no letters I, O, S, V, Z, and digits in places 3 to 8</translation>
    </message>
    <message>
      <source>This is not a PDF that can be checked.</source>
      <translation>This is not a PDF that can be checked.</translation>
    </message>
    <message>
      <source>This is not possible now: {bars}.</source>
      <translation>This is not possible now: {bars}.</translation>
    </message>
    <message>
      <source>This is not the centre that enrolled this laptop before. Nothing was sent to it. Ask the office by telephone: only if it reads out the new fingerprint, trust it.

Fingerprint so far:
{known}

New fingerprint:
{found}</source>
      <translation>This is not the centre that enrolled this laptop before. Nothing was sent to it. Ask the office by telephone: only if it reads out the new fingerprint, trust it.

Fingerprint so far:
{known}

New fingerprint:
{found}</translation>
    </message>
    <message>
      <source>This is not the passphrase.</source>
      <translation>This is not the passphrase.</translation>
    </message>
    <message>
      <source>This is too large: at most {count} files at once, each of at most {size} MB.</source>
      <translation>This is too large: at most {count} files at once, each of at most {size} MB.</translation>
    </message>
    <message>
      <source>This is what will leave</source>
      <translation>This is what will leave</translation>
    </message>
    <message>
      <source>This keeps your claim from whoever finds this link.</source>
      <translation>This keeps your claim from whoever finds this link.</translation>
    </message>
    <message>
      <source>This laptop</source>
      <translation>This laptop</translation>
    </message>
    <message>
      <source>This laptop and the centre could not agree.</source>
      <translation>This laptop and the centre could not agree.</translation>
    </message>
    <message>
      <source>This laptop is in no network. Open its hotspot, or join the phone's.</source>
      <translation>This laptop is in no network. Open its hotspot, or join the phone's.</translation>
    </message>
    <message>
      <source>This laptop is not enrolled at a centre yet.</source>
      <translation>This laptop is not enrolled at a centre yet.</translation>
    </message>
    <message>
      <source>This link leads nowhere any more.</source>
      <translation>This link leads nowhere any more.</translation>
    </message>
    <message>
      <source>This network is metered: the centre has signed for entries and previews. Originals go by themselves once it is another one.</source>
      <translation>This network is metered: the centre has signed for entries and previews. Originals go by themselves once it is another one.</translation>
    </message>
    <message>
      <source>This older case file could not be brought to this version.</source>
      <translation>This older case file could not be brought to this version.</translation>
    </message>
    <message>
      <source>This page</source>
      <translation>This page</translation>
    </message>
    <message>
      <source>This page needs JavaScript to send files as they are.</source>
      <translation>This page needs JavaScript to send files as they are.</translation>
    </message>
    <message>
      <source>This passphrase does not open the profile.</source>
      <translation>This passphrase does not open the profile.</translation>
    </message>
    <message>
      <source>This permit has 8 digits</source>
      <translation>This permit has 8 digits</translation>
    </message>
    <message>
      <source>This permit has H or M and 8 digits</source>
      <translation>This permit has H or M and 8 digits</translation>
    </message>
    <message>
      <source>This record belongs to the office or to another surveyor.</source>
      <translation>This record belongs to the office or to another surveyor.</translation>
    </message>
    <message>
      <source>This recording is still being made; it can be played once it is stored.</source>
      <translation>This recording is still being made; it can be played once it is stored.</translation>
    </message>
    <message>
      <source>This recovery code does not open the profile.</source>
      <translation>This recovery code does not open the profile.</translation>
    </message>
    <message>
      <source>This report number was opened before.</source>
      <translation>This report number was opened before.</translation>
    </message>
    <message>
      <source>This text was typed over but is not corrected yet. Ctrl+Enter corrects it, Esc takes it back.</source>
      <translation>This text was typed over but is not corrected yet. Ctrl+Enter corrects it, Esc takes it back.</translation>
    </message>
    <message>
      <source>This was not taken</source>
      <translation>This was not taken</translation>
    </message>
    <message>
      <source>Thursday</source>
      <translation>Thursday</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>Time (UTC)</translation>
    </message>
    <message>
      <source>Time limit</source>
      <translation>Time limit</translation>
    </message>
    <message>
      <source>Time limits</source>
      <translation>Time limits</translation>
    </message>
    <message>
      <source>Time limits and before departure</source>
      <translation>Time limits and before departure</translation>
    </message>
    <message>
      <source>Time limits of the law and the clauses</source>
      <translation>Time limits of the law and the clauses</translation>
    </message>
    <message>
      <source>Times and departure</source>
      <translation>Times and departure</translation>
    </message>
    <message>
      <source>To</source>
      <translation>To</translation>
    </message>
    <message>
      <source>To be answered by</source>
      <translation>To be answered by</translation>
    </message>
    <message>
      <source>To deliver</source>
      <translation>To deliver</translation>
    </message>
    <message>
      <source>To look at; no judgement of anybody.</source>
      <translation>To look at; no judgement of anybody.</translation>
    </message>
    <message>
      <source>To the beginning</source>
      <translation>To the beginning</translation>
    </message>
    <message>
      <source>To the desk</source>
      <translation>To the desk</translation>
    </message>
    <message>
      <source>To the report</source>
      <translation>To the report</translation>
    </message>
    <message>
      <source>To the shot list</source>
      <translation>To the shot list</translation>
    </message>
    <message>
      <source>To the surveyor, also as photos</source>
      <translation>To the surveyor, also as photos</translation>
    </message>
    <message>
      <source>To the vehicle</source>
      <translation>To the vehicle</translation>
    </message>
    <message>
      <source>To which organisation</source>
      <translation>To which organisation</translation>
    </message>
    <message>
      <source>Told in person, signing refused · {at}</source>
      <translation>Told in person, signing refused · {at}</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>Total</translation>
    </message>
    <message>
      <source>Total in CNY</source>
      <translation>Total in CNY</translation>
    </message>
    <message>
      <source>Totals</source>
      <translation>Totals</translation>
    </message>
    <message>
      <source>Touch where the vehicle is hit. Each damaged part is one line with what it costs.</source>
      <translation>Touch where the vehicle is hit. Each damaged part is one line with what it costs.</translation>
    </message>
    <message>
      <source>Towing, crane, guarding, drying: who was paid for what, from when to when, and what else was saved.</source>
      <translation>Towing, crane, guarding, drying: who was paid for what, from when to when, and what else was saved.</translation>
    </message>
    <message>
      <source>Tried too often. Please wait {seconds} seconds.</source>
      <translation>Tried too often. Please wait {seconds} seconds.</translation>
    </message>
    <message>
      <source>Trust this other centre</source>
      <translation>Trust this other centre</translation>
    </message>
    <message>
      <source>Trusted, as chosen: {name}</source>
      <translation>Trusted, as chosen: {name}</translation>
    </message>
    <message>
      <source>Trusted, by your profile: {name}</source>
      <translation>Trusted, by your profile: {name}</translation>
    </message>
    <message>
      <source>Try again later, or name another authority.</source>
      <translation>Try again later, or name another authority.</translation>
    </message>
    <message>
      <source>Try fewer photos a page; if it happens again, call the office.</source>
      <translation>Try fewer photos a page; if it happens again, call the office.</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>Try now</translation>
    </message>
    <message>
      <source>Trying again now…</source>
      <translation>Trying again now…</translation>
    </message>
    <message>
      <source>Tuesday</source>
      <translation>Tuesday</translation>
    </message>
    <message>
      <source>Turn back</source>
      <translation>Turn back</translation>
    </message>
    <message>
      <source>Turn round</source>
      <translation>Turn round</translation>
    </message>
    <message>
      <source>Turn the view left (Shift+R); the original is not turned</source>
      <translation>Turn the view left (Shift+R); the original is not turned</translation>
    </message>
    <message>
      <source>Turn the view right (R); the original is not turned</source>
      <translation>Turn the view right (R); the original is not turned</translation>
    </message>
    <message numerus="yes">
      <source>Two people are one now; %n record(s) name the one that stays</source>
      <translation>
        <numerusform>Two people are one now; %n record names the one that stays</numerusform>
        <numerusform>Two people are one now; %n records name the one that stays</numerusform>
      </translation>
    </message>
    <message>
      <source>Type it with care: most cards lock themselves after a few wrong ones.</source>
      <translation>Type it with care: most cards lock themselves after a few wrong ones.</translation>
    </message>
    <message>
      <source>Typed, but not corrected yet</source>
      <translation>Typed, but not corrected yet</translation>
    </message>
    <message>
      <source>Unconfirmed</source>
      <translation>Unconfirmed</translation>
    </message>
    <message>
      <source>Undamaged records and originals can still be read.</source>
      <translation>Undamaged records and originals can still be read.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Undo (Ctrl+Z)</source>
      <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Unlock</translation>
    </message>
    <message>
      <source>Unlock your cases</source>
      <translation>Unlock your cases</translation>
    </message>
    <message>
      <source>Unlocking…</source>
      <translation>Unlocking…</translation>
    </message>
    <message>
      <source>Unplug the device, plug it in again and start once more, or choose another one.</source>
      <translation>Unplug the device, plug it in again and start once more, or choose another one.</translation>
    </message>
    <message>
      <source>Unsigned, for screen readers (PDF/UA-1)</source>
      <translation>Unsigned, for screen readers (PDF/UA-1)</translation>
    </message>
    <message>
      <source>Until (UTC)</source>
      <translation>Until (UTC)</translation>
    </message>
    <message>
      <source>Update Surveyor on this laptop, then open it again.</source>
      <translation>Update Surveyor on this laptop, then open it again.</translation>
    </message>
    <message>
      <source>Update Surveyor, or call the office.</source>
      <translation>Update Surveyor, or call the office.</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Use</translation>
    </message>
    <message>
      <source>Use a certificate file…</source>
      <translation>Use a certificate file…</translation>
    </message>
    <message>
      <source>Use the fields that are offered, {lines} lines at most, each of {characters} characters at most.</source>
      <translation>Use the fields that are offered, {lines} lines at most, each of {characters} characters at most.</translation>
    </message>
    <message>
      <source>Use the smart card…</source>
      <translation>Use the smart card…</translation>
    </message>
    <message>
      <source>Use this figure</source>
      <translation>Use this figure</translation>
    </message>
    <message>
      <source>User</source>
      <translation>User</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>User name</translation>
    </message>
    <message>
      <source>User name (as the office knows you)</source>
      <translation>User name (as the office knows you)</translation>
    </message>
    <message>
      <source>User name or password is wrong.</source>
      <translation>User name or password is wrong.</translation>
    </message>
    <message>
      <source>Valid</source>
      <translation>Valid</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Value</translation>
    </message>
    <message>
      <source>Vehicle</source>
      <translation>Vehicle</translation>
    </message>
    <message>
      <source>Vehicle seen from above</source>
      <translation>Vehicle seen from above</translation>
    </message>
    <message>
      <source>Vehicles</source>
      <translation>Vehicles</translation>
    </message>
    <message>
      <source>Vehicles ({count})</source>
      <translation>Vehicles ({count})</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Very many reports are coming in. Please call us, or try again in {seconds} seconds; what you typed is still here.</source>
      <translation>Very many reports are coming in. Please call us, or try again in {seconds} seconds; what you typed is still here.</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>Video</translation>
    </message>
    <message>
      <source>View turned by {angle}°; the original is unchanged</source>
      <translation>View turned by {angle}°; the original is unchanged</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>Visit</translation>
    </message>
    <message>
      <source>Visits ({count})</source>
      <translation>Visits ({count})</translation>
    </message>
    <message>
      <source>WGS 84 (satellites, photos)</source>
      <translation>WGS 84 (satellites, photos)</translation>
    </message>
    <message>
      <source>Wait that long, then try once more. If it was not you who tried, tell the office.</source>
      <translation>Wait that long, then try once more. If it was not you who tried, tell the office.</translation>
    </message>
    <message>
      <source>Waiting for a phone.</source>
      <translation>Waiting for a phone.</translation>
    </message>
    <message>
      <source>Waiting for the camera</source>
      <translation>Waiting for the camera</translation>
    </message>
    <message>
      <source>Waits for</source>
      <translation>Waits for</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>Warning</translation>
    </message>
    <message>
      <source>Was not present</source>
      <translation>Was not present</translation>
    </message>
    <message>
      <source>Was read and signed</source>
      <translation>Was read and signed</translation>
    </message>
    <message>
      <source>Was read; sign later</source>
      <translation>Was read; sign later</translation>
    </message>
    <message>
      <source>Watch a folder</source>
      <translation>Watch a folder</translation>
    </message>
    <message>
      <source>Watch a folder, or stop</source>
      <translation>Watch a folder, or stop</translation>
    </message>
    <message>
      <source>Watch a folder…</source>
      <translation>Watch a folder…</translation>
    </message>
    <message>
      <source>Watch the scanner's folder, or stop</source>
      <translation>Watch the scanner's folder, or stop</translation>
    </message>
    <message>
      <source>Watching {name}</source>
      <translation>Watching {name}</translation>
    </message>
    <message>
      <source>We cannot see anything in “{name}”. Please take the photo again and send it.</source>
      <translation>We cannot see anything in “{name}”. Please take the photo again and send it.</translation>
    </message>
    <message>
      <source>We could not use what we have:</source>
      <translation>We could not use what we have:</translation>
    </message>
    <message>
      <source>We have your complaint and will answer it here. Thank you for telling us.</source>
      <translation>We have your complaint and will answer it here. Thank you for telling us.</translation>
    </message>
    <message>
      <source>We have your report.</source>
      <translation>We have your report.</translation>
    </message>
    <message>
      <source>We will call you back.</source>
      <translation>We will call you back.</translation>
    </message>
    <message>
      <source>Webcam</source>
      <translation>Webcam</translation>
    </message>
    <message>
      <source>Wednesday</source>
      <translation>Wednesday</translation>
    </message>
    <message>
      <source>What</source>
      <translation>What</translation>
    </message>
    <message>
      <source>What became of the files</source>
      <translation>What became of the files</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>What do you want to do?</translation>
    </message>
    <message>
      <source>What else was found</source>
      <translation>What else was found</translation>
    </message>
    <message>
      <source>What has come</source>
      <translation>What has come</translation>
    </message>
    <message>
      <source>What if</source>
      <translation>What if</translation>
    </message>
    <message>
      <source>What if:</source>
      <translation>What if:</translation>
    </message>
    <message>
      <source>What if: own share in %</source>
      <translation>What if: own share in %</translation>
    </message>
    <message>
      <source>What is corrected voids the signatures of its page and of all later ones</source>
      <translation>What is corrected voids the signatures of its page and of all later ones</translation>
    </message>
    <message>
      <source>What is left has a value and somebody who keeps it; what the insured keeps is deducted.</source>
      <translation>What is left has a value and somebody who keeps it; what the insured keeps is deducted.</translation>
    </message>
    <message>
      <source>What is to be added or corrected is taken down in a supplementary statement that refers to this one.</source>
      <translation>What is to be added or corrected is taken down in a supplementary statement that refers to this one.</translation>
    </message>
    <message>
      <source>What is to be changed</source>
      <translation>What is to be changed</translation>
    </message>
    <message>
      <source>What it asks about a photo, a loss or a statement stands here, and is answered here, offline as well.</source>
      <translation>What it asks about a photo, a loss or a statement stands here, and is answered here, offline as well.</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>What it is</translation>
    </message>
    <message>
      <source>What it is about and when you can be reached, if you like</source>
      <translation>What it is about and when you can be reached, if you like</translation>
    </message>
    <message>
      <source>What raised it</source>
      <translation>What raised it</translation>
    </message>
    <message>
      <source>What shows this paper?</source>
      <translation>What shows this paper?</translation>
    </message>
    <message>
      <source>What speaks against it</source>
      <translation>What speaks against it</translation>
    </message>
    <message>
      <source>What stands on the pages changed since they were laid out to be signed: a name, a consent, an answer.</source>
      <translation>What stands on the pages changed since they were laid out to be signed: a name, a consent, an answer.</translation>
    </message>
    <message>
      <source>What the check came to</source>
      <translation>What the check came to</translation>
    </message>
    <message>
      <source>What the losses come to</source>
      <translation>What the losses come to</translation>
    </message>
    <message>
      <source>What the person agreed to</source>
      <translation>What the person agreed to</translation>
    </message>
    <message>
      <source>What was done to accounts</source>
      <translation>What was done to accounts</translation>
    </message>
    <message>
      <source>What was drawn is not given yet. Next keeps it; leaving now drops it.</source>
      <translation>What was drawn is not given yet. Next keeps it; leaving now drops it.</translation>
    </message>
    <message>
      <source>What was known before still counts.</source>
      <translation>What was known before still counts.</translation>
    </message>
    <message>
      <source>What was recorded before is kept.</source>
      <translation>What was recorded before is kept.</translation>
    </message>
    <message>
      <source>What was reported as stored is safe.</source>
      <translation>What was reported as stored is safe.</translation>
    </message>
    <message>
      <source>What was reported, and the policy it concerns</source>
      <translation>What was reported, and the policy it concerns</translation>
    </message>
    <message>
      <source>What was signed before is as it was.</source>
      <translation>What was signed before is as it was.</translation>
    </message>
    <message>
      <source>What was signed before stays. Staff and the witness sign the refusal; it is evidence too.</source>
      <translation>What was signed before stays. Staff and the witness sign the refusal; it is evidence too.</translation>
    </message>
    <message>
      <source>What went wrong</source>
      <translation>What went wrong</translation>
    </message>
    <message>
      <source>What will be signed</source>
      <translation>What will be signed</translation>
    </message>
    <message>
      <source>Whatever names the one that goes names the other from then on; what is signed stays as it was signed.</source>
      <translation>Whatever names the one that goes names the other from then on; what is signed stays as it was signed.</translation>
    </message>
    <message>
      <source>When it applies</source>
      <translation>When it applies</translation>
    </message>
    <message>
      <source>When it is needed</source>
      <translation>When it is needed</translation>
    </message>
    <message>
      <source>When it was sent</source>
      <translation>When it was sent</translation>
    </message>
    <message>
      <source>When this photo shows the clock page of the laptop</source>
      <translation>When this photo shows the clock page of the laptop</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Where</translation>
    </message>
    <message>
      <source>Where it stands</source>
      <translation>Where it stands</translation>
    </message>
    <message>
      <source>Where second copies are kept</source>
      <translation>Where second copies are kept</translation>
    </message>
    <message>
      <source>Where the office sent none, the policies are written down here; they decide which checks are asked.</source>
      <translation>Where the office sent none, the policies are written down here; they decide which checks are asked.</translation>
    </message>
    <message>
      <source>Which</source>
      <translation>Which</translation>
    </message>
    <message>
      <source>Which covers there are, with limit, sum insured and deductible.</source>
      <translation>Which covers there are, with limit, sum insured and deductible.</translation>
    </message>
    <message>
      <source>Which one is right?</source>
      <translation>Which one is right?</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Who</translation>
    </message>
    <message>
      <source>Who and what was involved</source>
      <translation>Who and what was involved</translation>
    </message>
    <message>
      <source>Who saw what</source>
      <translation>Who saw what</translation>
    </message>
    <message>
      <source>Who signs</source>
      <translation>Who signs</translation>
    </message>
    <message>
      <source>Who takes it</source>
      <translation>Who takes it</translation>
    </message>
    <message>
      <source>Who was hurt, where they are treated, each visit to them and what it costs.</source>
      <translation>Who was hurt, where they are treated, each visit to them and what it costs.</translation>
    </message>
    <message>
      <source>Whole folder…</source>
      <translation>Whole folder…</translation>
    </message>
    <message>
      <source>Whole page or full width (Ctrl+0)</source>
      <translation>Whole page or full width (Ctrl+0)</translation>
    </message>
    <message>
      <source>Whole picture (0, Ctrl+0)</source>
      <translation>Whole picture (0, Ctrl+0)</translation>
    </message>
    <message>
      <source>Whom it is proposed to, and why</source>
      <translation>Whom it is proposed to, and why</translation>
    </message>
    <message>
      <source>Whom to ask?</source>
      <translation>Whom to ask?</translation>
    </message>
    <message>
      <source>Whose share</source>
      <translation>Whose share</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Why</translation>
    </message>
    <message>
      <source>Why asked again</source>
      <translation>Why asked again</translation>
    </message>
    <message>
      <source>Why does it not apply?</source>
      <translation>Why does it not apply?</translation>
    </message>
    <message>
      <source>Why is it not acceptable?</source>
      <translation>Why is it not acceptable?</translation>
    </message>
    <message>
      <source>Why is it withdrawn?</source>
      <translation>Why is it withdrawn?</translation>
    </message>
    <message>
      <source>Why it is accepted all the same</source>
      <translation>Why it is accepted all the same</translation>
    </message>
    <message>
      <source>Why it is corrected (optional)</source>
      <translation>Why it is corrected (optional)</translation>
    </message>
    <message>
      <source>Why it is taken back (optional)</source>
      <translation>Why it is taken back (optional)</translation>
    </message>
    <message>
      <source>Why there is to be a second claim of this report number</source>
      <translation>Why there is to be a second claim of this report number</translation>
    </message>
    <message numerus="yes">
      <source>With a layer of %n shape(s); the original is without.</source>
      <translation>
        <numerusform>With a layer of %n shape; the original is without.</numerusform>
        <numerusform>With a layer of %n shapes; the original is without.</numerusform>
      </translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>Withdraw</translation>
    </message>
    <message>
      <source>Withdraw measurement…</source>
      <translation>Withdraw measurement…</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <source>Withdrawn vehicle</source>
      <translation>Withdrawn vehicle</translation>
    </message>
    <message>
      <source>Withdrawn: {reason}</source>
      <translation>Withdrawn: {reason}</translation>
    </message>
    <message>
      <source>Withdraw…</source>
      <translation>Withdraw…</translation>
    </message>
    <message>
      <source>Without a number</source>
      <translation>Without a number</translation>
    </message>
    <message>
      <source>Without a number the case starts at once; the office's number is joined to it later.</source>
      <translation>Without a number the case starts at once; the office's number is joined to it later.</translation>
    </message>
    <message>
      <source>Witness</source>
      <translation>Witness</translation>
    </message>
    <message>
      <source>Witness of the refusal</source>
      <translation>Witness of the refusal</translation>
    </message>
    <message>
      <source>Witnesses ({count})</source>
      <translation>Witnesses ({count})</translation>
    </message>
    <message>
      <source>Wording of the consent</source>
      <translation>Wording of the consent</translation>
    </message>
    <message>
      <source>Work queues</source>
      <translation>Work queues</translation>
    </message>
    <message>
      <source>Works, for example 08:30-17:30; empty is free</source>
      <translation>Works, for example 08:30-17:30; empty is free</translation>
    </message>
    <message>
      <source>Write by pen, finger or mouse; Ctrl+Z takes the last stroke back</source>
      <translation>Write by pen, finger or mouse; Ctrl+Z takes the last stroke back</translation>
    </message>
    <message>
      <source>Write down questions and answers in the person's own words. Enter leads to the next answer, Ctrl+Enter to the next question.</source>
      <translation>Write down questions and answers in the person's own words. Enter leads to the next answer, Ctrl+Enter to the next question.</translation>
    </message>
    <message>
      <source>Write down what is agreed to: who, for what, how long</source>
      <translation>Write down what is agreed to: who, for what, how long</translation>
    </message>
    <message>
      <source>Write it down or print it: if you forget the passphrase, only this code opens your cases. Once you have typed two groups of it, it is never shown again.</source>
      <translation>Write it down or print it: if you forget the passphrase, only this code opens your cases. Once you have typed two groups of it, it is never shown again.</translation>
    </message>
    <message>
      <source>Write the copies…</source>
      <translation>Write the copies…</translation>
    </message>
    <message>
      <source>Write the remark</source>
      <translation>Write the remark</translation>
    </message>
    <message>
      <source>Write to the customer</source>
      <translation>Write to the customer</translation>
    </message>
    <message>
      <source>Write to us</source>
      <translation>Write to us</translation>
    </message>
    <message>
      <source>Write what was seen and said; the office decides on cover and tells the customer itself.</source>
      <translation>Write what was seen and said; the office decides on cover and tells the customer itself.</translation>
    </message>
    <message>
      <source>Writing copies</source>
      <translation>Writing copies</translation>
    </message>
    <message>
      <source>YYYY</source>
      <translation>YYYY</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>You</source>
      <translation>You</translation>
    </message>
    <message>
      <source>You are drawing on a layer of its own. The original stays as it was stored.</source>
      <translation>You are drawing on a layer of its own. The original stays as it was stored.</translation>
    </message>
    <message>
      <source>You are signed in.</source>
      <translation>You are signed in.</translation>
    </message>
    <message>
      <source>You are told what holds, what does not, and who vouches for each part. Nothing is changed, and nothing leaves this laptop.</source>
      <translation>You are told what holds, what does not, and who vouches for each part. Nothing is changed, and nothing leaves this laptop.</translation>
    </message>
    <message>
      <source>You can call us:</source>
      <translation>You can call us:</translation>
    </message>
    <message>
      <source>Your answer</source>
      <translation>Your answer</translation>
    </message>
    <message>
      <source>Your cases are locked and safe.</source>
      <translation>Your cases are locked and safe.</translation>
    </message>
    <message>
      <source>Your cases are not touched.</source>
      <translation>Your cases are not touched.</translation>
    </message>
    <message>
      <source>Your claim</source>
      <translation>Your claim</translation>
    </message>
    <message>
      <source>Your name (as it stands on the report)</source>
      <translation>Your name (as it stands on the report)</translation>
    </message>
    <message>
      <source>Your new recovery code</source>
      <translation>Your new recovery code</translation>
    </message>
    <message>
      <source>Your phone</source>
      <translation>Your phone</translation>
    </message>
    <message>
      <source>Your recovery code</source>
      <translation>Your recovery code</translation>
    </message>
    <message>
      <source>Your reference:</source>
      <translation>Your reference:</translation>
    </message>
    <message>
      <source>Your work is safe on this laptop.</source>
      <translation>Your work is safe on this laptop.</translation>
    </message>
    <message>
      <source>Zoom and pan both together (S)</source>
      <translation>Zoom and pan both together (S)</translation>
    </message>
    <message>
      <source>a case file is opened by its profile alone</source>
      <translation>a case file is opened by its profile alone</translation>
    </message>
    <message>
      <source>a draft has no accessible copy</source>
      <translation>a draft has no accessible copy</translation>
    </message>
    <message>
      <source>a figure or a word is missing</source>
      <translation>a figure or a word is missing</translation>
    </message>
    <message>
      <source>a second reviewer</source>
      <translation>a second reviewer</translation>
    </message>
    <message>
      <source>a sign is missing</source>
      <translation>a sign is missing</translation>
    </message>
    <message>
      <source>aborted</source>
      <translation>aborted</translation>
    </message>
    <message>
      <source>absent or already signed</source>
      <translation>absent or already signed</translation>
    </message>
    <message>
      <source>accidents from {first}</source>
      <translation>accidents from {first}</translation>
    </message>
    <message>
      <source>accidents from {first} to {last}</source>
      <translation>accidents from {first} to {last}</translation>
    </message>
    <message>
      <source>accidents until {last}</source>
      <translation>accidents until {last}</translation>
    </message>
    <message>
      <source>all together {amount}</source>
      <translation>all together {amount}</translation>
    </message>
    <message>
      <source>already there</source>
      <translation>already there</translation>
    </message>
    <message>
      <source>always</source>
      <translation>always</translation>
    </message>
    <message>
      <source>an id stands twice</source>
      <translation>an id stands twice</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message>
      <source>another case</source>
      <translation>another case</translation>
    </message>
    <message>
      <source>as before</source>
      <translation>as before</translation>
    </message>
    <message>
      <source>asked</source>
      <translation>asked</translation>
    </message>
    <message>
      <source>at the centre itself</source>
      <translation>at the centre itself</translation>
    </message>
    <message>
      <source>away until {what}</source>
      <translation>away until {what}</translation>
    </message>
    <message>
      <source>bad signature</source>
      <translation>bad signature</translation>
    </message>
    <message>
      <source>below 0</source>
      <translation>below 0</translation>
    </message>
    <message>
      <source>bounds</source>
      <translation>out of bounds</translation>
    </message>
    <message>
      <source>by report number</source>
      <translation>by report number</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>cannot be read</translation>
    </message>
    <message>
      <source>certificate and key are needed together</source>
      <translation>certificate and key are needed together</translation>
    </message>
    <message>
      <source>certificate and key cannot be used together</source>
      <translation>certificate and key cannot be used together</translation>
    </message>
    <message>
      <source>change: {kind}</source>
      <translation>change: {kind}</translation>
    </message>
    <message>
      <source>characters or length</source>
      <translation>its characters or its length</translation>
    </message>
    <message>
      <source>choice between several values</source>
      <translation>choice between several values</translation>
    </message>
    <message>
      <source>clipboard</source>
      <translation>clipboard</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>closed</translation>
    </message>
    <message>
      <source>confidential</source>
      <translation>confidential</translation>
    </message>
    <message>
      <source>copied {time}</source>
      <translation>copied {time}</translation>
    </message>
    <message>
      <source>copy not up to date</source>
      <translation>copy not up to date</translation>
    </message>
    <message>
      <source>copying…</source>
      <translation>copying…</translation>
    </message>
    <message>
      <source>corrected or signed already</source>
      <translation>corrected or signed already</translation>
    </message>
    <message>
      <source>could not be read</source>
      <translation>could not be read</translation>
    </message>
    <message>
      <source>could not be read ({reason})</source>
      <translation>could not be read ({reason})</translation>
    </message>
    <message>
      <source>days of waiting for papers deducted</source>
      <translation>days of waiting for papers deducted</translation>
    </message>
    <message>
      <source>death, medical and property</source>
      <translation>death, medical and property</translation>
    </message>
    <message>
      <source>decided already</source>
      <translation>decided already</translation>
    </message>
    <message>
      <source>delivered</source>
      <translation>delivered</translation>
    </message>
    <message>
      <source>divided by 0</source>
      <translation>divided by 0</translation>
    </message>
    <message>
      <source>does other kinds of tasks</source>
      <translation>does other kinds of tasks</translation>
    </message>
    <message>
      <source>does this kind of task</source>
      <translation>does this kind of task</translation>
    </message>
    <message>
      <source>done at {time}</source>
      <translation>done at {time}</translation>
    </message>
    <message>
      <source>due</source>
      <translation>due</translation>
    </message>
    <message>
      <source>due first</source>
      <translation>due first</translation>
    </message>
    <message>
      <source>due today</source>
      <translation>due today</translation>
    </message>
    <message>
      <source>due within a week</source>
      <translation>due within a week</translation>
    </message>
    <message>
      <source>easy to guess</source>
      <translation>easy to guess</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>empty</translation>
    </message>
    <message>
      <source>empty, kept by name</source>
      <translation>empty, kept by name</translation>
    </message>
    <message>
      <source>empty: its name is in the case</source>
      <translation>empty: its name is in the case</translation>
    </message>
    <message>
      <source>empty: there is nothing in it, kept by name</source>
      <translation>empty: there is nothing in it, kept by name</translation>
    </message>
    <message>
      <source>ended</source>
      <translation>ended</translation>
    </message>
    <message>
      <source>file is missing</source>
      <translation>file is missing</translation>
    </message>
    <message>
      <source>for</source>
      <translation>for</translation>
    </message>
    <message>
      <source>for another request</source>
      <translation>for another request</translation>
    </message>
    <message>
      <source>foreign answer</source>
      <translation>foreign answer</translation>
    </message>
    <message>
      <source>from: {start}</source>
      <translation>from: {start}</translation>
    </message>
    <message>
      <source>holds the task already</source>
      <translation>holds the task already</translation>
    </message>
    <message>
      <source>import</source>
      <translation>import</translation>
    </message>
    <message>
      <source>in the case</source>
      <translation>in the case</translation>
    </message>
    <message>
      <source>in the case already</source>
      <translation>in the case already</translation>
    </message>
    <message>
      <source>interested</source>
      <translation>interested</translation>
    </message>
    <message>
      <source>it is another issuer</source>
      <translation>it is another issuer</translation>
    </message>
    <message>
      <source>it is another key</source>
      <translation>it is another key</translation>
    </message>
    <message>
      <source>it is being changed while the report is made</source>
      <translation>it is being changed while the report is made</translation>
    </message>
    <message>
      <source>it is the file of the report itself</source>
      <translation>it is the file of the report itself</translation>
    </message>
    <message>
      <source>it is the open case itself, or a file of your profile</source>
      <translation>it is the open case itself, or a file of your profile</translation>
    </message>
    <message>
      <source>it stood in a copy of the case that went another way; its content was taken over</source>
      <translation>it stood in a copy of the case that went another way; its content was taken over</translation>
    </message>
    <message>
      <source>it was delivered already</source>
      <translation>it was delivered already</translation>
    </message>
    <message>
      <source>it was signed without an accessible copy</source>
      <translation>it was signed without an accessible copy</translation>
    </message>
    <message>
      <source>it would erase something, but two people of the office did not agree to it</source>
      <translation>it would erase something, but two people of the office did not agree to it</translation>
    </message>
    <message>
      <source>it would erase what was delivered already, and only the office may do that</source>
      <translation>it would erase what was delivered already, and only the office may do that</translation>
    </message>
    <message>
      <source>its answer cannot be read</source>
      <translation>its answer cannot be read</translation>
    </message>
    <message>
      <source>its author may not write this record</source>
      <translation>its author may not write this record</translation>
    </message>
    <message>
      <source>its card or folder was taken away</source>
      <translation>its card or folder was taken away</translation>
    </message>
    <message>
      <source>its evidence was withdrawn</source>
      <translation>its evidence was withdrawn</translation>
    </message>
    <message>
      <source>its keys cannot be read</source>
      <translation>its keys cannot be read</translation>
    </message>
    <message>
      <source>its signatures do not hold</source>
      <translation>its signatures do not hold</translation>
    </message>
    <message>
      <source>its time is over</source>
      <translation>its time is over</translation>
    </message>
    <message>
      <source>its tractor is missing</source>
      <translation>its tractor is missing</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>kept</translation>
    </message>
    <message>
      <source>key {key}</source>
      <translation>key {key}</translation>
    </message>
    <message>
      <source>keys must be strings</source>
      <translation>keys must be strings</translation>
    </message>
    <message>
      <source>late, at {time}</source>
      <translation>late, at {time}</translation>
    </message>
    <message>
      <source>length</source>
      <translation>wrong length</translation>
    </message>
    <message>
      <source>locked after too many wrong digits</source>
      <translation>locked after too many wrong digits</translation>
    </message>
    <message>
      <source>locked out</source>
      <translation>locked out</translation>
    </message>
    <message>
      <source>measured {time} UTC</source>
      <translation>measured {time} UTC</translation>
    </message>
    <message>
      <source>merging of two people</source>
      <translation>merging of two people</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>missing</translation>
    </message>
    <message>
      <source>more than one text message</source>
      <translation>more than one text message</translation>
    </message>
    <message>
      <source>naive time</source>
      <translation>naive time</translation>
    </message>
    <message>
      <source>names what is not in the table</source>
      <translation>names what is not in the table</translation>
    </message>
    <message>
      <source>neither true nor false</source>
      <translation>neither true nor false</translation>
    </message>
    <message>
      <source>new: {kind}</source>
      <translation>new: {kind}</translation>
    </message>
    <message>
      <source>newest first</source>
      <translation>newest first</translation>
    </message>
    <message>
      <source>nine of ten within</source>
      <translation>nine of ten within</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>no UUID</source>
      <translation>no UUID</translation>
    </message>
    <message>
      <source>no address</source>
      <translation>no address</translation>
    </message>
    <message>
      <source>no backup of a centre</source>
      <translation>no backup of a centre</translation>
    </message>
    <message>
      <source>no centre there</source>
      <translation>no centre there</translation>
    </message>
    <message>
      <source>no certificate in the file</source>
      <translation>no certificate in the file</translation>
    </message>
    <message>
      <source>no difference</source>
      <translation>no difference</translation>
    </message>
    <message>
      <source>no draft any more</source>
      <translation>no draft any more</translation>
    </message>
    <message>
      <source>no e-mail address</source>
      <translation>no e-mail address</translation>
    </message>
    <message>
      <source>no key was given</source>
      <translation>no key was given</translation>
    </message>
    <message>
      <source>no open task</source>
      <translation>no open task</translation>
    </message>
    <message>
      <source>no phone number</source>
      <translation>no phone number</translation>
    </message>
    <message>
      <source>no reason given</source>
      <translation>no reason given</translation>
    </message>
    <message>
      <source>no rules</source>
      <translation>no rules</translation>
    </message>
    <message>
      <source>no span of time</source>
      <translation>no span of time</translation>
    </message>
    <message>
      <source>no such figure</source>
      <translation>no such figure</translation>
    </message>
    <message>
      <source>no such signature field</source>
      <translation>no such signature field</translation>
    </message>
    <message>
      <source>no such vehicle</source>
      <translation>no such vehicle</translation>
    </message>
    <message>
      <source>no such word</source>
      <translation>no such word</translation>
    </message>
    <message>
      <source>no time</source>
      <translation>no time</translation>
    </message>
    <message>
      <source>no time-stamp authority is named</source>
      <translation>no time-stamp authority is named</translation>
    </message>
    <message>
      <source>nobody known vouches for it</source>
      <translation>nobody known vouches for it</translation>
    </message>
    <message>
      <source>none found</source>
      <translation>none found</translation>
    </message>
    <message>
      <source>not a URL</source>
      <translation>not a URL</translation>
    </message>
    <message>
      <source>not a boolean</source>
      <translation>neither yes nor no</translation>
    </message>
    <message>
      <source>not a date</source>
      <translation>not a date</translation>
    </message>
    <message>
      <source>not a day</source>
      <translation>not a day</translation>
    </message>
    <message>
      <source>not a decimal</source>
      <translation>not a number</translation>
    </message>
    <message>
      <source>not a enum</source>
      <translation>not one of the values</translation>
    </message>
    <message>
      <source>not a figure</source>
      <translation>not a figure</translation>
    </message>
    <message>
      <source>not a format that can be shown</source>
      <translation>not a format that can be shown</translation>
    </message>
    <message>
      <source>not a formula for each choice</source>
      <translation>not a formula for each choice</translation>
    </message>
    <message>
      <source>not a instant</source>
      <translation>not an instant</translation>
    </message>
    <message>
      <source>not a integer</source>
      <translation>not an integer</translation>
    </message>
    <message>
      <source>not a list</source>
      <translation>not a list</translation>
    </message>
    <message>
      <source>not a list of tables</source>
      <translation>not a list of tables</translation>
    </message>
    <message>
      <source>not a list of texts</source>
      <translation>not a list of texts</translation>
    </message>
    <message>
      <source>not a multi</source>
      <translation>not a list of values</translation>
    </message>
    <message>
      <source>not a number</source>
      <translation>not a number</translation>
    </message>
    <message>
      <source>not a number from 0</source>
      <translation>not a number from 0</translation>
    </message>
    <message>
      <source>not a ref</source>
      <translation>not the id of a record</translation>
    </message>
    <message>
      <source>not a table</source>
      <translation>not a table</translation>
    </message>
    <message>
      <source>not a text</source>
      <translation>not a text</translation>
    </message>
    <message>
      <source>not a time stamp</source>
      <translation>not a time stamp</translation>
    </message>
    <message>
      <source>not a year</source>
      <translation>not a year</translation>
    </message>
    <message>
      <source>not an id</source>
      <translation>not an id</translation>
    </message>
    <message>
      <source>not an object</source>
      <translation>not an object</translation>
    </message>
    <message>
      <source>not answered yet</source>
      <translation>not answered yet</translation>
    </message>
    <message>
      <source>not applicable</source>
      <translation>not applicable</translation>
    </message>
    <message>
      <source>not applied</source>
      <translation>not applied</translation>
    </message>
    <message>
      <source>not asked for any more</source>
      <translation>not asked for any more</translation>
    </message>
    <message>
      <source>not being read</source>
      <translation>not being read</translation>
    </message>
    <message>
      <source>not chosen</source>
      <translation>not chosen</translation>
    </message>
    <message>
      <source>not enrolled</source>
      <translation>not enrolled</translation>
    </message>
    <message>
      <source>not in the roster</source>
      <translation>not in the roster</translation>
    </message>
    <message>
      <source>not kept yet: Keep this calculation</source>
      <translation>not kept yet: Keep this calculation</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>not known</translation>
    </message>
    <message>
      <source>not on duty now</source>
      <translation>not on duty now</translation>
    </message>
    <message>
      <source>not one of its choices</source>
      <translation>not one of its choices</translation>
    </message>
    <message>
      <source>not open any more</source>
      <translation>not open any more</translation>
    </message>
    <message>
      <source>not positive</source>
      <translation>not positive</translation>
    </message>
    <message>
      <source>not reached, not stored</source>
      <translation>not reached, not stored</translation>
    </message>
    <message>
      <source>not readable</source>
      <translation>not readable</translation>
    </message>
    <message>
      <source>not received</source>
      <translation>not received</translation>
    </message>
    <message>
      <source>not started</source>
      <translation>not started</translation>
    </message>
    <message>
      <source>not started here</source>
      <translation>not started here</translation>
    </message>
    <message>
      <source>not stored</source>
      <translation>not stored</translation>
    </message>
    <message>
      <source>not the last one any more</source>
      <translation>not the last one any more</translation>
    </message>
    <message>
      <source>not the office's</source>
      <translation>not the office's</translation>
    </message>
    <message>
      <source>not the points of this shape</source>
      <translation>not the points of this shape</translation>
    </message>
    <message>
      <source>not understood</source>
      <translation>not understood</translation>
    </message>
    <message>
      <source>not valid now</source>
      <translation>not valid now</translation>
    </message>
    <message>
      <source>nothing for this choice</source>
      <translation>nothing for this choice</translation>
    </message>
    <message>
      <source>nothing is missing</source>
      <translation>nothing is missing</translation>
    </message>
    <message>
      <source>nothing is payable</source>
      <translation>nothing is payable</translation>
    </message>
    <message>
      <source>nothing to take back</source>
      <translation>nothing to take back</translation>
    </message>
    <message>
      <source>of another version</source>
      <translation>of another version</translation>
    </message>
    <message>
      <source>oldest first</source>
      <translation>oldest first</translation>
    </message>
    <message>
      <source>on duty until {what}</source>
      <translation>on duty until {what}</translation>
    </message>
    <message>
      <source>on its way</source>
      <translation>on its way</translation>
    </message>
    <message>
      <source>one formula, or formulas with the choice they go by</source>
      <translation>one formula, or formulas with the choice they go by</translation>
    </message>
    <message>
      <source>one's own account</source>
      <translation>one's own account</translation>
    </message>
    <message>
      <source>only a PDF is checked beside something else</source>
      <translation>only a PDF is checked beside something else</translation>
    </message>
    <message>
      <source>only here</source>
      <translation>only here</translation>
    </message>
    <message>
      <source>only the police can give it</source>
      <translation>only the police can give it</translation>
    </message>
    <message>
      <source>or choose photos or a PDF</source>
      <translation>or choose photos or a PDF</translation>
    </message>
    <message>
      <source>order: {kind}</source>
      <translation>order: {kind}</translation>
    </message>
    <message>
      <source>overdue</source>
      <translation>overdue</translation>
    </message>
    <message>
      <source>own share in %</source>
      <translation>own share in %</translation>
    </message>
    <message>
      <source>part of the picture is missing</source>
      <translation>part of the picture is missing</translation>
    </message>
    <message>
      <source>partly taken</source>
      <translation>partly taken</translation>
    </message>
    <message>
      <source>paused since {time}</source>
      <translation>paused since {time}</translation>
    </message>
    <message>
      <source>paused, papers are awaited, since</source>
      <translation>paused, papers are awaited, since</translation>
    </message>
    <message>
      <source>policies by the clauses {forms}</source>
      <translation>policies by the clauses {forms}</translation>
    </message>
    <message>
      <source>policies of: {forms}</source>
      <translation>policies of: {forms}</translation>
    </message>
    <message>
      <source>present</source>
      <translation>present</translation>
    </message>
    <message>
      <source>reading it failed</source>
      <translation>reading it failed</translation>
    </message>
    <message>
      <source>reading it took too long</source>
      <translation>reading it took too long</translation>
    </message>
    <message>
      <source>reading it took too much memory</source>
      <translation>reading it took too much memory</translation>
    </message>
    <message>
      <source>receipt and signature come together</source>
      <translation>receipt and signature come together</translation>
    </message>
    <message>
      <source>receipted</source>
      <translation>receipted</translation>
    </message>
    <message>
      <source>received {time}</source>
      <translation>received {time}</translation>
    </message>
    <message>
      <source>recovered typing</source>
      <translation>recovered typing</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>refused</translation>
    </message>
    <message>
      <source>refused to testify</source>
      <translation>refused to testify</translation>
    </message>
    <message>
      <source>restoring: {kind}</source>
      <translation>restoring: {kind}</translation>
    </message>
    <message>
      <source>reviewed</source>
      <translation>reviewed</translation>
    </message>
    <message>
      <source>revoked</source>
      <translation>revoked</translation>
    </message>
    <message>
      <source>runs</source>
      <translation>runs</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>saved</translation>
    </message>
    <message>
      <source>saved {time}</source>
      <translation>saved {time}</translation>
    </message>
    <message>
      <source>saving…</source>
      <translation>saving…</translation>
    </message>
    <message>
      <source>sending</source>
      <translation>sending</translation>
    </message>
    <message>
      <source>sending {share} %</source>
      <translation>sending {share} %</translation>
    </message>
    <message>
      <source>sensitive personal data</source>
      <translation>sensitive personal data</translation>
    </message>
    <message>
      <source>set aside</source>
      <translation>set aside</translation>
    </message>
    <message>
      <source>shot asked for again</source>
      <translation>shot asked for again</translation>
    </message>
    <message>
      <source>shot of photos</source>
      <translation>shot of photos</translation>
    </message>
    <message>
      <source>shot that does not apply</source>
      <translation>shot that does not apply</translation>
    </message>
    <message>
      <source>since</source>
      <translation>since</translation>
    </message>
    <message>
      <source>somebody holds such a task already</source>
      <translation>somebody holds such a task already</translation>
    </message>
    <message>
      <source>source: {where}</source>
      <translation>source: {where}</translation>
    </message>
    <message>
      <source>starting…</source>
      <translation>starting…</translation>
    </message>
    <message>
      <source>stick is away</source>
      <translation>stick is away</translation>
    </message>
    <message>
      <source>stored</source>
      <translation>stored</translation>
    </message>
    <message>
      <source>stored and read back</source>
      <translation>stored and read back</translation>
    </message>
    <message>
      <source>stored without preview</source>
      <translation>stored without preview</translation>
    </message>
    <message>
      <source>stored, the picture is damaged</source>
      <translation>stored, the picture is damaged</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>taken</translation>
    </message>
    <message>
      <source>the PIN does not open the token</source>
      <translation>the PIN does not open the token</translation>
    </message>
    <message>
      <source>the account has another role</source>
      <translation>the account has another role</translation>
    </message>
    <message>
      <source>the address was refused</source>
      <translation>the address was refused</translation>
    </message>
    <message>
      <source>the backup is damaged</source>
      <translation>the backup is damaged</translation>
    </message>
    <message>
      <source>the copy was changed since</source>
      <translation>the copy was changed since</translation>
    </message>
    <message>
      <source>the device that signed it is not known yet</source>
      <translation>the device that signed it is not known yet</translation>
    </message>
    <message>
      <source>the end is before the beginning</source>
      <translation>the end is before the beginning</translation>
    </message>
    <message>
      <source>the file cannot be read; check the card or its permissions</source>
      <translation>the file cannot be read; check the card or its permissions</translation>
    </message>
    <message>
      <source>the file is damaged or not what its name says</source>
      <translation>the file is damaged or not what its name says</translation>
    </message>
    <message>
      <source>the file is empty</source>
      <translation>the file is empty</translation>
    </message>
    <message>
      <source>the file is not there any more</source>
      <translation>the file is not there any more</translation>
    </message>
    <message>
      <source>the folder cannot be written</source>
      <translation>the folder cannot be written</translation>
    </message>
    <message>
      <source>the folder holds something else</source>
      <translation>the folder holds something else</translation>
    </message>
    <message>
      <source>the id is not the hash of the key</source>
      <translation>the id is not the hash of the key</translation>
    </message>
    <message>
      <source>the integer is too large</source>
      <translation>the integer is too large</translation>
    </message>
    <message>
      <source>the list has changed meanwhile</source>
      <translation>the list has changed meanwhile</translation>
    </message>
    <message>
      <source>the module of the token cannot be loaded</source>
      <translation>the module of the token cannot be loaded</translation>
    </message>
    <message>
      <source>the office certified this name</source>
      <translation>the office certified this name</translation>
    </message>
    <message>
      <source>the office copy is not signed</source>
      <translation>the office copy is not signed</translation>
    </message>
    <message>
      <source>the office had locked out the laptop that signed it</source>
      <translation>the office had locked out the laptop that signed it</translation>
    </message>
    <message>
      <source>the parties may not settle this alone</source>
      <translation>the parties may not settle this alone</translation>
    </message>
    <message>
      <source>the profile belongs to another user</source>
      <translation>the profile belongs to another user</translation>
    </message>
    <message>
      <source>the same</source>
      <translation>the same</translation>
    </message>
    <message>
      <source>the same case</source>
      <translation>the same case</translation>
    </message>
    <message>
      <source>the server did not take it</source>
      <translation>the server did not take it</translation>
    </message>
    <message>
      <source>the service cannot be reached</source>
      <translation>the service cannot be reached</translation>
    </message>
    <message>
      <source>the service did not take it</source>
      <translation>the service did not take it</translation>
    </message>
    <message>
      <source>the statement was signed before, and a signed statement never changes</source>
      <translation>the statement was signed before, and a signed statement never changes</translation>
    </message>
    <message>
      <source>the token cannot do it</source>
      <translation>the token cannot do it</translation>
    </message>
    <message>
      <source>the token has no such key, or several</source>
      <translation>the token has no such key, or several</translation>
    </message>
    <message>
      <source>the token is not there</source>
      <translation>the token is not there</translation>
    </message>
    <message>
      <source>there already</source>
      <translation>there already</translation>
    </message>
    <message>
      <source>there is no such language</source>
      <translation>there is no such language</translation>
    </message>
    <message>
      <source>too deep</source>
      <translation>too deep</translation>
    </message>
    <message>
      <source>too large to be shown</source>
      <translation>too large to be shown</translation>
    </message>
    <message>
      <source>too long</source>
      <translation>too long</translation>
    </message>
    <message>
      <source>too many</source>
      <translation>too many</translation>
    </message>
    <message>
      <source>too many points</source>
      <translation>too many points</translation>
    </message>
    <message>
      <source>too short</source>
      <translation>too short</translation>
    </message>
    <message>
      <source>too slow</source>
      <translation>too slow</translation>
    </message>
    <message>
      <source>too small</source>
      <translation>too small</translation>
    </message>
    <message>
      <source>trust</source>
      <translation>the trust in it is unknown</translation>
    </message>
    <message>
      <source>two different people are needed</source>
      <translation>two different people are needed</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>unchanged</translation>
    </message>
    <message>
      <source>unconfirmed</source>
      <translation>unconfirmed</translation>
    </message>
    <message>
      <source>unconfirmed: {what}</source>
      <translation>unconfirmed: {what}</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unknown</translation>
    </message>
    <message>
      <source>unknown field</source>
      <translation>unknown field</translation>
    </message>
    <message>
      <source>unknown value</source>
      <translation>unknown value</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>until {time}</translation>
    </message>
    <message>
      <source>up to entry</source>
      <translation>up to entry</translation>
    </message>
    <message>
      <source>utc or offset</source>
      <translation>the time or its offset is wrong</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>waiting</translation>
    </message>
    <message>
      <source>with all annotations</source>
      <translation>with all annotations</translation>
    </message>
    <message>
      <source>with what is made unrecognisable alone</source>
      <translation>with what is made unrecognisable alone</translation>
    </message>
    <message>
      <source>withdrawal: {kind}</source>
      <translation>withdrawal: {kind}</translation>
    </message>
    <message>
      <source>without annotations</source>
      <translation>without annotations</translation>
    </message>
    <message>
      <source>works elsewhere: {what}</source>
      <translation>works elsewhere: {what}</translation>
    </message>
    <message>
      <source>works in {what}</source>
      <translation>works in {what}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>yes</translation>
    </message>
    <message>
      <source>zoom {least} to {most}</source>
      <translation>zoom {least} to {most}</translation>
    </message>
    <message>
      <source>{a} and {b} have the same ID number: are they the same person?</source>
      <translation>{a} and {b} have the same ID number: are they the same person?</translation>
    </message>
    <message>
      <source>{a} was entered twice with the same phone: is it the same person?</source>
      <translation>{a} was entered twice with the same phone: is it the same person?</translation>
    </message>
    <message>
      <source>{basis}, provisional</source>
      <translation>{basis}, provisional</translation>
    </message>
    <message>
      <source>{count} a minute</source>
      <translation>{count} a minute</translation>
    </message>
    <message>
      <source>{count} a second</source>
      <translation>{count} a second</translation>
    </message>
    <message>
      <source>{count} characters; the form has room for {limit}</source>
      <translation>{count} characters; the form has room for {limit}</translation>
    </message>
    <message>
      <source>{count} days</source>
      <translation>{count} days</translation>
    </message>
    <message>
      <source>{count} km</source>
      <translation>{count} km</translation>
    </message>
    <message>
      <source>{count} m</source>
      <translation>{count} m</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} min</translation>
    </message>
    <message>
      <source>{count} open</source>
      <translation>{count} open</translation>
    </message>
    <message>
      <source>{count} original(s) are not on this laptop yet.</source>
      <translation>{count} original(s) are not on this laptop yet.</translation>
    </message>
    <message>
      <source>{count} point(s) are open without a reason, so the report was not signed.</source>
      <translation>{count} point(s) are open without a reason, so the report was not signed.</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} of {total}</translation>
    </message>
    <message>
      <source>{done} of {total} answered</source>
      <translation>{done} of {total} answered</translation>
    </message>
    <message>
      <source>{done} of {total} originals at the centre · {state}</source>
      <translation>{done} of {total} originals at the centre · {state}</translation>
    </message>
    <message>
      <source>{done} of {wanted} papers settled</source>
      <translation>{done} of {wanted} papers settled</translation>
    </message>
    <message>
      <source>{entries} lines of the journal and {originals} originals are in {file}.</source>
      <translation>{entries} lines of the journal and {originals} originals are in {file}.</translation>
    </message>
    <message numerus="yes">
      <source>{fact}, and %n more</source>
      <translation>
        <numerusform>{fact}, and %n more</numerusform>
        <numerusform>{fact}, and %n more</numerusform>
      </translation>
    </message>
    <message>
      <source>{field}: also in {value}</source>
      <translation>{field}: also in {value}</translation>
    </message>
    <message>
      <source>{field}: {value}</source>
      <translation>{field}: {value}</translation>
    </message>
    <message>
      <source>{figures} in WGS 84</source>
      <translation>{figures} in WGS 84</translation>
    </message>
    <message>
      <source>{figures} in WGS 84, from {datum}</source>
      <translation>{figures} in WGS 84, from {datum}</translation>
    </message>
    <message>
      <source>{figure} is missing: Enter puts it in by hand</source>
      <translation>{figure} is missing: Enter puts it in by hand</translation>
    </message>
    <message>
      <source>{file} is damaged. What can still be read of it is written to a new case file, {new}, in the same folder: every original that is whole, and every record. The damaged file stays as it is.</source>
      <translation>{file} is damaged. What can still be read of it is written to a new case file, {new}, in the same folder: every original that is whole, and every record. The damaged file stays as it is.</translation>
    </message>
    <message>
      <source>{finding} · Reason: {reason}</source>
      <translation>{finding} · Reason: {reason}</translation>
    </message>
    <message>
      <source>{folder} lies on the disk of this laptop: it is lost with it.</source>
      <translation>{folder} lies on the disk of this laptop: it is lost with it.</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{injured} injured, {dead} dead</source>
      <translation>{injured} injured, {dead} dead</translation>
    </message>
    <message>
      <source>{kind} (not recorded yet)</source>
      <translation>{kind} (not recorded yet)</translation>
    </message>
    <message>
      <source>{kind} · {count}</source>
      <translation>{kind} · {count}</translation>
    </message>
    <message>
      <source>{kind}, {field}: {count} values stand side by side</source>
      <translation>{kind}, {field}: {count} values stand side by side</translation>
    </message>
    <message numerus="yes">
      <source>{kind}: %n entry kept and passed on, because {reason}</source>
      <translation>
        <numerusform>{kind}: %n entry kept and passed on, because {reason}</numerusform>
        <numerusform>{kind}: %n entries kept and passed on, because {reason}</numerusform>
      </translation>
    </message>
    <message>
      <source>{layer}, hidden</source>
      <translation>{layer}, hidden</translation>
    </message>
    <message>
      <source>{metres} m from the reported place</source>
      <translation>{metres} m from the reported place</translation>
    </message>
    <message numerus="yes">
      <source>{names} and %n more</source>
      <translation>
        <numerusform>{names} and %n more</numerusform>
        <numerusform>{names} and %n more</numerusform>
      </translation>
    </message>
    <message>
      <source>{names} are filled in</source>
      <translation>{names} are filled in</translation>
    </message>
    <message>
      <source>{name} (estimate)</source>
      <translation>{name} (estimate)</translation>
    </message>
    <message>
      <source>{name} (key {key})</source>
      <translation>{name} (key {key})</translation>
    </message>
    <message>
      <source>{name} came from the scanner and belongs to no paper yet</source>
      <translation>{name} came from the scanner and belongs to no paper yet</translation>
    </message>
    <message>
      <source>{name} cannot be reached. It is watched again as soon as it is back.</source>
      <translation>{name} cannot be reached. It is watched again as soon as it is back.</translation>
    </message>
    <message>
      <source>{name} does not say when it was taken, so its camera's clock cannot be compared.</source>
      <translation>{name} does not say when it was taken, so its camera's clock cannot be compared.</translation>
    </message>
    <message>
      <source>{name} does not say which camera took it, so its clock says nothing about other photos.</source>
      <translation>{name} does not say which camera took it, so its clock says nothing about other photos.</translation>
    </message>
    <message>
      <source>{name} is in the list already.</source>
      <translation>{name} is in the list already.</translation>
    </message>
    <message>
      <source>{name} is not safe to format: {missing} of {total} files are not stored.</source>
      <translation>{name} is not safe to format: {missing} of {total} files are not stored.</translation>
    </message>
    <message>
      <source>{name} is safe to format: all {total} files are stored and were read back.</source>
      <translation>{name} is safe to format: all {total} files are stored and were read back.</translation>
    </message>
    <message>
      <source>{name}, compared with {other}</source>
      <translation>{name}, compared with {other}</translation>
    </message>
    <message>
      <source>{name}: all {total} files were taken in before</source>
      <translation>{name}: all {total} files were taken in before</translation>
    </message>
    <message>
      <source>{name}: being read. Please do not take it out.</source>
      <translation>{name}: being read. Please do not take it out.</translation>
    </message>
    <message>
      <source>{name}: import {new} new of {total}</source>
      <translation>{name}: import {new} new of {total}</translation>
    </message>
    <message>
      <source>{name}: position, severity</source>
      <translation>{name}: position, severity</translation>
    </message>
    <message numerus="yes">
      <source>{name}: the {total} files with content are stored and were read back, but %n file(s) are empty: {names}. If the camera should have recorded there, do not format yet.</source>
      <translation>
        <numerusform>{name}: the {total} files with content are stored and were read back, but %n file is empty: {names}. If the camera should have recorded there, do not format yet.</numerusform>
        <numerusform>{name}: the {total} files with content are stored and were read back, but %n files are empty: {names}. If the camera should have recorded there, do not format yet.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}: {new} new of {total} files</source>
      <translation>{name}: {new} new of {total} files</translation>
    </message>
    <message>
      <source>{notice}; it would read otherwise now</source>
      <translation>{notice}; it would read otherwise now</translation>
    </message>
    <message>
      <source>{notice}; not signed yet</source>
      <translation>{notice}; not signed yet</translation>
    </message>
    <message>
      <source>{notice}; signed</source>
      <translation>{notice}; signed</translation>
    </message>
    <message>
      <source>{off} fast</source>
      <translation>{off} fast</translation>
    </message>
    <message>
      <source>{off} slow</source>
      <translation>{off} slow</translation>
    </message>
    <message>
      <source>{part} · marked</source>
      <translation>{part} · marked</translation>
    </message>
    <message>
      <source>{path} belongs to another profile, so it cannot be opened here.</source>
      <translation>{path} belongs to another profile, so it cannot be opened here.</translation>
    </message>
    <message>
      <source>{path} is not a case file of this profile, or its first page is damaged.</source>
      <translation>{path} is not a case file of this profile, or its first page is damaged.</translation>
    </message>
    <message>
      <source>{path} is not a map sheet that can be shown.</source>
      <translation>{path} is not a map sheet that can be shown.</translation>
    </message>
    <message>
      <source>{path} was written by a newer version of Surveyor.</source>
      <translation>{path} was written by a newer version of Surveyor.</translation>
    </message>
    <message>
      <source>{place} of {count}</source>
      <translation>{place} of {count}</translation>
    </message>
    <message>
      <source>{place}: “{words}”</source>
      <translation>{place}: “{words}”</translation>
    </message>
    <message>
      <source>{place}: “{words}”. A notice says nothing on cover; write it otherwise.</source>
      <translation>{place}: “{words}”. A notice says nothing on cover; write it otherwise.</translation>
    </message>
    <message>
      <source>{place}: “{words}”. Nobody signs a statement that says something on cover; correct it first.</source>
      <translation>{place}: “{words}”. Nobody signs a statement that says something on cover; correct it first.</translation>
    </message>
    <message>
      <source>{position}, {distance} from the reported place</source>
      <translation>{position}, {distance} from the reported place</translation>
    </message>
    <message>
      <source>{purpose}: agreed {at}</source>
      <translation>{purpose}: agreed {at}</translation>
    </message>
    <message>
      <source>{purpose}: agreed {at}, until {until}</source>
      <translation>{purpose}: agreed {at}, until {until}</translation>
    </message>
    <message>
      <source>{purpose}: not agreed, {at}</source>
      <translation>{purpose}: not agreed, {at}</translation>
    </message>
    <message>
      <source>{purpose}: taken back {at}</source>
      <translation>{purpose}: taken back {at}</translation>
    </message>
    <message>
      <source>{question} · asked</source>
      <translation>{question} · asked</translation>
    </message>
    <message>
      <source>{said}. The answer differs.</source>
      <translation>{said}. The answer differs.</translation>
    </message>
    <message>
      <source>{said}; sealed with the report</source>
      <translation>{said}; sealed with the report</translation>
    </message>
    <message>
      <source>{server} is not the centre that enrolled this laptop: its authority has the fingerprint {found}, and should have {known}.</source>
      <translation>{server} is not the centre that enrolled this laptop: its authority has the fingerprint {found}, and should have {known}.</translation>
    </message>
    <message>
      <source>{signature}…</source>
      <translation>{signature}…</translation>
    </message>
    <message>
      <source>{size} a second</source>
      <translation>{size} a second</translation>
    </message>
    <message>
      <source>{size}/s</source>
      <translation>{size}/s</translation>
    </message>
    <message>
      <source>{state} (key {key})</source>
      <translation>{state} (key {key})</translation>
    </message>
    <message>
      <source>{taken} of {wanted}</source>
      <translation>{taken} of {wanted}</translation>
    </message>
    <message>
      <source>{time} late</source>
      <translation>{time} late</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} left</translation>
    </message>
    <message>
      <source>{time} on scene</source>
      <translation>{time} on scene</translation>
    </message>
    <message>
      <source>{time} {part} corrected: “{old}” became “{new}”</source>
      <translation>{time} {part} corrected: “{old}” became “{new}”</translation>
    </message>
    <message>
      <source>{title} ({count})</source>
      <translation>{title} ({count})</translation>
    </message>
    <message>
      <source>{token} could not sign ({reason}).</source>
      <translation>{token} could not sign ({reason}).</translation>
    </message>
    <message>
      <source>{token} has no such certificate with its key, or several (there are: {found}).</source>
      <translation>{token} has no such certificate with its key, or several (there are: {found}).</translation>
    </message>
    <message>
      <source>{value} (both together)</source>
      <translation>{value} (both together)</translation>
    </message>
    <message>
      <source>{what} km away</source>
      <translation>{what} km away</translation>
    </message>
    <message>
      <source>{zone} (zone assumed)</source>
      <translation>{zone} (zone assumed)</translation>
    </message>
    <message>
      <source>“{act}” is not among what you may do here.</source>
      <translation>“{act}” is not among what you may do here.</translation>
    </message>
    <message>
      <source>“{words}” says something on cover. A party signs this text: write what happened.</source>
      <translation>“{words}” says something on cover. A party signs this text: write what happened.</translation>
    </message>
    <message>
      <source>“{words}” says something on cover: leave it only if these are the person's own words.</source>
      <translation>“{words}” says something on cover: leave it only if these are the person's own words.</translation>
    </message>
    <message>
      <source>“{words}” stands in a text that a party signs ({kind}, {field}): whether the insurer pays is not said there.</source>
      <translation>“{words}” stands in a text that a party signs ({kind}, {field}): whether the insurer pays is not said there.</translation>
    </message>
    <message>
      <source>← Before</source>
      <translation>← Before</translation>
    </message>
    <message>
      <source>← The claim before</source>
      <translation>← The claim before</translation>
    </message>
  </context>
</TS>
