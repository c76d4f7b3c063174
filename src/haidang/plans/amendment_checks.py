"""What is still missing before an amendment is put into force, and before one is answered."""

import datetime as dt
from collections.abc import Sequence

from haidang import clock
from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.plans import checks, queries
from haidang.plans.enums import Amended, How
from haidang.plans.models import AmendedItem, Amendment

LONGEST = 2000
A_YEAR = dt.timedelta(days=366)


def before_amending(
    amendment: Amendment, items: Sequence[AmendedItem], answer_by: dt.date | None
) -> list[Issue]:
    """What a person has still to decide; who only takes items away needs no task of its own."""
    changed = [item for item in items if item.kind != Amended.SAME]
    found = waiting_in(amendment, items)
    if not changed:
        found.append(Issue("no-change", "Hai bản không khác nhau ở mục nào."))
    if _is_stale(amendment, items):
        words = "Kế hoạch gốc vừa được sửa đổi bởi một văn bản khác; hãy so sánh lại."
        found.append(Issue("stale", words))
    return found + (_about_day(answer_by) if changed else [])


def waiting_in(amendment: Amendment, items: Sequence[AmendedItem]) -> list[Issue]:
    """What of the new plan a person has to decide: not what goes on as it was."""
    unchanged = {item.after.pk for item in unchanged_of(items) if item.after}
    waiting = checks.before_adopting(amendment.plan, unchanged)
    return [issue for issue in waiting if issue.name != "nothing"]


def unchanged_of(items: Sequence[AmendedItem]) -> list[AmendedItem]:
    """The items that stand in both plans and say the same, for the same units, by the same day."""
    return [item for item in items if item.kind == Amended.SAME and item.before and item.after]


def before_answering_change(how: How, words: str) -> list[Issue]:
    """What an answer lacks: the words of an adapted item, the reason of a waived one."""
    said = words.strip()
    if how == How.ADAPTED and not said:
        return [Issue("no-words", "Viết điều chỉnh thế nào, vì sao.", "words")]
    if how == How.WAIVED and not said:
        return [Issue("no-reason", "Nêu lý do không thực hiện, để cấp trên biết.", "words")]
    if len(said) > LONGEST:
        longest = f"{LONGEST:,}".replace(",", ".")
        return [Issue("too-long", f"Dài quá {longest} ký tự; hãy viết gọn lại.", "words")]
    return about_words(said, "words") if said else []


def _about_day(answer_by: dt.date | None) -> list[Issue]:
    if answer_by is None:
        return [Issue("no-day", "Cho biết các đơn vị trả lời chậm nhất ngày nào.", "answer_by")]
    today = clock.today()
    if today <= answer_by <= today + A_YEAR:
        return []
    return [Issue("day-out-of-reach", "Hạn trả lời phải từ hôm nay đến một năm nữa.", "answer_by")]


def _is_stale(amendment: Amendment, items: Sequence[AmendedItem]) -> bool:
    assert amendment.plan.amends is not None
    standing = set(queries.items_in_force(amendment.plan.amends).values_list("pk", flat=True))
    return standing != {item.before.pk for item in items if item.before}
