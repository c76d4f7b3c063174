"""What stands before every change of a regime: who may, and whether it may still be changed."""

from haidang.errors import NotAllowed, WrongState
from haidang.orgs.models import User
from haidang.reporting import rules
from haidang.reporting.models import Regime


def refuse_unless_may_set(by: User | None, receiver_pk: int) -> None:
    """Refuse with NotAllowed whoever does not set up the regimes of an authority."""
    if not rules.may_set_regime(by, receiver_pk):
        raise NotAllowed(
            "Chỉ người quản trị của cơ quan nhận báo cáo mới được lập và sửa chế độ báo cáo."
        )


def locked(regime: Regime) -> Regime:
    """The row itself, held until the act is done."""
    return Regime.objects.select_for_update(no_key=True, of=("self",)).get(pk=regime.pk)


def refuse_out_of_use(regime: Regime) -> None:
    """Refuse with WrongState a regime that was retired or replaced."""
    if regime.is_retired:
        raise WrongState("Chế độ báo cáo này đã thôi dùng.")
    if Regime.objects.filter(replaces=regime).exists():
        raise WrongState("Chế độ báo cáo này đã có phiên bản mới thay; dùng phiên bản đó.")


def open_outline(regime: Regime, by: User) -> Regime:
    """The regime, locked; refused where its outline stands: a report was asked for by it."""
    refuse_unless_may_set(by, regime.receiver_id)
    regime = locked(regime)
    refuse_out_of_use(regime)
    if regime.rounds.exists():
        raise WrongState("Đã mở kỳ theo đề cương này: lập phiên bản mới rồi sửa ở đó.")
    return regime
