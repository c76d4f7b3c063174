"""What sections and fixed pages are called: Vietnamese, put into other languages by gettext."""

from django.utils.translation import gettext, override

from haidang.newsroom.enums import Section

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


def section_name(section: Section, language: str) -> str:
    """The name of a section in a language; the Vietnamese one where nobody signed a word off."""
    with override(language):
        return gettext(NAMES[section])
