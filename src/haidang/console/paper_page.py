"""The preview as a web page that stands alone: nothing is fetched, it opens from any folder."""

from html import escape
from pathlib import Path

import haidang
from haidang.text.blocks import Document
from haidang.text.writing import write_html
from haidang.text.writing.sheets import name_of

_SHEET = Path(haidang.__file__).parent / "web/static/haidang/paper.css"
# What the sheet takes from the style of the site
_TOKENS = (
    ":root{--gutter:16px;--s-3:12px;--s-4:16px;--s-6:24px;--s-12:48px;--sh-2:0 0 0 1px #ccc;"
    '--font-doc:"Times New Roman",Tinos,"Liberation Serif",serif;--lamp-300:transparent;'
    "--sea-700:#000;--sea-900:#000}body{margin:0;padding:16px;background:#eef1f4}"
)


def write_page(document: Document) -> str:
    """The document as a whole page; refuses what `write_html` refuses."""
    style = _TOKENS + _SHEET.read_text("utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(name_of(document))}</title><style>{style}</style></head>"
        f"<body>{write_html(document)}</body></html>\n"
    )
