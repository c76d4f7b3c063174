"""Every write of the newsroom, one act a function."""

from haidang.newsroom.commands.accounts import keep_account, retire_account
from haidang.newsroom.commands.emergencies import publish_in_emergency
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.commands.publishing import correct_story, publish_story
from haidang.newsroom.commands.scheduling import schedule_story, unschedule_story
from haidang.newsroom.commands.sharing import record_post, settle_copy
from haidang.newsroom.commands.withdrawing import withdraw_story

__all__ = [
    "correct_story",
    "keep_account",
    "open_portal",
    "publish_in_emergency",
    "publish_story",
    "record_post",
    "retire_account",
    "schedule_story",
    "settle_copy",
    "unschedule_story",
    "withdraw_story",
]
