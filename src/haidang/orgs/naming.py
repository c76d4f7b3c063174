"""How names of units are compared, whatever their capitals, dashes, spaces and tone places.

Words in, words out: nothing here knows which units exist.
"""

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

TONES = "\u0300\u0301\u0303\u0309\u0323"
# Habits of official text, not names of one place.
ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "vh&tt": "văn hóa thông tin",
    "tt&tt": "thông tin truyền thông",
    "tp": "thành phố",
    "pct": "phó chủ tịch",
}
JOINING = {"và", "của"}
SLIPS = 2  # letters that a misspelt name may differ in, not more than one a word
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?")


def name_key(name: str) -> str:
    """The same key for every way of writing one name.

    >>> name_key("Trung tâm Văn hoá – Thông tin") == name_key("trung tâm  văn hóa và thông tin")
    True
    """
    words = _WORD.findall(unicodedata.normalize("NFC", name).casefold())
    spelt = " ".join(ABBREVIATIONS.get(word, word) for word in words if word not in JOINING)
    return " ".join(tone_last(word) for word in spelt.split())


def tone_last(word: str) -> str:
    """A word with its tone behind all its letters: "hoà" and "hòa" are one word.

    >>> tone_last("hoà") == tone_last("hòa")
    True
    """
    letters = unicodedata.normalize("NFD", word)
    plain = "".join(letter for letter in letters if letter not in TONES)
    return plain + "".join(letter for letter in letters if letter in TONES)


def bare(words: str) -> str:
    """Words without any mark, as from a keyboard that has none.

    >>> bare("Đồn Biên phòng")
    'Don Bien phong'
    """
    letters = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def slips_between(key: str, other: str) -> int | None:
    """How many letters one key is misspelt in, if it is the same name at all.

    Word for word, so that "Mỹ Long Nam" is never a misspelt "Mỹ Long Bắc", and never in a number.
    """
    words, others = key.split(), other.split()
    if len(words) != len(others):
        return None
    slips = 0
    for word, wanted in zip(words, others, strict=True):
        if word == wanted:
            continue
        if word.isdigit() or wanted.isdigit() or Levenshtein.distance(word, wanted) > 1:
            return None
        slips += 1
    return slips if slips <= SLIPS else None
