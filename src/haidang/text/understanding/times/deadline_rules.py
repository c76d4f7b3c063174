"""The rules that read time limits, as data: a name, the words it reads, what it makes of them.

Names are kept with the tasks that were read by them: a rule may change, its name stays.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from haidang.text.understanding.times.dates import FULL
from haidang.text.understanding.times.moments import HALF, MONTH, QUARTER, SEVERAL, SHORT, YEAR
from haidang.text.understanding.times.periods import EACH
from haidang.text.understanding.times.rhythms import WEEKDAY
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.numbers import NUMBER


class Reads(Enum):
    """What a rule makes of the words it reads."""

    MOMENT = auto()  # a day or a stretch, or the time before it
    SPAN = auto()  # from one moment to another
    COUNT = auto()  # days counted from another day
    EVENT = auto()  # a phrase; when that is, nobody can know
    RHYTHM = auto()  # something that comes back


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `phrase` is the group of the words it reads, where they are not all it matches.

    It can match only where one of the words that it `needs`, in small letters, stands.
    """

    name: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    reads: Reads = Reads.MOMENT


def _rule(name: str, needs: str, source: str, reads: Reads = Reads.MOMENT) -> Rule:
    pattern = compiled(_unnamed(source), re.IGNORECASE)
    return Rule(name, tuple(needs.split("|")), pattern, reads)


def _unnamed(source: str) -> str:
    """Without the names of groups: what the moments in a phrase are, is read from the phrase."""
    return re.sub(r"\?P<(?!phrase>)\w+>", "?:", source)


_HOUR = r"(?:\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2})?\s*(?:phút|’|')?\s*,?\s*)?"
_DAY = rf"(?:{WEEKDAY}\s*,?\s*\(?)?(?:ngày\s+)?"
_BARE_DAY = r"ngày\s+\d{1,2}(?![/\d-]|\s*(?:của\s+)?tháng)"
_YEARLY = rf"(?:\s+{EACH}\s+năm)?"
_AFTER = r"\s*,?\s*(?:kể từ|tính từ|từ|sau)\b[^.;,)]*"
_WORKDAYS = rf"(?:{NUMBER}|[a-z]+)\s*(?:\(\s*\w+\s*\)\s*)?ngày(?:\s+làm việc)?"
_TERM = rf"{NUMBER}\s*(?:\(\s*\w+\s*\)\s*)?(?:ngày(?:\s+làm việc)?|tuần|tháng|giờ)(?!\w)"
_LATEST = r"(?:chậm nhất|muộn nhất)(?:\s+là)?(?:\s+(?:đến|vào|trong|trước))*\s+"
_STRETCH = rf"(?:{QUARTER}|{MONTH}|{HALF}|{YEAR})"
_PART = rf"(?:đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)\s+(?:{QUARTER}|{MONTH}|{YEAR})"
_BY = r"(?:xong\s+)?(?:trong|trước|đến hết|hết)\s+"
_DONE = r"(?:hoàn thành|xong|gửi)[^.;]{0,60}?\b"
_BY_THEN = r"(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào|trước|đến))*|trước|vào)\s+"

