"""Every script: what is read back from the PDF is the data, and the shapes are those of the font."""

from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz as hb

from hrd_desktop import assets
from hrd_desktop.packet.faces import face
from hrd_desktop.packet.lines import break_lines
from hrd_desktop.packet.shaping import shape
from hrd_desktop.packet.styles import BODY, BODY_BOLD
from tests.packet.paper import POPPLER, document, pages_of, poppler_text, squeezed

NAMES = {
    "arabic": "نبهان قاسماوي",
    "persian": "پریچهر گلستانی‌نژاد",
    "hebrew": "שירלי בן־אבידוב",
    "cyrillic": "Лучезара Вешнякова",
    "amharic": "ፀሐይወርቅ በላይነህ",
    "tigrinya": "ኣስመረት ተኽለሃይማኖት ዕቝባዝጊ",
    "burmese": "သီရိရတနာလှိုင်",
    "devanagari": "श्रीकृष्णा क्षेत्रपालिनी",
    "chinese": "欧阳晓望",
    "bengali": "ঋতুপর্ণা চট্টরাজ",
    "tamil": "கார்த்திகைச்செல்வி",
    "thai": "สุริยันฉาย ผ่องน้ำทิพย์",
    "khmer": "សុភ័ក្ត្រា ព្រះចន្ទ",
    "georgian": "ნათელა მთვარაძე",
    "armenian": "Լուսաբեր Արևշատյան",
    "vietnamese": "Nguyễn Thị Đoan Hạnh",
}

PARAGRAPHS = {
    "arabic": "كنتُ ممرّضاً، ولم أحمل سلاحاً في حياتي. سجّلتُ أسماء زملائي الذين أُخذوا من غرف العمليات، "
    "وتواريخ القصف "
    "على العيادات (Taizz 2023)، لأن أحداً لم يكن يسجّلها. قالوا لي: دفترك أخطر من البندقية. «في 14 نوفمبر 2023».",
    "persian": "نمی‌خواهم درباره‌ی آن شب بنویسم؛ در ۱۴ آذر ۱۴۰۲ مأموران به خانه‌ی ما آمدند و پرسیدند: «دفتر "
    "کجاست؟» "
    "گفتم که چیزی نمی‌نویسم و ندارم.",
    "cyrillic": "Я родилась в горах и работала журналисткой; «суд» длился двенадцать дней, с 3 по 14 мая 2019 "
    "года, и "
    "был закрытым. Её звали Їжакова, её брата – Ґудзь.",
    "amharic": "ሬዲዮ ጣቢያው ትንሽ ነበር፤ ግን ተፈናቃዮች ድምፃቸውን የሚሰሙበት ብቸኛው ቦታ ነበር። ስማቸውን ስናነብ ማስፈራሪያው ጀመረ።",
    "burmese": "ကျွန်မသည် အသက်တစ်ဆယ့်ရှစ်နှစ်ကတည်းက အပ်ချုပ်ခဲ့သည်။ စက်ရုံတွင် ကလေးငယ်များ အလုပ်လုပ်နေကြသည်ကို "
    "ကျွန်မ "
    "မှတ်တမ်းတင်ခဲ့သည်။ ဥက္ကဋ္ဌသည် ၂၀၂၃ ခုနှစ်တွင် ထွက်ပြေးခဲ့သည်။",
    "devanagari": "मैं अठारह वर्ष की आयु से सिलाई करती हूँ; क्षेत्रीय कार्यालय में हमने १२ शिकायतें दर्ज कीं। "
    "उन्होंने पूछा: “रजिस्टर "
    "कहाँ है?” मैंने कहा कि वह जला दिया गया।",
    "chinese": "我从十八岁起就在工厂做工。二〇二三年十二月，他们来到我家，问：“笔记本在哪里？”（没有人回答）我们在"
    "2023年出版了《工人之声》，一共十二期，每一期都有人被带走；我把他们的名字记了下来。",
    "thai": "ฉันเย็บผ้ามาตั้งแต่อายุสิบแปดปี และบันทึกชื่อของเด็ก ๆ ที่ทำงานอยู่ในแถวของฉันไว้ในสมุดเล่มเล็ก",
    "tigrinya": "ኣብ ከተማ ጋዜጠኛ ኮይነ እሰርሕ ነበርኩ፤ ስም እቶም ዝተኣስሩ ሰባት ብሬድዮ ኣንቢበ። ድሕሪኡ ናብ ገዛና መጺኦም፦ “መዝገብ ኣበይ ኣሎ?” ኢሎም "
    "ሓተቱ። ቍጽሪ ዓንቀጽ ፲፪።",
    "bengali": "আমি আঠারো বছর বয়স থেকে সেলাইয়ের কাজ করি; কারখানায় যে শিশুরা কাজ করত, তাদের নাম আমি একটি ছোট "
    "খাতায় লিখে রাখতাম। ২০২৩ সালে তারা জিজ্ঞাসা করেছিল: “খাতাটি কোথায়?”",
    "tamil": "நான் பதினெட்டு வயதிலிருந்து தையல் வேலை செய்கிறேன்; தொழிற்சாலையில் வேலை செய்த குழந்தைகளின் "
    "பெயர்களை ஒரு சிறிய குறிப்பேட்டில் எழுதி வைத்தேன்.",
    "georgian": "თვრამეტი წლიდან ვმუშაობ ჟურნალისტად; „რვეული სად არის?“ – მკითხეს მათ 2023 წლის 14 ნოემბერს და "
    "სახლი გაჩხრიკეს.",
    "armenian": "Տասնութ տարեկանից աշխատում եմ որպես լրագրող. «Որտե՞ղ է տետրը», – հարցրին նրանք 2023 թվականի "
    "նոյեմբերի 14-ին և խուզարկեցին տունը։",
    "hebrew": "מאז גיל שמונה־עשרה אני עובדת כתופרת; רשמתי את שמות הילדים בפנקס קטן (12 עמודים). ב־14 בנובמבר "
    "2023 הם שאלו: ״איפה הפנקס?״ ולא עניתי.",
    "vietnamese": "Tôi làm thợ may từ năm mười tám tuổi; tôi ghi tên những đứa trẻ làm việc trong chuyền vào một "
    "cuốn sổ nhỏ. Họ hỏi: “Sổ ở đâu?”",
    "khmer": "ខ្ញុំធ្វើការនៅក្នុងរោងចក្រតាំងពីអាយុដប់ប្រាំបីឆ្នាំ ហើយបានកត់ត្រាឈ្មោះកុមារ",
}

