"""Letters as the eye takes them: no marks, nothing unseen, look-alikes of other scripts made plain.

A stamp is a stamp in whatever letters it was typed, on purpose or by a poor scanner (N19).
"""

import html
import re
import unicodedata
from dataclasses import dataclass

_ALIKE = {
    "A": "АΑᴀꓮᎪ",
    "E": "ЕΕᴇꓰᎬ",
    "I": "ІӀΙɪꓲᏆ",
    "L": "ʟ",
    "M": "МΜᴍꓟᎷ",
    "N": "ΝɴꓠН",
    "O": "ОΟᴏꓳ",
    "T": "ТΤᴛꓔᎢ",
    "U": "ᴜꓴ",
    "Y": "УҮΥʏꓬᎽ",
    "D": "Ðᴅ",
}
_PLAIN = {ord(odd): letter for letter, odds in _ALIKE.items() for odd in (odds + odds.lower())}
for _first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6):  # letters in squares, discs and flags
    _PLAIN |= {_first + place: chr(ord("A") + place) for place in range(26)}
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_ODD = frozenset(map(chr, _PLAIN))
_SIGNS = (
    *(("đ", "d"), ("Đ", "D"), ("–", "-"), ("—", "-"), ("“", '"'), ("”", '"'), ("‘", "'")),
    *(("│", "|"), ("║", "|"), ("┃", "|")),
)
_STRUCK = frozenset("\u0332\u0333\u0334\u0335\u0336\u0337\u0338\u20d2\u20e5")
_TAGS = re.compile(r"</?(?!(?:toi |tuyet )?mat)[a-z][a-z0-9]*(?:\s[^<>\n]{0,200})?/?>")
# The words of a stamp in TCVN3, VNI, VISCII, in UTF-8 taken for Latin letters, and as typed
# with Telex, VNI and VIQR where no keyboard program was on.
_OLD = re.compile(
    "(?i)(?<![^\\W_])"
    "(?:(?P<high>t(?:è|oá|¯|\x8f|á»[\x90‘'’]?|o\\^'|o61|oo?s)is?|too?is)[ \xa0]+"
    "|(?P<top>tuy(?:ö|eä|®|ž|\x8e|á»[†‡\x86\x87]|e\\^\\.|e65|ee?j)t|tuyee?tj)[ \xa0]+)?"
    "m(?:ë|§|‡|\x87|aä|áº[¬\xad]?|a\\^\\.|a65|a56|aa?j|aa)tj?"
    "(?![^\\W_])"
)
_HINT_OF_OLD = re.compile("[mM](?:[ëË§‡\x87áÁ]|[aA][äÄaAjJ^65])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: its plain capitals, the marks of each, and how many were capitals."""

    plain: str
    marks: tuple[str, ...]
    capitals: int


def plain_capitals(text: str) -> str:
    """A text in plain capitals, line for line; what is no Latin letter is left out.

    >>> plain_capitals("Tuyệt mật")
    'TUYET MAT'
    """
    apart = unicodedata.normalize("NFKD", text)
    if not _ODD.isdisjoint(apart):
        apart = _UNSEEN.sub("", apart).translate(_PLAIN)
    for odd, letter in _SIGNS:
        apart = apart.replace(odd, letter)
    return apart.encode("ascii", "ignore").decode().upper()


def unveiled(text: str) -> str:
    """A text with its entities, tags and the old letters of a stamp turned into what they mean.

    >>> unveiled("<b>M&#7852;T</b>, TèI MËT")
    'MẬT, TỐI MẬT'
    """
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAGS.sub("", text)
    if "\u202e" in text:
        text = re.sub("\u202e([^\u202c\n]*)\u202c?", lambda found: found[1][::-1], text)
    if _HINT_OF_OLD.search(text):
        text = _OLD.sub(_of_old, text)
    return unicodedata.normalize("NFC", text)


def _of_old(found: re.Match[str]) -> str:
    return ("TUYỆT " if found["top"] else "TỐI " if found["high"] else "") + "MẬT"


def words_of(line: str) -> list[Word]:
    """The words of a line, split at everything that is neither letter nor digit."""
    words: list[Word] = []
    letters: list[tuple[str, str, bool]] = []
    for odd in _UNSEEN.sub("", unicodedata.normalize("NFKD", line)):
        if not odd.isascii() and _MARKS.match(odd):
            if letters and odd not in _STRUCK:
                letter, marks, is_capital = letters[-1]
                letters[-1] = letter, marks + odd, is_capital
            continue
        letter = odd if odd.isascii() else "D" if odd in "đĐ" else odd.translate(_PLAIN)
        if letter.isalnum():
            letters.append((letter.upper(), "", letter.isupper() and odd == odd.upper()))
        elif letters:
            words.append(_word(letters))
            letters = []
    return [*words, _word(letters)] if letters else words


def _word(letters: list[tuple[str, str, bool]]) -> Word:
    plain = "".join(letter for letter, _, _ in letters)
    marks = tuple(marks for letter, marks, _ in letters for _ in letter)
    return Word(plain, marks, sum(is_capital for _, _, is_capital in letters))
