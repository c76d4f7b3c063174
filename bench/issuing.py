"""Issuing: a hundred documents by sixteen people at once, and a register of 100,000 lines searched.

The real commands on SQLite with full durability, then on a PostgreSQL of its own where it is
there. Only the lines of the register are made in bulk: that is not measured.
"""

import datetime as dt
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from bench.ground import on_both, own_installation
from bench.measure import against, median, p95, seconds, table, times_of

DAY = dt.date(2024, 11, 28)
DOCUMENTS, PEOPLE, LINES = 100, 16, 100_000
MOST_TOGETHER, MOST_ONE, MOST_SEARCH = 60.0, 1.0, 0.5


def main() -> None:
    on_both("issuing", _measure)


def _measure(address: str | None) -> None:
    name = "PostgreSQL (fsync off)" if address else "SQLite"
    with own_installation(as_of=DAY.isoformat(), database=address):
        rows = [*_issued(), *_searched()]
    table(f"Issuing, on {name}", ["act", "time", "limit", "of it", "found"], rows)


def _issued():
    from haidang.documents.models import Number

    unit, drafter, leaders, clerks = _people()
    editions = [_agreed(unit, drafter, leaders, clerks[0], at) for at in range(DOCUMENTS + 1)]
    alone = _timed(editions.pop(), clerks[0])
    share = [editions[at::PEOPLE] for at in range(PEOPLE)]
    start, taken, lock = threading.Barrier(PEOPLE), [], threading.Lock()

    def work(mine, clerk):
        from django.db import connection

        start.wait()
        for edition in mine:
            one = _timed(edition, clerk)
            with lock:
                taken.append(one)
        connection.close()

    begun = time.perf_counter()
    with ThreadPoolExecutor(PEOPLE) as together:
        list(together.map(work, share, clerks))
    whole = time.perf_counter() - begun
    values = sorted(Number.objects.values_list("value", flat=True))
    sound = values == list(range(1, DOCUMENTS + 2))
    found = "no gap, no double" if sound else f"BROKEN: {values}"
    return [
        ["one document, alone", seconds(alone), seconds(MOST_ONE), against(alone, MOST_ONE), ""],
        [f"{DOCUMENTS} documents, {PEOPLE} people at once", seconds(whole), seconds(MOST_TOGETHER),
         against(whole, MOST_TOGETHER), found],
        ["  of these one, p95, with its waiting", seconds(p95(taken)), "", "", ""],
    ]  # fmt: skip


def _timed(edition, clerk):
    from haidang.documents.commands import issue_document

    begun = time.perf_counter()
    issue_document(edition=edition, by=clerk)
    return time.perf_counter() - begun


def _people():
    from haidang.orgs.commands import add_person, add_unit, appoint
    from haidang.orgs.models import UnitKind

    kind, _ = UnitKind.objects.get_or_create(code="huyen", defaults={"name": "huyện", "rank": 2})
    named = dict.fromkeys(("name", "short_name", "grid_name"), "UBND huyện")
    unit = add_unit(kind=kind, **named, valid_from=dt.date(2000, 1, 1), by=None)

    def person(role, at):
        made = add_person(
            username=f"{role}{at}", password="một mật khẩu dài", unit=unit, post=role, by=None
        )
        appoint(user=made, role=role, valid_from=dt.date(2000, 1, 1), by=None)
        return made

    drafter, leaders = person("drafter", 0), [person("leader", at) for at in range(2)]
    return unit, drafter, leaders, [person("clerk", at) for at in range(PEOPLE)]


def _agreed(unit, drafter, leaders, clerk, at):
    from haidang.documents.commands import agree_step, draft_document, submit_for_signature
    from haidang.documents.models import Edition
    from haidang.documents.queries import step_due

    draft = draft_document(document=_report(at), unit=unit, by=drafter)
    slip = submit_for_signature(edition=draft.edition, by=drafter)
    for post in (leaders[0], clerk, leaders[1]):
        agree_step(step=step_due(slip), by=post)
    return Edition.objects.get(pk=draft.edition_id)


def _report(at):
    from haidang.text.blocks import Document, Header, Heading, Paragraph, Signature

    words = "Ủy ban nhân dân huyện đã triển khai các nội dung được giao trong năm, kịp thời. "
    body = [Heading(1, "I", "KẾT QUẢ THỰC HIỆN")]
    body += [Paragraph((words * 4).strip()) for _ in range(8)]
    header = Header(
        issuer="Ủy ban nhân dân huyện", symbol="BC-UBND", place="Cầu Ngang", date="2024-11",
        document_type="Báo cáo", title=f"Kết quả thông tin đối ngoại, việc thứ {at}",
    )  # fmt: skip
    signed = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Người Ký Mẫu")
    last = Paragraph("Tiếp tục thực hiện trong năm sau./.")
    return Document(header, (*body, last), ("CT, các PCT UBND huyện", "Lưu: VT"), signed)


def _searched():
    from haidang.documents.incoming import Facts
    from haidang.documents.models import Arrival
    from haidang.orgs.models import Unit, User

    unit, clerk = Unit.objects.get(), User.objects.get(username="clerk0")
    at, last = dt.datetime(2024, 11, 28, 8, tzinfo=dt.UTC), LINES
    Arrival.objects.bulk_create(
        (_line(unit, clerk, at, number, Facts) for number in range(1, last + 1)), batch_size=2000
    )
    seen = Arrival.objects.visible_to(clerk).filter(year=2024)

    def find(*words):
        rows = seen
        for word in words:
            rows = rows.filter(folded__contains=word)
        return rows.count(), list(rows.defer("text").order_by("-number")[:50])

    rows = []
    for words in (("bien", "dao"), ("viec", "99999"), ("khong", "co")):
        taken = median(times_of(lambda words=words: find(*words)))
        count, _ = find(*words)
        rows.append([f"“{' '.join(words)}” in {LINES:,} lines", seconds(taken),
                     seconds(MOST_SEARCH), against(taken, MOST_SEARCH), f"{count:,}"])  # fmt: skip
    return rows


def _line(unit, clerk, at, number, facts_of):
    from haidang.documents.models import Arrival

    about = ("biển, đảo", "thông tin đối ngoại", "lễ hội")[number % 3]
    facts = facts_of(
        issuer="Sở Thông tin và Truyền thông", number_symbol=f"{number}/STTTT-VP",
        document_type="Công văn", subject=f"Về việc tuyên truyền {about}, việc thứ {number}",
    )  # fmt: skip
    return Arrival(
        unit=unit, year=2024, number=number, arrived_on=DAY, **facts.columns(), by=clerk, at=at,
        sign_key=facts.sign_key, folded=f"{number} {facts.folded}",
    )  # fmt: skip


if __name__ == "__main__":
    main()
