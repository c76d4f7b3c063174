"""What stands in words, found in one pass: the first rule that fits a place takes it."""

import re
from collections.abc import Callable

from haidang.broadcast.speaking.abbreviations import IN_FULL, NAMING
from haidang.broadcast.speaking.days import date, month_of, time
from haidang.broadcast.speaking.figures import FIGURE, figure
from haidang.broadcast.speaking.foreign import said
from haidang.broadcast.speaking.marks import unsure
from haidang.broadcast.speaking.numbers import month, ordinal, whole
from haidang.broadcast.speaking.papers import PAPER, paper
from haidang.broadcast.speaking.phones import PHONE, phone, short_number
from haidang.broadcast.speaking.roman import NUMERAL, value_of
from haidang.broadcast.speaking.units import AFTER_NUMBER, COUNTED, FOR_ONE, MEASURES, MONEY
from haidang.text.reading.syllables import is_syllable

Said = str | None
"""A rule's words; None where it is not sure and the place is marked."""
ASIDE = "\0"
"""A rule says that it does not fit after all, and the next is asked."""

_AFTER = "|".join(sorted(map(re.escape, AFTER_NUMBER), key=len, reverse=True))
_ONE = "|".join(sorted(map(re.escape, FOR_ONE), key=len, reverse=True))
_FULL = "|".join(sorted(map(re.escape, IN_FULL), key=len, reverse=True))
_DASH = r"\s?[-–—]\s?"
_LED = re.compile(r"(?:ngày|hôm|mùng|mồng)\s+$", re.IGNORECASE)
_OF_DAY = re.compile(
    r"(?:ngày|mùng|mồng|dịp|lễ|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|tới|trước|sau|thứ \w+)"
    r"[\s,(]+$|chủ nhật[\s,(]+$",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(r"tháng\s+$", re.IGNORECASE)
_ORDINAL = re.compile(r"thứ\s+$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:quý|khóa|khoá|kỳ|lần thứ|thứ|thế kỷ|chương|phần|mục|nhóm|lục|loại|cấp|hạng|vùng|khối|bậc"
    r"|nhiệm kỳ|và|,|giai đoạn|tập|đợt)\s*$",
    re.IGNORECASE,
)


def _before(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - 60) : found.start()]


def _address(found: re.Match[str]) -> Said:
    return None


def _day(found: re.Match[str]) -> Said:
    return date(found["d"], found["m"], found["y"], is_led=bool(_LED.search(_before(found))))


def _paper(found: re.Match[str]) -> Said:
    return paper(found[0], _before(found))


def _days(found: re.Match[str]) -> Said:
    """From one day to another: 30/4-1/5, 01-10/12/2024."""
    last = date(found["d2"], found["m3"], found["y3"] or "")
    first = date(found["d1"], found["m1"] or found["m3"], is_led=_is_led(found))
    is_said = found["m1"] or found["y3"] or _OF_DAY.search(_before(found))
    if first is None or last is None or not is_said:
        return ASIDE
    if not found["m1"]:
        first = first.partition(" tháng ")[0]
    return f"{first} đến {last}"


def _clock(found: re.Match[str]) -> Said:
    if found["g"] == "g" and not found["min"]:
        return None  # seven grams, or seven o'clock
    words = time(found["h"], found["min"] or "")
    return f"{words} đến " if words and found["to"] else words


def _colon(found: re.Match[str]) -> Said:
    return time(found["h2"], found["min2"])


def _phone(found: re.Match[str]) -> Said:
    return phone(found[0], _before(found)) or ASIDE


def _short(found: re.Match[str]) -> Said:
    return short_number(found[0], _before(found)) or ASIDE


def _month_year(found: re.Match[str]) -> Said:
    if found["q"]:
        return f"{whole(value_of(found['q']) or 0)} năm {whole(int(found['qy']))}"
    if not _OF_MONTH.search(_before(found)):
        words = month_of(found["m2"], found["y2"])
        return f"tháng {words}" if words else None
    return month_of(found["m2"], found["y2"])


def _slash(found: re.Match[str]) -> Said:
    one, two, rest = found["a"], found["b"], found["rest"] or ""
    if _OF_DAY.search(_before(found)) and (words := date(one, two, is_led=_is_led(found))):
        return words + rest
    if rest:
        return f"{whole(int(one))} trên {whole(int(two))}{rest}"
    if int(one) < int(two) <= 10 and re.match(r"\s+(?:số|diện|tổng|dân)", _after(found)):
        return f"{whole(int(one))} phần {ordinal(int(two))}"
    return None


