"""What a survey is: records, enumerations, entries and their canonical bytes, ownership, projection, errors.

One word for one thing, here and in every package above:

- *evidence*: a record of the case that rests on bytes; its class is photo, video, sound, paper or other.
- *original*: those bytes, exactly as they came in, stored once under their hash.
- *photo*: a piece of evidence of class photo; what a surveyor counts, assigns and captions.
- *picture*: pixels made to be looked at (a preview, a thumbnail, a page's image), never evidence.
- *check*: a rule that is run, with its id and how grave it is.
- *doubt*: what a check of one photo or one statement answers when it did not pass.
- *finding*: what is missing or wrong when a whole case is looked at: before leaving, or when it is verified.
- *warning*: a word beside a field about what was typed; nothing is kept of it.
- *entry*: a signed line of the journal; *record*: what its entries say together.
- *claim*: what the office opened; *case*: ours, with an id for ever; *task*: what was given to one person.
"""
