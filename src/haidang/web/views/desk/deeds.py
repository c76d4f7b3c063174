"""The way of a story so far, told from the ledger: who did what, in words."""

from haidang.ledger.models import Entry
from haidang.newsroom.story_facts import NAMES

DEEDS = {
    "draft_story": "Bắt đầu viết",
    "attach_to_story": "Thêm tệp kèm",
    "detach_from_story": "Bỏ tệp kèm",
    "submit_story": "Gửi biên tập",
    "recall_story": "Rút lại để sửa",
    "publish_story": "Đăng",
    "schedule_story": "Hẹn giờ đăng",
    "unschedule_story": "Bỏ hẹn giờ",
    "correct_story": "Đính chính",
    "withdraw_story": "Rút khỏi cổng",
    "publish_in_emergency": "Đăng khẩn",
    "start_translation": "Mở bản dịch",
    "save_translation": "Dịch",
    "review_translation": "Soát bản dịch",
}
STEPS = {"editor": "Biên tập", "confidentiality": "Kiểm tra bảo mật"}


def in_words(entry: Entry) -> str:
    """What one entry of a story's history says; blank for what Wagtail notes beside it."""
    details = entry.get_details()
    if entry.event == "edit_story":
        names = ", ".join(NAMES.get(name, name) for name in details.get("changed", ()))
        return f"Sửa {names}" if names else "Sửa"
    if entry.event == "clear_story":
        step = STEPS.get(details.get("step", ""), "Duyệt")
        return f"{step}: {'cho đăng' if details.get('agrees') else 'không cho đăng'}"
    return DEEDS.get(entry.event, "")
