"""What was found of a signed copy, in the words of the screen."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.timezone import localtime

from haidang.documents.enums import SignedState
from haidang.documents.signatures.verification import (
    Certificate,
    Chain,
    Owner,
    Period,
    Reach,
    Signature,
    TimeStamp,
    Verification,
)

# The colour and the sign of each state, as the kit has them.
TAGS: dict[SignedState, tuple[str, str]] = {
    SignedState.VALID: ("ok", "shield-check"),
    SignedState.WEAK: ("soon", "triangle-alert"),
    SignedState.UNKNOWN_CHAIN: ("soon", "circle-question-mark"),
    SignedState.BAD_CERTIFICATE: ("late", "circle-alert"),
    SignedState.OTHER_TEXT: ("late", "circle-alert"),
    SignedState.UNCHECKED: ("late", "circle-alert"),
    SignedState.BROKEN: ("late", "circle-alert"),
    SignedState.UNSIGNED: ("none", "circle"),
}
OWNERS = {
    Owner.PERSON: "cá nhân",
    Owner.ORGANISATION: "cơ quan, tổ chức",
    Owner.UNTOLD: "không ghi là của cá nhân hay cơ quan",
}
SCHEMES = {"rsassa_pkcs1v15": "RSA", "rsassa_pss": "RSA-PSS", "ed25519": "Ed25519"}
BOTH = "Có đủ chữ ký số của cá nhân và của cơ quan."
MORE = (
    "Văn bản điện tử có giá trị như bản gốc giấy khi có cả chữ ký số của người có thẩm quyền và"
    " của cơ quan (Nghị định 30/2020/NĐ-CP, Điều 5)."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: `kind` is ok, soon, late or wait."""

    kind: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class SignatureCard:
    """One signature as the page shows it."""

    number: int
    signature: Signature
    tag: tuple[str, str, str]
    owner: str
    signed_at: str
    lines: tuple[Line, ...]


def cards_of(verification: Verification) -> list[SignatureCard]:
    """A card for each signature, in the order of signing."""
    return [_card(number, one) for number, one in enumerate(verification.signatures, 1)]


def tag_of(state: SignedState) -> tuple[str, str, str]:
    """Colour, words and sign of a state."""
    kind, sign = TAGS[state]
    return kind, f"{state.label[:1].upper()}{state.label[1:]}", sign


def about_both(verification: Verification) -> Line | None:
    """Whether an officer and the organisation signed; None where nobody did."""
    owners = [one.certificate.owner for one in verification.signatures if one.certificate]
    if not owners:
        return None
    if {Owner.PERSON, Owner.ORGANISATION} <= set(owners):
        return Line("ok", "Chữ ký của ai", BOTH)
    if len(owners) == 1:
        return Line("soon", "Mới có một chữ ký số", MORE)
    return Line("wait", "Chữ ký của ai", f"Không rõ đã đủ cả hai. {MORE}")


def stamps_of(verification: Verification) -> list[Line]:
    """A line for each time stamp over the whole file."""
    return [_time(stamp) for stamp in verification.file_stamps]


def _card(number: int, one: Signature) -> SignatureCard:
    lines = tuple(_lines(one, one.certificate)) if one.certificate else (_unchecked(one),)
    owner = OWNERS[one.certificate.owner] if one.certificate else ""
    signed_at = written(one.claimed_at) if one.claimed_at else ""
    tag = tag_of(SignedState(one.standing.value))
    return SignatureCard(number, one, tag, owner, signed_at, lines)


def _unchecked(one: Signature) -> Line:
    return Line("late", "Không kiểm tra được", one.reason)


def _lines(one: Signature, certificate: Certificate) -> Iterator[Line]:
    yield _whole(one)
    yield _chain(one, certificate)
    yield _period(one, certificate)
    yield _time(one.time_stamp)
    yield _algorithm(one)
    yield _revocation(one)