def _range(found: re.Match[str]) -> Said:
    one, two, unit = found["r1"], found["r2"], found["ru"] or ""
    looks_like_day = one.isdigit() and two.isdigit() and date(one, two) is not None
    if looks_like_day and _OF_DAY.search(_before(found)) and not unit:
        return date(one, two, is_led=_is_led(found))
    low, high = figure(one, is_counted=bool(unit)), figure(two, is_counted=bool(unit))
    are_years = len(one) == len(two) == 4 and one < two
    if low is None or high is None or not (unit or are_years or _is_noun(found)):
        return None
    return f"{low} đến {high}{_unit(unit)}"


def _is_led(found: re.Match[str]) -> bool:
    return bool(_LED.search(_before(found)))


def _after(found: re.Match[str]) -> str:
    return found.string[found.end() : found.end() + 20]


def _is_noun(found: re.Match[str]) -> bool:
    """Whether a word follows in the same sentence that is counted: 1-5 người."""
    after = re.match(r" ([^\W\d_]+)", _after(found))
    return after is not None and after[1] not in {"và", "của", "là", "tại", "ở", "đến", "theo"}


def _unit(written: str) -> str:
    unit, _, each = written.strip().partition("/")
    if written.strip() in MEASURES:
        return f" {MEASURES[written.strip()]}"
    return f" {AFTER_NUMBER[unit]}" + (f" một {FOR_ONE[each]}" if each else "") if unit else ""


def _amount(found: re.Match[str]) -> Said:
    words = figure(found["n"], is_counted=True)
    minus = "âm " if found["minus"] else ""
    return None if words is None else f"{minus}{words}{found['size'] or ''}{_unit(found['u'])}"


def _money_first(found: re.Match[str]) -> Said:
    words = figure(found["dn"], is_counted=True)
    return None if words is None else f"{words}{found['dsize'] or ''} {MONEY['$']}"


def _number(found: re.Match[str]) -> Said:
    written, before = found["num"], _before(found)
    if found["stuck"]:
        words = figure(written) if len(written) < 4 else None
        return f"{words} {found['stuck']}" if words and len(found["stuck"]) == 1 else None
    if re.match(r"\s?[/:]\s?\d|\s?[-–]\s?\d", _after(found)) or re.search(r"\d\s?[/:]$", before):
        return None
    if written.isdigit() and int(written) < 1000:
        if _OF_MONTH.search(before) and 1 <= int(written) <= 12:
            return month(int(written))
        if _ORDINAL.search(before):
            return ordinal(int(written))
    counted = re.match(r"\s*(?:người|đồng|hộ|lượt|tấn|con|cây)", _after(found))
    return figure(written, is_counted=bool(counted))


def _roman(found: re.Match[str]) -> Said:
    value, before = value_of(found[0]), _before(found)
    if value is None:
        return ASIDE
    if _NUMBERED.search(before):
        return ordinal(value) if _ORDINAL.search(before) else whole(value)
    is_heading = re.search(r"(?:^|\n)\s*$", before) and _after(found).startswith(".")
    if is_heading or len(found[0]) > 2:
        return whole(value)
    return ASIDE


def _short_form(found: re.Match[str]) -> Said:
    written = found[0].rstrip(".") if found[0] not in IN_FULL else found[0]
    after = _after(found)
    # "TP. Trà Vinh" is one name; a full stop at the end of a sentence stays.
    ends = found[0] != written and (written not in NAMING or not after.strip())
    return IN_FULL[written] + ("." if ends else "")


def _capitals(found: re.Match[str]) -> Said:
    parts = re.split(r"[-–&]", found[0])
    if all(is_syllable(part) for part in parts):
        return found[0]
    words = [IN_FULL.get(part) for part in parts]
    return " ".join(word for word in words if word) if all(words) else None


def _word(found: re.Match[str]) -> Said:
    return said(found[0])


