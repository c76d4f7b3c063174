"""The routing slip (Phiếu trình): a draft goes from post to post until its leader agrees."""

from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.documents import checks, rules
from haidang.documents.enums import EditionStatus, SlipStatus, StepStatus
from haidang.documents.faults import faults_of
from haidang.documents.models import Edition, Revision, RouteStop, Slip, Step
from haidang.documents.posts import holders_of
from haidang.documents.queries.slips import refusal_of
from haidang.documents.queries.templates import current_template
from haidang.documents.register import line_of
from haidang.documents.route import Stop, route_of
from haidang.documents.stamps import about_words
from haidang.documents.trial import drawn_whole
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.text.layout import Margins
from haidang.text.stored import from_json

NOT_YOURS = "Bước này chờ ý kiến của người giữ chức danh khác."
NOT_SUBMITTED = (
    "Chỉ người đã trình mới được rút phiếu trình; người ấy không còn soạn thảo ở cơ quan thì "
    "người soạn thảo khác rút thay."
)
UNCHANGED = (
    "Bản này đã bị chuyển lại và chưa sửa. Hãy tải bản đã sửa lên, hoặc ghi vì sao trình lại "
    "nguyên văn."
)


def submit_for_signature(*, edition: Edition, by: User, note: str = "") -> Slip:
    """Open a routing slip on the newest text of a draft, with a step for each post of the route.

    Refuses with NotAllowed, WrongState where it was issued, and Incomplete where a slip is open,
    something is missing from the draft, it cannot be drawn, a post of the route has nobody, or
    the text was sent back as it is and no note says why it goes again.
    """
    revision = _submittable(edition, note, by)
    document = from_json(revision.source)
    template = current_template(edition.document.unit, line_of(document).document_type)
    drawn_whole(document, Margins(), template)  # seconds, in no transaction
    return _submit(edition, revision, note, by)


def _submittable(edition: Edition, note: str, by: User) -> Revision:
    if not rules.may_submit(by, edition):
        raise NotAllowed("Chỉ người soạn thảo của cơ quan mới được trình dự thảo này.")
    if issues := [*checks.before_submitting(edition), *about_words(note, "note")]:
        raise Incomplete(issues)
    revision = edition.revisions.latest("ordinal")
    if not note.strip() and refusal_of(revision):
        raise Incomplete([Issue("unchanged", UNCHANGED, "note")])
    return revision


@transaction.atomic
def _submit(edition: Edition, revision: Revision, note: str, by: User) -> Slip:
    edition = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    if _submittable(edition, note, by) != revision:
        raise WrongState("Dự thảo vừa có bản mới hơn; hãy xem lại rồi trình.")
    slip = Slip.objects.create(
        revision=revision,
        opened_at=clock.now(),
        opened_by=by,
        note=note.strip(),
    )
    steps = [
        _step(slip, ordinal, stop, by)
        for ordinal, stop in enumerate(route_of(edition.document.unit), 1)
    ]
    if missing := [step for step in steps if not holders_of(step.role, step.unit).exists()]:
        words = ", ".join(step.post.lower() for step in missing)
        raise Incomplete([Issue("nobody", f"Chưa có ai giữ chức danh: {words}.")])
    Step.objects.bulk_create(steps)
    record("submit_for_signature", target=slip, by=by, edition=edition.pk, steps=len(steps))
    return slip


def agree_step(*, step: Step, by: User, remark: str = "") -> Step:
    """Agree to a draft at one post; the last agreement closes the slip.

    At the records office the file is checked against NĐ 30/2020, and what was found is counted.
    Refuses with NotAllowed, with WrongState where it is not this step's turn, and with Incomplete
    a remark that bears a secrecy mark.
    """
    step = _due(step, by)
    if issues := about_words(remark, "remark"):
        raise Incomplete(issues)
    # Seconds, in no transaction; a slip speaks of one text, which never changes.
    found = faults_of(step.slip.revision) if step.checks_layout else (None, None)
    return _agree(step, found, remark, by)


@transaction.atomic
def _agree(step: Step, found: tuple[int | None, int | None], remark: str, by: User) -> Step:
    step = _locked(step, by)
    step.faults, step.advice = found
    _answer(step, StepStatus.AGREED, remark, by)
    if not step.slip.steps.filter(status=StepStatus.WAITING).exists():
        _close(step.slip, SlipStatus.AGREED)
    record("agree_step", target=step.slip, by=by, step=step.ordinal, faults=step.faults)
    return step


