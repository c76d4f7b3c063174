"""Names of files fit in every database, and keep their ending."""

import pytest

from haidang.documents import commands
from haidang.documents.file_names import kept_name
from haidang.documents.models import Revision
from tests.makers.documents import letter, make_bureau


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("van-ban.docx", "van-ban.docx"),
        ("a" * 300 + ".docx", "a" * 195 + ".docx"),
        ("a" * 300, "a" * 200),
        ("a." + "b" * 300, "a." + "b" * 198),
        ("Ba\u0301o cáo.pdf", "Báo cáo.pdf"),
    ],
)
def test_a_long_name_is_cut_before_its_ending(name, kept):
    assert kept_name(name) == kept


@pytest.mark.django_db
def test_a_revision_takes_a_long_name():
    bureau = make_bureau()

    revision = commands.draft_document(
        document=letter(), unit=bureau.district, by=bureau.drafter, file_name="a" * 300 + ".docx"
    )

    assert Revision.objects.get(pk=revision.pk).file_name == "a" * 195 + ".docx"
