"""What a portal tells machines: search, feeds, the map of the site, cards, the page of nothing."""

import datetime as dt
import json
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from PIL import Image

from haidang import clock
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import Finding
from haidang.newsroom.models import Story, StorySource
from haidang.newsroom.relative import relative
from tests.makers import make_unit
from tests.makers.publishing import make_clarification, make_newsroom

pytestmark = pytest.mark.django_db
HOST = {"host": "127.0.0.1:8000"}
AT = "http://127.0.0.1:8000"


@pytest.fixture
def newsroom():
    return make_newsroom()


def get(client, path, status=200):
    answer = client.get(path, headers=HOST)
    assert answer.status_code == status
    return answer


def test_search_finds_without_marks_and_says_when_there_is_nothing(client, newsroom):
    newsroom.published("Lễ hội Nghinh Ông")

    assert "Lễ hội Nghinh Ông" in get(client, "/vi/tim/?q=nghinh+ong").content.decode()
    assert "Không có bài nào có đủ các từ này" in get(client, "/vi/tim/?q=khong").content.decode()
    get(client, "/vi/tim/?q=nghinh&trang=2", 404)
    get(client, "/vi/tim/?q=%00&trang=1")


def test_feeds_hold_what_is_public_and_nothing_else(client, newsroom):
    newsroom.cleared("Chưa đăng")
    gone = newsroom.published("Đã rút")
    withdraw_story(story=gone, notice="Bài đã rút vì lịch đổi.", by=newsroom.editor)
    story = newsroom.published("Lễ hội & <hội>")

    rss = ET.fromstring(get(client, "/vi/tin.rss").content)
    atom = ET.fromstring(get(client, "/vi/tin.atom").content)
    told = json.loads(get(client, "/vi/tin.json").content)

    titles = [item.findtext("title") for item in rss.iter("item")]
    entries = atom.iter("{http://www.w3.org/2005/Atom}entry")
    assert titles == ["Lễ hội & <hội>"]
    assert [e.findtext("{http://www.w3.org/2005/Atom}title") for e in entries] == titles
    assert [(item["title"], item["url"]) for item in told["items"]] == [
        ("Lễ hội & <hội>", f"{AT}/vi/tin/{story.slug}/")
    ]


def test_the_feeds_of_an_abolished_unit_say_so_and_end_with_it(client, newsroom):
    newsroom.published("Tin cũ")
    later = newsroom.published("Tin chung về sau")
    unit, ended = newsroom.district, clock.today() - dt.timedelta(days=1)
    Story.objects.exclude(pk=later.pk).update(first_published_at=clock.at(ended, 23, 59))
    assert json.loads(get(client, "/en/tin.json").content)["expired"] is False
    type(unit).objects.filter(pk=unit.pk).update(valid_to=ended)

    rss = ET.fromstring(get(client, "/vi/tin.rss").content)
    told = json.loads(get(client, "/vi/tin.json").content)

    assert told["expired"] is True
    assert [item["title"] for item in told["items"]] == ["Tin cũ"]
    for words in (told["description"], rss.findtext("channel/description")):
        assert words.startswith("Đơn vị này đã kết thúc hoạt động.")
        assert words.endswith(f"{ended:%d/%m/%Y}")
    assert "kết thúc hoạt động" in get(client, "/vi/nghe-lai.rss").content.decode()
    assert "/vi/tin/" in get(client, "/sitemap-1.xml").content.decode(), "its pages stay"


def test_the_map_of_the_site_names_each_page_with_its_languages(client, newsroom):
    story = newsroom.published()
    other = newsroom.translated(story)
    publish_story(story=other, by=newsroom.editor)
    ns = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

    index = ET.fromstring(get(client, "/sitemap.xml").content)
    files = [loc.text.removeprefix(AT) for loc in index.iterfind(".//m:loc", ns)]
    (url, english) = ET.fromstring(get(client, files[1]).content).iterfind("m:url", ns)

    here, there = f"{AT}/vi/tin/{story.slug}/", f"{AT}/en/tin/{other.slug}/"
    assert [url.findtext("m:loc", "", ns), english.findtext("m:loc", "", ns)] == [here, there]
    alternates = {a.get("hreflang"): a.get("href") for a in url.iterfind("x:link", ns)}
    assert alternates == {"vi": here, "en": there}
    assert "/km/lien-he/" in get(client, files[0]).content.decode()
    assert f"Sitemap: {AT}/sitemap.xml" in get(client, "/robots.txt").content.decode()
    get(client, "/sitemap-9.xml", 404)


