"""An assessment as lines of text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from hrd_desktop.checklists.results import Assessment
from hrd_desktop.services import checking
from hrd_desktop.wording import Wording


def check_lines(assessment: Assessment, words: Wording) -> Iterator[str]:
    """The headline, then one line an item: result, item, person, title, reason, provision; then what to ask next."""
    pack = checking.pack_on(assessment.on)
    yield f"{assessment.case_code}: {words.result('headline', assessment.headline)}"
    yield words.text("check_under", pack=pack.id, version=pack.version, day=words.day(assessment.on))
    for item in assessment.items:
        who = f" {item.person}" if item.person else ""
        yield ""
        yield f"{item.id}{who}  {words.result('result', item.result)}  {pack.title(item.id, words.lang)}"
        yield f"    {checking.sentence(item.why, assessment.on, words)} [{pack.citation(item.citation, words.lang)}]"
    if assessment.ask_next:
        yield ""
        yield words.text("ask_next")
        for ask in assessment.ask_next:
            yield f"  - {checking.sentence(ask.question, assessment.on, words)}"
