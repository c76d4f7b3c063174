"""The fourteen boxes of the decree (ô số 1 to 14), each with its look and its article."""

from dataclasses import replace

from haidang.text.layout.component import ANNEX, Align, Component
from haidang.text.layout.widths import width_mm

CENTRE = Align.CENTRE
HALF = (1 / 3, 1 / 2)  # the line under a name is a third to a half as long as the name
ADDRESSEE_INDENT_MM = 30
WHOLE = (1.0, 1.0)  # the line under the motto is as long as the motto

NATIONAL_NAME = Component(
    "national-name", "Quốc hiệu", "1", f"{ANNEX}, mục II.1.a", 12, (12, 13),
    bold=True, upper=True, align=CENTRE,
)  # fmt: skip
MOTTO = Component(
    "motto", "Tiêu ngữ", "1", f"{ANNEX}, mục II.1.b", 13, (13, 14),
    bold=True, align=CENTRE, rule_below=WHOLE,
)  # fmt: skip
SUPERIOR = Component(
    "superior", "Tên cơ quan chủ quản", "2", f"{ANNEX}, mục II.2", 12, (12, 13),
    upper=True, align=CENTRE,
)  # fmt: skip
ISSUER = Component(
    "issuer", "Tên cơ quan ban hành", "2", f"{ANNEX}, mục II.2", 12, (12, 13),
    bold=True, upper=True, align=CENTRE, rule_below=HALF,
)  # fmt: skip
NUMBER = Component(
    "number", "Số, ký hiệu", "3", f"{ANNEX}, mục II.3", 13, (13, 13), align=CENTRE, before=4
)
PLACE_DATE = Component(
    "place-date", "Địa danh và thời gian", "4", f"{ANNEX}, mục II.4", 13, (13, 14),
    italic=True, align=CENTRE, before=4,
)  # fmt: skip
TYPE_NAME = Component(
    "type-name", "Tên loại văn bản", "5a", f"{ANNEX}, mục II.5", 14, (13, 14),
    bold=True, upper=True, align=CENTRE, before=14, keep_next=True,
)  # fmt: skip
TYPE_ALONE = replace(TYPE_NAME, key="type-alone", name="Tên loại không trích yếu", after=12)
SUBJECT = Component(
    "subject", "Trích yếu", "5a", f"{ANNEX}, mục II.5", 14, (13, 14),
    bold=True, align=CENTRE, rule_below=HALF, rule_gap=12, keep_next=True,
)  # fmt: skip
DISPATCH_SUBJECT = Component(
    "dispatch-subject", "Trích yếu công văn", "5b", f"{ANNEX}, mục II.5", 12, (12, 13),
    align=CENTRE, before=6,
)  # fmt: skip
AUTHORITY = Component(
    "authority", "Quyền hạn, chức vụ người ký", "7a", f"{ANNEX}, mục II.7", 14, (13, 14),
    bold=True, upper=True, align=CENTRE, keep_next=True,
)  # fmt: skip
SIGNER = Component(
    "signer", "Họ tên người ký", "7b", f"{ANNEX}, mục II.7", 14, (13, 14),
    bold=True, align=CENTRE, before=72,  # room for the signature (7c) and the seal (8)
)  # fmt: skip
ADDRESSEE = Component(
    "addressee",
    "Kính gửi",
    "9a",
    f"{ANNEX}, mục II.9.a",
    14,
    (13, 14),
    align=CENTRE,
    before=12,
    after=12,
)
ADDRESSEE_HEAD = Component(
    "addressee-head", "Kính gửi nhiều nơi", "9a", f"{ANNEX}, mục II.9.a", 14, (13, 14),
    before=12, after=6, indent=ADDRESSEE_INDENT_MM, keep_next=True,
)  # fmt: skip
ADDRESSEE_ITEM = Component(
    "addressee-item", "Nơi kính gửi", "9a", f"{ANNEX}, mục II.9.a", 14, (13, 14),
    after=6,
    indent=ADDRESSEE_INDENT_MM + width_mm("Kính gửi", 14),  # the dashes stand under the colon
)  # fmt: skip
RECIPIENTS_HEAD = Component(
    "recipients-head", "Nơi nhận", "9b", f"{ANNEX}, mục II.9.b", 12, (12, 12),
    bold=True, italic=True, keep_next=True,
)  # fmt: skip
RECIPIENT = Component("recipient", "Danh sách nơi nhận", "9b", f"{ANNEX}, mục II.9.b", 11, (11, 11))
SECRECY = Component(
    "secrecy", "Dấu chỉ độ mật", "10a", f"{ANNEX}, mục III.2", 13, (13, 14),
    bold=True, upper=True, align=CENTRE,
)  # fmt: skip
URGENCY = Component(
    "urgency", "Dấu chỉ độ khẩn", "10b", f"{ANNEX}, mục III.2", 13, (13, 14),
    bold=True, upper=True, align=CENTRE, before=8, colour="FF0000", frame_height=8,
)  # fmt: skip
CIRCULATION = Component(
    "circulation", "Phạm vi lưu hành", "11", f"{ANNEX}, mục III.2", 13, (13, 14),
    bold=True, upper=True, align=CENTRE, after=8, frame_height=8,
)  # fmt: skip
URGENCY_WIDTHS_MM = {"KHẨN": 20, "THƯỢNG KHẨN": 40, "HỎA TỐC": 30}  # mục III.2.b
DRAFTER = Component(
    "drafter", "Ký hiệu người soạn thảo", "12", f"{ANNEX}, mục III.3", 11, (11, 11), before=6
)
CONTACT = Component(
    "contact", "Địa chỉ cơ quan", "13", f"{ANNEX}, mục III.4", 11, (11, 12), align=CENTRE
)
CLERK_STAMP = Component(
    "clerk-stamp", "Chữ ký số của cơ quan trên phụ lục", "14", f"{ANNEX}, mục II.8", 10, (10, 10),
    align=Align.RIGHT,
)  # fmt: skip

BOXES = (
    NATIONAL_NAME, MOTTO, SUPERIOR, ISSUER, NUMBER, PLACE_DATE, TYPE_NAME, TYPE_ALONE, SUBJECT,
    DISPATCH_SUBJECT, AUTHORITY, SIGNER, ADDRESSEE, ADDRESSEE_HEAD, ADDRESSEE_ITEM,
    RECIPIENTS_HEAD, RECIPIENT, SECRECY, URGENCY, CIRCULATION, DRAFTER, CONTACT, CLERK_STAMP,
)  # fmt: skip

# What stands in each box, for whoever shows its number
BOX_NAMES = {
    "1": "quốc hiệu, tiêu ngữ",
    "2": "tên cơ quan",
    "3": "số, ký hiệu",
    "4": "địa danh, thời gian",
    "5": "tên loại, trích yếu",
    "6": "nội dung",
    "7": "người ký",
    "8": "dấu, chữ ký số",
    "9": "kính gửi, nơi nhận",
    "10": "độ mật, độ khẩn",
    "11": "phạm vi lưu hành",
    "12": "người soạn thảo",
    "13": "địa chỉ",
    "14": "chữ ký số trên phụ lục",
}
