"""What a file carries beside its text: macros, objects, things that lie elsewhere."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, Severity
from haidang.text.checking.package import MAIN
from haidang.text.checking.paper import Paper
from haidang.text.reading.package import W

_ARTICLE = "Thông lệ; NĐ 30/2020 không quy định"
_USUAL = {"hyperlink"}


_TRACKED = [f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")]


def content_flaws(paper: Paper) -> Iterator[Flaw]:
    """Whatever would act or be fetched when the file is opened; none of it was followed."""
    package = paper.package
    if package is None:
        return
    kinds = (
        ("macro", any(name.endswith("vbaProject.bin") for name in package.names)),
        ("đối tượng nhúng", any(name.startswith("word/embeddings/") for name in package.names)),
        ("nội dung lấy từ nơi khác", bool(set(package.outside) - _USUAL)),
    )
    yield from _unfinished(paper)
    for found, there in kinds:
        if there:
            due = "tệp chỉ có văn bản và hình"
            yield _of_file("active-content", found, due)


def _unfinished(paper: Paper) -> Iterator[Flaw]:
    """Changes that nobody has accepted yet, and remarks in the margin."""
    main = paper.package.part(MAIN) if paper.package else None
    if main is None:
        return
    if next(main.iter(*_TRACKED), None) is not None:
        due = "chấp nhận hoặc bỏ hết sửa đổi (thẻ Xem lại) trước khi trình"
        yield _of_file("tracked-changes", "còn sửa đổi đang theo dõi", due)
    if next(main.iter(f"{W}commentReference"), None) is not None:
        due = "xóa hết ghi chú (thẻ Xem lại) trước khi trình"
        yield _of_file("comments", "còn ghi chú bên lề", due)


def _of_file(rule: str, found: str, due: str) -> Flaw:
    advice = Severity.ADVICE
    return Flaw(rule, _ARTICLE, "text", found, due, place="tệp", severity=advice)
