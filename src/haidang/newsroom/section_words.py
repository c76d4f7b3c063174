"""What sections and fixed pages are called: Vietnamese, put into other languages by gettext."""

from django.utils.translation import gettext, override

from haidang.newsroom.enums import Answer, Finding, Section

NAMES = {
    Section.INVEST: "Đầu tư",
    Section.VISIT: "Du lịch, văn hóa",
    Section.OVERSEAS: "Kiều bào",
    Section.SEA: "Biển, đảo quê hương",
    Section.NEWS: "Tin, bài",
    Section.CLARIFIED: "Giải thích, làm rõ",
    Section.DOCUMENTS: "Văn bản",
    Section.ABOUT: "Giới thiệu",
}
MENU = {
    Section.INVEST: "Đầu tư",
    Section.VISIT: "Du lịch, văn hóa",
    Section.OVERSEAS: "Kiều bào",
    Section.SEA: "Biển, đảo",
}
GLANCE = {"places": "xã, phường, thị trấn", "languages": "ngôn ngữ:"}
DOORS = {
    Section.INVEST: "Tiềm năng, thế mạnh, cơ sở hạ tầng và đầu mối cho nhà đầu tư.",
    Section.VISIT: "Lễ hội, cảnh đẹp và nét văn hóa của các dân tộc cùng sinh sống.",
    Section.OVERSEAS: "Về thăm quê, giữ liên lạc và cùng xây dựng quê hương.",
}
CONTACT_TITLES = {
    Section.INVEST: "Liên hệ cho nhà đầu tư",
    Section.VISIT: "Liên hệ cho du khách",
    Section.OVERSEAS: "Liên hệ cho kiều bào",
}
ANSWERS = {
    Answer.USEFUL: "Có ích",
    Answer.PARTLY: "Chưa đủ",
    Answer.USELESS: "Không có ích",
}
FINDINGS = {
    Finding.FALSE: "Sai",
    Finding.LACKS_CONTEXT: "Thiếu bối cảnh",
    Finding.PARTLY_TRUE: "Đúng một phần",
    Finding.TRUE: "Đúng",
    Finding.UNDER_REVIEW: "Đang xác minh",
}
ENDED = "Đơn vị này đã kết thúc hoạt động. Trang được giữ lại để tra cứu, không còn cập nhật."
WAITING = (
    "Lời bằng ngôn ngữ này đang chờ người đọc bản ngữ duyệt. Trong lúc chờ, trang hiện tiếng Việt."
)


def section_name(section: Section, language: str) -> str:
    """The name of a section in a language; the Vietnamese one where nobody signed a word off."""
    with override(language):
        return gettext(NAMES[section])
