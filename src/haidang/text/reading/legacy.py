"""Letters of the time before Unicode: what each code of the old Vietnamese tables stands for.

Every table is given for text whose bytes were taken as Latin letters, which is how it comes out of
old files and of documents in an old font alike.
"""

import re
import unicodedata
from collections.abc import Callable

from haidang.text.reading.syllables import is_syllable

Table = Callable[[str], str]

# TCVN 5712:1993, known as TCVN3 or ABC: codes A1 to FE; "_" where the table has no letter.
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđ______àảãáạ_ằẳẵắ_______ặầẩẫấậè_ẻẽéẹềểễếệìỉ___ĩíịò_ỏõóọồổỗốộờởỡớợù_ủũúụừửữứựỳỷỹýỵ"
)
# VISCII 1.1 (RFC 1456): codes 80 to FF, and six in place of control codes.
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
# VNI for Windows: a vowel, then a letter that stands for its mark and tone together.
_VNI_ALONE = {
    "í": "í",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "ô": "ơ",
    "ö": "ư",
    "î": "ỵ",
    "ñ": "đ",
}
_VNI_MARKS = {
    "ù": "\u0301",
    "ø": "\u0300",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_PAIR = re.compile(
    "([aeouyôö])([{}])|[{}]".format("".join(_VNI_MARKS), "".join(_VNI_ALONE)), re.IGNORECASE
)

_BIG = "A-ZĐĂÂÊÔƠƯ"
_TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_PLAIN_SMALL = re.compile("[a-zđăâêôơư]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_MIXED = re.compile(rf"\b(?:[{_BIG}]*[{_TONED}]+[{_BIG}]+|[{_BIG}]{{2,}}[{_TONED}]+)\b")

_TCVN3_CODES = {code: letter for code, letter in enumerate(_TCVN3, start=0xA1) if letter != "_"}
_VISCII_CODES = dict(enumerate(_VISCII, start=0x80)) | _VISCII_LOW


def from_tcvn3(words: str) -> str:
    """TCVN3 (ABC, fonts .Vn…) into Unicode.

    >>> from_tcvn3("QuyÕt ®Þnh"), from_tcvn3("CHñ TÞCH")
    ('Quyết định', 'CHỦ TỊCH')
    """
    return "\n".join(map(raised, words.translate(_TCVN3_CODES).split("\n")))


def raised(line: str) -> str:
    """A line with the capitals that TCVN3 has no codes for: it has marked letters only as small.

    >>> raised("ủY BAN"), raised("Sở VĂN HóA"), raised("Xã An Hòa, Sở LĐTBXH")
    ('ỦY BAN', 'SỞ VĂN HÓA', 'Xã An Hòa, Sở LĐTBXH')
    """
    if line.isascii():
        return line
    line = _MIXED.sub(lambda found: found.group().upper(), line)
    if _PLAIN_SMALL.search(line) or not any(map(_is_capital_word, _WORD.findall(line))):
        return line
    return line.upper()


def _is_capital_word(word: str) -> bool:
    """Whether a word is in capitals, and no row of letters that stand for words."""
    return word.isupper() and is_syllable(word)


def from_viscii(words: str) -> str:
    """VISCII into Unicode."""
    return words.translate(_VISCII_CODES)


def from_vni(words: str) -> str:
    """VNI for Windows (fonts VNI-…) into Unicode.

    >>> from_vni("Quyeát ñònh")
    'Quyết định'
    """
    return _VNI_PAIR.sub(_from_vni, words)


def _from_vni(found: re.Match[str]) -> str:
    vowel, mark = found.groups()
    if vowel is None:
        letter = found.group()
        plain = _VNI_ALONE[letter.lower()]
        return plain.upper() if letter.isupper() else plain
    base = _VNI_ALONE.get(vowel.lower(), vowel.lower())
    whole = unicodedata.normalize("NFC", base + _VNI_MARKS[mark.lower()])
    return whole.upper() if vowel.isupper() else whole


def table_of_font(font: str) -> Table | None:
    """The table that a font's name tells; None for a font of Unicode.

    >>> table_of_font(".VnTimeH")("quyÕt")
    'QUYẾT'
    """
    name = font.strip(" \"'").lower()
    if name.startswith(".vn"):
        return _capitals if name.endswith("h") else from_tcvn3
    return from_vni if name.startswith("vni-") else None


def _capitals(words: str) -> str:
    return from_tcvn3(words).upper()
