"""Stories on portals: lists, articles, languages, what is shared from above, what was withdrawn."""

import datetime as dt
import hashlib
import re

import pytest

from haidang import clock
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import Finding, Section, StoryKind
from haidang.newsroom.models import Publication, Story
from haidang.newsroom.relative import relative
from haidang.orgs.enums import Change
from haidang.orgs.models import Succession
from tests.makers import make_unit
from tests.makers.newsroom import make_newsroom, write_story
from tests.makers.portal import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    return make_newsroom()


def read(client, path, **headers):
    return client.get(path, headers=headers).content.decode()


def test_a_published_story_is_an_article_and_stands_in_lists(client, room):
    story = publish(room, byline="Ban Biên tập")
    page = read(client, relative(story))

    assert "<title>Ngư dân ra khơi · " in page
    assert "<p>Sáng nay, tàu ra khơi.</p>" in page
    assert re.search(r"\d\d/\d\d/\d{4}</time> · Ban Biên tập", page)
    assert '<a href="/vi/tin/">Tin, bài</a>' in page
    for path in ("/vi/", "/vi/tin/"):
        assert f'<a href="{relative(story)}">Ngư dân ra khơi</a>' in read(client, path)
    assert "Ngư dân ra khơi" not in read(client, "/vi/dau-tu/")


def test_a_draft_is_nowhere(client, room):
    story = write_story(room)

    assert client.get(relative(story)).status_code == 404
    assert "Ngư dân ra khơi" not in read(client, "/vi/") + read(client, "/vi/tin/")


def test_a_row_written_past_the_commands_is_not_served(client, room):
    story = publish(room)
    Story.objects.filter(pk=story.pk).update(standfirst="Lời khác.")

    assert client.get(relative(story)).status_code == 404


def test_a_withdrawn_story_keeps_its_address_and_says_so(client, room):
    story = publish(room)
    withdraw_story(story=story, notice="Bài có số liệu sai.", by=room.editor)

    answer = client.get(relative(story))

    assert answer.status_code == 410
    assert "Bài có số liệu sai." in answer.content.decode()
    assert "tàu ra khơi" not in answer.content.decode()
    assert story.standfirst not in answer.content.decode()


def test_a_withdrawn_story_is_told_by_its_section_and_its_day_and_not_by_its_title(client, room):
    story = publish(room)
    Story.objects.filter(pk=story.pk).update(first_published_at=clock.at(dt.date(2024, 3, 5)))
    withdraw_story(story=story, notice="Bài có số liệu sai.", by=room.editor)

    page = read(client, relative(story))
    main = page[page.index("<main") : page.index("</main>")]

    assert '<a href="/vi/tin/">Tin, bài</a>' in main
    assert 'Ngày đăng: <time datetime="2024-03-05">05/03/2024</time>' in main
    assert "Rút lúc: <time" in main
    assert story.title not in page


def test_a_page_without_translation_shows_its_summary_in_the_other_language(client, room):
    story = publish(room)
    page = read(client, relative(story).replace("/vi/", "/en/"))

    assert "This article has no translation yet." in page
    assert '<article lang="vi">' in page
    assert "Vụ mới." in page
    assert "tàu ra khơi" not in page
    assert f'href="{relative(story)}" lang="vi" hreflang="vi">Tiếng Việt' in page
    assert '<link rel="canonical" href="' in page


def test_the_switch_leads_to_the_same_page_in_each_language(client, room):
    story = publish(room)
    key = story.translation_key
    english = publish(room, "Fishers put to sea", language="en", translation_key=key)

    page = read(client, relative(story))

    assert f'<li><a href="{relative(english)}" lang="en" hreflang="en">English</a></li>' in page
    assert "Bài này có bằng" in page
    moved = client.get(relative(story).replace("/vi/", "/en/"))
    assert (moved.status_code, moved["Location"]) == (302, relative(english))