def test_a_story_is_described_for_machines_and_no_word_of_it_ends_the_description(client, newsroom):
    title = "Lễ hội </script><script>alert(1)</script>"
    story = newsroom.published(title)

    page = get(client, f"/vi/tin/{story.slug}/").content.decode()

    held = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    told = json.loads(held)
    assert (told["@type"], told["headline"]) == ("NewsArticle", title)
    assert told["url"] == f"{AT}/vi/tin/{story.slug}/"
    assert f'<meta property="og:image" content="{AT}/vi/the/{story.pk}.png">' in page


def test_a_story_names_its_other_languages_by_whole_addresses(client, newsroom):
    page = get(client, relative(newsroom.published("Lễ hội"))).content.decode()

    for code in ("vi", "en", "km"):
        assert f'<link rel="alternate" hreflang="{code}" href="{AT}/{code}/' in page


def test_a_clarification_is_told_as_a_review_of_a_claim(client, newsroom):
    draft = make_clarification(newsroom, None, finding=Finding.FALSE)
    newsroom.edit(draft, sources=[StorySource(words="UBND huyện")])
    newsroom.clear(draft)

    publish_story(story=draft, by=newsroom.editor)
    page = get(client, f"/vi/tin/{draft.slug}/").content.decode()

    told = [part.partition("</script>")[0] for part in page.split('application/ld+json">')[1:]]
    review = json.loads(told[1])
    assert (review["@type"], review["claimReviewed"]) == ("ClaimReview", "Cảng cá đóng cửa")


def test_the_card_of_a_public_story_is_a_picture_and_of_others_there_is_none(client, newsroom):
    story = newsroom.published()

    card = get(client, f"/vi/the/{story.pk}.png")

    assert card["Content-Type"] == "image/png"
    with Image.open(BytesIO(card.content)) as picture:
        assert picture.size == (1200, 630)
    get(client, f"/en/the/{story.pk}.png", 404)
    get(client, f"/vi/the/{newsroom.cleared('Khác').pk}.png", 404)


def test_the_card_of_a_story_is_not_drawn_in_the_name_of_another_place(client, newsroom):
    story = newsroom.published()
    open_portal(unit=make_unit("xã Khác"), by=None, host="khac.localhost")

    answer = client.get(f"/vi/the/{story.pk}.png", headers={"host": "khac.localhost:8000"})

    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["/vi/khong-co/", "/en/tin/none/", "/km/a/b/c/"])
def test_where_nothing_stands_the_page_says_so_in_each_language(client, newsroom, path):
    page = get(client, path, 404).content.decode()

    assert "Địa chỉ có thể đã gõ sai" in page
    assert "Page not found" in page
    assert "ភាសាខ្មែរ" in page


def test_a_page_is_answered_from_memory_until_somebody_acts(
    client, newsroom, django_assert_num_queries
):
    story = newsroom.published()
    first = get(client, f"/vi/tin/{story.slug}/")

    with django_assert_num_queries(1):
        again = get(client, f"/vi/tin/{story.slug}/")
    withdraw_story(story=story, notice="Bài đã rút vì lịch đổi.", by=newsroom.editor)

    assert again.content == first.content
    assert dict(again.headers) == dict(first.headers)
    get(client, f"/vi/tin/{story.slug}/", 410)


def test_a_page_is_the_same_for_who_is_signed_in_and_hands_out_no_session(client, newsroom):
    client.force_login(newsroom.editor)
    mine = get(client, "/vi/")

    assert not mine.cookies
    assert "Cookie" not in mine["Vary"]
    assert get(Client(), "/vi/").content == mine.content


def test_a_reader_who_has_a_page_is_not_sent_it_again(client, newsroom):
    tag = get(client, "/vi/")["ETag"]

    answer = client.get("/vi/", headers=HOST | {"if-none-match": tag})

    assert (answer.status_code, answer.content) == (304, b"")


def test_what_is_kept_is_kept_apart_by_host_packing_and_saving(client, newsroom):
    plain = get(client, "/vi/")
    packed = client.get("/vi/", headers=HOST | {"accept-encoding": "gzip"})
    saved = client.get("/vi/", headers=HOST | {"save-data": "on"})

    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert b"saves-data" in saved.content
    assert b"saves-data" not in plain.content
