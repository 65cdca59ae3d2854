"""A phone that sends its originals into the open case: the code it opens, what came, and the end of it."""
