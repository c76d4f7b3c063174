"""With CI=true nothing may be skipped: the corpus is not in the repository and is left out."""

import os

import pytest

collect_ignore = []
if os.environ.get("CI") == "true" and not os.environ.get("HAIDANG_CORPUS"):
    collect_ignore.append("test_corpus.py")


@pytest.fixture
def heard():
    """Here it is the processes themselves that are tested, each time anew."""
