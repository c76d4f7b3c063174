"""Every command before the public with what it is asked, for whoever must be refused by all."""

import datetime as dt

from haidang import clock
from haidang.newsroom.commands.accounts import keep_account
from haidang.newsroom.commands.sharing import record_post
from haidang.newsroom.enums import CopyState, Step
from haidang.newsroom.models import FrontPage
from tests.makers.publishing import make_newsroom

POST = {"network": "zalo", "address": "https://zalo.me/1"}


def of_publishing():
    """What each command is asked."""
    newsroom = make_newsroom()
    cleared, shown = newsroom.cleared("Đã duyệt"), newsroom.published("Đã đăng")
    copy = record_post(story=shown, by=newsroom.editor, **POST)
    unit, administrator = newsroom.centre, newsroom.administrator
    account = keep_account(unit=unit, name="x", by=administrator, **POST)
    urgent = newsroom.story("Khẩn")
    submission = newsroom.submit(urgent)
    return {
        "submit_story": {"story": newsroom.story("Đang viết"), "no_secret": True},
        "recall_story": {"story": urgent},
        "clear_story": {"submission": submission, "step": Step.EDITOR, "agrees": True},
        "publish_story": {"story": cleared},
        "schedule_story": {"story": cleared, "at": clock.now() + dt.timedelta(hours=1)},
        "unschedule_story": {"story": cleared},
        "correct_story": {"story": shown, "notice": "x"},
        "withdraw_story": {"story": shown, "notice": "x"},
        "publish_in_emergency": {"story": urgent},
        "record_post": {"story": shown, "network": "zalo", "address": "https://zalo.me/2"},
        "settle_copy": {"copy": copy, "state": CopyState.STALE},
        "change_portal_words": {"page": FrontPage.objects.first(), "title": "x", "standfirst": "y"},
        "keep_account": {"unit": unit, "name": "y", **POST},
        "retire_account": {"account": account},
    }
