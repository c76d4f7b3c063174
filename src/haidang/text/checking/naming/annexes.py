"""Appendices: label, title, the note of what they belong to, and what stands in them."""

from dataclasses import replace

from haidang.text.checking.naming.named import named
from haidang.text.checking.passages import Box, Passage
from haidang.text.layout import Component, body
from haidang.text.layout.body import APPENDIX_ARTICLE
from haidang.text.layout.boxes import CLERK_STAMP
from haidang.text.understanding.paper.attached import is_attachment_note
from haidang.text.understanding.paper.zones import is_annex_heading
from haidang.text.understanding.words.letters import compiled, is_capitals

# Box 14: "21/KH-UBND; 05/11/2026; 09:30:00; +07:00"
_STAMP = compiled(r"\d/[A-Z].*\d{1,2}:\d{2}(?::\d{2})?.*\+\d{2}:?\d{2}$")
_NOTE = compiled(r"\(?\s*(?:[Bb]an hành )?[Kk]èm theo\b")
_MOST_HEAD = 8  # paragraphs of a heading
# What stands in an appendix is set like the body, in whatever order its matter asks for
APPENDIX_TEXT = replace(
    body.BODY, key="appendix-text", name="Nội dung phụ lục", box="text", article=APPENDIX_ARTICLE
)
APPENDIX_TABLE = replace(
    body.TABLE_TEXT, key="appendix-table-text", box="text", article=APPENDIX_ARTICLE
)


def name_annexes(passages: list[Passage]) -> list[Box]:
    """The boxes of everything behind the signature."""
    found: list[Box] = []
    in_head = 0
    for passage in passages:
        component = _component(passage, in_head, found)
        in_head = _still_in_head(component, in_head)
        found.append(named(component, passage, apart=component in (APPENDIX_TEXT, APPENDIX_TABLE)))
    return found


def _component(passage: Passage, in_head: int, found: list[Box]) -> Component:
    words = passage.plain
    if passage.table is not None:
        return APPENDIX_TABLE
    if _STAMP.search(words):
        return CLERK_STAMP
    if is_annex_heading(words):
        return body.APPENDIX_LABEL
    if is_attachment_note(words) or _NOTE.match(words) or _note_goes_on(words, found):
        return body.ATTACHED_TO
    titled = in_head > 1 and found[-1].component is body.APPENDIX_LABEL
    noted = bool(found) and found[-1].component is body.ATTACHED_TO
    if in_head and not noted and (is_capitals(words) or titled):
        return body.APPENDIX_TITLE
    return APPENDIX_TEXT


def _still_in_head(component: Component, in_head: int) -> int:
    if component is body.APPENDIX_LABEL:
        return _MOST_HEAD
    return in_head - 1 if in_head and component in (body.APPENDIX_TITLE, body.ATTACHED_TO) else 0


def _note_goes_on(words: str, found: list[Box]) -> bool:
    """The bracket of the note closes in a later paragraph."""
    if not found or found[-1].component is not body.ATTACHED_TO:
        return False
    return not found[-1].words.rstrip(" .").endswith(")") and len(words) < 200