RIGHT_TO_LEFT = {"arabic", "persian", "hebrew"}


def _read(data: bytes, script: str, folder: Path) -> str:
    if script in RIGHT_TO_LEFT:
        if POPPLER is None:
            pytest.skip("pdftotext is not installed")
        return poppler_text(data, folder)
    return "".join(pages_of(data))


@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_read_back(script: str, tmp_path: Path) -> None:
    for style in (BODY, BODY_BOLD):
        assert squeezed(_read(document([NAMES[script]], style), script, tmp_path)) == squeezed(NAMES[script])


@pytest.mark.parametrize("script", NAMES)
def test_a_name_inside_a_latin_line_is_read_back(script: str, tmp_path: Path) -> None:
    line = f"The nurse ({NAMES[script]}) of the clinic, and {NAMES[script]}, signed twelve reports."
    assert squeezed(_read(document([line]), script, tmp_path)) == squeezed(line)


@pytest.mark.parametrize("script", PARAGRAPHS)
def test_a_paragraph_is_read_back(script: str, tmp_path: Path) -> None:
    text = PARAGRAPHS[script]
    assert len(break_lines(text, BODY, 200)) > 1
    assert squeezed(_read(document([text], width=200), script, tmp_path)) == squeezed(text)


@pytest.mark.parametrize("script", [*NAMES, *PARAGRAPHS])
def test_no_character_is_missing(script: str) -> None:
    for text in (NAMES.get(script, ""), PARAGRAPHS.get(script, "")):
        assert all(not line.missing for line in break_lines(text, BODY, 300))


FONTS = {
    "arabic": "NotoNaskhArabic-Regular",
    "persian": "NotoNaskhArabic-Regular",
    "cyrillic": "NotoSans-Regular",
    "amharic": "NotoSansEthiopic-Regular",
    "tigrinya": "NotoSansEthiopic-Regular",
    "burmese": "NotoSansMyanmar-Regular",
    "devanagari": "NotoSansDevanagari-Regular",
    "chinese": "DroidSansFallbackFull",
}


