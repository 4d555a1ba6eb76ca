"""The keys of a case file: one data key, wrapped once per secret. `FORMAT.md` says how, to the byte."""
