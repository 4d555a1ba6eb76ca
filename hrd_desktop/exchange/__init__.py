"""A case in and out of the program: strict JSON, and the files named beside it."""
