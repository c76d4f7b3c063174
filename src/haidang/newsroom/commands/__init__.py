"""Every write of the newsroom, one act a function."""

from haidang.newsroom.commands.accounts import keep_account, retire_account
from haidang.newsroom.commands.attaching import attach_to_story, detach_from_story
from haidang.newsroom.commands.clearing import clear_story, recall_story, submit_story
from haidang.newsroom.commands.emergencies import publish_in_emergency
from haidang.newsroom.commands.pictures import add_picture, edit_picture
from haidang.newsroom.commands.planning import (
    assign_writer,
    change_plan,
    drop_plan,
    move_plan,
    plan_story,
    start_from_plan,
)
from haidang.newsroom.commands.portal_words import change_portal_words
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.commands.publishing import correct_story, publish_story
from haidang.newsroom.commands.reviewing_translation import review_translation
from haidang.newsroom.commands.scheduling import schedule_story, unschedule_story
from haidang.newsroom.commands.sharing import record_post, settle_copy
from haidang.newsroom.commands.terms import keep_term, retire_term
from haidang.newsroom.commands.translating import save_translation, start_translation
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.commands.writing import draft_story, drop_draft, edit_story

__all__ = [
    "add_picture",
    "assign_writer",
    "attach_to_story",
    "change_plan",
    "change_portal_words",
    "clear_story",
    "correct_story",
    "detach_from_story",
    "draft_story",
    "drop_draft",
    "drop_plan",
    "edit_picture",
    "edit_story",
    "keep_account",
    "keep_term",
    "move_plan",
    "open_portal",
    "plan_story",
    "publish_in_emergency",
    "publish_story",
    "recall_story",
    "record_post",
    "retire_account",
    "retire_term",
    "review_translation",
    "save_translation",
    "schedule_story",
    "settle_copy",
    "start_from_plan",
    "start_translation",
    "submit_story",
    "unschedule_story",
    "withdraw_story",
]
