"""Every command of pictures and translations with what it is asked, for whoever must be refused."""

from haidang.newsroom.commands.terms import Wording, keep_term
from haidang.newsroom.picture_facts import PictureFacts
from tests.makers.pictures import drawn, make_picture
from tests.makers.translations import begin, fresh, make_desk


def of_translating():
    """What each command is asked."""
    desk = make_desk()
    unit, editor = desk.newsroom.centre, desk.newsroom.editor
    facts, wording = PictureFacts(rights="x"), Wording(vi="x")
    english = begin(desk)
    picture = make_picture(unit, editor)
    term = keep_term(unit=unit, wording=wording, owner=editor, by=editor)
    seen = fresh(english).latest_revision_id
    words = {"unit": unit, "wording": Wording(vi="y"), "owner": editor}
    return {
        "add_picture": {"unit": unit, "content": drawn(), "name": "x.jpg", "facts": facts},
        "edit_picture": {"picture": picture, "seen": 0, "facts": facts},
        "start_translation": {"story": desk.story, "language": "km"},
        "save_translation": {"story": english, "segments": {}, "seen": seen},
        "review_translation": {"story": english, "seen": seen, "reads_it": True},
        "keep_term": words,
        "retire_term": {"term": term, "seen": 1},
    }
