"""What keeps the document of a detailed plan from being issued (promise N4)."""

from haidang.documents.models import Edition
from haidang.errors import Issue
from haidang.plans.cascade import silent_items
from haidang.plans.models import Detailed

SHOWN = 6


def before_issuing_detailed_plan(edition: Edition) -> list[Issue]:
    """An item of the plan above that has no answer, and a draft that says other than the answers.

    Nothing for every other document.
    """
    detailed = Detailed.objects.filter(edition=edition).select_related("plan", "unit").first()
    if detailed is None:
        return []
    issues = []
    if labels := [task.label for task in silent_items(detailed)]:
        named = ", ".join(labels[:SHOWN]) + (", …" if len(labels) > SHOWN else "")
        words = f"Còn {len(labels)} mục của {detailed.plan} chưa trả lời: {named}."
        issues.append(Issue("silent", words))
    if detailed.is_stale:
        words = "Có mục đã đổi sau khi lập văn bản; hãy lập lại văn bản từ các mục."
        issues.append(Issue("stale", words))
    return issues
