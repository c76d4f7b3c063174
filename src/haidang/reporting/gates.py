"""What keeps an official report from being issued (promise N12)."""

from haidang.documents.models import Edition
from haidang.errors import Issue
from haidang.reporting.queries.citing import unsourced_in

SHOWN = 60  # letters of the first one


def before_issuing_report(edition: Edition) -> list[Issue]:
    """A sentence that no record stands behind, until a person takes it in his own name.

    Nothing for every other document.
    """
    rows = unsourced_in(edition)
    if not rows:
        return []
    first = rows[0].text if len(rows[0].text) <= SHOWN else f"{rows[0].text[:SHOWN]}…"
    words = (
        f"Còn {len(rows)} câu chưa có nguồn và chưa có người nhận, câu đầu: “{first}”. "
        "Mở “Nguồn của từng câu” và nhận từng câu, hoặc bỏ câu đó khỏi văn bản."
    )
    return [Issue("unsourced", words)]
