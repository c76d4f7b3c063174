"""The preview: pages of A4, safe under a strict policy, its figures leading to their records."""

import re
from html.parser import HTMLParser

from lxml import html

from haidang.text.blocks import Paragraph, Table
from haidang.text.writing import write_html
from tests.text.papers import PROSE, report

HOSTILE = '<script>alert(1)</script> & "x" \'y\' [[9|/so/"onclick=x]] <b style=a>'


def page_of(**changes):
    return html.fromstring(write_html(report(**changes)))


def classes(element):
    return element.get("class").split()


def test_each_page_is_an_article_with_its_name_and_number():
    articles = page_of().findall("article")

    names = [article.get("aria-label") for article in articles]
    title = "Báo cáo Kết quả công tác thông tin đối ngoại năm 2024"
    assert names[:3] == [f"{title}, trang {number}" for number in (1, 2, 3)]
    assert [classes(article) for article in articles] == [["paper"]] * 3 + [
        ["paper", "paper-landscape"]
    ]
    numbers = [article.findtext("p[@class='paper-page-number']") for article in articles]
    assert numbers == [None, "2", "3", None]


def test_headings_are_headings_and_lists_are_lists():
    page = page_of()

    assert [each.text_content() for each in page.iter("h2")] == ["BÁO CÁO", "Phụ lục"]
    assert next(page.iter("h3")).text_content() == "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"
    assert len(list(page.iter("h4"))) == len(list(page.iter("h5"))) == 2
    recipients = page.findall(".//div[@class='paper-columns paper-closing']//li")
    assert [each.text for each in recipients][-1] == "- Lưu: VT, VHTT (2b)."


def test_figures_lead_to_their_records_and_nothing_else_does():
    links = page_of().findall(".//a")

    assert [(link.text, link.get("href")) for link in links] == [
        ("1.032", "/so/1"),
        ("412", "/so/2"),
        ("155", "/so/3"),
        ("6.210", "/so/4"),
    ]
    assert [link.getparent().tag for link in links] == ["strong", "p", "p", "p"]


def test_what_the_clerk_fills_in_is_marked_as_blank():
    blanks = page_of().findall(".//span[@class='paper-blank']")

    assert len(blanks) == 4  # number, day, and both again in "(Kèm theo …)"
    assert {blank.text for blank in blanks} == {" " * 6}


def test_a_paragraph_cut_by_a_page_goes_on_without_indent():
    page = page_of(blocks=(Paragraph(PROSE * 40),))

    (cut, *_) = page.xpath("//p[contains(@class, 'paper-cut')]")
    (rest, *_) = page.xpath("//p[contains(@class, 'paper-continued')]")
    assert classes(cut) == ["paper-body", "paper-cut"]
    assert rest.text_content().startswith(" ") or rest.text_content()[0].islower()


def test_tables_have_header_cells_and_a_region_that_scrolls():
    region = page_of().find(".//div[@class='paper-scroll']")

    assert (region.get("tabindex"), region.get("role")) == ("0", "region")
    assert {each.get("scope") for each in region.iter("th")} == {"col"}
    assert len(list(region.iter("th"))) == 16
    assert region.find("table/tbody/tr/td[3]").get("class") == "paper-table-number"
    shares = [int(classes(column)[0].rpartition("-")[2]) for column in region.iter("col")]
    assert 90 <= sum(shares) <= 110


class Attributes(HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self, markup):
        super().__init__()
        self.seen = set()
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.seen |= {(tag, name) for name, _ in attrs} | {(tag, None)}


def test_hostile_words_stay_words_and_there_is_no_script_or_style():
    blocks = (Paragraph(HOSTILE), Table((HOSTILE,), ((HOSTILE,),)))

    markup = write_html(report(blocks=blocks, recipients=(HOSTILE,), drafter=HOSTILE))

    seen = Attributes(markup).seen
    assert not {tag for tag, _ in seen} & {"script", "style", "b", "link", "img"}
    names = {name for _, name in seen if name}
    assert names == {"class", "lang", "aria-label", "tabindex", "role", "scope", "href"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in markup
    assert re.findall('href="([^"]*)"', markup) == ["/so/&quot;onclick=x"] * 5


def test_an_empty_table_draws_nothing():
    assert "<table" not in write_html(report(blocks=(Table((), ()),), appendices=()))
