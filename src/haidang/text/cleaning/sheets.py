"""Sheets and slides that stand in a file and are not shown."""

from lxml import etree


def unseen_sheets(trees: dict[str, etree._Element]) -> list[str]:
    """What of a workbook or a presentation is kept from its reader's eyes, in words."""
    found = []
    for name, tree in trees.items():
        if name == "xl/workbook.xml" and _any(tree, "sheet", "state", {"hidden", "veryHidden"}):
            found.append("trang tính ẩn")
        elif name.startswith("xl/worksheets/") and (
            _any(tree, "row", "hidden", {"1", "true"}) or _any(tree, "col", "hidden", {"1", "true"})
        ):
            found.append("hàng, cột ẩn")
        elif name.startswith("ppt/slides/") and tree.get("show") in {"0", "false"}:
            found.append("trang chiếu ẩn")
        elif name.startswith("ppt/notesSlides/") and not name.endswith(".rels"):
            found.append("ghi chú của người trình bày")
    return sorted(set(found))


def _any(tree: etree._Element, tag: str, name: str, values: set[str]) -> bool:
    return any(row.get(name) in values for row in tree.iter("{*}" + tag))
