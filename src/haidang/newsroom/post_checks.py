"""What is wrong in an address that somebody writes back; nothing is ever fetched from it."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue
from haidang.newsroom.social import NETWORKS

LONGEST = 300
is_web_address = URLValidator(schemes=["http", "https"])
EXAMPLE = "https://www.facebook.com/…/posts/…"


def sound_address(network: str, address: str) -> str:
    """The address of a post as it is kept. Refuses with Incomplete, in words, what is none."""
    if network not in NETWORKS:
        raise _wrong("network", "Chọn một mạng trong danh sách.", "network")
    return web_address(address, EXAMPLE)


def web_address(address: str, example: str) -> str:
    """An address that readers elsewhere can open: http or https, with a host, nobody's password."""
    refuse_stamped(address=address)
    address = address.strip()
    if not address:
        raise _wrong("no_address", f"Dán địa chỉ, ví dụ {example}.")
    if len(address) > LONGEST:
        raise _wrong("long_address", f"Địa chỉ dài quá {LONGEST} ký tự. Dùng đường dẫn gọn hơn.")
    try:
        is_web_address(address)
        parts = urlsplit(address)
    except (ValidationError, ValueError) as error:
        words = f"Địa chỉ phải bắt đầu bằng https:// hoặc http://, ví dụ {example}."
        raise _wrong("no_web_address", words) from error
    if parts.username or parts.password:
        raise _wrong("with_password", "Địa chỉ có tên hoặc mật khẩu đăng nhập. Bỏ phần đó đi.")
    if _is_near(parts.hostname or ""):
        words = "Địa chỉ này chỉ mở được trong mạng nội bộ. Dán địa chỉ công khai."
        raise _wrong("near_address", words)
    return address


def _is_near(host: str) -> bool:
    """Whether a host is one that the public cannot reach."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return settings.AS_OF is None
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return False


def _wrong(name: str, words: str, field: str = "address") -> Incomplete:
    return Incomplete([Issue(name, words, field)])
