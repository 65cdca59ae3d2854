<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Surveyor</name>
    <message numerus="yes">
      <source>%n already there</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) brought up to date</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) on this laptop · {name}</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n check(s) passed</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n damaged part(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n journal line(s) not sent yet</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n notice(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n notice(s); nothing is lost</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s), each stored unchanged with its hash</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) must be settled before the report; each line leads there</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) withdrawn; they stay in the case with the reason</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n refused</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stored</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n task(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n without preview</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>(no number yet)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>(no part yet)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 (slight) to 5 (destroyed)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A copy was restored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A fault of the program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A font of the report is missing: {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A passphrase or code is needed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A plate number has 5 to 10 characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A signature does not fit its entry.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A stored original no longer matches its hash and is not shown as evidence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accident</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accident and conditions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Address of the centre</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All actions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All actions (Ctrl+K)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All cases on this laptop are encrypted with your profile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All other originals are unaffected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Already there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An entry of the journal is not in its proper form.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An older copy of this case was restored or the disk was cloned. The journal went on as part {part}; everything written before is kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An original is not in this case file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An upload was interrupted and goes on at another place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program has this case open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answer {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Arrival</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask the office for a new enrolment code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask the office to assign it to you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask the office to assign the case to you, then fetch it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask the office to correct it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask the office to open a claim for it, or deliver to the right centre.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At least {count} characters, please.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At most 249 characters; course of events and provisional liability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At the scene from {start} to {end}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At the scene since {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belongs to another case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both versions are kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bytes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bytes changed on the way.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Camera</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelling…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Caption</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Centre: {server}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Certificate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Certificate file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the disk or the cable, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the keyboard layout and Caps Lock, or use the recovery code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check this laptop's clock, or enrol again to get a new certificate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chinese</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chinese and English</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a photo to see its details and custody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another file, or restore this one from its second copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the file as it was issued.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the right file and passphrase.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Claim</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clock position the force came from, 0 to 12</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close it there, then open it here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the case, open it again and try once more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare it with the sheet you wrote at the first start.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Content</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Content credentials</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Correct the field and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create a profile to begin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create profile</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create your profile</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Creating…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Custody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damage is entered for a vehicle; start with the insured one, then the others.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damaged part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deliver</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deliver again; the missing entries are fetched first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delivering</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delivery</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delivery stopped. It goes on from here the next time; nothing starts over.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Draft</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Draft of %n page(s), not signed</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Drivers, injured people and witnesses are entered once and then chosen in statements and vehicles.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Driving</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop files or a folder anywhere in this window, paste a picture, or choose files. Each original is stored unchanged with its hash.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Due</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Duration</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each damaged part is one line with what is to be done and what it costs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Earlier entries have not reached the centre yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>English</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enrol</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enrol it with the code from the office.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enrol this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enrolled at {server}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enrolling…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enrolment code from the office</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enrol…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enter it and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enter: next answer · Ctrl+Enter: next question · Shift+Enter: new line</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is at the centre, and the centre has signed for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is only on this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is safe on this laptop; what has already arrived stays there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything saved before is safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything up to the last complete step is safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everywhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exact text of the receipt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export a folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export the case again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exported to {folder}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exporting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fetch assignments</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fetch the case again, or restore it from its second copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fetch what the office has assigned to you, or open a new case on the spot; the office's number can be joined later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fetching assignments</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files that come with the program are missing ({what}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Findings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forgotten the passphrase?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free some space, then do it again; files already stored are recognised.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full receipt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full screen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Given by the office later; several with a comma between them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go back to the list and open it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Head of the statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Home and work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I am leaving now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have arrived</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have written it down and keep it away from this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a whole folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a whole folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import cancelled. What was stored so far stays.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Importing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the accident</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Install Surveyor again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Install Surveyor again; your cases stay as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insured</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insured and policy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Issue a new revision of the report for what came later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Issue a new revision of the report if something must be corrected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It goes on by itself when you try again; nothing starts over.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It holds the keys of all your cases. Nobody can read them without your passphrase.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is no longer where it was expected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is shown only now. If you forget the passphrase, only this code opens your cases.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was not changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was not overwritten.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its record and its hash are here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept, but not shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language of the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left and right: other photos · plus and minus: zoom · 0: fit · Esc: close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lens</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light, dark or sunlight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Metadata</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move forward</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Must ({count})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New damage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New passphrase, at least {count} characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New vehicle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No case here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No damage here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No photo here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No preview: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No receipt yet. The centre signs one when it has every original and has read it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No statement here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No vehicle here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No. {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None yet: enrol this laptop, or use a certificate file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not at the scene yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is assigned to you at the moment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing that must be done is left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing to settle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was signed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notices</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numbers, for example 3, 7-9</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Owner and use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages of the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paint</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Papers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Part of {path} is damaged or was cut off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Partial receipt: entries and previews</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Party</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase of the certificate file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>People ({count})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>People and vehicles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Photos a page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Plate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please call the office and read them this message.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please enter a date, for example {example}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please enter a number with at most {places} decimal places</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please enter a user name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please enter a whole number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please enter date and time, or a time of today, for example {example}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please enter photo numbers, for example 3, 7-9</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please enter the address and the code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please enter your name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Position</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preparing the preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preparing…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Question {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready to leave?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receipt saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receipts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recover</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recover your profile</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh the preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report number (may be left empty)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore it from its second copy, and change nothing in it until then.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore the case from its second copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore the profile's folder from your second copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Role</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Salvage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save receipt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sealed by it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search by number, name, plate or place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Serial number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Several values stand side by side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Several values stand side by side; choose the right one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Several values: choose one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Several values: please choose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Several with a comma between them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shortcuts of this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Should ({count})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide the details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign and seal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign the report…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed report {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signing cannot be undone. The task is sealed; what comes later becomes an addendum and a new revision.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signing the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signing, sealing, delivering and erasing cannot be undone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Software</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sound</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Standard questions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statements</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sunlight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Survey</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Survey report in {language}, with the hashes of %n original(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Switch the language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch the theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken or entered by mistake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Task</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The case file could not be read or written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The case files are not touched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The case has two ids</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre cannot be reached.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre certifies this laptop and you as its surveyor. Only then can reports be signed and cases delivered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre does not know this case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre has not certified this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre holds the entries and previews and has signed for them; originals are missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre knows entries that this copy of the case lacks: an older copy was restored.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre refused the user name or code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre reported a fault of its own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre sent something that this version does not understand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The centre still misses entries or originals.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The certificate cannot be read, or its passphrase is wrong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The check digit of this identity number does not fit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk refused to read or write {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is as it was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file says no position</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file says no time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file was not changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The office knows this case also as {id}; both ids are accepted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The office owns this data; you may correct the phone numbers. Tell the office about the rest.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The person asked for it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The profile at {path} cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program has a fault. Everything saved before is safe. Please go on, and tell the office what you did.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The receipt's signature or content does not hold, so it does not count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The recovery code from the first start opens the profile; then choose a new passphrase.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report could not be laid out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report could not be made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report is signed and stored. The task is sealed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report of this task is signed, so this record is sealed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same passphrase again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sign-in at the centre has run out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The signed report and all evidence are unchanged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The signing certificate is not valid now ({subject}, until {not_after}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The values can no longer be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is already something at {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no photo {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no picture and no file on the clipboard.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no preview of this file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no profile at {path} yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This cannot be done as asked ({field}: {reason}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This case is not assigned to you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This could not be done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This folder is not a complete export.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is no complete vehicle identification number, or its check digit does not fit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not a PDF that can be checked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop and the centre could not agree.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop is not enrolled at a centre yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This older case file could not be brought to this version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This passphrase does not open the profile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This record belongs to the office or to another surveyor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This recovery code does not open the profile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To deliver</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Total</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Total in CNY</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try fewer photos a page; if it happens again, call the office.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undamaged records and originals can still be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock your cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlocking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Update Surveyor on this laptop, then open it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Update Surveyor, or call the office.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use a certificate file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>User name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>User name (as the office knows you)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Valid</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vehicle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vehicles ({count})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Video</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What became of the files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was reported, and the policy it concerns</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What will be signed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which one is right?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who and what was involved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who signs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whole folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why is it withdrawn?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Withdraw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Withdraw…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without a number the case starts at once; the office's number is joined to it later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write down questions and answers in the person's own words. Enter leads to the next answer, Ctrl+Enter to the next question.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Yes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your cases are locked and safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your cases are not touched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your name (as it stands on the report)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your work is safe on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>already there</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>clipboard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>could not be read ({reason})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>delivered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>file is missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it stood in a copy of the case that went another way; its content was taken over</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it was written by a newer version of the program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its author may not write this record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not a format that can be shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>only here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>part of the picture is missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>present, not checked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reading it failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reading it took too long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reading it took too much memory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>receipted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>received {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>saved {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sending</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sending {share} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>starting…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stored without preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the device that signed it is not known yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the file cannot be read; check the card or its permissions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the file is damaged or not what its name says</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the file is empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the file is not there any more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>this version does not know what it is about</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>too large to be shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} characters; at most {limit} go into the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} km</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} m</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {total} originals at the centre · {state}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{kind}, {field}: {count} values stand side by side</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>{kind}: %n entry kept and passed on, because {reason}</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>{path} belongs to another profile, so it cannot be opened here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not a case file of this profile, or its first page is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was written by a newer version of Surveyor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{position}, {distance} from the reported place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{time} late</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{time} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{time} on scene</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
