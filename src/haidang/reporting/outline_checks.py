"""What is wrong in a section or a line of an outline; shown before the button."""

from haidang.activities.models import Indicator
from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.reporting.enums import ContentKind, SectionKind
from haidang.reporting.models import Line, Regime, Section


def of_section(regime: Regime, title: str, kind: str, hint: str, opening: str) -> list[Issue]:
    """What keeps a section from being saved."""
    said = {"title": title, "hint": hint, "opening": opening}
    issues = [row for field, words in said.items() for row in about_words(words, field)]
    if not title or len(title) > 100:
        issues.append(Issue("section_title", "Ghi tiêu đề, không quá 100 ký tự.", "title"))
    if len(hint) > 300:
        issues.append(Issue("long_hint", "Hướng dẫn dài quá 300 ký tự.", "hint"))
    if len(opening) > 200:
        issues.append(Issue("long_opening", "Lời dẫn dài quá 200 ký tự.", "opening"))
    other = {ContentKind.FIGURES: SectionKind.PROSE, ContentKind.PROSE: SectionKind.FIGURES}
    if kind not in SectionKind.values:
        issues.append(Issue("section_kind", "Chọn mục số liệu hay phần lời.", "kind"))
    elif other.get(ContentKind(regime.content_kind)) == kind:
        message = f"Chế độ báo cáo này chỉ yêu cầu {regime.get_content_kind_display()}."
        issues.append(Issue("section_kind", message, "kind"))
    return issues


def of_line(section: Section, indicator: Indicator) -> list[Issue]:
    """What keeps an indicator from being asked for in a section."""
    if section.kind != SectionKind.FIGURES:
        return [Issue("prose_section", "Phần lời không có chỉ tiêu.", "indicator")]
    if indicator.is_retired:
        return [Issue("retired", f"Chỉ tiêu {indicator} đã thôi dùng.", "indicator")]
    there = Line.objects.filter(section__regime=section.regime_id, indicator=indicator).first()
    if there is not None:
        message = f"Chỉ tiêu {indicator} đã có ở mục {there.section}."
        return [Issue("asked_twice", message, "indicator")]
    return []


def of_words(words: str) -> list[Issue]:
    """What is wrong in the words that say a figure inside a sentence."""
    if words and "{số}" not in words:
        return [Issue("words_without_figure", "Lời văn phải có chỗ cho số: {số}.", "words")]
    if len(words) > 200:
        return [Issue("long_words", "Lời văn dài quá 200 ký tự.", "words")]
    return about_words(words, "words")
