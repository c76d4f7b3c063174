"""The portal: open to everybody, in three languages, light, without script. All else is closed."""

import datetime as dt
import gzip
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from haidang.newsroom.commands.portals import open_portal
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db
STATIC = Path(__file__).resolve().parents[2] / "src/haidang/web/static/haidang"
# The door of the outbox asks who sends in its own words, for the page that sends is kept; a
# calendar is opened by its private address; the service worker is the same file for everybody.
OPEN = {
    r"((?:vi|en|km)/(?:[\w\-]+/)*)",
    "ghi/gui/",
    "ghi/gui/<uuid:pk>/",
    "ghi/gui/<uuid:pk>/hoan-tac/",
    "lich/<str:token>.ics",
    "sw.js",
    "(vi|en|km)/danh-gia/",  # what readers say of a page
    r"(?P<language>vi|en|km)/the/(?P<pk>\d+)\.png",
    r"(?P<language>vi|en|km)/tin\.(?P<ending>rss|atom|json)",
    r"(?P<language>vi|en|km)/nghe-lai/(?P<pk>\d{1,15})/",
    r"(?P<language>vi|en|km)/nghe-lai\.rss",
    r"tieng/(?P<sha256>[0-9a-f]{64})\.mp3",
    r"hinh/(?P<pk>\d{1,9})/(?P<spec>[a-z0-9-]{1,40})\.(?P<ending>[a-z]{3,4})",
    r"tep-bai/(?P<sha256>[0-9a-f]{64})/(?P<name>[^/]{1,200})",
    "robots.txt",
    "sitemap.xml",
    "sitemap-<int:number>.xml",
    "cms/login/",
    "dang-nhap/",
    "giao-dien/",
    "kha-nang-tiep-can/",
    "tro-giup/",
}


@pytest.fixture
def portal():
    unit = make_unit(
        "huyện Biển Xa", kind="huyen", place="Biển Xa", contact="Điện thoại 0123 456 789"
    )
    return open_portal(unit=unit, by=None)


def read(language, **headers):
    return Client(headers=headers).get(f"/{language}/").content.decode()


def addresses(patterns, above=""):
    for pattern in patterns:
        here = above + str(pattern.pattern).removeprefix("^").removesuffix("$")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, here)
        else:
            yield here, pattern.callback


def sent_to_sign_in(answer):
    where = answer.get("Location", "").partition("?")[0]
    return (answer.status_code, where) == (302, "/dang-nhap/")


def test_nothing_but_the_portal_and_the_way_in_declares_itself_open():
    everything = list(addresses(get_resolver().url_patterns))
    opened = {at for at, view in everything if not getattr(view, "login_required", True)}

    assert len(everything) > 100
    assert opened == OPEN


def test_every_address_that_needs_no_argument_sends_a_stranger_to_sign_in(client):
    closed = {at for at, _ in addresses(get_resolver().url_patterns) if not set("<(") & set(at)}

    answers = {at: client.get(f"/{at}") for at in closed - OPEN}
    let_in = [at for at, answer in answers.items() if not sent_to_sign_in(answer)]

    assert len(answers) > 50
    assert let_in == []


@pytest.mark.parametrize("language", ["vi", "en", "km"])
def test_a_stranger_reads_the_portal(client, portal, language):
    answer = client.get(f"/{language}/")

    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()
    assert not answer.cookies


def test_nothing_under_a_language_opens_what_is_not_there(client, portal):
    assert client.get("/vi/viec/").status_code == 404


@pytest.mark.parametrize(
    ("language", "said", "fronts"),
    [
        ("vi", ["vi", "en"], ["vi", "en", "km"]),
        ("en", ["en", "vi"], ["en", "vi", "km"]),
        ("km", ["vi", "en"], ["km", "vi", "en"]),
    ],
)
def test_what_is_missing_is_said_in_the_reader_s_language_first(
    client, portal, language, said, fronts
):
    answer = client.get(f"/{language}/khong-co/")
    page = answer.content.decode().partition("<main")[2].partition("</main>")[0]

    assert answer.status_code == 404
    assert re.findall(r'<p lang="(\w\w)">', page) == said
    assert re.findall(r'<a class="button quiet" href="/(\w\w)/" lang="\1"', page) == fronts
    assert (page.count("The address may be mistyped"), page.count("Địa chỉ có thể")) == (1, 1)


