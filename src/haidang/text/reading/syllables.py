"""How much of a text is Vietnamese: every syllable is built alike, so no list of words is needed.

A syllable is a consonant or none, a rime, and one tone or none. What a broken font, a wrong
encoding or a poor recognition gives does not keep to that.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split()
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu "
    "iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu o oc oi om on ong op ot "
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
    "ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut "
    "uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyt uyp uyu uyên uyêt "
    "uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y"
).split()
_SYLLABLES = frozenset(onset + rime for onset in ("", *_ONSETS) for rime in _RIMES)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 12  # letters of "nghiêng", each mark apart, and some
_KNOWN = 10_000
_MOST_WORDS = 4_000  # enough to judge any text by


def is_syllable(word: str) -> bool:
    """Whether a word is built like a Vietnamese syllable, with or without its marks.

    >>> is_syllable("nghiêng"), is_syllable("7KӵF"), is_syllable("Quyeát")
    (True, False, False)
    """
    return len(word) <= _LONGEST and _is_built_like_one(word)


@lru_cache(_KNOWN)  # a text says the same few hundred again and again
def _is_built_like_one(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word.lower())
    bare = apart.translate(_TONES)
    return len(apart) - len(bare) < 2 and unicodedata.normalize("NFC", bare) in _SYLLABLES


def marked_share(text: str) -> float:
    """The share of words that are syllables and bear a mark: about 0.8 in Vietnamese.

    >>> marked_share("Thực hiện kế hoạch"), marked_share("Thuc hien ke hoach")
    (1.0, 0.0)
    """
    words = _words_of(text)
    return sum(not word.isascii() and is_syllable(word) for word in words) / max(len(words), 1)


def syllable_share(text: str) -> float:
    """The share of words that are built like syllables, marked or not; 1 where there are none."""
    words = _words_of(text)
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def is_garbled(text: str) -> bool:
    """Vietnamese that lost its marks or its letters: the font, or a poor recognition, hides it.

    Short texts are never judged.
    """
    words = _words_of(text)
    return len(words) > 40 and (marked_share(text) < 0.4 or syllable_share(text) < 0.6)


def _words_of(text: str) -> list[str]:
    words = (found.group() for found in islice(_WORD.finditer(text), _MOST_WORDS))
    return [word for word in words if len(word) > 1]
