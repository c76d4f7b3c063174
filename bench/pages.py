"""The eight busiest pages and the portal, with the demonstration loaded.

Each is asked for through Django's test client (which gives queries and times without a server) and
through granian on loopback, then weighed as a browser sees it on a first visit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection

from bench.ground import own_installation
from bench.measure import against, kilobytes, median, once, p95, seconds, table, times_of
from bench.served import fetch, served, weigh

PAGE, SUMS, PORTAL = 0.3, 0.8, 0.2  # p95 of the server's time; see README.md
STAFF_WEIGHT, PORTAL_WEIGHT = (60_000, 25_000, 8), (200_000, 15_000, None)


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    account: str  # "" for the public
    limit: float = PAGE


def main() -> None:
    with own_installation(as_of="2024-11-25"):
        from django.core.management import call_command

        from haidang.demonstration import load_demonstration

        call_command("collectstatic", interactive=False, verbosity=0)
        taken = once(load_demonstration)
        print(f"\nLoading the demonstration, a year through the real commands: {seconds(taken)}")
        pages = list(_pages())
        keys = {page.account: _session(page.account) for page in pages}
        _inside(pages)
        with served() as port:
            _through_granian(pages, keys, port)
            _weights(pages, keys, port)


def _pages() -> Iterator[Page]:
    from haidang.reporting.models import Report, Round

    round = Round.objects.get(regime__frequency="year")
    draft = Report.objects.filter(round=round, status="draft").select_related("unit").first()
    commune = draft.unit.people.first().username
    yield Page("Việc của tôi, chuyên viên", "/viec/", "chuyenvien")
    yield Page("Việc của tôi, xã", "/viec/", commune)
    yield Page("Ghi hoạt động", "/ghi/", commune)
    yield Page("Nhật ký", "/nhat-ky/", commune)
    yield Page("Báo cáo của xã, một mục", f"/bc/{draft.pk}/3/", commune)
    yield Page("Ma trận nhiệm vụ", "/nhiem-vu/", "chuyenvien")
    yield Page("Kỳ báo cáo", f"/bao-cao/{round.pk}/", "chuyenvien")
    yield Page("Tổng hợp", f"/bao-cao/{round.pk}/tong-hop/", "chuyenvien", SUMS)
    yield Page("Cổng, trang đầu", "/vi/", "", PORTAL)


def _session(account: str) -> str:
    return str(_client(account).session.session_key) if account else ""


def _client(account: str):
    from django.test import Client

    from haidang.orgs.models import User

    client = Client(SERVER_NAME="127.0.0.1")
    if account:
        backend = "haidang.web.sessions.Accounts"
        client.force_login(User.objects.get(username=account), backend=backend)
    return client


def _inside(pages: list[Page]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    rows = []
    for page in pages:
        client = _client(page.account)
        times = times_of(lambda client=client, page=page: client.get(page.path), at_least=20)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(page.path)
        rows.append([*_times(page, times), len(asked), answer.status_code])
    head = ["page", "p50", "p95", "limit", "of it", "queries", "status"]
    table("Inside one process (Django's test client)", head, rows)


def _through_granian(pages: list[Page], keys: dict[str, str], port: int) -> None:
    rows = []
    for page in pages:
        line, key = HTTPConnection("127.0.0.1", port, timeout=60), keys[page.account]
        times = times_of(
            lambda line=line, page=page, key=key: fetch(line, page.path, key), at_least=20
        )
        rows.append(_times(page, times))
        line.close()
    head = ["page", "p50", "p95", "limit", "of it"]
    table("Through granian on loopback, one request after the other, gzip", head, rows)


def _times(page: Page, times: list[float]) -> list[object]:
    late = p95(times)
    return [
        page.name,
        seconds(median(times)),
        seconds(late),
        seconds(page.limit),
        against(late, page.limit),
    ]


def _weights(pages: list[Page], keys: dict[str, str], port: int) -> None:
    rows = []
    for page in pages:
        most, most_html, most_requests = PORTAL_WEIGHT if not page.account else STAFF_WEIGHT
        weight = weigh(port, page.path, keys[page.account])
        requests = f"{weight.requests}" + (f" of {most_requests}" if most_requests else "")
        row = [page.name, kilobytes(weight.html), against(weight.html, most_html)]
        row += [kilobytes(weight.styles), kilobytes(weight.scripts), kilobytes(weight.others)]
        rows.append([*row, kilobytes(weight.whole), against(weight.whole, most), requests])
    head = [
        "page",
        "html",
        "of limit",
        "css",
        "js",
        "icons, fonts",
        "whole",
        "of limit",
        "requests",
    ]
    table("First visit over the wire (gzip; every declared font counted)", head, rows)


if __name__ == "__main__":
    main()
