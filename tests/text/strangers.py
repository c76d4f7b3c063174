"""Faults that a stranger planted in a clerk's documents without having read the rules' code."""

from dataclasses import dataclass, replace

from tests.text.clerk import L, Letter, T, centred, text
from tests.text.clerk_papers import DECISION, DISPATCH, INVITATION, PLAN


@dataclass(frozen=True)
class Planted:
    """A document with one fault, and the rule and box under which it must be found."""

    name: str
    letter: Letter
    rule: str
    box: str


def typed(paper, at, name, named, box, **changes):
    return Planted(name, paper.but(at, **changes), named, box)


def with_line(paper, part, name, line, after=None):
    """The document with one more line."""
    lines = dict(getattr(paper, part))
    if after is None:
        return replace(paper, **{part: lines | {name: line}})
    keys = list(lines)
    at = keys.index(after) + 1
    items = list(lines.items())
    return replace(paper, **{part: dict([*items[:at], (name, line), *items[at:]])})


FIRST = DISPATCH.body["first"].words
ONE = DISPATCH.body["one"].words
FRAME = "".join(f"<w:{side} w:val='single' w:sz='6' w:space='1' w:color='FF0000'/>"
                for side in ("top", "left", "bottom", "right"))  # fmt: skip
RED = "<w:color w:val='FF0000'/>"
STAMP = centred("KHẨN", 13, bold=True, before=6, letters=RED,
                stance=f"<w:pBdr>{FRAME}</w:pBdr>")  # fmt: skip
CONTACT = (
    L("Địa chỉ: ấp Nhứt A, xã Mỹ Long, tỉnh Vĩnh Long. Điện thoại: 0294 3 000 000", 11,
      align="center", stance="<w:pBdr><w:top w:val='single' w:sz='6' w:space='1' "
      "w:color='000000'/></w:pBdr>"),
)  # fmt: skip
GOOD = (
    with_line(DISPATCH, "left", "urgent", STAMP),
    replace(DISPATCH, foot=CONTACT),
    DISPATCH.but("one", words="1. Tại buổi họp chiều thứ Hai, Tết Nguyên đán và ngày Quốc khánh "
                 "2-9, Đảng và Nhà nước, Nhân dân tỉnh Vĩnh Long, Thành phố Hồ Chí Minh, Quận 1 "
                 "theo Luật Biên phòng Việt Nam, khoản 2 Điều 5."),
)  # fmt: skip