def test_what_is_not_translated_shows_its_original_from_whichever_version(client, room):
    story = publish(room)
    key = story.translation_key
    english = publish(room, "Fishers put to sea", language="en", translation_key=key)

    for version in (story, english):
        page = read(client, f"/km/{relative(version).split('/', 2)[2]}")
        assert '<article lang="vi">' in page, version.language
        assert "<h1>Ngư dân ra khơi</h1>" in page, version.language
        assert "Fishers put to sea" not in page, version.language
        assert f'<link rel="canonical" href="http://127.0.0.1:8000{relative(story)}">' in page


def test_a_translation_stands_in_for_an_original_that_was_withdrawn(client, room):
    story = publish(room)
    key = story.translation_key
    english = publish(room, "Fishers put to sea", language="en", translation_key=key)
    withdraw_story(story=story, notice="Bài có số liệu sai.", by=room.editor)

    page = read(client, relative(english).replace("/en/", "/km/"))

    assert '<article lang="en">' in page


def test_what_a_portal_above_shares_is_shown_below_and_named_at_home(client, room):
    commune = make_unit("xã Thử", parent=room.district)
    open_portal(unit=commune, by=None, host="thu.localhost")
    shared, own = publish(room, is_shared=True), publish(room, "Chỉ ở huyện")

    there = {"host": "thu.localhost"}

    assert "Ngư dân ra khơi" in read(client, "/vi/tin/", **there)
    assert "Chỉ ở huyện" not in read(client, "/vi/tin/", **there)
    page = read(client, relative(shared), **there)
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{relative(shared)}">' in page
    assert "canonical" not in read(client, relative(shared))
    assert client.get(relative(own), headers=there).status_code == 404


def test_a_portal_below_shares_nothing_upward(client, room):
    commune = make_unit("xã Thử", parent=room.district)
    open_portal(unit=commune, by=None, host="thu.localhost")

    page = read(client, "/vi/", host="thu.localhost")

    publish(room, "Chỉ ở huyện")

    assert commune.name in page
    assert commune.name not in read(client, "/vi/")
    assert "Chỉ ở huyện" not in read(client, "/vi/", host="thu.localhost")


def test_facts_of_an_event_and_of_a_clarification_are_shown(client, room):
    day = dt.date(2024, 11, 28)
    event = publish(
        room, "Lễ hội", kind=StoryKind.EVENT, where="Bến cá", starts_on=day, ends_on=day
    )
    clarified = publish(
        room,
        "Về tin bến cá đóng cửa",
        section=Section.CLARIFIED,
        kind=StoryKind.CLARIFICATION,
        claim="Bến cá đóng cửa.",
        claim_at=clock.now(),
        finding=Finding.FALSE,
        answered_by="UBND huyện",
    )

    page, answer = read(client, relative(event)), read(client, relative(clarified))

    assert (
        re.search(r"<dt>Thời gian</dt><dd>(.*)</div>", page)[1],
        re.search(r"<dt>Địa điểm</dt><dd>(.*)</dd>", page)[1],
    ) == ('<time datetime="2024-11-28">28/11/2024</time></dd>', "Bến cá")
    assert "<blockquote><p>Bến cá đóng cửa.</p></blockquote>" in answer
    assert "<b>Sai</b>" in answer


def test_fixed_pages_are_linked_in_the_foot_once_they_are_written(client, room):
    foot = "<h2>Giới thiệu</h2>"
    assert foot not in read(client, "/vi/")

    publish(room, "Tổ chức bộ máy", section=Section.ABOUT, kind=StoryKind.FIXED)

    page = read(client, "/vi/")
    assert foot in page
    assert "Tổ chức bộ máy" in page[page.index("<footer") :]
    assert "Tổ chức bộ máy" not in page[: page.index("<footer")]


