"""Rules for hours that the product brings; a province writes its own beside them."""

import datetime as dt

from haidang.broadcast.station_facts import RuleFacts

# The one known rule with figures: Hà Nội, 2021 (urban at most twice a day, 5 days a week, 15
# minutes; rural 45 minutes with what is relayed). Hours are those of common schedules.
GIVEN = (
    RuleFacts(
        name="Đô thị (theo Hà Nội, 2021)",
        most_times_a_day=2,
        most_minutes_a_time=15,
        most_days_a_week=5,
        source="Quy định của Hà Nội năm 2021, dùng tham khảo",
    ),
    RuleFacts(
        name="Nông thôn (theo Hà Nội, 2021)",
        most_minutes_a_time=45,
        source="Quy định của Hà Nội năm 2021, dùng tham khảo",
    ),
    RuleFacts(
        name="Sớm nhất 5 giờ, muộn nhất 21 giờ",
        not_before=dt.time(5),
        not_after=dt.time(21),
        source="Lịch thường gặp của đài cấp huyện, cấp xã; sửa theo quy chế của đài",
    ),
)
