"""Reading a document in that takes long: shown while it goes on, and ended by going away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from haidang.console import serving
from haidang.ledger.models import Entry
from haidang.plans.models import Plan
from haidang.text.reading.listening import TICK
from haidang.web import turns
from haidang.web.views.plans import reading_in
from tests.makers.plans import PLAN
from tests.text.scans import drawn, needs_scans, scanned

pytestmark = pytest.mark.django_db


@pytest.fixture
def impatient(monkeypatch):
    """Whatever is read takes too long to wait for."""
    monkeypatch.setattr(reading_in, "PATIENCE", 0)


def upload(client, content=PLAN, name="kế hoạch.txt", **more):
    content = content if isinstance(content, bytes) else content.encode()
    return client.post("/ke-hoach/doc/", {"file": SimpleUploadedFile(name, content)}, **more)


def text_of(response):
    return b"".join(response.streaming_content).decode()


def go_away(response):
    """What closing the page does, but for the connection, which the test still needs."""
    for close in reversed(response._resource_closers):
        close()


def taken(kind):
    return [turns.place_at(kind, number) for number in range(1, turns.CORES + 1)]


@pytest.fixture
def all_places():
    """Every place at reading is taken until the test ends."""
    places = taken("reading")
    yield places
    for place in places:
        turns.leave(place)


def test_the_form_says_what_it_takes(drafter):
    page = drafter.get("/ke-hoach/").text

    for ending in (".docx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".mht", ".txt"):
        assert ending in page.split('accept="')[1].split('"')[0].split(",")
    assert "kể cả bản quét" in page


def test_read_in_that_takes_long_is_shown_and_goes_on_by_itself(drafter, impatient):
    response = upload(drafter, headers={"Accept-Encoding": "gzip"})

    assert response.headers["Content-Encoding"] == "identity"
    page = text_of(response)
    plan = Plan.objects.get()
    assert "Đang mở tệp" in page
    assert f'<meta http-equiv="refresh" content="0; url=/ke-hoach/{plan.pk}/">' in page
    assert page.index("Đang mở tệp") < page.index("Đã đọc xong") < page.index("</html>")


@needs_scans
def test_read_in_of_a_scan_tells_each_page(drafter, impatient):
    pages = [drawn([(80, 700, f"KẾ HOẠCH tuyên truyền biển, đảo, trang {n}")]) for n in (1, 2)]

    page = text_of(upload(drafter, scanned(*pages), "quét.pdf"))

    assert "Đang nhận dạng trang <b>2/2</b>" in page
    assert "Đã nhận dạng <b>2/2</b> trang" in page
    assert Plan.objects.exists()


@pytest.mark.promise("N19")
def test_read_in_that_takes_long_refuses_a_secret_as_well(drafter, impatient):
    page = text_of(upload(drafter, f"TỐI MẬT\n\n{PLAN}"))

    assert "hệ thống không lưu gì của tệp" in page
    assert "Quay lại, chọn tệp khác" in page
    assert not Plan.objects.exists()
    assert Entry.objects.latest("seq").event == "refuse_secret_document"


def test_read_in_that_takes_long_says_that_it_was_read_before(drafter, impatient):
    text_of(upload(drafter))
    Plan.objects.get()

    page = upload(drafter)

    assert page.status_code == 422
    assert "Tệp này đã được đọc vào rồi" in page.text


def test_read_in_ends_when_the_person_goes_away(drafter, impatient):
    response = upload(drafter)
    pieces = iter(response.streaming_content)
    next(pieces)
    next(pieces)

    go_away(response)

    assert not Plan.objects.exists()
    places = taken("reading")
    assert None not in places
    for place in places:
        turns.leave(place)


def test_read_in_that_nobody_began_to_watch_ends_too(drafter, impatient):
    go_away(upload(drafter))

    assert not Plan.objects.exists()
    for place in taken("reading"):
        turns.leave(place)


@pytest.mark.django_db(transaction=True)
def test_read_in_holds_no_transaction_while_it_waits(drafter, impatient):
    for _ in upload(drafter).streaming_content:
        assert not connection.in_atomic_block


def test_read_in_waits_for_its_turn(drafter, impatient, all_places):
    response = upload(drafter)
    pieces = iter(response.streaming_content)
    before = next(pieces) + next(pieces)
    turns.leave(all_places.pop())

    page = (before + b"".join(pieces)).decode()

    assert "văn bản của bạn đến lượt ngay sau đó" in page
    assert "Đã đọc xong" in page


def test_read_in_says_that_all_places_are_taken(drafter, all_places):
    waiting = turns.in_turn("reading", TICK)
    assert next(waiting) == (0, 0)

    page = upload(drafter)

    assert page.status_code == 503
    assert page.headers["Retry-After"] == "60"
    assert "Tệp của bạn chưa được nhận; hãy gửi lại sau ít phút" in page.text
    assert not Plan.objects.exists()
    waiting.close()


def test_a_worker_keeps_threads_free_while_every_place_is_taken():
    assert serving.THREADS >= turns.CORES + 1 + 1
