"""What is missing or wrong in a regime, a section or a line; shown before the button."""

import datetime as dt
import re
from collections.abc import Iterator

from haidang.activities.models import Indicator
from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.orgs.enums import Frequency
from haidang.reporting.due import MONTHS
from haidang.reporting.enums import ContentKind, Preset, RegimeKind, SectionKind
from haidang.reporting.models import Line, Regime, Section
from haidang.reporting.regime_facts import RegimeFacts
from haidang.reporting.window import calendar_days, data_window
from haidang.text.habits import USUAL

DAY_OF_YEAR = re.compile(r"\d\d-\d\d")
LIMITS = {"name": 200, "title": 300, "basis": 500, "sending": 300, "guidance": 5000}
LAST_OF_MONTH, MOST_AFTER = 31, 60
ANY_YEAR = 2025


def before_saving(regime: Regime | None, facts: RegimeFacts) -> list[Issue]:
    """What keeps a regime from being saved; `regime` is None for a new one."""
    return [*_words(facts), *_same_name(regime, facts), *_whom(facts), *_when(facts)]


def _words(facts: RegimeFacts) -> Iterator[Issue]:
    for name, limit in LIMITS.items():
        said = getattr(facts, name)
        if len(said) > limit:
            yield Issue(f"long_{name}", f"Dài quá {limit} ký tự.", name)
        yield from about_words(said, name)
    if not facts.name:
        yield Issue("no_name", "Ghi tên chế độ báo cáo.", "name")
    if not facts.title:
        yield Issue("no_title", "Ghi trích yếu của báo cáo.", "title")


def _same_name(regime: Regime | None, facts: RegimeFacts) -> Iterator[Issue]:
    same = Regime.objects.in_use().filter(name=facts.name, receiver=facts.receiver)
    if (same.exclude(pk=regime.pk) if regime else same).exists():
        yield Issue("same_name", "Cơ quan này đã có chế độ báo cáo cùng tên.", "name")


def _whom(facts: RegimeFacts) -> Iterator[Issue]:
    if not facts.reporters.parent.is_under(facts.receiver):
        message = f"{facts.reporters} không thuộc {facts.receiver}."
        yield Issue("reporters_elsewhere", message, "reporters")
    through = facts.through
    if through is not None and facts.receiver.pk not in {through.pk, through.seat.pk}:
        message = f"{through} không tham mưu cho {facts.receiver}."
        yield Issue("through_elsewhere", message, "through")


def _when(facts: RegimeFacts) -> Iterator[Issue]:
    if facts.kind == RegimeKind.PERIODIC and facts.frequency not in Frequency.values:
        yield Issue(
            "no_frequency", "Báo cáo định kỳ: chọn tháng, quý, 6 tháng hay năm.", "frequency"
        )
        return
    due = facts.due
    if not (0 <= due.day <= LAST_OF_MONTH and 0 <= due.after <= MOST_AFTER):
        message = f"Ngày từ 1 đến {LAST_OF_MONTH}; số ngày sau kỳ không quá {MOST_AFTER}."
        yield Issue("due_day", message, "due_day")
    elif due.day and due.after:
        message = "Chọn một cách: một ngày của tháng, hoặc số ngày sau khi hết kỳ."
        yield Issue("due_twice", message, "due_after")
    elif facts.kind == RegimeKind.PERIODIC:
        yield from _days_of_year(facts)


def _days_of_year(facts: RegimeFacts) -> Iterator[Issue]:
    for name, day in (("data_to", facts.data_to), ("cut_off", facts.cut_off)):
        if day and not is_day_of_year(day):
            yield Issue(name, "Ghi ngày và tháng, ví dụ 14/12; không lấy ngày 29/2.", name)
            return
    if facts.due.month not in MONTHS and facts.frequency != Frequency.YEAR:
        yield Issue("due_month", "Chọn tháng trước, tháng cuối hoặc tháng sau kỳ.", "due_month")
        return
    ends_on = calendar_days(facts.frequency, ANY_YEAR)[1]
    data_to = data_window(facts.frequency, ANY_YEAR, year_ends=facts.data_to)[1]
    due_on = facts.due.day_of(ends_on, data_to, USUAL)
    if due_on is None:
        return
    if facts.preset == Preset.DECREE and due_on <= data_to:
        message = (
            f"Theo Nghị định 09/2019 số liệu tính đến hết ngày {data_to:%d/%m}, hạn gửi phải sau "
            "ngày đó. Cần gửi sớm hơn thì chọn kỳ số liệu theo chương trình."
        )
        yield Issue("due_inside_days", message, "due_day")
    if facts.cut_off and dt.date.fromisoformat(f"{ANY_YEAR}-{facts.cut_off}") > due_on:
        message = "Số thực hiện phải tính đến một ngày trước hạn gửi."
        yield Issue("cut_off_after_due", message, "cut_off")


def is_day_of_year(day: str) -> bool:
    """Whether "MM-DD" is a day that every year has."""
    try:
        return bool(DAY_OF_YEAR.fullmatch(day) and dt.date.fromisoformat(f"2023-{day}"))
    except ValueError:
        return False


def of_section(regime: Regime, title: str, kind: str, hint: str, opening: str) -> list[Issue]:
    """What keeps a section from being saved."""
    issues = [*about_words(title, "title"), *about_words(hint, "hint")]
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


def of_reason(reason: str) -> list[Issue]:
    """What is wrong in the reason for retiring a regime."""
    if not reason:
        return [Issue("no_reason", "Ghi lý do thôi dùng.", "reason")]
    if len(reason) > 300:
        return [Issue("long_reason", "Lý do dài quá 300 ký tự.", "reason")]
    return about_words(reason, "reason")
