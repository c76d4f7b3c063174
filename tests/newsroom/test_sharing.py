"""Posts of a story elsewhere: their address is written back, counted, and nothing is fetched."""

import pytest

from haidang.activities.models import Activity
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.newsroom.commands.publishing import correct_story
from haidang.newsroom.commands.sharing import record_post, settle_copy
from haidang.newsroom.enums import CopyState
from haidang.newsroom.models import Copy
from tests.at_once import at_once
from tests.makers.publishing import make_newsroom

pytestmark = pytest.mark.django_db
ADDRESS = "https://www.facebook.com/ubnd/posts/1"


@pytest.fixture
def newsroom():
    return make_newsroom()


def post(newsroom, story, address=ADDRESS, network="facebook"):
    return record_post(story=story, network=network, address=address, by=newsroom.editor)


def test_record_post_keeps_where_it_is_and_counts_it_with_the_page_as_evidence(newsroom):
    story = newsroom.published()

    copy = post(newsroom, story)

    assert (copy.name, copy.address, copy.state) == ("Facebook", ADDRESS, CopyState.CURRENT)
    entry = copy.activity
    assert (entry.kind_id, entry.link, entry.title) == ("social", ADDRESS, story.title)
    assert {q.measure_id: q.amount for q in entry.quantities.all()} == {
        "posts": 1,
        "reach": 0,
        "reactions": 0,
    }
    assert entry.evidence.get().file == copy.publication.page


def test_the_same_address_again_is_the_same_copy(newsroom):
    story = newsroom.published()

    assert post(newsroom, story) == post(newsroom, story, f" {ADDRESS} ")
    assert Activity.objects.filter(kind="social").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_who_write_it_back_at_once_write_it_once(newsroom):
    story = newsroom.published()

    at_once(lambda: post(newsroom, story), lambda: post(newsroom, story))

    assert Copy.objects.count() == 1


def test_record_post_refuses_what_is_not_shown_other_people_and_other_addresses(newsroom):
    with pytest.raises(WrongState):
        post(newsroom, newsroom.cleared("Chưa đăng"))
    story = newsroom.published()
    with pytest.raises(Incomplete):
        post(newsroom, story, "javascript:alert(1)")
    with pytest.raises(NotAllowed):
        record_post(story=story, network="zalo", address=ADDRESS, by=newsroom.officer)
    assert not Copy.objects.exists()


def test_settle_copy_says_that_a_post_was_mended(newsroom):
    story = newsroom.published()
    copy = post(newsroom, story)
    correct_story(story=newsroom.mended(story), notice="Đã sửa.", by=newsroom.editor)
    assert Copy.objects.get().state == CopyState.CANNOT_RECALL

    settle_copy(copy=copy, state=CopyState.CURRENT, by=newsroom.editor)

    assert Copy.objects.get().state == CopyState.CURRENT
    with pytest.raises(WrongState):
        settle_copy(copy=copy, state=CopyState.CURRENT, by=newsroom.editor)
    with pytest.raises(NotAllowed):
        settle_copy(copy=copy, state=CopyState.STALE, by=newsroom.auditor)
