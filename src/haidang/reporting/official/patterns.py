"""Sentence patterns of the official report: words with named fields, and nothing that runs.

An administrator changes them; what is frozen carries those that served. A field is a name in
braces, "{kế hoạch}", put in once, as it is: what stands in a value is never read as a field.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from haidang.errors import Issue

FIELD = re.compile(r"\{([^{}]*)\}")
LONGEST = 500
MARKS = ("[[", "]]", "**")
END = "./."


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence: its key, what it says, its words as they come, the fields that it may hold."""

    key: str
    name: str
    text: str
    fields: tuple[str, ...]
    needed: tuple[str, ...] = ()
    has_lines: bool = False  # each line is a piece of its own, left out where a field is missing


WHO = ("cơ quan", "trích yếu", "kỳ", "năm")
COUNTED = ("đã nhận", "tổng số", "còn thiếu", "tên đơn vị thiếu")
NUMBERS, NAMES = ("các số",), ("các chỉ tiêu",)
PATTERNS = (
    Pattern(
        "opening",
        "Mở đầu, khi có văn bản giao",
        "Thực hiện {văn bản}, {cơ quan} báo cáo kết quả như sau:",
        ("văn bản", *WHO),
        ("văn bản", "cơ quan"),
    ),
    Pattern(
        "opening_alone",
        "Mở đầu, khi không có văn bản giao",
        "{cơ quan} báo cáo {trích yếu}, cụ thể như sau:",
        WHO,
        ("cơ quan", "trích yếu"),
    ),
    Pattern(
        "basis",
        "Công tác chỉ đạo",
        "Đã ban hành {văn bản ngắn}, giao nhiệm vụ cho các cơ quan, đơn vị và yêu cầu "
        "{đối tượng báo cáo} báo cáo kết quả{qua} {hạn}.",
        ("văn bản ngắn", "đối tượng báo cáo", "qua", "hạn", *WHO),
        ("văn bản ngắn",),
    ),
    Pattern(
        "completeness",
        "Số báo cáo đã tiếp nhận",
        "Đã tiếp nhận báo cáo của {đã nhận}/{tổng số} đơn vị.",
        COUNTED,
        ("đã nhận", "tổng số"),
    ),
    Pattern(
        "missing",
        "Đơn vị chưa có báo cáo",
        "Chưa có báo cáo được tiếp nhận của {còn thiếu} đơn vị: {tên đơn vị thiếu}; số liệu của "
        "các đơn vị này chưa tính trong báo cáo, không phải bằng không.",
        COUNTED,
        ("tên đơn vị thiếu",),
    ),
    Pattern(
        "days",
        "Thời gian tính số liệu",
        "Số thực hiện tính từ {từ ngày} {đến ngày}.",
        ("từ ngày", "đến ngày", "kỳ"),
        ("từ ngày", "đến ngày"),
    ),
    Pattern(
        "estimate_days",
        "Thời gian của số ước",
        "Số ước thực hiện {cả kỳ}, tính đến hết {ngày cuối kỳ}, nêu riêng, không cộng vào số thực "
        "hiện.",
        ("cả kỳ", "ngày cuối kỳ", "kỳ"),
        ("ngày cuối kỳ",),
    ),
    Pattern(
        "done", "Kết quả của một mục", "{lời dẫn} {các số}.", ("lời dẫn", "các số"), ("các số",)
    ),
    Pattern(
        "figure",
        "Một con số, khi chỉ tiêu chưa có lời văn riêng",
        "{tên chỉ tiêu} {số} {đơn vị tính}",
        ("tên chỉ tiêu", "số", "đơn vị tính"),
        ("số",),
    ),
    Pattern(
        "beside",
        "Đối chiếu sau con số, trong ngoặc",
        "đạt {phần trăm kế hoạch} kế hoạch {loại kỳ}\n{tăng giảm} so với cùng kỳ {kỳ trước}",
        (
            "kế hoạch",
            "phần trăm kế hoạch",
            "loại kỳ",
            "cùng kỳ",
            "tăng giảm",
            "phần trăm cùng kỳ",
            "kỳ trước",
        ),
        has_lines=True,
    ),
    Pattern("unknown", "Chưa có số liệu", "Chưa có số liệu: {các chỉ tiêu}.", NAMES, NAMES),
    Pattern("none", "Không phát sinh", "Không phát sinh: {các chỉ tiêu}.", NAMES, NAMES),
    Pattern(
        "estimate",
        "Ước thực hiện",
        "Ước thực hiện {cả kỳ}: {các số}.",
        ("cả kỳ", "các số"),
        ("các số",),
    ),
    Pattern(
        "by_unit",
        "Kết quả theo đơn vị",
        "Số liệu của từng đơn vị, cộng từ {đã nhận}/{tổng số} báo cáo đã tiếp nhận, tại "
        "{phụ lục} kèm theo.",
        ("phụ lục", *COUNTED),
        ("phụ lục",),
    ),
    Pattern(
        "closing",
        "Kết thúc",
        "Trên đây là {trích yếu} của {cơ quan}, {cơ quan} kính báo cáo./.",
        WHO,
        ("trích yếu",),
    ),
)
BY_KEY = {pattern.key: pattern for pattern in PATTERNS}
Values = Mapping[str, str | None]


def written(texts: Mapping[str, str], key: str, values: Values) -> str:
    """A sentence by its own pattern, else by the one that comes with the product.

    >>> written({}, "completeness", {"đã nhận": "9", "tổng số": "15"})
    'Đã tiếp nhận báo cáo của 9/15 đơn vị.'
    """
    said = filled(texts.get(key) or BY_KEY[key].text, values)
    return f"{said[:1].upper()}{said[1:]}"


def pieces(texts: Mapping[str, str], key: str, values: Values) -> list[str]:
    """The lines of a pattern for which every field is known."""
    lines = (texts.get(key) or BY_KEY[key].text).splitlines()
    return [
        filled(line.strip(), values)
        for line in lines
        if line.strip() and all(values.get(name) for name in FIELD.findall(line))
    ]


def filled(text: str, values: Values) -> str:
    """The words with each field replaced once; one that is not known leaves nothing."""
    return FIELD.sub(lambda field: values.get(field[1]) or "", text)


def faults_of(key: str, text: str) -> list[Issue]:
    """What keeps a changed pattern from serving, in words; none where it may."""
    pattern = BY_KEY.get(key)
    if pattern is None:
        return [Issue("pattern", f"Không có mẫu câu nào tên “{key}”.", key)]
    used = FIELD.findall(text)
    known = ", ".join(f"{{{name}}}" for name in dict.fromkeys(pattern.fields))
    found = [
        f"không có trường {{{name}}}; dùng được: {known}"
        for name in used
        if name not in pattern.fields
    ]
    found += [f"thiếu trường {{{name}}}" for name in pattern.needed if name not in used]
    if set(FIELD.sub("", text)) & set("{}"):
        found.append("dấu { và } phải đi thành cặp, bên trong là tên trường")
    if any(mark in text for mark in MARKS):
        found.append("không dùng [[, ]] và **: đó là dấu riêng của văn bản")
    if len(text) > LONGEST:
        found.append(f"dài quá {LONGEST} chữ")
    if "\n" in text.strip() and not pattern.has_lines:
        found.append("viết trong một dòng")
    if key == "closing" and not text.rstrip().endswith(END):
        found.append("câu kết thúc bằng “./.” (Nghị định 30/2020/NĐ-CP)")
    return [Issue("pattern", f"{pattern.name}: {words}.", key) for words in found]
