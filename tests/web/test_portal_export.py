"""A portal as files: equal to what the portal answers, and nothing that is not public."""

import pytest
import time_machine

from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.web.portal_export import export_portal, is_within, place_of, written
from tests.makers.publishing import make_newsroom

pytestmark = pytest.mark.django_db
HOME = "http://127.0.0.1:8000"


@pytest.fixture
def newsroom():
    return make_newsroom()


def answered(client, path):
    answer = client.get(path, headers={"host": "127.0.0.1:8000"})
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


# A feed without stories says that it was made now.
@time_machine.travel("2024-11-25T08:00:00+07:00", tick=False)
def test_the_files_are_what_the_portal_answers(client, newsroom, tmp_path):
    story = newsroom.published()
    publish_story(story=newsroom.translated(story), by=newsroom.editor)

    done = export_portal(HOME, tmp_path)

    assert done.missing == []
    assert {"/vi/", "/km/lien-he/", f"/vi/tin/{story.slug}/", "/vi/tin.rss"} <= set(done.written)
    assert any(path.endswith(".css") for path in done.written)
    assert any(path.endswith(".woff2") for path in done.written)
    for path in (path for path in done.written if not path.startswith("/static/")):
        assert (tmp_path / place_of(path)).read_bytes() == written(path, answered(client, path))


def test_nothing_that_is_not_public_is_among_them(newsroom, tmp_path):
    newsroom.cleared("Chưa đăng")
    gone = newsroom.published("Đã rút")
    withdraw_story(story=gone, notice="Bài đã rút vì lịch đổi.", by=newsroom.editor)

    export_portal(HOME, tmp_path)

    said = b"".join(file.read_bytes() for file in tmp_path.rglob("*.html")).decode()
    assert "Chưa đăng" not in said
    assert "Ba ngày hội" not in said


@pytest.mark.parametrize("path", ["/tep-bai/0f/%2e%2e", "/vi/%2e%2e/%2E%2e/x", "/vi/../../x"])
def test_no_file_stands_outside_the_folder(path):
    assert not is_within(path)
    assert is_within("/vi/tin/?trang=2")


def test_lists_of_several_pages_become_folders_that_lead_to_each_other(newsroom, tmp_path):
    for number in range(21):
        newsroom.published(f"Bài {number}")

    done = export_portal(HOME, tmp_path)

    assert "/vi/tin/?trang=2" in done.written
    second = (tmp_path / "vi/tin/trang-2/index.html").read_text("utf-8")
    assert 'href="/vi/tin/trang-1/"' in second
    assert 'href="/vi/tin/trang-2/"' in (tmp_path / "vi/tin/index.html").read_text("utf-8")
    assert (tmp_path / "vi/tin/trang-1/index.html").exists()
