"""What a file carries beside its text: macros, objects, things that lie elsewhere."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, Severity
from haidang.text.checking.paper import Paper

_ARTICLE = "Thông lệ; NĐ 30/2020 không quy định"
_USUAL = {"hyperlink"}


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
    for found, there in kinds:
        if there:
            due = "tệp chỉ có văn bản và hình"
            yield Flaw(
                "active-content", _ARTICLE, "text", found, due,
                place="tệp", severity=Severity.ADVICE,
            )  # fmt: skip
