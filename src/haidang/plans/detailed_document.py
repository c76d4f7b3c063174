"""The words of a detailed plan: the answers in, an official document out.

The outline is that of the plan above: purpose and requirements taken over, what the unit does, how
it is carried out. The layout is the writer's (NĐ 30/2020, Phụ lục I and III, mẫu 1.4).
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from haidang.documents.letterhead import letterhead_of
from haidang.orgs.models import Unit
from haidang.plans.cascade import is_the_plan_itself
from haidang.plans.enums import Bucket, How, PlanStatus, TaskStatus
from haidang.plans.models import Answer, Detailed, Item, OwnItem, Plan
from haidang.text.blocks import Block, Document, Heading, Paragraph, Signature
from haidang.text.layout import kind_of
from haidang.text.layout.kinds import Kind

KIND = "kế hoạch"
DEPUTY = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")  # as most plans of a committee are signed
HEAD = ("THỦ TRƯỞNG ĐƠN VỊ",)
_STOPS = " .;,:/-–"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the unit will do, as it stands in the document."""

    text: str
    words: str
    source: Answer | OwnItem

    @property
    def day(self) -> dt.date | None:
        """Until when: the unit's own day, else that of the item above."""
        return last_day(self.source)


def document_of(detailed: Detailed, today: dt.date) -> Document:
    """The plan of a unit as its answers stand; number, day and a missing name are left open."""
    plan, unit = detailed.plan, detailed.unit
    authority = [line for line in signer_post_of(detailed).splitlines() if line.strip()]
    return Document(
        header=replace(
            letterhead_of(unit, _kind()),
            date=today.isoformat()[:7],
            document_type=KIND.upper(),
            title=title_of(detailed),
        ),
        blocks=tuple(_body(detailed)),
        recipients=_recipients(unit, plan.unit),
        signature=Signature(
            authority=tuple(authority[:-1]),
            title=authority[-1],
            name=detailed.signer_name or None,
        ),
    )


def title_of(detailed: Detailed) -> str:
    """The subject: that of the plan above, on the ground of the unit."""
    subject = detailed.plan.revision.edition.document.title
    where = f"trên địa bàn {detailed.unit.area}" if detailed.unit.area else f"của {detailed.unit}"
    return f"{subject} {where}"[:500]


def signer_post_of(detailed: Detailed) -> str:
    """Who signs, a line of it for each of mark and post, as the drafter wrote or as is usual."""
    usual = DEPUTY if _is_committee(detailed.unit) else HEAD
    return detailed.signer_post.strip() or "\n".join(usual)


def cited(plan: Plan) -> str:
    """A plan as another document cites it: type, number, day, issuer, subject."""
    edition = plan.revision.edition
    kind = edition.document.document_type
    number = f" số {edition}" if edition.number and edition.symbol else ""
    day = f" {date_words(edition.issued_on)}" if edition.issued_on else ""
    subject = _small(edition.document.title)
    return f"{kind[:1].upper()}{kind[1:].lower()}{number}{day} của {plan.unit.name} về {subject}"


