"""Real documents, where they are at hand: every one is read, and the corpus's own scorer runs.

They are not in the repository: HAIDANG_CORPUS, or a folder `shared/corpus` beside the project.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from haidang.text import Unreadable, contract, read

CORPUS = Path(
    os.environ.get("HAIDANG_CORPUS")
    or Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
)
DOCUMENTS = sorted((CORPUS / "documents").glob("*"))

pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="no corpus: set HAIDANG_CORPUS")


@pytest.fixture(scope="module")
def answers():
    found = {}
    for path in DOCUMENTS:
        try:
            found[path.name] = contract(read(path), str(path))
        except Unreadable as refusal:
            found[path.name] = refusal
    return found


@pytest.mark.promise("N1", "N2")
def test_every_document_of_the_corpus_is_accounted_for(answers, proof):
    """Văn bản thật: văn bản nào cũng có kết quả, kể đủ từng ký tự."""
    read_ones = [answer for answer in answers.values() if isinstance(answer, dict)]

    for answer in read_ones:
        spans = answer["spans"]
        assert [span["start"] for span in spans] == [0, *(span["end"] for span in spans[:-1])]
        assert spans[-1]["end"] == len(answer["text"])
    assert {answer.code for answer in answers.values() if isinstance(answer, Unreadable)} <= {
        "scanned"
    }
    proof(times=len(read_ones), figure=f"{len(read_ones)} văn bản thật")


def test_the_scorer_of_the_corpus_runs_on_the_answers(answers, tmp_path):
    predictions = tmp_path / "predictions.jsonl"
    lines = [json.dumps(answer) for answer in answers.values() if isinstance(answer, dict)]
    predictions.write_text("\n".join(lines), "utf-8")

    scored = subprocess.run(
        [sys.executable, CORPUS / "score.py", predictions, "--json"],
        capture_output=True,
        check=True,
        text=True,
    )

    assert json.loads(scored.stdout)["tasks"]["gold"] > 0