RULES = (
    _rule(
        "monthly-before-day",
        "hằng|hàng|mỗi",
        rf"{EACH}\s+(?:tháng|quý)\s*,?\s*\(?{_BY_THEN}{_BARE_DAY}|"
        rf"(?:{_BY_THEN})?ngày\s+(?:m[ùồ]ng\s+)?\d{{1,2}}\s+(?:của\s+)?{EACH}\s+(?:tháng|quý)",
        Reads.RHYTHM,
    ),
    _rule(
        "monthly-with-day-later",
        "hằng|hàng|mỗi",
        rf"{EACH}\s+(?:tháng|quý)\b[^.;]{{1,160}}?\b(?P<phrase>trước\s+{_BARE_DAY})",
        Reads.RHYTHM,
    ),
    _rule(
        "daily-before-hour",
        "ngày",
        rf"{_BY_THEN}(?=\d){_HOUR}{EACH}\s+ngày",
        Reads.RHYTHM,
    ),
    _rule(
        "quarterly-before-day",
        "quý",
        rf"{_BY_THEN}ngày\s+\d{{1,2}}\s+(?:của\s+)?tháng\s+"
        rf"(?:đầu|giữa|cuối)(?:\s+(?:của|{EACH}))*\s+quý(?:\s+(?:sau|tiếp theo))?",
        Reads.RHYTHM,
    ),
    _rule(
        "day-of-next-month",
        "tháng",
        rf"{_BY_THEN}ngày\s+\d{{1,2}}\s+(?:của\s+)?tháng\s+(?:liền\s+)?"
        r"(?:sau|tiếp theo|kế tiếp|liền kề)",
        Reads.EVENT,
    ),
    _rule(
        "weekly-by-weekday",
        "tuần",
        rf"(?:{EACH}\s+tuần\s*,?\s*\(?{_BY_THEN}(?:(?:sáng|chiều)\s+)?{_HOUR}(?:ngày\s+)?{WEEKDAY}|"
        rf"{_BY_THEN}{_HOUR}(?:ngày\s+)?{WEEKDAY}\s+{EACH}\s+tuần|"
        rf"{WEEKDAY}\s+{EACH}\s+tuần\s*,?\s*{_BY_THEN}(?=\d){_HOUR})",
        Reads.RHYTHM,
    ),
    _rule(
        "yearly-in-quarter",
        "năm",
        rf"(?:trong|trước|vào|hết)\s+(?:{QUARTER}|{MONTH}|{HALF})\s+{EACH}\s+năm",
    ),
    _rule("no-later-than-date", "nhất", _LATEST + _HOUR + _DAY + FULL),
    _rule("no-later-than-day-month", "nhất", _LATEST + _HOUR + _DAY + SHORT + _YEARLY),
    _rule(
        "days-before-event",
        "ngày",
        rf"(?:chậm nhất|muộn nhất|ít nhất|tối thiểu|trước)\s+(?:là\s+)?{_WORKDAYS}\s*,?\s*"
        r"(?:trước|so với)\s+(?:khi|ngày|thời điểm|lúc)\b[^.;,]*",
        Reads.EVENT,
    ),
    _rule(
        "no-later-than-after",
        "nhất",
        rf"{_LATEST}(?:sau\s+)?(?:{_WORKDAYS}|{_TERM})" + _AFTER.replace(",)", ","),
        Reads.COUNT,
    ),
    _rule("no-later-than-period", "nhất", _LATEST + _STRETCH),
    _rule("before-date", "trước", r"(?:xong\s+)?trước\s+" + _HOUR + _DAY + FULL),
    _rule(
        "before-day-month",
        "trước",
        rf"(?:xong\s+)?trước\s+{_HOUR}(?:{WEEKDAY}\s*,?\s*\(?)?(?:ngày\s+{SHORT}{_YEARLY}|"
        rf"{SHORT}(?:\s+{EACH}\s+năm|(?=\s*(?:[.;,)]|$|để\s))))",
    ),
    _rule(
        "by-hour",  # of the day on which it is told
        "giờ",
        r"trước\s+\d{1,2}\s+giờ(?:\s+\d{1,2}(?:\s+phút)?)?(?=\s*(?:[.;,)]|$))",
        Reads.EVENT,
    ),
    _rule("by-weekday", "trước", rf"trước\s+{_HOUR}(?:ngày\s+)?{WEEKDAY}", Reads.EVENT),
    _rule(
        "within-days",
        "ngày",
        rf"trong\s+(?:thời hạn|thời gian|vòng)\s+{_WORKDAYS}"
        rf"(?:{_AFTER[:-1]}*?(?=\s+để\b|[.;,)]|$))?",
        Reads.COUNT,
    ),
    _rule(
        "within-term",
        "trong",
        rf"trong\s+(?:(?:thời hạn|thời gian|vòng)\s+)?{_TERM}\s*,?\s*(?:kể từ|tính từ)\b[^.;,)]*?"
        r"(?=\s+để\b|[.;,)]|$)",
        Reads.COUNT,
    ),
    _rule(
        "after-days",
        "sau",
        rf"sau\s+(?:thời hạn\s+)?{_WORKDAYS}\s*,?\s*(?:kể từ|tính từ)\b[^.;,)]*?"
        r"(?=\s+để\b|[.;,)]|$)",
        Reads.COUNT,
    ),
    _rule(
        "within-week",
        "tuần",
        rf"trong\s+tuần\s+(?:đầu|cuối|thứ\s+\w+)\s+(?:của\s+)?{MONTH}",
        Reads.EVENT,
    ),
    _rule(
        "within-part",
        "đầu|giữa|cuối|tuần",
        rf"(?:trong|vào|trước|đến|xong)\s+{_PART}|"
        rf"(?<!từ\s)(?<!tuần\s)(?:đầu|giữa|cuối)\s+(?:{QUARTER}|{MONTH})(?<=\d{{4}})",
    ),
    _rule("within-several", "tháng|quý|quí", rf"trong\s+(?:{SEVERAL})"),
    _rule("until-year-end", "hết", rf"đến hết\s+{YEAR}"),
    _rule("within-quarter", "quý|quí|qui|quy", _BY + QUARTER),
    _rule("within-month", "tháng", _BY + MONTH),
    _rule("within-half", "năm", r"(?:xong\s+)?(?:trong|hết)\s+" + HALF),
    _rule("done-on-date", "xong", rf"xong\s+(?:trong\s+)?ngày\s+{FULL}"),
    _rule(
        "done-by-date",
        "hoàn thành|xong|hạn",
        r"(?:(?:hoàn thành|xong|thời hạn)\s*:\s*|hoàn thành\s+|"
        r"hạn (?:cuối|chót)(?:\s*:|\s+là)?\s*)"
        rf"(?P<phrase>(?:(?:trong\s+)?ngày\s+)?{FULL})",
    ),
    _rule(
        "told-stretch",
        "thời gian|thời hạn|tiến độ",
        r"(?:thời gian|thời hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|tổ chức))?\s*:\s*"
        rf"(?P<phrase>(?:{FULL}|{SEVERAL}|{_PART}|{_STRETCH}))",
    ),
    _rule("not-beyond-date", "quá", rf"không\s+(?:quá|muộn hơn)\s+ngày\s+(?:{FULL}|{SHORT})"),
    _rule("must-by-date", "phải", rf"(?P<phrase>đến\s+ngày\s+{FULL})\s*,?\s*phải\b"),
    _rule("by-date", "ngày", rf"{_DONE}(?P<phrase>(?:đến hết|hết|đến|vào)\s+ngày\s+{FULL})"),
    _rule("by-day-month", "hết", rf"{_DONE}(?P<phrase>(?:đến hết|hết)\s+ngày\s+{SHORT})"),
    _rule("by-year", "năm", rf"{_DONE}(?P<phrase>(?:đến hết|hết|trước)\s+{YEAR})"),
    _rule("within-year", "năm", rf"(?:hoàn thành|xong)\s+(?:trong|trước)\s+{YEAR}"),
    _rule(
        "from-to-stretch",
        "đến",
        rf"từ\s+(?:{QUARTER}|{MONTH})\s*,?\s*(?:cho\s+)?đến\s+(?:hết\s+)?(?:{QUARTER}|{MONTH})",
        Reads.SPAN,
    ),
    _rule(
        "from-now",
        "nay",
        rf"từ\s+nay\s+(?:cho\s+)?đến\s+(?:hết\s+)?(?:ngày\s+)?(?:{FULL}|{_STRETCH})",
    ),
    _rule(
        "from-to-date",
        "đến",
        rf"(?:kể\s+)?từ\s+(?:ngày\s+)?(?:{FULL}|{SHORT})\s*,?\s*(?:cho\s+)?đến\s+"
        rf"(?:hết\s+)?(?:ngày\s+)?{FULL}",
        Reads.SPAN,
    ),
    _rule(
        "within-hours", "giờ", rf"trong\s+(?:thời hạn|thời gian|vòng)\s+{NUMBER}\s*giờ", Reads.COUNT
    ),
    _rule("after-event", "ngay", r"ngay\s+sau\s+khi\s[^.;,]*", Reads.EVENT),
)