def date_words(day: dt.date) -> str:
    """A day as documents write it; days under 10 and months 1 and 2 have a leading zero."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def last_day(source: Answer | OwnItem) -> dt.date | None:
    """Until when something is to be done."""
    above = source.task.due_on if isinstance(source, Answer) else None
    return source.due_on or above


def lines_of(detailed: Detailed) -> tuple[list[Line], list[Line]]:
    """What the unit does for the plan above, in the order of its text, and what it adds itself."""
    answers = detailed.answers.exclude(how=How.WAIVED).select_related("task", "by")
    if detailed.plan.status != PlanStatus.REPLACED:  # what was amended is said in the new words
        answers = answers.exclude(task__status=TaskStatus.REPLACED)
    answered = [
        _line(answer, answer.words or answer.task.text)
        for answer in answers.order_by("task__start", "task")
        if answer.how != How.TAKEN_UP or not is_the_plan_itself(answer.task)
    ]
    own = [_line(item, _said(item)) for item in detailed.own_items.select_related("by")]
    return answered, own


def unchanging(detailed: Detailed) -> dict[str, Bucket]:
    """The lines that stand in every such document beside its tasks, and what each is for."""
    waived = dict.fromkeys(_waived_lines(detailed), Bucket.FORMALITY)
    said = [block.text for block in _carrying_out(detailed) if isinstance(block, Paragraph)]
    return waived | dict.fromkeys(said, Bucket.REQUIREMENT)


def _said(item: OwnItem) -> str:
    return f"{item.title.rstrip(_STOPS)}: {item.words}" if item.words else item.title


def _line(source: Answer | OwnItem, words: str) -> Line:
    said = _plain(words).rstrip(_STOPS)
    said = f"{said[:1].upper()}{said[1:]}"
    who = f" Người thực hiện: {_plain(source.owner).rstrip(_STOPS)}." if source.owner else ""
    day = last_day(source)
    until = f" Hoàn thành chậm nhất {date_words(day)}." if day else ""
    return Line(f"{said}.{who}{until}", said, source)


def _body(detailed: Detailed) -> Iterator[Block]:
    plan, unit = detailed.plan, detailed.unit
    yield Paragraph(f"Thực hiện {cited(plan)}, {unit.name} xây dựng kế hoạch như sau:")
    yield Heading(1, "I", "MỤC ĐÍCH, YÊU CẦU")
    yield from _aims(plan)
    yield Heading(1, "II", "NHIỆM VỤ")
    yield from _tasks(detailed)
    yield Heading(1, "III", "TỔ CHỨC THỰC HIỆN")
    yield from _carrying_out(detailed)


def _aims(plan: Plan) -> Iterator[Block]:
    number = 0
    for title, bucket in (("Mục đích", Bucket.PURPOSE), ("Yêu cầu", Bucket.REQUIREMENT)):
        if said := _paragraphs(plan, bucket):
            number += 1
            yield Heading(2, str(number), title)
            yield from (Paragraph(words, bullet=True) for words in said)
    if not number:
        yield Paragraph(f"Triển khai kịp thời, đầy đủ các nội dung của {_short(plan)}.")


def _tasks(detailed: Detailed) -> Iterator[Block]:
    answered, own = lines_of(detailed)
    titled: list[tuple[str, Sequence[str]]] = [
        (f"Nhiệm vụ thực hiện {_short(detailed.plan)}", [line.text for line in answered]),
        ("Nhiệm vụ khác của đơn vị", [line.text for line in own]),
        ("Nội dung không triển khai và lý do", _waived_lines(detailed)),
    ]
    filled = [(title, texts) for title, texts in titled if texts]
    for number, (title, texts) in enumerate(filled, 1):
        yield Heading(2, str(number), title)
        yield from (Paragraph(text, bullet=True) for text in texts)
    if not filled:
        yield Paragraph("…")


def _waived_lines(detailed: Detailed) -> list[str]:
    waived = detailed.answers.filter(how=How.WAIVED).select_related("task")
    return [_waived(answer) for answer in waived.order_by("task__start", "task")]


def _waived(answer: Answer) -> str:
    title, reason = answer.task.title.rstrip(_STOPS), _plain(answer.reason).rstrip(_STOPS)
    return f"Mục {answer.task.label} ({_plain(title)}): {reason}."


def _carrying_out(detailed: Detailed) -> Iterator[Block]:
    plan, unit = detailed.plan, detailed.unit
    answered, own = lines_of(detailed)
    names = [_plain(line.source.owner).rstrip(_STOPS) for line in (*answered, *own)]
    named = "; ".join(dict.fromkeys(name for name in names if name))
    who = f"Người, đơn vị được giao tại Mục II ({named})" if named else "Người được giao việc"
    yield Paragraph(f"{who} chủ động thực hiện, bảo đảm nội dung và thời gian nêu trên.", True)
    yield Paragraph(f"Kết quả được tổng hợp, báo cáo {plan.unit.name} theo quy định.", True)
    yield Paragraph(
        f"Trong quá trình thực hiện, nếu có vướng mắc, người, đơn vị được giao báo cáo {unit.name} "
        "để xem xét, giải quyết./."
    )


def _paragraphs(plan: Plan, bucket: Bucket) -> list[str]:
    """The paragraphs that a bucket has; sentences of one line belong together."""
    text, found = plan.revision.text, list[str]()
    end: int | None = None
    for item in plan.items.filter(is_sentence=True, bucket=bucket).order_by("ordinal"):
        words = _bare(text[item.start : item.end])
        goes_on = end is not None and "\n" not in text[end : item.start + _indent(text, item)]
        if goes_on and found:
            found[-1] = f"{found[-1]} {words}"
        elif words:
            found.append(words)
        end = item.start + len(text[item.start : item.end].rstrip())
    return found


def _indent(text: str, item: Item) -> int:
    whole = text[item.start : item.end]
    return len(whole) - len(whole.lstrip())


def _bare(words: str) -> str:
    return re.sub(r"^[-–+•*]\s*", "", _plain(words))


def _recipients(unit: Unit, above: Unit) -> tuple[str, ...]:
    led = (f"CT, các PCT {unit.short_name}",) if _is_committee(unit) else ()
    return (f"{above.short_name} (b/c)", *led, "Như Mục II", "Lưu: VT")


def _short(plan: Plan) -> str:
    edition = plan.revision.edition
    return f"Kế hoạch số {edition}" if edition.number else "kế hoạch của cấp trên"


def _is_committee(unit: Unit) -> bool:
    return unit.name.casefold().startswith("ủy ban nhân dân")


def _kind() -> Kind:
    kind = kind_of(KIND)
    assert kind is not None  # one of the 29 types of the decree
    return kind


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _plain(words: str) -> str:
    # What people typed is words, never a mark of bold type or of a figure.
    return " ".join(words.replace("[[", "[ [").replace("**", "").split())
