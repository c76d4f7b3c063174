"""Writing stories: each saving is a revision, and nobody writes over what they have not seen."""

from typing import Unpack

from django.db import transaction
from wagtail.log_actions import LogContext
from wagtail.models import Page

from haidang.documents.folding import folded
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import writing_checks as checks
from haidang.newsroom import writing_rules as rules
from haidang.newsroom.addressing import address_for
from haidang.newsroom.enums import StoryKind
from haidang.newsroom.kept_words import held_story, kept_page
from haidang.newsroom.models import PlannedStory, SectionPage, Story
from haidang.newsroom.opening import opened
from haidang.newsroom.queries.homes import section_page
from haidang.newsroom.story_facts import Changes, put, told
from haidang.newsroom.versions import newest, refuse_late
from haidang.orgs.models import Unit, User


@transaction.atomic
def draft_story(
    *,
    unit: Unit,
    kind: str,
    section: str,
    title: str,
    by: User,
    language: str = "vi",
    planned: PlannedStory | None = None,
) -> Story:
    """Begin a story of a unit in a section of its portal, or of its authority's.

    From a planned one it takes task, occasion and content. Refuses with NotAllowed, with WrongState
    where there is no portal or the planned story was begun, and with Incomplete.
    """
    unit = Unit.objects.select_for_update(no_key=True, of=("self",)).get(pk=unit.pk)
    if planned is not None:
        rows = PlannedStory.objects.select_for_update(no_key=True, of=("self",))
        planned = rows.select_related("unit").get(pk=planned.pk)
    if not rules.may_draft(by, unit, planned):
        raise NotAllowed("Tài khoản này không viết tin, bài cho đơn vị này.")
    refuse_stamped(title=title)
    if planned is not None and (planned.story_id is not None or planned.is_dropped):
        raise WrongState("Bài trong lịch này đã bắt đầu viết, hoặc đã bỏ.")
    home = _home(unit, section, language)
    story = Story(unit=unit, kind=kind, locale=home.locale, live=False, owner=by)
    if planned is not None:
        story.content, story.task, story.occasion = planned.content, planned.task, planned.occasion
    put(story, {"title": title, "byline": str(by.unit or "")})
    if issues := [*_about_kind(kind), *checks.about_story(story, {})]:
        raise Incomplete(issues)
    story.slug, story.folded = address_for(story, home), folded(story.title)
    with LogContext(user=by):
        home.add_child(instance=story)
    revision = story.save_revision(user=by)
    if planned is not None:
        planned.story = story
        planned.save(update_fields=["story"])
    # Not what it is called: the ledger is read by people who may not see its drafts.
    facts = {"kind": kind, "section": section, "language": language}
    record("draft_story", target=story, by=by, revision=revision.pk, **facts)
    return story


@transaction.atomic
def edit_story(*, story: Story, seen: int, by: User, **facts: Unpack[Changes]) -> Story:
    """Change facts of a story; what is not named stays, and where nothing differs nothing is saved.

    `seen` is the newest revision that the person saw. What is before the public stays as it is
    until it is corrected. Refuses with NotAllowed, with Overtaken where somebody saved meanwhile,
    with WrongState to move what the public has seen, and with Incomplete, also for a secrecy stamp.
    """
    story = held_story(story)
    if not rules.may_edit(by, story):
        raise NotAllowed(
            "Chỉ người viết bài và người làm nội dung của đơn vị mới được sửa bài này."
        )
    refuse_late(story, seen, by)
    if issues := checks.about_typed(facts):
        raise Incomplete(issues)
    changed = _moved(story, facts["section"]) if "section" in facts else []
    page = newest(story)
    before = told(page)
    put(page, facts)
    if issues := checks.about_story(page, facts):
        raise Incomplete(issues)
    changed += [name for name, words in told(page).items() if words.said != before[name].said]
    if not changed:
        return story
    revision = kept_page(page, by)
    record("edit_story", target=page, by=by, revision=revision.pk, changed=changed)
    return page


@transaction.atomic
def drop_draft(*, story: Story, by: User) -> None:
    """Take away a draft that nobody was sent yet.

    Refuses with NotAllowed, and with WrongState where it was sent, shown, or translated.
    """
    story = held_story(story)
    if not rules.may_drop(by, story):
        raise NotAllowed("Chỉ người viết bài hoặc biên tập viên của đơn vị mới được bỏ bản nháp.")
    if story.submissions.exists() or story.first_published_at is not None:
        raise WrongState("Bài đã gửi biên tập nên không bỏ được; lịch sử của bài phải còn.")
    if Story.objects.filter(translation_key=story.translation_key).exclude(pk=story.pk).exists():
        raise WrongState("Bài còn bản ở ngôn ngữ khác. Bỏ bản dịch trước.")
    PlannedStory.objects.filter(story=story).update(story=None)
    record("drop_draft", target=story, by=by)
    with LogContext(user=by):
        story.delete()


def _home(unit: Unit, section: str, language: str) -> SectionPage:
    """The page that a story of a unit is put below, locked so that two do not take one place."""
    home = section_page(unit, section, language)
    if home is None:
        raise WrongState(
            "Đơn vị chưa có cổng thông tin, hoặc cổng chưa có chuyên mục này bằng ngôn ngữ đó."
            " Nhờ người quản trị mở cổng."
        )
    Page.objects.select_for_update(no_key=True).get(pk=home.pk)
    found: SectionPage = SectionPage.objects.select_related("locale").get(pk=home.pk)
    return found


def _moved(story: Story, section: str) -> list[str]:
    """Put a story that nobody outside has seen into another section; return what was changed."""
    if story.get_parent().specific.key == section:
        return []
    if story.first_published_at is not None or story.submissions.exists():
        raise WrongState("Bài đã gửi duyệt cùng địa chỉ của nó nên không đổi chuyên mục được.")
    home = _home(story.unit, section, story.language)
    with opened(story):
        story.move(home, pos="last-child")
    return ["section"]


def _about_kind(kind: str) -> list[Issue]:
    known = kind in StoryKind.values
    return [] if known else [Issue("no_kind", "Chọn loại tin, bài trong danh sách.", "kind")]
