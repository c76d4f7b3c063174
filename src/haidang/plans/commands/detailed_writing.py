"""The document of a detailed plan: written from the answers, and carried out once it is issued."""

from django.db import transaction

from haidang import clock
from haidang.documents.commands import draft_document, redraft_document
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Revision
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans.detailed_document import document_of
from haidang.plans.detailed_result import plan_of
from haidang.plans.detailed_turns import take_turn
from haidang.plans.enums import DetailedStatus
from haidang.plans.models import Detailed, Plan


@transaction.atomic
def write_detailed_plan(
    *,
    detailed: Detailed,
    by: User,
    signer_post: str | None = None,
    signer_name: str | None = None,
) -> Revision:
    """Write the document of a detailed plan from its answers, as a draft of the unit.

    Written again it is a later text of the same draft, and a slip of the earlier one is void. A
    draft may be written while items are silent; it is not issued then. Refuses with NotAllowed,
    with WrongState what was issued, and with Incomplete where nothing was answered yet.
    """
    turn = take_turn(detailed, by)
    detailed = turn.detailed
    if not detailed.answers.exists() and not detailed.own_items.exists():
        raise Incomplete([Issue("nothing", "Chưa trả lời mục nào; hãy trả lời rồi lập văn bản.")])
    _name_signer(detailed, signer_post, signer_name)
    document = document_of(detailed, clock.today())
    name = f"ke-hoach-chi-tiet-{detailed.year}-{detailed.unit_id}.docx"
    if detailed.edition:
        revision = redraft_document(
            edition=detailed.edition, document=document, by=by, file_name=name
        )
    else:
        revision = draft_document(document=document, unit=detailed.unit, by=by, file_name=name)
    detailed.edition, detailed.written_version = revision.edition, detailed.version
    detailed.save(update_fields=["edition", "written_version", "signer_post", "signer_name"])
    record("write_detailed_plan", target=detailed, by=by, sha256=revision.sha256)
    return revision


@transaction.atomic
def adopt_detailed_plan(*, detailed: Detailed, by: User) -> Plan:
    """Carry out what a unit issued: its document becomes a plan of the unit, its lines tasks.

    Each task goes back to the item above it, and is given to whom the unit named, or to itself.
    Also where the plan above was replaced since: what was issued stands. Refuses with NotAllowed,
    and with WrongState before the document is issued, and twice.
    """
    turn = take_turn(detailed, by, late=True, replaced=True)
    detailed, edition = turn.detailed, turn.detailed.edition
    if edition is None or edition.status != EditionStatus.ISSUED:
        raise WrongState("Văn bản chưa ban hành; đưa vào thực hiện sau khi ban hành.")
    if not detailed.can_become(DetailedStatus.ISSUED):
        raise WrongState("Kế hoạch chi tiết này đã được đưa vào thực hiện.")
    plan, tasks = plan_of(detailed, edition.issue.revision, by)
    detailed.status, detailed.result = DetailedStatus.ISSUED, plan
    detailed.save(update_fields=["status", "result"])
    record("adopt_detailed_plan", target=plan, by=by, detailed=detailed.pk, tasks=len(tasks))
    return plan


def _name_signer(detailed: Detailed, post: str | None, name: str | None) -> None:
    for field, words, most in (("signer_post", post, 200), ("signer_name", name, 100)):
        if words is None:
            continue
        if len(words.strip()) > most:
            raise Incomplete([Issue("too-long", f"Dài quá {most} ký tự.", field)])
        if issues := about_words(words, field):
            raise Incomplete(issues)
        setattr(detailed, field, words.strip())
