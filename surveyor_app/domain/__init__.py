"""What a survey is: records, enumerations, entries and their canonical bytes, ownership, projection, errors."""