def _whole(one: Signature) -> Line:
    if not one.is_intact:
        return Line("late", "Không nguyên vẹn", "Nội dung đã bị sửa so với lúc ký.")
    words = {
        Reach.WHOLE: ("ok", "Nguyên vẹn", "Chữ ký che toàn bộ tệp; không có gì thêm sau đó."),
        Reach.EXTENDED: (
            "ok",
            "Nguyên vẹn",
            "Sau chữ ký này chỉ có thêm chữ ký khác, dấu thời gian hoặc dữ liệu kiểm tra.",
        ),
        Reach.CHANGED: (
            "late",
            "Bị sửa sau khi ký",
            "Phần đã ký còn nguyên, nhưng sau đó tệp bị thêm nội dung mà chữ ký không cho phép.",
        ),
        Reach.PART: ("late", "Không che hết", "Chữ ký không che hết phần nó phải che."),
    }
    return Line(*words[one.reach])


def _chain(one: Signature, certificate: Certificate) -> Line:
    if one.chain == Chain.TRUSTED:
        return Line("ok", "Chứng thư được tin cậy", " → ".join(one.path) or certificate.issuer)
    if one.chain == Chain.REVOKED:
        return Line("late", "Chứng thư đã bị thu hồi", "Theo dữ liệu thu hồi kèm trong tệp.")
    if one.chain == Chain.UNFIT:
        return Line("late", "Chứng thư không dùng để ký được", f"Cấp bởi {certificate.issuer}.")
    if certificate.issuer == certificate.subject:
        return Line("soon", "Chứng thư tự cấp", "Không tổ chức chứng thực nào bảo đảm.")
    words = f"Quản trị chưa đưa vào chứng thư gốc dẫn tới “{certificate.issuer}”."
    return Line("soon", "Chưa rõ chuỗi chứng thư", words)


def _period(one: Signature, certificate: Certificate) -> Line:
    ends = " đến ".join(
        f"{localtime(end):%d/%m/%Y}" for end in (certificate.valid_from, certificate.valid_until)
    )
    words = {
        Period.IN_FORCE: ("ok", "Chứng thư còn hạn lúc ký"),
        Period.EXPIRED: ("late", "Chứng thư đã hết hạn lúc ký"),
        Period.NOT_YET: ("late", "Chứng thư chưa có hiệu lực lúc ký"),
    }
    return Line(*words[one.period], f"Có hiệu lực từ {ends}.")


def _time(stamp: TimeStamp | None) -> Line:
    if stamp is None:
        return Line("wait", "Không có dấu thời gian", "Giờ ký do máy của người ký ghi.")
    words = f"{written(stamp.at)}, {stamp.authority}"
    if not stamp.is_intact:
        return Line("late", "Dấu thời gian không khớp chữ ký", words)
    if not stamp.is_trusted:
        return Line("soon", "Dấu thời gian chưa rõ chuỗi chứng thư", words)
    return Line("ok", "Có dấu thời gian", words)


def _algorithm(one: Signature) -> Line:
    digest = re.sub(r"^SHA(?=\d)", "SHA-", one.digest.upper())
    used = f"{digest}, {SCHEMES.get(one.algorithm, one.algorithm.rpartition('_')[2].upper())}"
    if one.weak:
        return Line("soon", f"Thuật toán yếu: {', '.join(one.weak)}", f"{used} · {one.level}")
    return Line("ok", "Thuật toán đủ mạnh", f"{used} · {one.level}")


def _revocation(one: Signature) -> Line:
    if one.has_revocation_facts:
        words = "Đã xem dữ liệu thu hồi kèm trong tệp; không tra thêm qua mạng."
        return Line("wait", "Thu hồi", words)
    return Line("wait", "Chưa tra thu hồi", "Hệ thống không ra mạng; tệp không kèm dữ liệu này.")


def written(at: dt.datetime) -> str:
    """A moment of signing, to the second and with its year: it may be looked at years later."""
    return f"{localtime(at):%H:%M:%S, %d/%m/%Y}"
