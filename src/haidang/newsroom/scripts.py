"""Which language words look like they are in: enough to see that a field holds the wrong one."""

import re
import unicodedata

KHMER = re.compile(r"[\u1780-\u17ff\u19e0-\u19ff]")
WORD = re.compile(r"[^\W\d_]+")
VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
NAMES = {"vi": "tiếng Việt", "en": "tiếng Anh", "km": "tiếng Khmer"}
FEW = 4  # words: a name or an address says nothing of the language it stands in


def looks_like(words: str) -> str | None:
    """The language that words seem to be in: vi, en or km; None where they are too few to say.

    Names stay as they are in every language: a text is Vietnamese where every third word bears
    letters that Vietnamese alone has, and Khmer where half of its letters are.
    """
    words = unicodedata.normalize("NFC", words)
    letters = sum(map(str.isalpha, words)) or 1
    khmer = len(KHMER.findall(words))
    if khmer and khmer * 2 >= letters:
        return "km"
    found = WORD.findall(KHMER.sub(" ", words))
    if len(found) < FEW:
        return None
    marked = sum(bool(VIETNAMESE.search(word)) for word in found)
    return "vi" if marked * 3 >= len(found) else "en"


def is_vietnamese(words: str) -> bool:
    """Whether words of another language's text are Vietnamese, be they as few as a name.

    >>> is_vietnamese("Báo Trà Vinh"), is_vietnamese("Salt of Cầu Ngang")
    (True, False)
    """
    found = WORD.findall(unicodedata.normalize("NFC", words))
    marked = sum(_is_marked(word) for word in found)
    others = sum(not (_is_marked(word) or word.isupper()) for word in found)  # UBND says nothing
    return len(found) > 1 and marked > 0 and marked >= others


def _is_marked(word: str) -> bool:
    return any(sign in "đĐ" or unicodedata.decomposition(sign) for sign in word)


def wrong_language(words: str, language: str) -> str | None:
    """The name of the language that words are in, where it is not the one asked for.

    >>> wrong_language("Bà con đi biển về bến an toàn", "en")
    'tiếng Việt'
    """
    found = looks_like(words)
    return NAMES[found] if found and found != language else None