_SIZE = r" (?:nghìn|ngàn|triệu|tỷ|tỉ)"
_N = r"(?<![\w.,])"
_DD = r"\d{1,2}"
_FROM_TO = rf"(?P<d1>{_DD})(?:/(?P<m1>{_DD}))?{_DASH}(?P<d2>{_DD})/(?P<m3>{_DD})"
_CLOCK = rf"(?P<h>{_DD}) ?(?P<g>[hg])(?:(?P<min>\d{{2}})(?:'|ph(?:út)?)?)?"
_TO_CLOCK = rf"(?P<to>{_DASH}(?={_DD} ?[hg]\b|{_DD}[hg]\d))?"
_AMOUNT = rf"(?P<minus>(?<!\d)[-−])?(?P<n>{FIGURE})(?P<size>{_SIZE})?"
_OF_UNIT = rf" ?(?P<u>(?:{_AFTER})(?:/(?:{_ONE}))?)(?![\w/])"
_RULES: tuple[tuple[str, str, Callable[[re.Match[str]], Said]], ...] = (
    ("kept", r"\[\?[^\[\]]*\]", lambda found: found[0]),
    ("address", r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+", _address),
    ("day", rf"{_N}(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s)(?P<y>\d{{4}})(?!\d)", _day),
    (
        "days",
        rf"{_N}{_FROM_TO}(?:/(?P<y3>\d{{4}}))?(?![\d/])",
        _days,
    ),
    ("paper", rf"{_N}{PAPER}", _paper),
    ("clock", rf"{_N}{_CLOCK}(?!\w){_TO_CLOCK}", _clock),
    ("colon", rf"{_N}(?P<h2>\d{{1,2}}):(?P<min2>[0-5]\d)(?![\d:])", _colon),
    ("phone", rf"(?<![\w.,/]){PHONE}(?!\w|[.,/]\d)", _phone),
    ("short", rf"{_N}1\d{{2,3}}(?!\w|[.,/-]\d)", _short),
    (
        "month",
        rf"{_N}(?:(?P<m2>\d{{1,2}})/(?P<y2>\d{{4}})|(?P<q>[IVX]+)/(?P<qy>\d{{4}}))(?!\w|/)",
        _month_year,
    ),
    ("dollars", rf"\$ ?(?P<dn>{FIGURE})(?P<dsize>{_SIZE})?", _money_first),
    (
        "slash",
        rf"{_N}(?P<a>\d{{1,4}})/(?P<b>\d{{1,4}})(?!\w|[/.,-]\d)(?P<rest> (?:{COUNTED})\b)?",
        _slash,
    ),
    (
        "range",
        rf"{_N}(?P<r1>{FIGURE}){_DASH}(?P<r2>{FIGURE})(?!\w|[-–/]\d)(?P<ru> ?(?:{_AFTER})(?!\w))?",
        _range,
    ),
    (
        "amount",
        rf"{_N}{_AMOUNT}{_OF_UNIT}",
        _amount,
    ),
    ("number", rf"(?P<num>{FIGURE})(?P<stuck>[^\W\d_]+)?", _number),
    ("full", rf"(?<![\w&])(?:{_FULL})(?![^\W\d]|&|-[A-ZĐ])\.?(?=\d)?", _short_form),
    ("roman", rf"(?<![\w.]){NUMERAL}(?![\w&])", _roman),
    ("capitals", r"(?<!\w)[A-ZĐƯ]{2,}(?:[-–&][A-ZĐƯ]+)*(?![\w])", _capitals),
    ("word", r"[^\W\d_]+", _word),
)
_MASTER = [(re.compile(words), rule) for _, words, rule in _RULES]
_PLACE = re.compile(r"\[\?|https?://|www\.|[$\d+(−-]|[^\W\d_]")


def in_words(text: str) -> str:
    """Vietnamese text as it is said; places of which no rule is sure are marked."""
    out: list[str] = []
    at = 0
    while found := _PLACE.search(text, at):
        out.append(text[at : found.start()])
        is_stuck = (
            text[found.start()].isdigit()
            and text[max(0, found.start() - 1) : found.start()].isalpha()
        )
        words, at = _at(text, found.start())
        out.append(f" {words}" if is_stuck else words)
    return "".join([*out, text[at:]])


def _at(text: str, place: int) -> tuple[str, int]:
    """What is said for what begins at a place, and where it ends."""
    for pattern, rule in _MASTER:
        found = pattern.match(text, place)
        if found is None:
            continue
        words = rule(found)
        if words != ASIDE:
            return unsure(found[0]) if words is None else words, found.end()
    return text[place], place + 1
