"""The report season of the demonstration as data: who stands where on Monday 25/11/2024."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from haidang import clock

Moment = tuple[int, int, int, int]  # month, day, hour, minute of 2024
Step = tuple[dt.datetime, Callable[[], object]]  # what happens, and when


@dataclass(frozen=True, slots=True)
class Course:
    """How far one commune's report has come; a step that is None has not happened."""

    started: Moment
    submitted: Moment | None = None
    reviewed: Moment | None = None
    accepted: Moment | None = None


OPENED = (11, 4, 9, 0)

COURSES = {
    "caungang": Course((11, 13, 8, 5), (11, 14, 10, 20), (11, 15, 8, 30), (11, 15, 9, 10)),
    "mylong": Course((11, 13, 14, 0), (11, 15, 9, 45), (11, 18, 8, 10), (11, 18, 8, 40)),
    "mylongbac": Course((11, 14, 9, 0), (11, 18, 15, 5), (11, 19, 8, 20), (11, 19, 8, 55)),
    "myhoa": Course((11, 14, 15, 0), (11, 18, 16, 30), (11, 19, 9, 0), (11, 19, 9, 40)),
    "kimhoa": Course((11, 15, 8, 0), (11, 19, 8, 15), (11, 20, 8, 5), (11, 20, 8, 45)),
    "hiepmydong": Course((11, 15, 10, 0), (11, 20, 14, 30), (11, 21, 8, 0), (11, 21, 8, 35)),
    "nhitruong": Course((11, 18, 8, 0), (11, 20, 16, 0), (11, 21, 9, 0), (11, 21, 9, 30)),
    "thanhhoason": Course((11, 18, 9, 0), (11, 21, 10, 10), (11, 22, 8, 15), (11, 22, 8, 50)),
    "mylongnam": Course((11, 15, 14, 0), (11, 19, 9, 10), (11, 20, 8, 30)),
    "vinhkim": Course((11, 15, 15, 0), (11, 20, 9, 10), (11, 22, 9, 30)),
    "hiepmytay": Course((11, 18, 14, 0), (11, 22, 14, 20), (11, 22, 16, 50)),
    "hiephoa": Course((11, 20, 8, 0), (11, 24, 20, 10)),
    "thuanhoa": Course((11, 21, 8, 0), (11, 25, 7, 42)),
    "truongtho": Course((11, 21, 14, 0)),
}

DIFFICULTIES = (
    "Một số cụm loa gần biển xuống cấp nhanh do hơi muối, âm thanh không đều.",
    "Cán bộ phụ trách kiêm nhiệm nhiều việc nên tin, bài chưa đều giữa các tháng.",
    "Kinh phí cho cổ động trực quan còn hạn chế; biên dịch tiếng Khmer còn chậm.",
    "Ngư dân đi biển dài ngày nên khó tập hợp đông đủ cho các buổi nói chuyện.",
)
PROPOSALS = (
    "Đề nghị hỗ trợ kinh phí sửa chữa cụm loa và thay thiết bị đã hỏng.",
    "Đề nghị mở lớp tập huấn kỹ năng viết tin, bài và chụp ảnh cho cán bộ cơ sở.",
    "Đề nghị cung cấp sẵn tài liệu tuyên truyền bằng tiếng Khmer.",
    "Đề nghị cung cấp thông tin nguồn hằng tháng về biển, đảo để phát thanh.",
)


def moment(at: Moment) -> dt.datetime:
    """Return a moment of 2024."""
    month, day, hour, minute = at
    return clock.at(dt.date(2024, month, day), hour, minute)
