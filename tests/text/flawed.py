"""A good document, and single faults to plant in it: each with the finding it must bring."""

import io
import unicodedata
import zipfile
from dataclasses import dataclass, replace
from functools import cache

from haidang.text.blocks import Appendix, Heading, Paragraph
from haidang.text.writing import write_docx
from tests.text.papers import BLOCKS, report

MAIN = "word/document.xml"
HEADER = "word/header1.xml"
MENTION = "Số liệu theo đơn vị ở Phụ lục kèm theo, báo cáo ngày 10 tháng 11 năm 2024."


def good():
    header = replace(report().header, number="5", date="2024-11-05")
    blocks = (*BLOCKS[:3], Paragraph(MENTION), *BLOCKS[3:])
    return report(header=header, blocks=blocks)


@cache
def good_docx():
    return write_docx(good())


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(data, part, old, new):
    """The file with the first `old` in a part made `new`; the fault must find its place."""
    parts = parts_of(data)
    text = parts[part].decode()
    assert old in text, old
    parts[part] = text.replace(old, new, 1).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@dataclass(frozen=True)
class Fault:
    """What is planted where, and the rule and box under which it must be found."""

    name: str
    old: str
    new: str
    rule: str
    box: str
    repairable: bool = False
    part: str = MAIN

    def planted(self, data):
        return edited(data, self.part, self.old, self.new)


def word(name, old, new, rule, box):
    """A fault of wording, which nobody repairs but the author."""
    return Fault(name, old, new, rule, box)


def look(name, text, letters, rule, box):
    """A fault in the look of the run that begins with the text."""
    new = f"<w:r><w:rPr>{letters}</w:rPr><w:t>{text}"
    return Fault(name, f"<w:r><w:t>{text}", new, rule, box, repairable=True)


def stance(name, style, text, properties, rule, box):
    """A fault in how the paragraph with the text stands."""
    old = f'<w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}'
    new = f'<w:pStyle w:val="{style}"/>{properties}</w:pPr><w:r><w:t>{text}'
    return Fault(name, old, new, rule, box, repairable=True)