def test_the_portal_of_an_abolished_unit_stays_marked_with_its_successor(client, room):
    unit, heir = room.district, make_unit("xã Mới")
    open_portal(unit=heir, by=None, host="moi.localhost")
    story, last = publish(room), clock.today() - dt.timedelta(days=1)
    type(unit).objects.filter(pk=unit.pk).update(valid_to=last)
    Succession.objects.create(predecessor=unit, successor=heir, on=clock.today(), how=Change.MERGE)

    page = read(client, relative(story))

    assert "Đơn vị này đã kết thúc hoạt động." in page
    assert f"{last:%d/%m/%Y}" in page
    assert 'href="http://moi.localhost:8000/vi/"' in page
    assert "đã kết thúc hoạt động" not in read(client, "/vi/", host="moi.localhost")


def test_readers_of_an_abolished_unit_are_sent_to_its_heir_s_offices(client, room):
    unit, heir = room.district, make_unit("xã Mới")
    make_unit("Phòng Mới", kind="phong", parent=heir, acts_for=heir, contact="0294 000 0077")
    type(unit).objects.filter(pk=unit.pk).update(contact="0294 000 0011")
    story = publish(room)
    assert "0294 000 0011" in read(client, "/en/lien-he/")
    ended = clock.today() - dt.timedelta(days=1)
    type(unit).objects.filter(pk=unit.pk).update(valid_to=ended)
    Succession.objects.create(predecessor=unit, successor=heir, on=clock.today(), how=Change.MERGE)

    for path in (relative(story), "/vi/lien-he/"):
        page = read(client, path)
        assert "Phòng Mới" in page, path
        assert "02940000077" in page, path
        assert "0294 000 0011" not in page, path


def test_lists_of_an_abolished_unit_end_with_it_and_addresses_that_were_shared_stay(client, room):
    publish(room, "Tin trước")
    later = publish(room, "Tin chung về sau")
    ended = clock.today() - dt.timedelta(days=1)
    Story.objects.exclude(pk=later.pk).update(first_published_at=clock.at(ended, 23, 59))
    type(room.district).objects.filter(pk=room.district.pk).update(valid_to=ended)

    for path in ("/vi/", "/vi/tin/", "/vi/tim/?q=tin", "/vi/tin.rss"):
        page = read(client, path)
        assert "Tin trước" in page, path
        assert "Tin chung về sau" not in page, path
    assert "Tin chung về sau" in read(client, relative(later))
    assert client.get(f"/vi/the/{later.pk}.png").status_code == 200


def test_vietnamese_words_of_an_english_story_are_marked(client, room):
    body = "<p>They call it “nghề muối ba đời”, or “Salt of Ngang”.</p>"
    story = publish(room, "Salt", language="en", body=body, byline="Chuyên viên, UBND xã")

    page = read(client, relative(story))

    assert 'call it <span lang="vi">“nghề muối ba đời”</span>, or “Salt of Ngang”.' in page
    assert '· <span lang="vi">Chuyên viên, UBND xã</span> · Source: <span lang="vi">UBND' in page
    assert '<li><span lang="vi">UBND huyện</span></li>' in page


def test_every_page_is_described_for_who_searches_elsewhere(client, room):
    story = publish(room, standfirst="Vụ cá Bắc bắt đầu.")
    described = '<meta name="description" content="'

    assert f'{described}Vụ cá Bắc bắt đầu."' in read(client, relative(story))
    assert f"{described}Tiềm năng, thế mạnh" in read(client, "/vi/dau-tu/")
    for path in ("/vi/tin/", "/vi/lien-he/", "/vi/tim/", "/vi/nghe-lai/"):
        assert '. Cổng thông tin đối ngoại.">' in read(client, path), path


def test_sections_have_pages(client, room, monkeypatch):
    monkeypatch.setattr("haidang.web.views.portal.section.PER_PAGE", 1)
    publish(room, "Bài một"), publish(room, "Bài hai")

    first, second = read(client, "/vi/tin/"), read(client, "/vi/tin/?trang=2")

    assert ("Bài hai</a></h2>" in first, "Bài một</a></h2>" in second) == (True, True)
    assert 'rel="next" href="?trang=2"' in first
    for page in ("0", "3", "x", "-1"):
        assert client.get(f"/vi/tin/?trang={page}").status_code == 404


