"""Finding public stories by their words, without marks."""

import pytest

from haidang.newsroom.commands.publishing import correct_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.finding import found
from haidang.newsroom.models import Portal
from tests.makers.publishing import make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom():
    return make_newsroom()


def find(words, language="vi"):
    return found(words, language, Portal.objects.all())


@pytest.mark.parametrize(
    "asked",
    [
        "nghinh ong",
        "NGHINH ÔNG",
        "Nghinh  Ông!",
        "le hoi",
        "ngu dan",
        "ngày hội",
        "nghi",
        "đôi tàu",
    ],
)
def test_a_public_story_is_found_by_its_words_with_and_without_marks(newsroom, asked):
    story = newsroom.published(body="<p>Ba ngày hội,</p><p>Đội tàu cá</p>")

    assert find(asked) == [story.pk]


@pytest.mark.parametrize(
    "asked", ["", "  ", "!!", "hải quan", "ngày lễ hải", "'", '"', "a OR b", "*"]
)
def test_what_is_not_there_finds_nothing(newsroom, asked):
    newsroom.published()

    assert find(asked) == []


def test_khmer_words_and_words_with_signs_of_html_are_found(newsroom):
    story = newsroom.published("អ្នកនេសាទចេញ\u200bសមុទ្រ", body="<p>Tôm &amp; cá</p>")

    assert find("អ្នកនេសាទ") == find("សមុទ្រ") == [story.pk]
    assert find("ទូកចេញ") == find("amp") == []


def test_a_question_is_cut_and_never_read_as_a_command(newsroom):
    story = newsroom.published()

    assert find('lễ hội") OR words:("x') == []
    assert find("le " * 500) == [story.pk]
    assert find("le & hoi | ' : * ( ) ! <->") == [story.pk]


def test_nobody_finds_what_is_not_public(newsroom):
    newsroom.cleared()
    story = newsroom.published("Chợ nổi")

    withdraw_story(story=story, notice="Bài đã rút vì lịch đổi.", by=newsroom.editor)

    assert find("nghinh ong") == find("cho noi") == []


def test_a_corrected_story_is_found_by_its_new_words_only(newsroom):
    story = newsroom.mended(newsroom.published("Chợ nổi"), title="Chợ đêm")

    correct_story(story=story, notice="Đã sửa tên chợ: chợ đêm.", by=newsroom.editor)

    assert find("cho noi") == []
    assert find("cho dem") == [story.pk]


def test_each_language_finds_its_own_and_the_newest_comes_first(newsroom):
    first, second = newsroom.published("Lễ hội Một"), newsroom.published("Lễ hội Hai")
    newsroom.published("Festival", language="en", standfirst="Three days.", body="<p>Sea.</p>")

    assert find("le hoi") == [second.pk, first.pk]
    assert find("le hoi", "en") == []