@pytest.mark.parametrize("script", FONTS)
def test_glyphs_are_those_of_the_whole_text_shaped_at_once(script: str) -> None:
    """The engine shapes word by word and breaks lines; HarfBuzz given the whole name must come to the same glyphs."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(assets.resource("fonts", f"{FONTS[script]}.ttf")))))
    buffer = hb.Buffer()
    buffer.add_str(NAMES[script])
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {})
    (line,) = break_lines(NAMES[script], BODY, 500)
    # Spaces and joiners may come from the main font; letters decide.
    drawn = [g.id for run in line.runs for g in run.shaped.glyphs if run.shaped.face.name == FONTS[script]]
    space = font.get_nominal_glyph(0x20)
    expected = [info.codepoint for info in buffer.glyph_infos]
    assert [g for g in drawn if g != space] == [g for g in expected if g not in (space, 0)]
    assert line.right_to_left == (script in RIGHT_TO_LEFT)


def test_arabic_letters_take_their_joined_forms() -> None:
    naskh = face("NotoNaskhArabic-Regular")
    names = [naskh.hb_font.glyph_to_string(g.id) for g in shape(naskh, "نبهان", True).glyphs]
    # From the left: noon alone, for alef joins nothing after it; alef final; heh and beh medial; noon initial.
    assert names == ["uni0646", "uniFE8E", "uniFEEC", "uniFE92", "uniFEE7"]


def test_an_arabic_word_that_must_be_cut_keeps_its_joined_forms() -> None:
    word = "ستستعملونها" * 12
    lines = break_lines(word, BODY, 200)
    assert len(lines) > 1
    assert "".join(line.text for line in lines) == word
    at = len(lines[0].text)
    whole = shape(face("NotoNaskhArabic-Regular"), word, True)
    # The last letter of the first line stands at its left end, and in the whole word at the same place from the right.
    assert lines[0].runs[0].shaped.glyphs[0].id == whole.glyphs[len(whole.glyphs) - at].id


def test_visual_order_of_a_mixed_line() -> None:
    (line,) = break_lines("abc אבג 12 דהו def", BODY, 500)
    assert [run.shaped.text.strip() for run in line.runs if run.shaped.text.strip()] == [
        "abc",
        "דהו",
        "12",
        "אבג",
        "def",
    ]
    (line,) = break_lines("אבג (abc) דהו", BODY, 500)
    assert line.right_to_left
    shown = [run.shaped.text.strip() for run in line.runs if run.shaped.text.strip()]
    assert shown.index("abc") not in (0, len(shown) - 1)


def test_a_character_without_a_font_is_reported_and_drawn_as_a_box() -> None:
    (line,) = break_lines("ab\U00010380c", BODY, 500)
    assert line.missing == {"\U00010380"}
    boxes = [g for run in line.runs for g in run.shaped.glyphs if g.id == 0]
    assert len(boxes) == 1
    assert boxes[0].advance > 0


def test_combining_marks_stay_with_their_letter() -> None:
    (line,) = break_lines("m\u0303s\u0323\u0301", BODY, 500)
    assert len(line.runs) == 1
    assert squeezed("".join(pages_of(document(["m\u0303s\u0323\u0301 end"])))) == "m\u0303s\u0323\u0301end"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("אבג abc (def) דהו", "והד abc (def) גבא"),
        ("אבג (abc) דהו", "והד (abc) גבא"),
        ("abc (אבג דהו) def", "abc (והד גבא) def"),
        ("abc אבג (דהו) def", "abc (והד) גבא def"),
        ("אבג (דהו 12) abc", "abc (12 והד) גבא"),
    ],
)
def test_brackets_stay_in_pairs(text: str, shown: str) -> None:
    (line,) = break_lines(text, BODY, 500)
    mirrored = str.maketrans("()", ")(")
    drawn = "".join(
        run.shaped.text[::-1].translate(mirrored) if run.shaped.right_to_left else run.shaped.text for run in line.runs
    )
    assert drawn == shown
