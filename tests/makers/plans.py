"""Plans for tests, always read in from a document through the real command."""

from django.conf import settings

from haidang.plans import commands
from haidang.plans.enums import TaskStatus
from tests.makers.orgs import make_authority

FOUNDING_PLAN = settings.ROOT / "samples" / "99-KH-UBND.txt"

PLAN = """Số: 7/KH-UBND

Thử, ngày 12 tháng 10 năm 2023

KẾ HOẠCH
Công tác thông tin năm 2024

Thực hiện Quyết định số 1/QĐ-UBND ngày 29/9/2023 của Ủy ban nhân dân tỉnh về công tác thông tin.

I. MỤC ĐÍCH

- Nâng cao nhận thức của Nhân dân về biển, đảo.

- Quảng bá hình ảnh của huyện.

- Huy động mọi nguồn lực xã hội.

II. PHƯƠNG HƯỚNG NHIỆM VỤ

- Tiếp tục tuyên truyền chủ trương, đường lối của Đảng về biển, đảo.

- Thông tin về thành tựu kinh tế - xã hội của huyện.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa và Thông tin huyện

- Chủ trì, phối hợp với UBND các xã, thị trấn hướng dẫn nghiệp vụ phát thanh.

2. Ủy ban nhân dân các xã, thị trấn

- Xây dựng kế hoạch chi tiết, tổ chức tuyên truyền thường xuyên.

- Gửi báo cáo kết quả về Ủy ban nhân dân huyện trước ngày 30 tháng 11.

3. Trạm Khí tượng Biển Xa

- Cung cấp bản tin thời tiết cho Đài Truyền thanh huyện.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Người Ký Thử
"""


def make_plan(authority=None, *, text=PLAN, file_name="ke-hoach.txt", by=None):
    """Read a small plan in: two directions, four duties, one by a unit that nobody knows."""
    authority = authority or make_authority()
    return commands.read_in(
        content=text.encode(),
        file_name=file_name,
        unit=authority.district,
        by=by or authority.drafter,
    )


def make_reviewed_plan(authority, **options):
    """Read a plan in and decide of each task: what has an owner is accepted, the rest dropped."""
    plan = make_plan(authority, **options)
    for task in plan.tasks.filter(status=TaskStatus.PROPOSED):
        if task.has_owner or task.kind == "direction":
            commands.accept_task(task=task, by=authority.drafter)
        else:
            commands.refuse_task(task=task, reason="Không có đơn vị này", by=authority.drafter)
    return plan


def make_adopted(authority, **options):
    """Read in, review and adopt a plan."""
    plan = make_reviewed_plan(authority, **options)
    return commands.adopt_plan(plan=plan, by=authority.drafter)


# The same plan amended: one duty of the communes reworded, one with another day, one new; the
# duty of the station, which nobody carried, is gone; a direction stands elsewhere.
AMENDED = (
    PLAN.replace("Số: 7/KH-UBND", "Số: 9/KH-UBND")
    .replace("ngày 12 tháng 10 năm 2023", "ngày 03 tháng 6 năm 2024")
    .replace("tổ chức tuyên truyền thường xuyên.", "tổ chức 12 buổi tuyên truyền thường xuyên.")
    .replace("trước ngày 30 tháng 11.", "trước ngày 15 tháng 11.")
    .replace(
        "\n3. Trạm Khí tượng Biển Xa\n\n- Cung cấp bản tin thời tiết cho Đài Truyền thanh huyện.\n",
        "\n- Phát thanh luật biên phòng bằng tiếng Khmer mỗi tuần.\n",
    )
)


def make_amendment(authority, old, *, text=AMENDED, is_partial=False, file_name="sua-doi.txt"):
    """Read an amending plan in, compare it, and decide of each task that still waits."""
    plan = make_plan(authority, text=text, file_name=file_name)
    commands.begin_amendment(plan=plan, amends=old, is_partial=is_partial, by=authority.drafter)
    for task in plan.tasks.filter(status=TaskStatus.PROPOSED):
        if task.has_owner or task.kind == "direction":
            commands.accept_task(task=task, by=authority.drafter)
        else:
            commands.refuse_task(task=task, reason="Không có đơn vị này", by=authority.drafter)
    return plan


def make_amended(authority, old, *, answer_by, **options):
    """Read an amending plan in and put it into force."""
    plan = make_amendment(authority, old, **options)
    return commands.adopt_amendment(plan=plan, answer_by=answer_by, by=authority.drafter)
