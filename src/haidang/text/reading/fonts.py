"""The fonts of a .docx, as far as an old Vietnamese font tells what its letters stand for."""

from lxml import etree

from haidang.text.reading.package import W

_DEEPEST = 20  # styles that rest on each other


class Fonts:
    """Finds the font of a run: its own, else that of its paragraph's style, else the default."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._own: dict[str, str] = {}
        self._base: dict[str, str] = {}
        self._default = ""
        if styles is None:
            return
        for style in styles.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._own[name] = _font(style.find(f"{W}rPr"))
            self._base[name] = _value(style.find(f"{W}basedOn"))
            if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph":
                self._default = name

    def of(self, run: etree._Element, paragraph: etree._Element) -> str:
        """The name of the font, empty where nothing names one."""
        properties = run.find(f"{W}rPr")
        if own := _font(properties):
            return own
        by_run = properties.find(f"{W}rStyle") if properties is not None else None
        by_paragraph = paragraph.find(f"{W}pPr/{W}pStyle")
        names = (_value(by_run), _value(by_paragraph) or self._default)
        return next((font for name in names if (font := self._of_style(name))), "")

    def _of_style(self, name: str) -> str:
        for _ in range(_DEEPEST):
            if not name or self._own.get(name):
                break
            name = self._base.get(name, "")
        return self._own.get(name, "")


def _font(properties: etree._Element | None) -> str:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    if fonts is None:
        return ""
    return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def _value(element: etree._Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""
