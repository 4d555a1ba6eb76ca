"""Everything the program says in English and French: labels, sentences, countries, languages, dates."""

from hrd_desktop.wording.words import HelpText, Wording, wording

__all__ = ["HelpText", "Wording", "wording"]
