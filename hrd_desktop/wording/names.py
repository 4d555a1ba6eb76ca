"""Names of countries and languages in words, from Babel, with our own where Babel has none or an unclear one."""

from __future__ import annotations

import unicodedata
from functools import cache

from babel import Locale

from hrd_desktop.core.countries import COUNTRIES
from hrd_desktop.core.languages import is_language_tag
from hrd_desktop.wording.tables import table

_NO_LANGUAGES = {"mul", "und", "root"}


@cache
def locale(lang: str) -> Locale:
    """Canadian English or French."""
    return Locale(lang, "CA")


def sort_key(name: str) -> tuple[str, str]:
    """The order of a list for people: accents and capitals do not count, unless all else is equal."""
    apart = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae"))
    folded = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return "".join(c for c in folded if c.isalnum() or c == " "), name


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def country(code: str, lang: str) -> str:
    """The country's name; KeyError for a code that the case format does not know."""
    own = table("names")["country"].get(code)
    if own is not None:
        return str(own[lang])
    if code not in COUNTRIES:
        raise KeyError(f"no country {code}")
    return capital(str(locale(lang).territories[code]))


def former_state(key: str, lang: str) -> str:
    """A state of another time: `Soviet Union (USSR)`."""
    return str(table("former")["name"][key][lang])


@cache
def language(tag: str, lang: str) -> str:
    """The language's name, its script and country in brackets; the tag itself where no name is known."""
    own = table("names")["language"].get(tag)
    if own is not None:
        return str(own[lang])
    names = locale(lang)
    whole = names.languages.get(tag.replace("-", "_"))
    if whole is not None:
        return capital(str(whole))
    subtags = tag.split("-")
    if len(subtags) == 1:
        return tag
    details = []
    for part in subtags[1:]:
        found = names.scripts.get(part) if len(part) == 4 else names.territories.get(part)
        details.append(str(found) if found else part)
    return f"{language(subtags[0], lang)} ({', '.join(details)})"


@cache
def all_countries(lang: str) -> tuple[tuple[str, str], ...]:
    """Every country of the case format with its name, in the order of the names."""
    return _sorted({code: country(code, lang) for code in COUNTRIES})


@cache
def all_languages(lang: str) -> tuple[tuple[str, str], ...]:
    """Every language with a name, in the order of the names; dialects by country are left to be typed."""
    both = {str(tag) for tag in locale("en").languages} & {str(tag) for tag in locale("fr").languages}
    known = {tag for tag in both - _NO_LANGUAGES if is_language_tag(tag)} | set(table("names")["language"])
    return _sorted({tag: language(tag, lang) for tag in known})


def _sorted(names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(names.items(), key=lambda pair: (sort_key(pair[1]), pair[0])))
