"""Invented names in several scripts, put together from syllables, each with its Latin form."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Culture:
    """A script (ISO 15924) with countries and languages it is met in, and pairs of syllables: Latin, native."""

    script: str
    countries: tuple[str, ...]
    language: str
    starts: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]


CULTURES = (
    Culture(
        "Arab",
        ("SY", "YE", "SD", "EG"),
        "ar",
        (("Nab", "نب"), ("Qas", "قاس"), ("Rih", "ريح"), ("Taw", "تاو"), ("Jib", "جيب"), ("Sal", "سال"), ("Had", "هاد")),
        (("hani", "هاني"), ("imawi", "يماوي"), ("oun", "ون"), ("reddi", "رضي"), ("matti", "ماتي"), ("kar", "كار")),
    ),
    Culture(
        "Arab",
        ("AF", "IR"),
        "prs",
        (("Par", "پر"), ("Gol", "گل"), ("Kay", "کی"), ("Zhal", "ژال"), ("Mehr", "مهر"), ("Shah", "شه"), ("Del", "دل")),
        (("aspi", "اسپی"), ("nush", "نوش"), ("yari", "یاری"), ("gari", "گری"), ("mand", "مند"), ("aban", "آبان")),
    ),
    Culture(
        "Cyrl",
        ("BY", "RU", "KZ"),
        "ru",
        (
            ("Ver", "Вер"),
            ("Tol", "Тол"),
            ("Yel", "Ёл"),
            ("Grom", "Гром"),
            ("Zav", "Зав"),
            ("Lys", "Лыс"),
            ("Kot", "Кот"),
        ),
        (
            ("eteiko", "етейко"),
            ("ovets", "овец"),
            ("kina", "кина"),
            ("adin", "адин"),
            ("ushkin", "ушкин"),
            ("inets", "инец"),
        ),
    ),
    Culture(
        "Ethi",
        ("ET", "ER"),
        "am",
        (("Abe", "አበ"), ("Gebre", "ገብረ"), ("Wolde", "ወልደ"), ("Tesfa", "ተስፋ"), ("Hail", "ኃይ"), ("Mulu", "ሙሉ")),
        (("bela", "በላ"), ("sina", "ሲና"), ("meko", "መኮ"), ("rota", "ሮታ"), ("dahu", "ዳሁ"), ("tale", "ታለ")),
    ),
    Culture(
        "Mymr",
        ("MM",),
        "my",
        (("Myint", "မြင့်"), ("Thant", "သန့်"), ("Kyaw", "ကျော်"), ("Hla", "လှ"), ("Zaw", "ဇော်"), ("Moe", "မိုး")),
        (("mratt", "မြတ်"), ("aung", "အောင်"), ("nwe", "နွယ်"), ("sein", "စိန်"), ("thida", "သီတာ")),
    ),
    Culture(
        "Deva",
        ("NP", "IN"),
        "ne",
        (("Kshiti", "क्षिति"), ("Agni", "अग्नि"), ("Bhanu", "भानु"), ("Chira", "चिर"), ("Devi", "देवि"), ("Rita", "ऋत")),
        (("ja", "जा"), ("hotri", "होत्री"), ("prasta", "प्रस्त"), ("mala", "माला"), ("karan", "करण"), ("vani", "वाणी")),
    ),
    Culture(
        "Hant",
        ("CN", "HK"),
        "zh-Hant",
        (("Lin", "林"), ("Ouyang", "歐陽"), ("Shen", "沈"), ("Qiu", "邱"), ("Tong", "童"), ("Yan", "嚴")),
        (("xiao", "曉"), ("lan", "嵐"), ("wei", "薇"), ("zhe", "哲"), ("rong", "榕"), ("jun", "雋")),
    ),
    Culture(
        "Latn",
        ("SZ", "CO", "TR", "VN", "GT"),
        "en",
        (("Tarr", "Tarr"), ("Ñand", "Ñand"), ("Şük", "Şük"), ("Lind", "Lind"), ("Đor", "Đor"), ("Maqu", "Maqu")),
        (
            ("evosi", "evosi"),
            ("anile", "anile"),
            ("üroğlu", "üroğlu"),
            ("áñez", "áñez"),
            ("omba", "omba"),
            ("ílla", "ílla"),
        ),
    ),
)


def written(culture: Culture, random: Random) -> tuple[str, str]:
    """One name, Latin and native."""
    parts = [random.choice(culture.starts), random.choice(culture.ends)]
    if random.random() < 0.5:
        parts.append(random.choice(culture.ends))
    return "".join(latin for latin, _ in parts), "".join(native for _, native in parts)