HEADS = (
    typed(DISPATCH, "subject", "a letter's subject bold", "bold", "5", bold=True),
    typed(DISPATCH, "subject", "a letter's subject large", "size", "5", size=14),
    typed(DISPATCH, "subject", "a letter's subject close to its number", "subject-gap", "5",
          before=0),
    typed(DISPATCH, "issuer", "an issuer that is slanted", "italic", "2", italic=True),
    typed(DISPATCH, "number", "a symbol in small letters", "number-form", "3",
          words="Số: 105/Ubnd-VX"),
    typed(PLAN, "number", "a year in the number of a plan", "number-year", "3",
          words="Số: 21/2026/KH-UBND"),
    typed(DISPATCH, "number", "a dot after the number", "number-form", "3",
          words="Số: 105/UBND-VX."),
    typed(DISPATCH, "date", "a date in figures", "date-form", "4", words="Mỹ Long, 05/11/2026"),
    typed(DISPATCH, "date", "a year of two digits", "date-form", "4",
          words="Mỹ Long, ngày 05 tháng 11 năm 26"),
    typed(DISPATCH, "date", "a dot after the date", "date-form", "4",
          words="Mỹ Long, ngày 05 tháng 11 năm 2026."),
    typed(DISPATCH, "date", "a large letter in the date", "date-form", "4",
          words="Mỹ Long, Ngày 05 Tháng 11 Năm 2026"),
    typed(DISPATCH, "date", "a kind of unit before the place", "place-form", "4",
          words="Xã Mỹ Long, ngày 05 tháng 11 năm 2026"),
    typed(DISPATCH, "motto", "large letters in the motto", "motto-wording", "1",
          words="Độc Lập - Tự Do - Hạnh Phúc"),
    typed(PLAN, "subject", "the mark of a letter in a plan", "subject-mark", "5",
          words="V/v công tác thông tin đối ngoại năm 2027"),
    typed(PLAN, "subject", "no line under the subject", "subject-line", "5", rule=0),
    Planted("a stamp without its frame",
            with_line(DISPATCH, "left", "urgent", replace(STAMP, stance="")), "stamp-frame", "10"),
    Planted("a black stamp",
            with_line(DISPATCH, "left", "urgent", replace(STAMP, letters="")), "stamp-colour",
            "10"),
    Planted("a stamp in small type",
            with_line(DISPATCH, "left", "urgent", replace(STAMP, size=11)), "size", "10"),
    Planted("the address in large type", replace(DISPATCH, foot=(replace(CONTACT[0], size=14),)),
            "size", "13"),
    Planted("the address without its line",
            replace(DISPATCH, foot=(replace(CONTACT[0], stance=""),)), "contact-line", "13"),
)  # fmt: skip
BODIES = (
    typed(DISPATCH, "head", "Kính gửi bold", "bold", "9", bold=True),
    typed(DISPATCH, "to", "an addressee without its dash", "addressee-dash", "9",
          words="Ủy ban nhân dân tỉnh Vĩnh Long;"),
    typed(DECISION, "decides", "what decides at the side", "alignment", "6", align="both"),
    typed(DECISION, "decides", "what decides in light type", "bold", "6", bold=False),
    typed(DECISION, "acting", "who decides in light type", "bold", "6", bold=False),
    typed(DECISION, "decides", "what decides left out", "decides-missing", "6", words=None),
    typed(DECISION, "three", "an article left out", "heading-gap", "6",
          words=DECISION.body["three"].words.replace("Điều 3", "Điều 4")),
    typed(DECISION, "two", "an article with a colon", "label-form", "6",
          words="Điều 2: Tổ công tác có các nhiệm vụ sau:"),
    typed(DECISION, "pointa", "a point with a dot", "label-form", "6",
          words="a. Phát thanh hằng tuần;"),
    typed(DECISION, "clause", "a clause with a bracket", "label-form", "6",
          words="1) Xây dựng kế hoạch thông tin đối ngoại hằng năm của xã."),
    typed(PLAN, "heading", "a roman number with a dash", "label-form", "6",
          words="I- MỤC ĐÍCH, YÊU CẦU"),
    typed(PLAN, "heading2", "a roman number that touches", "label-form", "6",
          words="II.TỔ CHỨC THỰC HIỆN"),
    typed(PLAN, "heading2", "a heading with a full stop", "heading-end", "6",
          words="II. TỔ CHỨC THỰC HIỆN."),
    typed(DISPATCH, "last", "a closing mark apart", "closing-mark", "6",
          words="Ủy ban nhân dân xã kính báo cáo. /."),
    typed(DISPATCH, "two", "a closing mark in the middle", "closing-early", "6",
          words="2. Bà con trong xã được thông tin đầy đủ về chính sách mới./."),
    typed(DISPATCH, "first", "a paragraph moved in", "block-indent", "6", left=12.7, first=0),
    typed(DISPATCH, "one", "words marked yellow", "highlight", "6",
          letters="<w:highlight w:val='yellow'/>"),
    typed(DISPATCH, "one", "words struck through", "struck", "6", letters="<w:strike/>"),
    typed(DISPATCH, "one", "words underlined", "underline", "6",
          letters="<w:u w:val='single'/>"),
    Planted("changes still tracked", replace(DISPATCH, extra="<w:p><w:ins w:id='1' w:author='x' "
            "w:date='2026-01-01T00:00:00Z'><w:r><w:t> </w:t></w:r></w:ins></w:p>"),
            "tracked-changes", "text"),
)  # fmt: skip
ENDS = (
    Planted("a recipient below Lưu", with_line(DISPATCH, "recipients", "late",
            L("- Ban Tuyên giáo;", 11)), "recipients-filed", "9"),
    typed(DISPATCH, "to0", "recipients bold", "bold", "9", bold=True),
    typed(DISPATCH, "filed", "Lưu without VT", "recipients-filed", "9", words="- Lưu: VP."),
    typed(DISPATCH, "authority", "TM without a blank", "signing-mark", "7",
          words="TM.ỦY BAN NHÂN DÂN"),
    typed(DISPATCH, "post", "a title in small letters", "capitals", "7", words="Phó Chủ tịch"),
    typed(DISPATCH, "post", "a title at the side", "alignment", "7", align="left"),
    typed(PLAN, "note", "an appendix of another number", "appendix-note-number", "text",
          words="(Kèm theo Kế hoạch số 20/KH-UBND ngày 05 tháng 11 năm 2026 của Ủy ban nhân dân "
          "xã Mỹ Long)"),
    typed(PLAN, "note", "an appendix of another type", "appendix-note-type", "text",
          words="(Kèm theo Báo cáo số 21/KH-UBND ngày 05 tháng 11 năm 2026 của Ủy ban nhân dân "
          "xã Mỹ Long)"),
    typed(PLAN, "note", "an appendix's note upright", "italic", "text", italic=False),
    typed(PLAN, "annex_title", "an appendix's title light", "bold", "text", bold=False),
    typed(PLAN, "label", "an appendix's label in capitals", "capitals", "text", words="PHỤ LỤC"),
    Planted("an appendix turned without a table", replace(PLAN, annex={**PLAN.annex,
            "table": text("Các ấp phát 12 tin, bài trong năm.")}), "page-turned", "page"),
    Planted("a letter turned without a table", replace(DISPATCH, turned=True), "page-turned",
            "page"),
    Planted("a roman page number", replace(DISPATCH, page={"field": "PAGE \\* ROMAN"}),
            "page-number-form", "page"),
    Planted("a page number that says how many", replace(DISPATCH, page={"shown": "2/5"}),
            "page-number-form", "page"),
    Planted("a page number slanted", replace(DISPATCH, page={"letters": "<w:i/>"}), "italic",
            "page"),
    Planted("tiny type in a table", replace(PLAN, annex={**PLAN.annex, "table":
            T(PLAN.annex["table"].rows, 7)}), "size", "text"),
)  # fmt: skip
CAPITALS = tuple(
    Planted(name, DISPATCH.but("one", words=f"1. Trong quý, xã {words}."), rule, "text")
    for name, words, rule in (
        ("the State small", "chấp hành chính sách của Đảng và nhà nước", "capital-letter"),
        ("the People small", "tuyên truyền cho nhân dân các ấp", "capital-letter"),
        ("a holiday small", "treo cờ ngày quốc khánh 2-9", "capital-letter"),
        ("the new year small", "chúc mừng tết nguyên đán", "capital-letter"),
        ("a month in words small", "kỷ niệm Cách mạng Tháng Tám", "capital-letter"),
        ("a great city small", "làm việc với thành phố Hồ Chí Minh", "capital-letter"),
        ("a numbered ward small", "làm việc với phường 3", "capital-letter"),
        ("a law small", "thực hiện luật Biên phòng Việt Nam", "capital-letter"),
        ("a decision small", "thực hiện quyết định số 12/QĐ-UBND ngày 02/3/2026 của huyện",
         "capital-letter"),
        ("an article small", "thực hiện khoản 2 điều 5 Luật Biên phòng Việt Nam", "capital-letter"),
        ("a body in large letters", "báo cáo Ủy Ban Nhân Dân tỉnh", "capital-letter"),
        ("a province large", "gửi báo cáo cho Tỉnh Vĩnh Long", "capital-letter"),
        ("a department small", "gửi báo cáo cho sở Tài chính", "capital-letter"),
        ("a weekday large", "họp vào sáng Thứ Hai", "capital-letter"),
    )
)  # fmt: skip
TITLES = (
    typed(PLAN, "title2", "a heading with large letters", "capital-letter", "text",
          words="2. Yêu Cầu"),
)  # fmt: skip
STRANGERS = (*TITLES, *HEADS, *BODIES, *ENDS, *CAPITALS)
MEETING = INVITATION