def rule_of(side, gap=0, keep=""):
    return (
        f'<w:p><w:pPr><w:pStyle w:val="RuleBelow"/>{keep}<w:pBdr><w:bottom w:val="single" w:sz="6"'
        f' w:space="0" w:color="000000"/></w:pBdr><w:spacing w:after="{gap}"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
FIRST = "Ủy ban nhân dân huyện Cầu Ngang báo cáo kết quả như sau:"
PROSE = "Ủy ban nhân dân huyện đã chỉ đạo"
BASIS = "Căn cứ Quyết định số 1466"
WIDE = "Số liệu theo đơn vị"

LOOKS = (
    look("name not bold", NAME, '<w:b w:val="0"/>', "bold", "1"),
    look("name too large", NAME, '<w:sz w:val="28"/>', "size", "1"),
    look("motto too small", MOTTO, '<w:sz w:val="22"/>', "size", "1"),
    look("motto slanted", MOTTO, "<w:i/>", "italic", "1"),
    look("issuer not bold", "HUYỆN CẦU NGANG", '<w:b w:val="0"/>', "bold", "2"),
    look("number too large", "Số: 05", '<w:sz w:val="28"/>', "size", "3"),
    look("date upright", "Cầu Ngang, ngày", '<w:i w:val="0"/>', "italic", "4"),
    look("type too large", "BÁO CÁO", '<w:sz w:val="32"/>', "size", "5"),
    look("subject not bold", "Kết quả công tác", '<w:b w:val="0"/>', "bold", "5"),
    look("basis upright", BASIS, '<w:i w:val="0"/>', "italic", "6"),
    look("body in another font", WIDE, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "font", "6"),
    look("body in a theme's font", WIDE, '<w:rFonts w:hAnsi="Calibri"/>', "font", "6"),
    look("body too small", WIDE, '<w:sz w:val="24"/>', "size", "6"),
    look("a heading smaller than the text", "1. Phát thanh", '<w:sz w:val="26"/>', "size-mixed",
         "6"),
    look("body red", WIDE, '<w:color w:val="FF0000"/>', "colour", "6"),
    look("body slanted", WIDE, "<w:i/>", "italic", "6"),
    look("body bold", WIDE, "<w:b/>", "bold", "6"),
    look("heading light", "I. CÔNG TÁC", '<w:b w:val="0"/>', "bold", "6"),
    look("recipients too large", "- UBND tỉnh", '<w:sz w:val="26"/>', "size", "9"),
    look("Nơi nhận upright", "Nơi nhận:", '<w:i w:val="0"/>', "italic", "9"),
    look("authority not bold", "TM. ỦY BAN", '<w:b w:val="0"/>', "bold", "7"),
    look("appendix too small", "Phụ lục", '<w:sz w:val="24"/>', "size", "text"),
    stance("name on the left", "NationalName", NAME, '<w:jc w:val="left"/>', "alignment", "1"),
    stance("body ragged", "Body", WIDE, '<w:jc w:val="left"/>', "alignment", "6"),
    stance("no first line", "Body", WIDE, '<w:ind w:firstLine="0"/>', "first-line", "6"),
    stance(
        "paragraphs close", "Body", WIDE, '<w:spacing w:before="0" w:after="40"/>',
        "paragraph-gap", "6",
    ),
    stance("lines far apart", "Body", WIDE, '<w:spacing w:line="480"/>', "line-spacing", "6"),
    stance(
        "lines too close", "Body", WIDE, '<w:spacing w:line="200" w:lineRule="exact"/>',
        "line-spacing", "6",
    ),
    Fault("left margin", 'w:left="1701" w:h', 'w:left="1134" w:h', "page-margins", "page", True),
    Fault(
        "Letter", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "page-size", "page", True
    ),
    Fault("number on page 1", "<w:titlePg/>", "", "page-number-first", "page", True),
    Fault(
        "page number small", "<w:r><w:t>2", '<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>2',
        "size", "page", True, HEADER,
    ),
    Fault(
        "page number at the side",
        'w:val="PageNumber"/>', 'w:val="PageNumber"/><w:jc w:val="right"/>', "alignment", "page",
        True, HEADER,
    ),
    Fault(
        "an appendix counted on", '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr></w:body>',
        "<w:titlePg/></w:sectPr></w:body>", "appendix-page-number", "page", True,
    ),
    Fault("an issuer in small letters", "ỦY BAN NHÂN DÂN<", "Ủy ban nhân dân<", "capitals", "2",
          True),
    Fault("an authority in small letters", "KT. CHỦ TỊCH<", "Kt. Chủ tịch<", "capitals", "7", True),
    stance("number at the side", "Number", "Số: 05", '<w:jc w:val="left"/>', "alignment", "3"),
    stance("recipients centred", "Recipient", "- UBND tỉnh", '<w:jc w:val="center"/>',
           "alignment", "9"),
    stance("motto pulled apart", "Motto", MOTTO, '<w:spacing w:line="480"/>', "line-spacing", "1"),
    stance("leading line ragged", "Body", FIRST, '<w:jc w:val="left"/>', "alignment", "6"),
    Fault("heading small", "CÔNG TÁC CHỈ ĐẠO", "Công tác chỉ đạo", "capitals", "6", True),
    Fault("letters apart", WIDE, unicodedata.normalize("NFD", WIDE), "unicode-form", "text", True),
)  # fmt: skip
WORDS = (
    word("no name", NAME, "", "national-name-missing", "1"),
    word("name misspelt", NAME, NAME.replace("NGHĨA", "NGHIÃ"), "national-name-wording", "1"),
    word("motto with dashes", MOTTO, MOTTO.replace(" - ", " – "), "motto-wording", "1"),
    word("no motto", MOTTO, "", "motto-missing", "1"),
    word("number without zero", "Số: 05/", "Số: 5/", "number-leading-zero", "3"),
    word("no word of the appendix", MENTION, "Số liệu gửi riêng.", "appendix-mention", "text"),
    word("number of another type", "/BC-UBND</w:t>", "/KH-UBND</w:t>", "number-type", "3"),
    word("type in small letters", "/BC-UBND</w:t>", "/bc-UBND</w:t>", "number-type", "3"),
    word("symbol with blanks", "/BC-UBND</w:t>", "/BC - UBND</w:t>", "number-form", "3"),
    word("symbol of another body", "/BC-UBND</w:t>", "/BC-SCT</w:t>", "number-issuer", "3"),
    word("number without colon", "Số: 05", "Số 05", "number-form", "3"),
    word("day without zero", "ngày 05 tháng 11", "ngày 5 tháng 11", "date-leading-zero", "4"),
    word("month with zero", "ngày 05 tháng 11", "ngày 05 tháng 03", "date-leading-zero", "4"),
    word("no comma", "Cầu Ngang, ngày", "Cầu Ngang ngày", "date-comma", "4"),
    word("no such day", "ngày 05 tháng 11", "ngày 31 tháng 11", "date-impossible", "4"),
    word("no place", "Cầu Ngang, ngày", "ngày", "place-missing", "4"),
    word("subject with a stop", "ngoại năm 2024<", "ngoại năm 2024.<", "subject-end", "5"),
    word("subject in capitals", "Kết quả công tác thông tin đối ngoại năm 2024<",
         "KẾT QUẢ CÔNG TÁC THÔNG TIN ĐỐI NGOẠI NĂM 2024<", "capitals", "5"),
    word("addressee's mark", "tỉnh Trà Vinh;</w:t>", "tỉnh Trà Vinh,</w:t>", "addressee-end", "9"),
    word("Kính gửi bare", "Kính gửi:", "Kính gửi", "addressee-form", "9"),
    word("basis with a comma", "Trà Vinh;</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Basis\"",
         "Trà Vinh,</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Basis\"", "basis-end", "6"),
    word("a heading left out", "V. KIẾN", "VI. KIẾN", "heading-gap", "6"),
    word("a heading twice", "V. KIẾN", "IV. KIẾN", "heading-repeat", "6"),
    word("a point left out", "b) Trang", "c) Trang", "heading-gap", "6"),
    word("no such point", "b) Trang", "f) Trang", "point-letter", "6"),
    word("no closing mark", "./.</w:t>", ".</w:t>", "closing-mark", "6"),
    word("Nơi nhận bare", "Nơi nhận:", "Nơi nhận", "recipients-head", "9"),
    word("nothing filed", "- Lưu: VT,", "- Lưu trữ,", "recipients-filed", "9"),
    word("recipients' mark", "- UBND tỉnh (b/c);", "- UBND tỉnh (b/c),", "recipients-end", "9"),
    word("no Như trên", "- Như trên;", "- Văn phòng;", "recipients-as-addressed", "9"),
    word("TM without stop", "TM. ỦY BAN", "TM ỦY BAN", "signing-mark", "7"),
    word("KT without deputy", "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "signing-stack", "7"),
    word("TM for a body with one head", "TM. ỦY BAN NHÂN DÂN", "TM. SỞ CÔNG THƯƠNG",
         "signing-collective", "7"),
    word("another's deputy", "PHÓ CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "signing-stack", "7"),
    word("two blanks", "theo đơn vị", "theo  đơn vị", "double-space", "text"),
    word("blank before a comma", "kèm theo,", "kèm theo ,", "space-before-mark", "text"),
    word("tones two ways", "Số liệu theo", "Số liệu của uỷ ban theo", "tone-placement", "text"),
    word("weekday small", "báo cáo ngày", "báo cáo (thứ hai) ngày", "capital-letter", "text"),
    word("Khoản large", "kèm theo,", "kèm theo Khoản 2 Điều 5,", "capital-letter", "text"),
    word("a place's noun large", "kèm theo,", "của Huyện Cầu Ngang,", "capital-letter", "text"),
    word("a body's name large", "kèm theo,", "của Hội đồng Nhân dân,", "capital-letter", "text"),
    word("number in capitals", "Số: 05", "SỐ: 05", "number-form", "3"),
    word("a line that begins small", "<w:t>Số liệu theo", "<w:t>số liệu theo", "capital-letter",
         "text"),
    word("a subject that begins small", "<w:t>Kết quả công tác", "<w:t>kết quả công tác",
         "capital-letter", "text"),
    word("a date in capitals", "Cầu Ngang, ngày 05 tháng 11 năm", "CẦU NGANG, NGÀY 05 THÁNG 11 NĂM",
         "capitals", "4"),
    word("a title in capitals", "1. Phát thanh và trang thông tin điện tử<",
         "1. PHÁT THANH VÀ TRANG THÔNG TIN ĐIỆN TỬ<", "capitals", "6"),
    word("cited without date", "kèm theo,", "kèm theo Công văn số 12/UBND-VX,", "citation-first",
         "6"),
    word("cited in full again", "kèm theo,", "kèm theo Quyết định số 1466/QĐ-UBND ngày 29/9/2023 "
         "của Ủy ban nhân dân tỉnh,", "citation-later", "6"),
    word("appendix unnoted", "(Kèm theo Báo cáo", "(Theo Báo cáo", "appendix-note", "text"),
    word("appendix in one line", "Phụ lục<", "Phụ lục: KẾT QUẢ<", "appendix-title", "text"),
)  # fmt: skip


def two_appendices():
    """Appendices that should have roman numbers."""
    pages = (Heading(1, "I", "Số liệu"), Paragraph("Số liệu của các xã."))
    note = good().appendices[0].attached_to
    one, two = (Appendix("Phụ lục", f"Biểu {name}", note, pages) for name in ("một", "hai"))
    return replace(good(), appendices=(one, two))