@pytest.mark.parametrize("path", ["lien-he", "nghe-lai", "kha-nang-tiep-can", "nguon-tin"])
@pytest.mark.parametrize("language", ["vi", "en", "km"])
def test_standing_pages_are_there_in_each_language(client, room, path, language):
    answer = client.get(f"/{language}/{path}/")

    assert (answer.status_code, bool(answer.cookies)) == (200, False)
    assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("path", ["/vi/khong-co/", "/vi/tin/khong-co/", "/vi/tin/a/b/", "/vi/x/y/"])
def test_what_is_not_there_is_not_found(client, room, path):
    assert client.get(path).status_code == 404


def test_an_article_is_served_as_it_was_kept(client, room):
    story = publish(room)

    kept = Publication.objects.get(story=story).page.sha256

    assert hashlib.sha256(client.get(relative(story)).content).hexdigest() == kept


def test_the_number_of_queries_does_not_grow_with_stories(
    client, room, django_assert_max_num_queries
):
    publish(room, "Bài một"), publish(room, "Đảo", section=Section.SEA)
    with django_assert_max_num_queries(8):
        client.get("/vi/")
    for number in range(3):
        publish(room, f"Bài thêm {number}")

    with django_assert_max_num_queries(8):
        client.get("/vi/")
    with django_assert_max_num_queries(8):
        client.get("/vi/tin/")


def test_what_has_no_translation_yet_is_listed_in_vietnamese_and_leads_to_its_summary(client, room):
    publish(room)
    publish(room, "Tổ chức bộ máy", section=Section.ABOUT, kind=StoryKind.FIXED)

    for path in ("/km/", "/km/tin/", "/en/"):
        page = read(client, path)
        address = f"/{path[1:3]}/tin/ngu-dan-ra-khoi/"
        assert f'<a href="{address}"><span lang="vi">Ngư dân ra khơi</span></a>' in page
        assert f'/{path[1:3]}/gioi-thieu/to-chuc-bo-may/"><span lang="vi">Tổ chức' in page
    assert "Nothing in this language yet." in read(client, "/en/")
    assert client.get("/km/tin/ngu-dan-ra-khoi/").status_code == 200


def test_a_list_says_that_it_is_in_vietnamese_only_where_it_is(client, room):
    note = "Nothing in this language yet."
    publish(room, "Fishers put to sea", language="en")
    publish(room, "Đảo xa", section=Section.SEA)

    page = read(client, "/en/")
    latest, sea = page.split("<h2>Sea and islands</h2>")

    assert "Fishers put to sea" in latest
    assert note not in latest
    assert sea.index(note) < sea.index("Đảo xa")


def test_a_search_for_nothing_says_so(client, room):
    publish(room)

    for blank in ("/vi/tim/?q=", "/vi/tim/?q=+"):
        assert '<p class="none" role="status">Ô tìm đang trống.' in read(client, blank)
    assert "The search field is empty." in read(client, "/en/tim/?q=")
    for other in ("/vi/tim/", "/vi/tim/?q=khơi", "/vi/tim/?q=xyz"):
        assert "Ô tìm đang trống" not in read(client, other), other


def test_the_spokesperson_stands_among_the_contacts(client, room):
    words = {"slug": "nguoi-phat-ngon", "body": "<p>Chánh Văn phòng, 0294 000 0099.</p>"}
    assert "chưa công bố người phát ngôn" in read(client, "/vi/lien-he/")

    publish(room, "Người phát ngôn", section=Section.ABOUT, kind=StoryKind.FIXED, **words)

    assert "Chánh Văn phòng, 0294 000 0099." in read(client, "/vi/lien-he/")
    assert "Chánh Văn phòng" in read(client, "/en/lien-he/")
