"""Qt item models over ids, with a cache of rows."""