def test_listening_again_is_led_to_by_its_name(portal):
    assert '<h2><a href="/vi/nghe-lai/">Nghe lại</a></h2>' in read("vi")
    assert '<p class="listen">Mỗi bản tin sẽ có' in read("vi")


def test_the_portal_is_the_same_for_staff(client, portal):
    client.force_login(make_user(Role.REPORTER))

    assert client.get("/vi/").content.decode() == read("vi")


def test_place_and_contact_come_from_the_unit(portal):
    page = read("vi")

    assert "<title>Biển, con người và cơ hội · Biển Xa</title>" in page
    assert "Ủy ban nhân dân huyện Biển Xa" in page
    assert "Điện thoại 0123 456 789" in page


def test_it_says_honestly_that_nothing_is_published(portal):
    assert "Chưa có tin, bài nào được đăng." in read("vi")
    assert "Nothing has been published yet." in read("en")


def test_languages_are_named_by_their_own_names_and_before_all_else(portal):
    page = read("en")

    links = re.findall(r'<a href="(/\w\w/)" lang="\w\w"[^>]*?( aria-current="page")?>([^<]+)', page)
    assert links[:3] == [
        ("/vi/", "", "Tiếng Việt"),
        ("/en/", ' aria-current="page"', "English"),
        ("/km/", "", "ភាសាខ្មែរ"),
    ]
    assert page.index('lang="km" hreflang') < page.index("<main")


def test_english_marks_vietnamese_names(portal):
    page = read("en")

    assert '<b><span lang="vi">Ủy ban nhân dân huyện Biển Xa</span></b>' in page
    assert '<h2><a href="/en/dau-tu/">Invest</a></h2>' in page


def test_khmer_without_a_native_reader_is_vietnamese_and_says_so(portal):
    page = read("km")

    assert '<h1><span lang="vi">Biển, con người và cơ hội</span></h1>' in page
    assert '<span lang="vi">Lời bằng ngôn ngữ này đang chờ người đọc bản ngữ duyệt.' in page
    assert "đang chờ người đọc bản ngữ" not in read("vi")


def test_a_demonstration_is_no_official_portal(portal, settings):
    words = "đây không phải cổng chính thức"

    assert words not in read("vi")
    settings.AS_OF = dt.date(2024, 11, 25)
    assert words in read("vi")


def test_links_inside_the_page_lead_somewhere(portal):
    page = read("vi")

    targets = set(re.findall(r'href="#([\w-]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([\w-]+)"', page))


def test_headers_are_strict_and_the_page_keeps_to_them(client, portal, settings):
    answer = client.get("/vi/")

    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert (answer["X-Content-Type-Options"], answer["X-Frame-Options"]) == ("nosniff", "DENY")
    assert answer["Referrer-Policy"] == "same-origin"
    page = answer.content.decode()
    assert not re.search(r"<script|<style| style=| on\w+=", page)
    # Nothing is loaded or linked from elsewhere; the page names itself in each language by its
    # whole address, as search engines ask.
    itself = [f'hreflang="{code}" href="{settings.ADDRESS}/{code}/"' for code in ("vi", "en", "km")]
    assert [page.count(link) for link in itself] == [1, 1, 1]
    for link in itself:
        page = page.replace(link, "")
    assert not re.search(r"https?://|[\"' ]//", page)


def test_a_reader_who_saves_data_gets_no_fonts(portal):
    assert '<body class="saves-data">' in read("vi", save_data="on")
    assert "saves-data" not in read("vi")


@pytest.mark.parametrize("language", ["vi", "en", "km"])
def test_weights_stay_far_below_the_limits(portal, language):
    page = len(gzip.compress(read(language).encode()))
    style = len(gzip.compress((STATIC / "portal.css").read_bytes()))
    fonts = sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2"))

    assert page <= 15_000
    assert style <= 18_000
    assert page + style + fonts <= 200_000


def test_the_number_of_queries_is_bounded(client, portal, django_assert_max_num_queries):
    client.get("/vi/")

    with django_assert_max_num_queries(8):
        client.get("/en/")