@transaction.atomic
def send_back_step(*, step: Step, remark: str, by: User) -> Step:
    """Send a draft back to whoever drafted it, with a reason; that closes the slip.

    Refuses with NotAllowed, WrongState, and with Incomplete without a remark or with one that
    bears a secrecy mark.
    """
    step = _locked(step, by)
    if not remark.strip():
        raise Incomplete([Issue("no-remark", "Hãy ghi lý do chuyển lại.", "remark")])
    if issues := about_words(remark, "remark"):
        raise Incomplete(issues)
    _answer(step, StepStatus.SENT_BACK, remark, by)
    _close(step.slip, SlipStatus.SENT_BACK)
    record("send_back_step", target=step.slip, by=by, step=step.ordinal)
    return step


@transaction.atomic
def recall_slip(*, slip: Slip, by: User) -> Slip:
    """Take back a draft that is on its way, or agreed but not issued.

    Refuses with WrongState, and with NotAllowed anyone but who submitted it; where that person
    has left, another who drafts for the authority may.
    """
    slip = _locked_slip(slip)
    if not slip.revision.edition.can_become(EditionStatus.ISSUED):
        raise WrongState("Văn bản đã ban hành, không rút được nữa.")
    if not slip.can_become(SlipStatus.RECALLED):
        raise WrongState("Phiếu trình này đã đóng, không rút được.")
    if not rules.may_recall(by, slip):
        raise NotAllowed(NOT_SUBMITTED)
    _close(slip, SlipStatus.RECALLED)
    record("recall_slip", target=slip, by=by)
    return slip


@transaction.atomic
def set_route(*, unit: Unit, stops: Sequence[Stop], by: User) -> list[RouteStop]:
    """Set which posts the drafts of an authority pass; slips on their way keep theirs.

    Refuses with NotAllowed, and with Incomplete a route that ends with nobody.
    """
    if not rules.may_set_up(by, unit):
        raise NotAllowed("Chỉ quản trị của cơ quan mới được đặt luồng trình.")
    if not stops:
        raise Incomplete([Issue("no-stops", "Luồng trình phải có ít nhất một chặng.")])
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    RouteStop.objects.filter(unit=unit).delete()
    rows = [
        RouteStop(
            unit=unit,
            ordinal=ordinal,
            post=stop.post,
            role=stop.role,
            at=stop.unit,
            checks_layout=stop.checks_layout,
        )
        for ordinal, stop in enumerate(stops, 1)
    ]
    record("set_route", target=unit, by=by, stops=[stop.post for stop in stops])
    return RouteStop.objects.bulk_create(rows)


def _step(slip: Slip, ordinal: int, stop: Stop, by: User) -> Step:
    unit = stop.unit or by.unit or slip.revision.edition.document.unit
    return Step(
        slip=slip,
        ordinal=ordinal,
        post=stop.post,
        role=stop.role,
        unit=unit,
        checks_layout=stop.checks_layout,
    )


def _locked_slip(slip: Slip) -> Slip:
    # The edition first, as every act that may close a slip takes it.
    edition = Edition.objects.filter(revisions__slips=slip).get()
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    return Slip.objects.select_for_update(no_key=True).get(pk=slip.pk)


def _locked(step: Step, by: User) -> Step:
    _locked_slip(step.slip)
    return _due(step, by)


def _due(step: Step, by: User) -> Step:
    slip = Slip.objects.get(pk=step.slip_id)
    step = slip.steps.select_related("unit").get(pk=step.pk)
    if slip.status != SlipStatus.OPEN or not step.can_become(StepStatus.AGREED):
        raise WrongState("Bước này đã có ý kiến, hoặc phiếu trình đã đóng.")
    if slip.steps.filter(ordinal__lt=step.ordinal, status=StepStatus.WAITING).exists():
        raise WrongState("Phiếu trình chưa đến bước này.")
    if not rules.may_answer(by, step):
        raise NotAllowed(NOT_YOURS)
    return step


def _answer(step: Step, status: StepStatus, remark: str, by: User) -> None:
    step.status, step.remark, step.by, step.at = status, remark.strip(), by, clock.now()
    step.save(update_fields=["status", "remark", "by", "at", "faults", "advice"])


def _close(slip: Slip, status: SlipStatus) -> None:
    slip.status, slip.closed_at = status, clock.now()
    slip.save(update_fields=["status", "closed_at"])
