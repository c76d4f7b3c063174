"""What keeps an official report, or a proposal of commendation, from being issued (N12, N26)."""

from haidang.documents.models import Edition
from haidang.errors import Issue
from haidang.reporting.evaluation.bases import MARK, OPENING
from haidang.reporting.queries.citing import unsourced_in

SHOWN = 60  # letters of the first one


def before_issuing_report(edition: Edition) -> list[Issue]:
    """A sentence without a source that nobody took; a basis of law that nobody has looked at.

    Nothing for every other document.
    """
    return [*_unsourced(edition), *_unchecked(edition)]


def _unsourced(edition: Edition) -> list[Issue]:
    rows = unsourced_in(edition)
    if not rows:
        return []
    first = rows[0].text if len(rows[0].text) <= SHOWN else f"{rows[0].text[:SHOWN]}…"
    words = (
        f"Còn {len(rows)} câu chưa có nguồn và chưa có người nhận, câu đầu: “{first}”. "
        "Mở “Nguồn của từng câu” và nhận từng câu, hoặc bỏ câu đó khỏi văn bản."
    )
    return [Issue("unsourced", words)]


def _unchecked(edition: Edition) -> list[Issue]:
    """Bases that were proposed with a mark (`evaluation.bases`), in the newest text."""
    newest = edition.revisions.order_by("ordinal").last()
    rows = newest.text.splitlines() if newest else []
    marked = [row for row in rows if row.strip().startswith(OPENING) and MARK in row]
    if not marked:
        return []
    words = (
        f"Còn {len(marked)} căn cứ ghi “{MARK[1:-1]}”. Đối chiếu với văn bản gốc, lưu ở trang "
        "“Căn cứ pháp lý” của phần đánh giá rồi lập lại Tờ trình."
    )
    return [Issue("unchecked_bases", words)]
