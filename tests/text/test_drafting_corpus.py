"""Real documents, where the corpus is there: written again, they lose no word and read the same."""

import pytest

from haidang.text import read
from haidang.text.drafting import drafted
from haidang.text.drafting.accounting import read_words, words_of
from haidang.text.writing import write_docx, write_plain
from tests.text.test_corpus import DOCUMENTS
from tests.text.test_drafting_words import duties_of, header_of, sections_of

FEWEST_ALIKE = 0.9
ENDINGS = (".txt", ".docx", ".htm")


@pytest.mark.skipif(not DOCUMENTS, reason="no corpus: set HAIDANG_CORPUS")
def test_real_documents_lose_no_word_and_nearly_all_read_the_same_again():
    alike = []
    for file in (path for path in DOCUMENTS if path.suffix in ENDINGS):
        reading = read(file.read_bytes())
        draft = drafted(reading)
        said = words_of(write_plain(draft.document)) + words_of(" ".join(draft.left_out))
        assert not read_words(reading.text) - said, file.name
        again = read(write_docx(draft.document))
        alike.append(
            (header_of(again), sections_of(again), duties_of(again))
            == (header_of(reading), sections_of(reading), duties_of(reading))
        )

    assert sum(alike) >= FEWEST_ALIKE * len(alike)
