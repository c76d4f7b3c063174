"""What the log says of a published story: how much of what the catalogue asks, and its words."""

from dataclasses import replace

from haidang.activities.facts import Facts
from haidang.activities.models import Kind
from haidang.newsroom.models import Story


def amounts(kind: Kind, story: Story) -> dict[str, int]:
    """One item; its pictures and its video; nothing of what else the catalogue may ask."""
    counted = {"items": 1, "files": story.pictures.count() + bool(story.video)}
    return {measure.code: counted.get(measure.code, 0) for measure in kind.measures.all()}


def corrected_facts(facts: Facts, story: Story, address: str) -> Facts:
    """The facts with what of them comes from the story as it stands now."""
    now = amounts(facts.kind, story)
    quantities = {code: now.get(code, amount) for code, amount in facts.quantities.items()}
    return replace(facts, title=story.title, link=address, quantities=quantities)
