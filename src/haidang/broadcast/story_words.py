"""The words of a story as an announcer begins with them: on lines, without marks and links."""

from haidang.newsroom.models import Story
from haidang.newsroom.pasted import Block, read


def words_to_read(story: Story) -> str:
    """The title, the standfirst and the text of a story, a paragraph a line."""
    blocks = [line for block in read(story.body).blocks for line in _lines(block)]
    lines = [_ended(story.title), _ended(story.standfirst), *blocks]
    return "\n".join(line for line in lines if line)


def _lines(block: Block) -> list[str]:
    lines = ["".join(run.text for run in part) for part in block.parts]
    parts = [part for line in lines for part in line.split("\n")]
    is_head = block.kind in {"h2", "h3"}
    return [_ended(part) if is_head else part.strip() for part in parts]


def _ended(line: str) -> str:
    """A heading with a full stop, so that the announcer comes to rest."""
    line = line.strip()
    return line if not line or line[-1] in ".!?…:;។" else f"{line}."
