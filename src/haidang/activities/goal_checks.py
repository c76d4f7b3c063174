"""What is wrong in a goal as it was given; each sentence says what to do."""

from collections.abc import Sequence
from decimal import Decimal

from haidang import clock
from haidang.activities.models import Indicator
from haidang.errors import Issue
from haidang.orgs.models import Unit
from haidang.plans.models import Target
from haidang.plans.rates import whole_of

MOST = Decimal(1_000_000_000)
CENT = Decimal("0.01")
QUARTERS = (None, 1, 2, 3, 4)


def open_years() -> range:
    """The years for which goals may be set: last year's to mend, this one, and the next two."""
    year = clock.today().year
    return range(year - 1, year + 3)


def before_setting(
    indicator: Indicator, year: int, quarter: int | None, quantity: Decimal
) -> list[Issue]:
    """What is wrong in a goal as it was given: its year, its quarter, its quantity."""
    years, field = open_years(), f"quantity_{indicator.pk}"
    issues = []
    if year not in years:
        words = f"Chỉ đặt được mức của năm {years[0]} đến năm {years[-1]}."
        issues.append(Issue("year", words, "year"))
    if quarter not in QUARTERS:
        issues.append(Issue("quarter", "Chọn cả năm, hoặc quý 1 đến quý 4.", "quarter"))
    if indicator.is_retired:
        issues.append(Issue("retired", f"Chỉ tiêu “{indicator}” đã thôi dùng.", field))
    if quantity.is_nan() or not 0 <= quantity <= MOST:
        words = f"Mức của “{indicator}” phải từ 0 đến 1.000.000.000 {indicator.unit_name}."
        issues.append(Issue("quantity", words, field))
    elif quantity != quantity.quantize(CENT):
        words = f"Mức của “{indicator}” ghi nhiều nhất hai số sau dấu phẩy, ví dụ 12,50."
        issues.append(Issue("too_fine", words, field))
    return issues


def before_spreading(target: Target, units: Sequence[Unit]) -> list[Issue]:
    """Why a target of a plan cannot be cut over these units."""
    if not target.quantity:
        return [Issue("no_quantity", "Chỉ tiêu này không nêu số lượng, nên không chia được.")]
    if "%" in target.measure or "phần trăm" in target.measure.lower():
        words = "Chỉ tiêu tính bằng phần trăm là mức chung của từng đơn vị, không chia ra được."
        return [Issue("percent", words)]
    if not units:
        return [Issue("no_units", "Chọn ít nhất một đơn vị để chia.", "units")]
    if whole_of(target) > MOST:
        return [Issue("quantity", "Số lượng lớn hơn 1.000.000.000: xem lại câu trong văn bản.")]
    return []
