"""Writing back where a story was posted, and what became of its copies after a correction."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db import transaction

from haidang import clock
from haidang.activities.commands import attach_kept, log_activity
from haidang.activities.models import Activity, Kind
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.enums import Channel, CopyState
from haidang.newsroom.evidence import task_of
from haidang.newsroom.holding_still import held
from haidang.newsroom.models import Copy, Publication, Story
from haidang.newsroom.post_checks import sound_address
from haidang.newsroom.social import NETWORKS
from haidang.orgs.models import User

KIND = "social"


@transaction.atomic
def record_post(*, story: Story, network: str, address: str, by: User) -> Copy:
    """Keep the address of a post of a story that is shown: as a copy, and counted by itself.

    Nothing is fetched from the address. The same address again is the same copy. Refuses with
    WrongState what is not shown, with NotAllowed, and with Incomplete what is no web address.
    """
    story = held(story)
    if not story.live:
        raise WrongState("Bài này không còn trên cổng, nên không ghi bài đăng lại được.")
    if not rules.may_share(by, story):
        raise NotAllowed("Chỉ biên tập viên của cơ quan có bài mới ghi được địa chỉ bài đăng.")
    address = sound_address(network, address)
    if standing := Copy.objects.filter(story=story, address=address).first():
        return standing
    shown = Publication.objects.filter(story=story).order_by("-pk")[0]
    copy = Copy.objects.create(
        story=story,
        publication=shown,
        channel=Channel.SOCIAL,
        name=NETWORKS[network].name,
        address=address,
        made_by=by,
        made_at=clock.now(),
        activity=_counted(story, shown, address, by),
    )
    record("record_post", target=story, by=by, network=network, address=address)
    return copy


@transaction.atomic
def settle_copy(*, copy: Copy, state: CopyState, by: User) -> Copy:
    """Say that a copy was mended or taken down, or that it cannot be recalled.

    Refuses with WrongState where it stands so already, and with NotAllowed.
    """
    story = held(copy.story)
    copy = Copy.objects.select_for_update(no_key=True).get(pk=copy.pk)
    if not rules.may_share(by, story):
        raise NotAllowed("Chỉ biên tập viên của cơ quan có bài mới ghi được tình trạng bản sao.")
    if copy.state == state:
        raise WrongState("Bản sao này đã ở tình trạng đó.")
    before, copy.state = copy.state, state
    copy.version += 1
    copy.save(update_fields=["state", "version"])
    record("settle_copy", target=story, by=by, address=copy.address, changes=[before, str(state)])
    return copy


def _counted(story: Story, shown: Publication, address: str, by: User) -> Activity | None:
    kind = Kind.objects.filter(code=KIND).first()
    if kind is None:
        return None
    counted = {"posts": 1}
    entry = log_activity(
        id=_entry_id(story, address),
        unit=story.unit,
        kind=kind,
        title=story.title,
        on=clock.today(),
        by=by,
        quantities={m.code: counted.get(m.code, 0) for m in kind.measures.all()},
        language=story.language,
        task=task_of(story),
        link=address,
        is_simulated=settings.AS_OF is not None,  # as everything of a demonstration
        is_made_by_act=True,
    )
    attach_kept(activity=entry, file=shown.page, name=f"bai-goc-{story.language}.html", by=by)
    return entry


def _entry_id(story: Story, address: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"haidang:post:{story.pk}:{address}")
